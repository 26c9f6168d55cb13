interface Node<V> {
  next: Map<string, Node<V>>;
  fail: Node<V> | undefined;
  /** Nearest node on the failure path, itself included, that ends a pattern. */
  out: Node<V> | undefined;
  ends: { length: number; value: V } | undefined;
}

/** A pattern found: tokens [start, end). */
interface Hit<V> {
  start: number;
  end: number;
  value: V;
}

/** Finds all of many patterns in one pass (Aho–Corasick), whatever their number. */
export interface Automaton<V> {
  find(tokens: ArrayLike<string>): Hit<V>[];
}

/** Builds an automaton over patterns of tokens; a later pattern of the same tokens replaces an earlier one. */
export function buildAutomaton<V>(patterns: Iterable<readonly [ArrayLike<string>, V]>): Automaton<V> {
  const root = newNode<V>();
  for (const [tokens, value] of patterns) insert(root, tokens, value);
  linkFailures(root);
  return { find: (tokens) => findAll(root, tokens) };
}

function newNode<V>(): Node<V> {
  return { next: new Map(), fail: undefined, out: undefined, ends: undefined };
}

function insert<V>(root: Node<V>, tokens: ArrayLike<string>, value: V): void {
  let node = root;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    let child = node.next.get(token);
    if (!child) {
      child = newNode<V>();
      node.next.set(token, child);
    }
    node = child;
  }
  node.ends = { length: tokens.length, value };
}

function linkFailures<V>(root: Node<V>): void {
  const queue: Node<V>[] = [root];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i];
    if (!node) break;
    node.out = node.ends ? node : node.fail?.out;
    for (const [token, child] of node.next) {
      child.fail = node === root ? root : step(node.fail ?? root, token);
      queue.push(child);
    }
  }
}

function step<V>(from: Node<V>, token: string): Node<V> {
  let node: Node<V> | undefined = from;
  let last = from;
  while (node) {
    const child = node.next.get(token);
    if (child) return child;
    last = node;
    node = node.fail;
  }
  return last;
}

function findAll<V>(root: Node<V>, tokens: ArrayLike<string>): Hit<V>[] {
  const hits: Hit<V>[] = [];
  let node = root;
  for (let i = 0; i < tokens.length; i++) {
    node = step(node, tokens[i] ?? '');
    for (let end = node.out; end; end = end.fail?.out) {
      if (end.ends) hits.push({ start: i + 1 - end.ends.length, end: i + 1, value: end.ends.value });
    }
  }
  return hits;
}

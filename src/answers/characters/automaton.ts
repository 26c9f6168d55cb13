interface Node<V> {
  next: Map<number, Node<V>>;
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

/** Finds all of many patterns in one pass (Aho–Corasick), whatever their number. `T`: a text, or a row of tokens. */
export interface Automaton<V, T = string> {
  find(tokens: T): Hit<V>[];
}

/** Builds an automaton over stretches of text (UTF-16 units); a later one that is the same replaces an earlier one. */
export function buildAutomaton<V>(patterns: Iterable<readonly [string, V]>): Automaton<V> {
  const root = newNode<V>();
  for (const [text, value] of patterns) insert(root, text.length, (i) => text.charCodeAt(i), value);
  linkFailures(root);
  return { find: (text) => findAll(root, text.length, (i) => text.charCodeAt(i)) };
}

/** The same over rows of tokens of more than one character. */
export function buildTokenAutomaton<V>(
  patterns: Iterable<readonly [readonly string[], V]>,
): Automaton<V, readonly string[]> {
  const root = newNode<V>();
  const numbers = new Map<string, number>();
  for (const [tokens, value] of patterns) {
    for (const token of tokens) if (!numbers.has(token)) numbers.set(token, numbers.size);
    insert(root, tokens.length, (i) => numbers.get(tokens[i] ?? '') ?? NO_TOKEN, value);
  }
  linkFailures(root);
  return { find: (tokens) => findAll(root, tokens.length, (i) => numbers.get(tokens[i] ?? '') ?? NO_TOKEN) };
}

/** A token of no pattern. */
const NO_TOKEN = -1;

function newNode<V>(): Node<V> {
  return { next: new Map(), fail: undefined, out: undefined, ends: undefined };
}

function insert<V>(root: Node<V>, length: number, tokenAt: (i: number) => number, value: V): void {
  let node = root;
  for (let i = 0; i < length; i++) {
    const token = tokenAt(i);
    let child = node.next.get(token);
    if (!child) {
      child = newNode<V>();
      node.next.set(token, child);
    }
    node = child;
  }
  node.ends = { length, value };
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

function step<V>(from: Node<V>, token: number): Node<V> {
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

function findAll<V>(root: Node<V>, length: number, tokenAt: (i: number) => number): Hit<V>[] {
  const hits: Hit<V>[] = [];
  let node = root;
  for (let i = 0; i < length; i++) {
    node = step(node, tokenAt(i));
    for (let end = node.out; end; end = end.fail?.out) {
      if (end.ends) hits.push({ start: i + 1 - end.ends.length, end: i + 1, value: end.ends.value });
    }
  }
  return hits;
}

/** An element of a card with where it stands. */
export interface Node {
  element: Record<string, unknown>;
  tag: string;
  /** As the platform writes it: `ROOT -> body -> elements -> [1](tag: form)`. */
  path: string;
  /** Outermost first. */
  parents: readonly Node[];
}

/** Every element of a card's body, parents before children. */
export function nodesOf(card: Record<string, unknown>): Node[] {
  const nodes: Node[] = [];
  collect({ of: card.body, path: 'ROOT -> body', parents: [] }, nodes);
  return nodes;
}

function collect(at: { of: unknown; path: string; parents: readonly Node[] }, into: Node[]): void {
  if (!isRecord(at.of)) return;
  // The columns of a table are no elements.
  const holder = at.of.tag === 'column_set' ? 'columns' : 'elements';
  const held = at.of[holder];
  if (!Array.isArray(held)) return;
  for (const [index, element] of held.entries()) {
    if (!isRecord(element)) continue;
    const tag = String(element.tag ?? '');
    const path = `${at.path} -> ${holder} -> [${index}](tag: ${tag})`;
    const node: Node = { element, tag, path, parents: at.parents };
    into.push(node);
    collect({ of: element, path, parents: [...at.parents, node] }, into);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

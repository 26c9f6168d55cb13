import type { z } from 'zod';
import { CONTAINERS } from './containers.ts';
import { DISPLAY } from './display.ts';
import { checkForms } from './forms.ts';
import { INTERACTIVE } from './interactive.ts';
import { checkPlacement } from './placement.ts';
import { CardProblem, fromIssue, malformed, ruleBroken } from './problem.ts';
import { checkReferences, partsOf, type References } from './references.ts';
import { Root } from './root.ts';
import { checkTables } from './tables.ts';
import { isRecord, type Node, nodesOf } from './tree.ts';

const COMPONENTS: Record<string, z.ZodType | undefined> = { ...DISPLAY, ...CONTAINERS, ...INTERACTIVE };
const MOST_ELEMENTS = 200;
/** Components of 1.0 that 2.0 no longer has. */
const REMOVED: readonly string[] = ['action', 'note'];

/**
 * Checks a card as strictly as the platform does: every property, where components may stand, and the rules over the
 * whole card.
 *
 * @throws CardProblem for the first thing that is wrong; the platform too names only one.
 */
export function validateCard(card: Record<string, unknown>, references: References): void {
  // An empty object is accepted: an empty card.
  if (Object.keys(card).length === 0) return;
  const root = Root.safeParse(card);
  const issue = root.error?.issues[0];
  if (issue) throw fromIssue(issue, 'ROOT');
  const nodes = nodesOf(card);
  for (const node of nodes) checkNode(node);
  for (const node of nodes) checkPlacement(node);
  checkCount(card);
  checkElementIds(card);
  checkForms(nodes);
  checkTables(nodes);
  checkReferences(card, nodes, references);
}

function checkNode(node: Node): void {
  if (REMOVED.includes(node.tag)) {
    const says = 'cards of schema V2 no longer support this capability';
    throw new CardProblem({ subCode: 200861, says, path: node.path, value: `unsupported tag ${node.tag}` });
  }
  const schema = Object.hasOwn(COMPONENTS, node.tag) ? COMPONENTS[node.tag] : undefined;
  if (schema === undefined) throw malformed(`not support tag: ${node.tag}, path: ${node.path}`);
  const issue = schema.safeParse(node.element).error?.issues[0];
  if (issue) throw fromIssue(issue, node.path);
  checkOptions(node);
}

function checkOptions({ element, path }: Node): void {
  if (!Array.isArray(element.options)) return;
  const values = element.options.map((option: { value?: string }) => option.value).filter(Boolean);
  if (new Set(values).size < values.length) throw ruleBroken('option value is repeated', '', path);
}

// A plain_text node counts as an element; icons are no nodes of their own.
function checkCount(card: Record<string, unknown>): void {
  if (countTags(card) > MOST_ELEMENTS) throw ruleBroken('element exceeds the limit');
}

function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + countTags(part), 0);
  if (!isRecord(value)) return 0;
  const counts = typeof value.tag === 'string' && !value.tag.endsWith('_icon');
  return partsOf(value).reduce((sum: number, part) => sum + countTags(part), counts ? 1 : 0);
}

function checkElementIds(card: Record<string, unknown>): void {
  const seen = new Set<string>();
  for (const { element, path } of nodesOf(card)) {
    const id = element.element_id;
    if (typeof id !== 'string') continue;
    if (seen.has(id))
      throw new CardProblem({ subCode: 300301, says: 'element id is repeated in the card', path, value: id });
    seen.add(id);
  }
}

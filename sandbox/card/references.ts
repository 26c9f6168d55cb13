import { isColour } from './parts.ts';
import { CardProblem, malformed } from './problem.ts';
import { isRecord, type Node } from './tree.ts';

/** What a card may refer to. */
export interface References {
  hasImage(key: string): boolean;
  hasPerson(openId: string): boolean;
  mayMentionAll: boolean;
}

const AT = /<at\s+ids?\s*=\s*["']?([^"'>]+?)["']?\s*>/g;
const PERSON = /<person\s+id\s*=\s*["']?([^"'\s>]+)["']?/g;
const FONT = /<(?:font|text_tag)\s+color\s*=\s*["']?([^"'>]+?)["']?\s*>/g;
const IMAGE = /!\[[^\]]*\]\(([^)\s]*)[^)]*\)/g;
const MARKDOWN_TAGS: readonly string[] = ['markdown', 'lark_md'];
const PERSON_TAGS: readonly string[] = ['person'];

/**
 * People, pictures and colours that a card names exist, also those inside of markdown.
 *
 * @throws CardProblem 100290 for a person, 200570 for a picture, 200621 for a colour, 200550 for a chart.
 */
export function checkReferences(
  card: Record<string, unknown>,
  nodes: readonly Node[],
  references: References,
): void {
  for (const text of markdownIn(card)) checkMarkdown(text, references);
  for (const key of imageKeysIn(card)) checkImage(key, references);
  for (const node of nodes) {
    if (PERSON_TAGS.includes(node.tag)) checkPerson(String(node.element.user_id), references);
    if (node.tag === 'person_list' && node.element.drop_invalid_user_id !== true)
      for (const { id } of node.element.persons as { id: string }[]) checkPerson(id, references);
    if (node.tag === 'chart') checkChart(node);
  }
}

function checkMarkdown(text: string, references: References): void {
  // What stands in code or <raw> is shown as it is.
  const live = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`|<raw>[\s\S]*?<\/raw>/g, '');
  for (const [, ids] of live.matchAll(AT)) {
    for (const id of (ids ?? '').split(',').map((part) => part.trim())) checkPerson(id, references);
  }
  for (const [, id] of live.matchAll(PERSON)) checkPerson(id ?? '', references);
  for (const [, colour] of live.matchAll(FONT))
    if (!isColour((colour ?? '').split(' ')[0] ?? '')) throw malformed(`invalid color: ${colour}`);
  for (const [, key] of live.matchAll(IMAGE)) checkImage(key ?? '', references);
}

function checkPerson(id: string, references: References): void {
  const exists = id === 'all' ? references.mayMentionAll : references.hasPerson(id);
  if (exists) return;
  const says = 'There is an invalid user resource(at/person) in your card';
  throw new CardProblem({ subCode: 100290, says, value: id });
}

function checkImage(key: string, references: References): void {
  if (references.hasImage(key)) return;
  const says = 'card contains invalid image keys';
  throw new CardProblem({ subCode: 200570, says, value: `image key ${key}` });
}

function checkChart({ element, path }: Node): void {
  const spec = element.chart_spec as Record<string, unknown>;
  if (typeof spec.type === 'string') return;
  const value = '- (root): type is required';
  throw new CardProblem({ subCode: 200550, says: 'chart spec is invalid', path, value });
}

/** Every markdown text of a card: components and `lark_md` nodes. */
function markdownIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdownIn);
  if (!isRecord(value)) return [];
  const { tag, content } = value;
  const own = MARKDOWN_TAGS.includes(String(tag)) && typeof content === 'string' ? [content] : [];
  return [...own, ...partsOf(value).flatMap(markdownIn)];
}

function imageKeysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imageKeysIn);
  if (!isRecord(value)) return [];
  const { img_key: key } = value;
  return [...(typeof key === 'string' ? [key] : []), ...partsOf(value).flatMap(imageKeysIn)];
}

/** What belongs to the card's own structure, not the data that it carries. */
export function partsOf(element: Record<string, unknown>): unknown[] {
  return Object.entries(element)
    .filter(([name]) => name !== 'value' && name !== 'chart_spec' && name !== 'rows')
    .map(([, part]) => part);
}

const LONGEST = 4000;

/** The words of a card, in reading order, without its marks: sent where the card itself is refused. */
export function textOfCard(content: string): string {
  const found: string[] = [];
  collect(JSON.parse(content), found);
  return found.join('\n').slice(0, LONGEST);
}

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { tag, content, ...rest } = node as Record<string, unknown>;
  if ((tag === 'plain_text' || tag === 'markdown' || tag === 'lark_md') && typeof content === 'string') {
    found.push(withoutMarks(content));
    return;
  }
  // Buttons do nothing in a text.
  if (tag === 'button' || tag === 'config') return;
  for (const [name, value] of Object.entries(rest)) if (name !== 'config') collect(value, found);
}

/** Our markdown as it reads: no tags, no bold, no entities. */
export function withoutMarks(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\*\*/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&sim;/g, '~');
}

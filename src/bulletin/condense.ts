/** What is left out is marked. */
const LEFT_OUT = '……';

/** A unit's own words as far as there is room: whole sentences where one fits, nothing added. */
export function condensed(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return ended(flat);
  const sentences = flat.match(/[^。！？；]*[。！？；]/g) ?? [];
  let kept = '';
  for (const sentence of sentences) {
    if (kept.length + sentence.length > most) break;
    kept += sentence;
  }
  return kept === '' ? `${flat.slice(0, most)}${LEFT_OUT}` : ended(kept);
}

/** Paragraphs as far as they fit into one part; how many are left out is told by the caller's words. */
export function fitted(
  paragraphs: readonly string[],
  of: { most: number; more: (left: number) => string },
): string {
  const kept: string[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const left = paragraphs.length - index;
    const room = of.most - of.more(left).length - 1;
    if ([...kept, paragraph].join('\n').length > room) return [...kept, of.more(left)].join('\n');
    kept.push(paragraph);
  }
  return kept.join('\n');
}

function ended(text: string): string {
  const last = text.at(-1) ?? '';
  if (last === '；') return `${text.slice(0, -1)}。`;
  return '。！？'.includes(last) || text === '' ? text : `${text}。`;
}

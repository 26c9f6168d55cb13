const ENTITIES: Record<string, string> = {
  '&': '&#38;',
  '<': '&#60;',
  '>': '&#62;',
  '*': '&#42;',
  '~': '&sim;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '(': '&#40;',
  ')': '&#41;',
  '#': '&#35;',
  '`': '&#96;',
  '-': '&#45;',
  '!': '&#33;',
  '\\': '&#92;',
  '/': '&#47;',
  ':': '&#58;',
  '+': '&#43;',
  '"': '&#34;',
  "'": '&#39;',
  $: '&#36;',
};

/** Text that a person typed (or that is data), for a place where the card parses markdown: nothing in it is a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[&<>*~_[\]()#`\-!\\/:+"'$]/g, (mark) => ENTITIES[mark] ?? mark);
}

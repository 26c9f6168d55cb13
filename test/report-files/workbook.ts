import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A workbook with some cells filled in as a spreadsheet program does it: `{ 填报: { E5: '…' } }`. */
export function filledIn(bytes: Uint8Array, cells: Record<string, Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]);
  for (const [sheet, texts] of Object.entries(cells)) {
    const path = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
    let xml = strFromU8(parts[path] ?? new Uint8Array());
    for (const [cell, text] of Object.entries(texts)) xml = withCell(xml, cell, text);
    parts[path] = strToU8(xml);
  }
  return zipSync(parts);
}

function withCell(xml: string, cell: string, text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const pattern = new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's');
  if (!pattern.test(xml)) throw new Error(`no cell ${cell}`);
  return xml.replace(pattern, () => `<c r="${cell}" t="inlineStr"><is><t>${escaped}</t></is></c>`);
}

/** A small zip whose one part unpacks to 40 MB. */
export function zipBomb(): Uint8Array {
  return zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 6 });
}

import type { Element } from '../cards/elements.ts';

/** What one page may hold, so that header, notes and buttons still fit into a card. */
const PAGE_BYTES = 17 * 1024;
const PAGE_ELEMENTS = 90;

/** Blocks that stay whole, over as many pages as they need; at least one page. */
export function pagesOf(blocks: readonly (readonly Element[])[]): Element[][] {
  const pages: Element[][] = [[]];
  let used = { bytes: 0, elements: 0 };
  for (const block of blocks) {
    const size = sizeOf(block);
    const page = pages.at(-1) ?? [];
    const isFull = used.bytes + size.bytes > PAGE_BYTES || used.elements + size.elements > PAGE_ELEMENTS;
    if (isFull && page.length > 0) {
      pages.push([...block]);
      used = size;
    } else {
      page.push(...block);
      used = { bytes: used.bytes + size.bytes, elements: used.elements + size.elements };
    }
  }
  return pages;
}

/** UTF-8 bytes and counted elements of a piece of a card. */
export function sizeOf(elements: readonly Element[]): { bytes: number; elements: number } {
  const json = JSON.stringify(elements);
  return { bytes: new TextEncoder().encode(json).length, elements: json.split('"tag":').length - 1 };
}

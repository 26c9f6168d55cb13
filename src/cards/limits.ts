import type { Card } from './elements.ts';

/** The platform takes 30 KB and adds some of its own. */
const MAX_BYTES = 28 * 1024;
/** The platform takes 200 elements, plain texts included. */
const MAX_ELEMENTS = 150;

/** The card as the API's `content`. @throws Error when it is over the platform's limits: its builder has to page. */
export function assertFits(card: Card): string {
  const content = JSON.stringify(card);
  const bytes = new TextEncoder().encode(content).length;
  if (bytes > MAX_BYTES) throw new Error(`card of ${bytes} bytes: at most ${MAX_BYTES}`);
  const elements = content.split('"tag":').length - 1;
  if (elements > MAX_ELEMENTS) throw new Error(`card of ${elements} elements: at most ${MAX_ELEMENTS}`);
  return content;
}

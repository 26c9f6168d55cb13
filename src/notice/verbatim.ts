import type { Clause } from './types.ts';

/** A text as the verbatim rule compares it: without white space and markdown marks. */
export function bare(text: string): string {
  return text.replace(/<\/?sub>/g, '').replace(/[\s#*]/g, '');
}

/** Whether a quote stands in a clause, its heading included. */
export function standsIn(clause: Clause, quote: string): boolean {
  return bare(clause.text).includes(bare(quote)) || bare(clause.heading ?? '').includes(bare(quote));
}

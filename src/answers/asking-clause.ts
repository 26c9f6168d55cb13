import type { Mention } from './entities.ts';
import { ownersAsked } from './owners.ts';

/** Stretches between commas. */
export const CLAUSE = /[^,，;；]+/g;

/** Where the clause begins that asks for the owner of a matter. */
export function askingStart(text: string): number {
  const clauses = [...text.matchAll(CLAUSE)];
  return (clauses.findLast((clause) => ownersAsked(clause[0])) ?? clauses[0])?.index ?? 0;
}

/** What is mentioned where the question asks; what it tells before (`我按时纳税，…`) counts where nothing is. */
export function whereAsked(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const start = askingStart(text);
  const own = mentions.filter((m) => m.start >= start);
  return own.length > 0 ? own : mentions;
}

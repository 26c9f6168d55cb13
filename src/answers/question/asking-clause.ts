import type { Mention } from '../names/entities.ts';
import { ownersAsked } from '../sentences/owners.ts';

/** Stretches between commas. */
export const CLAUSE = /[^,，;；]+/g;

/** Where the clause begins that asks for the owner of a matter. */
export function askingStart(text: string): number {
  const clauses = [...text.matchAll(CLAUSE)];
  return (clauses.findLast((clause) => ownersAsked(clause[0])) ?? clauses[0])?.index ?? 0;
}

/**
 * What is mentioned where the question asks; what it tells before (`我按时办甲事，…`) counts where nothing is, or only a
 * word said before (`甲事…想办乙事，哪个组管乙事`).
 */
export function whereAsked(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const start = askingStart(text);
  const before = mentions.filter((m) => m.start < start).map((m) => m.text);
  const own = mentions.filter((m) => m.start >= start && !before.includes(m.text));
  return own.length > 0 ? own : mentions;
}

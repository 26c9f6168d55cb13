import type { Notice } from '../index-of.ts';

/** Two or more places of a notice that do not agree: what about, where, and what each says. */
export interface Conflict {
  about: string;
  locations: string[];
  says: string[];
}

/** Finds one kind of disagreement; knows no particular notice. */
export type Rule = (notice: Notice) => Conflict[];

/** Whether two lists hold the same, in any order. */
export function sameSet<T>(a: readonly T[], b: readonly T[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((item) => b.includes(item));
}

import {
  type Chars,
  charsOf,
  markOf,
  type NeededChars,
  neededChars,
  noChars,
} from '../characters/needed-chars.ts';
import { alternativesOf } from './alternatives-of.ts';

/** A pattern, or several of which any will do. */
export type Pattern = RegExp | readonly RegExp[];
/** What of several texts is needed, by the place of the text: a pattern each. */
export type Needs = readonly (readonly [place: number, pattern: Pattern])[];

/**
 * What each of many things needs, in one row of numbers that is read at a stretch: for a pattern the place of its text
 * and where it ends; of its alternatives where each ends; of their sets of characters how many follow, and these.
 */
export class Sieve {
  private readonly row: Uint32Array;
  private readonly starts: Uint32Array;

  constructor(all: readonly Needs[]) {
    const row: number[] = [];
    const starts = all.map((needs) => {
      const start = row.length;
      for (const [place, pattern] of needs) put(row, place, pattern);
      return start;
    });
    this.row = Uint32Array.from(row);
    this.starts = Uint32Array.from([...starts, row.length]);
  }

  /** Whether texts of these marks have the characters that a thing needs. */
  passes(thing: number, texts: readonly Chars[]): boolean {
    const { row, starts } = this;
    const end = starts[thing + 1] as number;
    for (let at = starts[thing] as number; at < end; at = row[at + 1] as number)
      if (!hasAny(row, at + 2, row[at + 1] as number, texts[row[at] as number] as Chars)) return false;
    return true;
  }
}

function put(row: number[], place: number, pattern: Pattern): void {
  const start = row.length;
  row.push(place, 0);
  for (const needed of (pattern instanceof RegExp ? [pattern] : pattern)
    .flatMap(alternativesOf)
    .map(neededChars))
    putChars(row, needed);
  row[start + 1] = row.length;
}

function putChars(row: number[], needed: NeededChars): void {
  const start = row.length;
  row.push(0);
  for (const chars of needed) row.push(chars.length, ...[...chars].map(markOf));
  row[start] = row.length;
}

/** Whether a text has one of each set of any alternative. */
function hasAny(row: Uint32Array, from: number, end: number, marks: Chars): boolean {
  for (let at = from; at < end; at = row[at] as number)
    if (hasAll(row, at + 1, row[at] as number, marks)) return true;
  return false;
}

function hasAll(row: Uint32Array, from: number, end: number, marks: Chars): boolean {
  for (let at = from; at < end; ) {
    const next = at + 1 + (row[at] as number);
    let i = at + 1;
    while (i < next && marks[row[i] as number] === 0) i++;
    if (i === next) return false;
    at = next;
  }
  return true;
}

/** Of things told by a pattern each, in their order, those whose pattern a text has the characters for. */
export function sieved<T>(
  all: () => readonly T[],
  patternOf: (item: T) => Pattern,
): (text: string) => readonly T[] {
  let known: { items: readonly T[]; sieve: Sieve } | undefined;
  const texts = [noChars()] as const;
  return (text) => {
    known ??= { items: all(), sieve: new Sieve(all().map((item) => [[0, patternOf(item)]])) };
    const { items, sieve } = known;
    charsOf(text, texts[0]);
    return items.filter((_, i) => sieve.passes(i, texts));
  };
}

import type { Handler } from '../handler.ts';
import { charsOf, mayMatch, type NeededChars, neededChars } from '../needed-chars.ts';
import type { Question } from '../parse.ts';
import { alternativesOf } from './alternatives-of.ts';

/** What a question is looked at for: as typed, its text, or the text with a letter for each name. */
const SIDES = ['masked', 'text', 'folded'] as const;
type Side = (typeof SIDES)[number];
type BySide<T> = Readonly<Record<Side, T>>;

/** A pattern, or several of which any will do. */
type Pattern = RegExp | readonly RegExp[];
/** Characters that do, one row or another of them. */
type AnyOf = readonly NeededChars[];

/** A handler that says itself what a question must have for it. */
interface NeedingHandler extends Handler {
  needs?: () => BySide<readonly AnyOf[]>;
}

/** Which characters a question has, for as long as there is the question. */
const known = new WeakMap<Question, BySide<ReadonlySet<number>>>();

function charsIn(question: Question): BySide<ReadonlySet<number>> {
  const read = known.get(question);
  if (read) return read;
  const { masked, text, folded } = question;
  const chars = { masked: charsOf(masked), text: charsOf(text), folded: charsOf(folded) };
  known.set(question, chars);
  return chars;
}

const anyOf = (pattern: Pattern): AnyOf =>
  (pattern instanceof RegExp ? [pattern] : pattern).flatMap(alternativesOf).map(neededChars);

function isPossible(needed: readonly AnyOf[], chars: ReadonlySet<number>): boolean {
  for (const rows of needed) if (!rows.some((row) => mayMatch(row, chars))) return false;
  return true;
}

/**
 * A handler that answers only where a question has all of these patterns. Where it lacks characters that they need, the
 * handler is not asked; it may still decline.
 */
export function needing(patterns: () => Partial<BySide<readonly Pattern[]>>, handler: Handler): Handler {
  let needed: BySide<readonly AnyOf[]> | undefined;
  // Worked out with the first question: no program that loads this waits for it.
  const needs = () => {
    const { masked = [], text = [], folded = [] } = needed ? {} : patterns();
    needed ??= { masked: masked.map(anyOf), text: text.map(anyOf), folded: folded.map(anyOf) };
    return needed;
  };
  const gated: NeedingHandler = (question, desk) => {
    const [chars, all] = [charsIn(question), needs()];
    return isPossible(all.masked, chars.masked) &&
      isPossible(all.text, chars.text) &&
      isPossible(all.folded, chars.folded)
      ? handler(question, desk)
      : undefined;
  };
  gated.needs = needs;
  return gated;
}

/** A handler that only dresses what another one finds needs the same. */
export function needingAs({ needs }: NeedingHandler, dressed: Handler): Handler {
  return needs ? Object.assign(dressed, { needs }) : dressed;
}

/** Of things told by a pattern each, in their order, those whose pattern a text has the characters for. */
export function sieve<T>(items: readonly T[], patternOf: (item: T) => Pattern): (text: string) => T[] {
  let rows: { item: T; needed: readonly AnyOf[] }[] | undefined;
  return (text) => {
    rows ??= items.map((item) => ({ item, needed: [anyOf(patternOf(item))] }));
    const chars = charsOf(text);
    return rows.filter(({ needed }) => isPossible(needed, chars)).map(({ item }) => item);
  };
}

/** Of handlers by their names, in their order, those that a question may have the characters for. */
export function sieveHandlers(handlers: Readonly<Record<string, Handler>>) {
  const all = Object.entries(handlers);
  let index: ReturnType<typeof indexOf> | undefined;
  return (question: Question): (readonly [string, Handler])[] => {
    index ??= indexOf(all.map(([, handler]) => handler));
    const open = index.anyway.slice();
    const chars = charsIn(question);
    for (const side of SIDES)
      for (const char of chars[side]) {
        const some = index.bySide[side].get(char);
        if (some) for (const i of some) open[i] = 1;
      }
    return all.filter((_, i) => open[i] === 1);
  };
}

/** By a character of the fewest that a handler needs one of, the handlers. */
function indexOf(handlers: readonly NeedingHandler[]) {
  const bySide = Object.fromEntries(SIDES.map((side) => [side, new Map()])) as BySide<Map<number, number[]>>;
  const anyway = new Uint8Array(handlers.length);
  for (const [i, { needs }] of handlers.entries()) {
    const all = needs?.();
    const sets = all ? SIDES.flatMap((side) => all[side].flatMap((rows) => fewest(rows, side))) : [];
    const [rarest] = sets.sort((a, b) => a.chars.size - b.chars.size);
    if (!rarest) anyway[i] = 1;
    else
      for (const char of rarest.chars)
        bySide[rarest.side].set(char, [...(bySide[rarest.side].get(char) ?? []), i]);
  }
  return { bySide, anyway };
}

/** Characters of which a text has one where it has any of the rows. */
function fewest(rows: AnyOf, side: Side): { side: Side; chars: ReadonlySet<number> }[] {
  const rarest = rows.map(([first]) => first);
  if (rarest.includes(undefined)) return [];
  return [{ side, chars: new Set(rarest.flatMap((set) => [...(set ?? [])])) }];
}

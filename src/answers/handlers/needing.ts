import type { Handler } from '../handler.ts';
import { charsOf, mayMatch, type NeededChars, neededChars } from '../needed-chars.ts';
import type { Question } from '../parse.ts';

/** Of what a question is looked at for: as typed, its text, or the text with a letter for each name. */
const SIDES = ['masked', 'text', 'folded'] as const;
type Side = (typeof SIDES)[number];
type BySide<T> = Readonly<Record<Side, T>>;

/** Patterns that a question must have, each or, of a list, any of them. */
type Patterns = Partial<BySide<readonly (RegExp | readonly RegExp[])[]>>;

/** A handler that says itself what a question must have for it. */
interface NeedingHandler extends Handler {
  needs?: () => BySide<NeededChars>;
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

/**
 * A handler that answers only where a question has all of these patterns. Where it lacks characters that they need, the
 * handler is not asked; it may still decline.
 */
export function needing(patterns: () => Patterns, handler: Handler): Handler {
  let needs: BySide<NeededChars> | undefined;
  // Worked out with the first question: no program that loads this waits for it.
  const needed = () => {
    needs ??= charsNeeded(patterns());
    return needs;
  };
  const gated: NeedingHandler = (question, desk) => {
    const [chars, all] = [charsIn(question), needed()];
    const isPossible =
      mayMatch(all.masked, chars.masked) &&
      mayMatch(all.text, chars.text) &&
      mayMatch(all.folded, chars.folded);
    return isPossible ? handler(question, desk) : undefined;
  };
  gated.needs = needed;
  return gated;
}

/** A handler that only dresses what another one finds needs the same. */
export function needingAs({ needs }: NeedingHandler, dressed: Handler): Handler {
  return needs ? Object.assign(dressed, { needs }) : dressed;
}

function charsNeeded({ masked = [], text = [], folded = [] }: Patterns): BySide<NeededChars> {
  const of = (patterns: readonly (RegExp | readonly RegExp[])[]) =>
    patterns.flatMap((each) => (each instanceof RegExp ? neededChars(each) : ofAny(each)));
  return { masked: of(masked), text: of(text), folded: of(folded) };
}

/** What a text needs for any of the patterns. */
function ofAny(patterns: readonly RegExp[]): NeededChars {
  const rarest = patterns.map((pattern) => neededChars(pattern)[0]);
  if (rarest.includes(undefined)) return [];
  return [Uint16Array.from(new Set(rarest.flatMap((set) => [...(set ?? [])])))];
}

/** Of patterns tried in their order on one text, those that it has the characters for. */
export function sieve<T>(items: readonly T[], patternOf: (item: T) => RegExp): (text: string) => T[] {
  let index: { item: T; needed: NeededChars }[] | undefined;
  return (text) => {
    index ??= items.map((item) => ({ item, needed: neededChars(patternOf(item)) }));
    const chars = charsOf(text);
    return index.filter(({ needed }) => mayMatch(needed, chars)).map(({ item }) => item);
  };
}

/** Of handlers by their names, tried in their order, those that a question has the characters for. */
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

/** By a character of the rarest set that a handler needs, the handlers. */
function indexOf(handlers: readonly NeedingHandler[]) {
  const bySide = Object.fromEntries(SIDES.map((side) => [side, new Map()])) as BySide<Map<number, number[]>>;
  const anyway = new Uint8Array(handlers.length);
  for (const [i, { needs }] of handlers.entries()) {
    const all = needs?.();
    const sets = all ? SIDES.flatMap((side) => all[side].map((set) => ({ side, set }))) : [];
    const [rarest] = sets.sort((a, b) => a.set.length - b.set.length);
    if (!rarest) anyway[i] = 1;
    for (const char of rarest?.set ?? []) {
      const { [rarest?.side ?? 'text']: known } = bySide;
      known.set(char, [...(known.get(char) ?? []), i]);
    }
  }
  return { bySide, anyway };
}

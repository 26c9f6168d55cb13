import type { Match } from './retrieve.ts';

/** A statement that covers less of the question than this does not answer it. */
export const SURE = 0.58;
/** Or less, when no other place of the notice comes near it. */
export const STANDS_OUT = 0.46;
const AHEAD = 0.2;
/** Or less still, when it has so much of the question and is so far ahead. */
const NOT_SURE = 0.33;
const MUCH = 3;
const WELL_AHEAD = 0.13;
/** Enough where the question says in which place to look. */
const WITHIN = 0.3;

/** Whether the best statement answers: it covers the question, or stands out from all others. */
export function isSure(matches: readonly Match[], restricted = false): boolean {
  const [best] = matches;
  if (restricted && best && best.coverage >= WITHIN) return true;
  if (!best || best.coverage < STANDS_OUT) return false;
  if (best.coverage >= SURE) return true;
  return best.coverage - (rivalOf(best, matches)?.coverage ?? 0) >= AHEAD;
}

/**
 * Whether the best statement, short of being sure, is well ahead of those of other places and has much of the
 * question: the words that it lacks are a way of asking that nobody has used before.
 */
export function isAhead(matches: readonly Match[]): boolean {
  const [best] = matches;
  if (!best || best.coverage < NOT_SURE || best.weight < MUCH) return false;
  return best.coverage - (rivalOf(best, matches)?.coverage ?? 0) >= WELL_AHEAD;
}

/** What a clause must have of a sentence, by itself or beside what the whole question has of one. */
const HEAVY = 2;
const OF_WHOLE = 0.5;

/** A sentence that has all of a clause of two bare words (`是个什么处`) has nothing of the question, unless it has most of that. */
export const isHeavy = ([found]: readonly Match[], [whole]: readonly Match[]) =>
  found !== undefined &&
  (found.weight >= HEAVY ||
    found.weight >= OF_WHOLE * (whole?.weight ?? 0) ||
    found.statement === whole?.statement);

/** The next best that stands elsewhere and says something else. */
const rivalOf = (best: Match, matches: readonly Match[]) =>
  matches.find(
    ({ statement }) =>
      statement.location !== best.statement.location && !overlaps(statement.folded, best.statement.folded),
  );

/** Whether a statement that answers is more than merely ahead of the others. */
export const isPlain = (match: Match) => match.coverage >= SURE;

function overlaps(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short.replace(/[。；]$/, ''));
}

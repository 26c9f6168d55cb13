import { fold } from '../characters/fold.ts';
import { type Expectation, satisfies } from '../question/expect.ts';

/** Sentences up to this long are shown whole. */
const SHORT = 46;

/** What a piece must have, and what it must not be about. */
export interface Wanted {
  expectation: Expectation | undefined;
  isOther: (piece: string) => boolean;
  /** Words that must all stay in the piece. */
  keeps: readonly string[];
}

/**
 * The piece of a statement that answers: for a figure the comma-separated piece about the asked thing, with its
 * neighbours up to the one that has the figure. Undefined where no piece near the asked words has what is expected.
 */
export function pieceFor(
  text: string,
  parts: readonly string[],
  { expectation, isOther, keeps }: Wanted,
): string | undefined {
  if (keeps.length > 1 && keeps.every((word) => fold(text).includes(word))) return text;
  if (expectation === undefined) return text;
  const pieces = text.split(/(?<=[，,；;。])/).filter((piece) => piece.trim() !== '' && !isOther(piece));
  if (pieces.length === 1) return satisfies(pieces[0] ?? '', expectation) ? tidy(pieces[0] ?? '') : undefined;
  if (text.length <= SHORT && pieces.length <= 3) {
    return satisfies(pieces.join(''), expectation) ? tidy(pieces.join('')) : undefined;
  }
  const scores = pieces.map((piece) => overlap(fold(piece), parts));
  const best = scores.indexOf(Math.max(...scores));
  const own = ownPieces(pieces, parts, expectation);
  if (own.length > 1 || (own.length === 1 && !satisfies(pieces[best] ?? '', expectation)))
    return tidy(own.join(''));
  if ((scores[best] ?? 0) === 0) return satisfies(text, expectation) ? text : undefined;
  for (let end = best; end < Math.min(best + 3, pieces.length); end++) {
    const piece = pieces.slice(best, end + 1).join('');
    if (satisfies(piece, expectation)) return tidy(piece);
  }
  const before = pieces.slice(Math.max(0, best - 1), best + 1).join('');
  return satisfies(before, expectation) ? tidy(before) : undefined;
}

/** Pairs of the question that a piece must have for itself alone, to be one of those asked for. */
const OWN_PAIRS = 2;

/**
 * Of several pieces that each have such a figure (`平均甲时间…38天，全流程乙时间…17天`), those whose own words are
 * asked for; none where the question does not tell them apart.
 */
function ownPieces(pieces: readonly string[], parts: readonly string[], expectation: Expectation): string[] {
  const able = pieces.filter((piece) => satisfies(piece, expectation));
  if (able.length < 2) return [];
  const asked = new Set(
    parts.flatMap((part) => Array.from({ length: part.length - 1 }, (_, i) => part.slice(i, i + 2))),
  );
  const folded = able.map(fold);
  const counts = folded.map(
    (piece, i) =>
      [...asked].filter((pair) => piece.includes(pair) && !folded.some((o, j) => j !== i && o.includes(pair)))
        .length,
  );
  return able.filter((_, i) => (counts[i] ?? 0) >= OWN_PAIRS);
}

function tidy(piece: string): string {
  return `${piece.trim().replace(/[，,；;。]$/, '')}。`;
}

/** How many character pairs of the content stand in a text. */
function overlap(text: string, parts: readonly string[]): number {
  let count = 0;
  for (const part of parts) {
    for (let i = 0; i + 1 < part.length; i++) if (text.includes(part.slice(i, i + 2))) count += 1;
    for (const char of part) if (text.includes(char)) count += 0.1;
  }
  return count;
}

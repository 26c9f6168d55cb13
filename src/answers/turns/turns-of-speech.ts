import { lookAt, mayMatch, neededChars } from '../needed-chars.ts';

/** A turn of speech and the plain words that stand for it. */
export type SpeechTurn = readonly [RegExp, string];

/**
 * Makes a text plain by turns in their order. A question has few of some hundred turns: most need a character that it
 * does not have, and are not looked for.
 */
export function buildTurns(turns: readonly SpeechTurn[]): (text: string) => string {
  const known = turns.map(([from, to]) => ({ from, to, needed: neededChars(from) }));
  return (text) => {
    let plain = text;
    lookAt(plain);
    for (const { from, to, needed } of known) {
      if (!mayMatch(needed)) continue;
      const said = plain.replace(from, to);
      if (said === plain) continue;
      plain = said;
      lookAt(plain);
    }
    return plain;
  };
}

import { charsOf, mayMatch, neededChars } from '../needed-chars.ts';

/** A turn of speech and the plain words that stand for it. */
export type SpeechTurn = readonly [RegExp, string];

/**
 * Makes a text plain by turns in their order. A question has few of some hundred turns: only those are looked for that
 * need one of its characters, and of these such as find all that they need.
 */
export function buildTurns(turns: readonly SpeechTurn[]): (text: string) => string {
  const known = turns.map(([from, to]) => ({ from, to, needed: neededChars(from) }));
  const byChar = new Map<number, number[]>();
  const anyway = new Uint8Array(known.length);
  for (const [i, { needed }] of known.entries()) {
    const [rarest] = needed;
    if (rarest === undefined) anyway[i] = 1;
    for (const char of rarest ?? []) byChar.set(char, [...(byChar.get(char) ?? []), i]);
  }
  const open = new Uint8Array(known.length);
  const look = (text: string) => {
    const chars = charsOf(text);
    for (const char of chars) {
      const some = byChar.get(char);
      if (some) for (const i of some) open[i] = 1;
    }
    return chars;
  };
  return (text) => {
    open.set(anyway);
    let chars = look(text);
    let plain = text;
    for (let i = 0; i < open.length; i++) {
      const turn = open[i] === 1 ? known[i] : undefined;
      if (turn === undefined || !mayMatch(turn.needed, chars)) continue;
      const said = plain.replace(turn.from, turn.to);
      if (said === plain) continue;
      plain = said;
      chars = look(plain);
    }
    return plain;
  };
}

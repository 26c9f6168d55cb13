import { charsOf, mayMatch, neededChars, noChars } from '../characters/needed-chars.ts';

/** A turn of speech and the plain words that stand for it. */
export type SpeechTurn = readonly [RegExp, string];

/**
 * Makes a text plain by turns in their order. A question has few of some hundred turns: only those are looked for that
 * need one of its characters, and of these such as find all that they need.
 */
export function buildTurns(turns: readonly SpeechTurn[]): (text: string) => string {
  const known = turns.map(([from, to]) => ({ from, to, needed: neededChars(from) }));
  const byChar = new Map<number, Uint16Array>();
  const anyway = new Uint8Array(known.length);
  for (const [i, { needed }] of known.entries()) {
    const [rarest] = needed;
    if (rarest === undefined) anyway[i] = 1;
    for (const char of rarest ?? []) byChar.set(char, Uint16Array.from([...(byChar.get(char) ?? []), i]));
  }
  const open = new Uint8Array(known.length);
  const chars = noChars();
  const look = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const some = byChar.get(text.charCodeAt(at));
      if (some) for (let i = 0; i < some.length; i++) open[some[i] as number] = 1;
    }
    charsOf(text, chars);
  };
  return (text) => {
    open.set(anyway);
    look(text);
    let plain = text;
    for (let i = 0; i < open.length; i++) {
      const turn = open[i] === 1 ? known[i] : undefined;
      if (turn === undefined || !mayMatch(turn.needed, chars)) continue;
      const said = plain.replace(turn.from, turn.to);
      if (said === plain) continue;
      plain = said;
      look(plain);
    }
    return plain;
  };
}

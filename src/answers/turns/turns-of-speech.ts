/** A turn of speech and the plain words that stand for it. */
export type SpeechTurn = readonly [RegExp, string];

/** So many are looked for at once. */
const STRETCH = 12;
/** What refers to its own groups would mean others among more. */
const REFERS_BACK = /\\\d/;

interface Stretch {
  turns: SpeechTurn[];
  /** Matches where any of the turns does. */
  any: RegExp;
}

/**
 * Makes a text plain by turns in their order. A question has few of some hundred turns: one look tells that none of a
 * whole stretch is there.
 */
export function buildTurns(turns: readonly SpeechTurn[]): (text: string) => string {
  const stretches = stretchesOf(turns).map(
    (some): Stretch => ({
      turns: some,
      any: new RegExp(some.map(([{ source }]) => `(?:${source})`).join('|')),
    }),
  );
  return (text) => {
    let plain = text;
    for (const { any, turns: some } of stretches)
      if (any.test(plain)) plain = some.reduce((out, [from, to]) => out.replace(from, to), plain);
    return plain;
  };
}

function stretchesOf(turns: readonly SpeechTurn[]): SpeechTurn[][] {
  const stretches: SpeechTurn[][] = [];
  let open: SpeechTurn[] = [];
  for (const turn of turns) {
    const isAlone = REFERS_BACK.test(turn[0].source.replace(/\\d/g, ''));
    if (isAlone || open.length === STRETCH) open = [];
    if (open.length === 0) stretches.push(open);
    open.push(turn);
    if (isAlone) open = [];
  }
  return stretches;
}

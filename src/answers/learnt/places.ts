import { addStretches, type StoredWeights, scorerOf } from './weights.ts';

/** How probable it is that a text asks for what stands at a place, by the place; the improbable are left out. */
export type Places = (text: string) => ReadonlyMap<string, number>;

/** Less probable places are of no use. */
const LEAST = 0.02;
const LONGEST = 3;
const READ = 120;

/** The stretches by which a place is known. */
export function placeStretches(text: string): Set<string> {
  const found = new Set<string>();
  addStretches(found, `^${text.slice(0, READ)}$`, LONGEST);
  return found;
}

/** Where in one notice the answer stands, learnt from questions that were asked of it. */
export function placesOf(stored: StoredWeights): Places {
  const score = scorerOf(stored);
  // A question is looked up several times over, in its pieces and as a whole.
  let last: { text: string; found: ReadonlyMap<string, number> } | undefined;
  const read = (text: string) => {
    const scores = score(placeStretches(text));
    const most = Math.max(...scores);
    const shares = scores.map((one) => Math.exp(one - most));
    const sum = shares.reduce((a, b) => a + b, 0);
    return new Map(
      stored.classes.flatMap((place, i) => {
        const share = (shares[i] ?? 0) / sum;
        return share >= LEAST ? [[place, share]] : [];
      }),
    );
  };
  return (text) => {
    if (last?.text !== text) last = { text, found: read(text) };
    return last.found;
  };
}

import { lately } from '../characters/lately.ts';
import { type StoredWeights, type Stretches, scorerOf } from './weights.ts';

/** How probable it is that a text asks for what stands at a place, by the place; the improbable are left out. */
export type Places = (text: string) => ReadonlyMap<string, number>;

/** Less probable places are of no use. */
const LEAST = 0.02;
const LONGEST = 3;
const READ = 120;
/** So many texts are remembered. */
const LATELY = 16;

/** The stretches by which a place is known. */
export const placeStretches = (text: string): Stretches => ({
  text: `^${text.slice(0, READ)}$`,
  longest: LONGEST,
});

/** Where in one notice the answer stands, learnt from questions that were asked of it. */
export function placesOf(stored: StoredWeights): Places {
  const score = scorerOf(stored);
  return lately((text) => {
    const scores = score(placeStretches(text));
    let most = Number.NEGATIVE_INFINITY;
    for (const one of scores) if (one > most) most = one;
    const shares = scores.map((one) => Math.exp(one - most));
    let sum = 0;
    for (const share of shares) sum += share;
    const found = new Map<string, number>();
    for (const [i, place] of stored.classes.entries()) {
      const share = (shares[i] ?? 0) / sum;
      if (share >= LEAST) found.set(place, share);
    }
    return found;
  }, LATELY);
}

import data from '../../../db/questions/choice.json' with { type: 'json' };
import type { Reply } from '../replies/reply.ts';

/** One of the replies that a question could get, and what speaks for and against it, by name. */
export interface Option {
  name: OptionName;
  reply: Reply;
  signs: Signs;
}

/** What the rules found; the answers to the likeliest plain questions; what stands at the likeliest place; the sentence that has most of the words; a refusal; talk. */
export type OptionName = 'found' | 'plain1' | 'plain2' | 'plain3' | 'there' | 'said' | 'near' | 'talk';

/** How strong each sign is; a sign that is not there counts nothing. */
export type Signs = Readonly<Record<string, number>>;

/** Picks the reply to give. The first option is what the rules found. */
export type Chooser = (options: readonly Option[]) => Option | undefined;

/** A chooser of learnt weights, by the names of signs: the option of the largest sum, of equal ones the first. */
export function chooserOf(weights: Signs): Chooser {
  return (options) => {
    let best: Option | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const option of options) {
      const sum = sumOf(option.signs, weights);
      if (sum > most) [best, most] = [option, sum];
    }
    return best;
  };
}

/** What the signs of an option weigh together. */
export function sumOf(signs: Signs, weights: Signs): number {
  let sum = 0;
  for (const name in signs) sum += (signs[name] ?? 0) * (weights[name] ?? 0);
  return sum;
}

/** Picks by what was learnt of questions when the rules saw them for the first time (`npm run train`). */
export const choiceLearnt: Chooser = chooserOf(data.weights);

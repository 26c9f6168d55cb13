import { restOfSetTold } from '../../handlers/figures/open-sets.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const LONGEST = 18;

/** `除了甲公司那五个叫啥` after a set of which the notice counts more than it names. */
export function restOfSet({ question, last, facts }: Talk): Turn | undefined {
  const { folded } = question;
  if (folded.length > LONGEST || !/除|另|其|剩|余/.test(folded)) return undefined;
  const reply = restOfSetTold(folded, last.question.text, facts);
  return reply && { question, reply };
}

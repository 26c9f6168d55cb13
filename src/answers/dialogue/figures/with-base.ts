import { addedToBase, asksWithBase } from '../../handlers/figures/added-to-base.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const LONGEST = 24;

/** `连去年的算上，最多多少个` after a target that adds to what there is. */
export function withBase({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !asksWithBase(text) || firmOf(question).length > 0) return undefined;
  const [place] = last.reply.cites;
  const found = place === undefined ? undefined : addedToBase(facts.indicatorsAt(place), text);
  return found && { question, reply: found };
}

import { itemOfPlace } from '../../handlers/places/item-holding.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const LONGEST = 24;

/** `属于六项措施的哪一项` after something of one place: which item of its series that place is. */
export function itemOfTold({ question, last, facts }: Talk): Turn | undefined {
  const [place] = last.reply.cites;
  if (place === undefined || question.text.length > LONGEST || firmOf(question).length > 0) return undefined;
  const reply = itemOfPlace(question.text, place, facts);
  return reply && { question, reply };
}

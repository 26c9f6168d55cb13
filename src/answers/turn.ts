import type { Item } from './dialogue/told.ts';
import type { Question } from './question/parse.ts';
import type { Reply } from './replies/reply.ts';

/** The last turn of a conversation: what was asked and what the answer was about. */
export interface Turn {
  question: Question;
  reply: Reply;
  /** People of whom some were picked (`里头哪个是…`): a next message may pick others. */
  pool?: readonly string[];
  /** A list told earlier of which this turn picked one: the next may pick another. */
  told?: readonly Item[] | undefined;
  /** Asked by itself, whatever went before. */
  isAlone?: boolean;
  /** Several things were asked, and each was surely answered. */
  isEachSure?: boolean;
  /** The turn before. */
  before?: Turn | undefined;
}

/** Mentions that more than a hint stands for. */
export const firmOf = (question: Question) => question.mentions.filter((m) => m.how !== 'hint');

/** A turn that leans on the last one by what it says: its wording alone does not tell whom it is about. */
export const exactly = (turn: Turn): Turn => ({ ...turn, reply: { ...turn.reply, readsAll: true } });

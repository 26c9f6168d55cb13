import type { Facts } from './facts.ts';
import type { Chooser } from './intents/choice.ts';
import type { Classifier } from './intents/classify.ts';
import type { Places } from './learnt/places.ts';
import type { LiveResolver } from './live.ts';
import type { Question } from './question/parse.ts';
import type { Reply } from './replies/reply.ts';
import type { Retriever } from './sentences/retrieve.ts';

/** Units of a sort (`党委部门`): the words for it and their ids. */
export interface UnitClass {
  say: readonly string[];
  units: readonly string[];
}

/** What a handler may look at besides the question. */
export interface Desk {
  facts: Facts;
  retriever: Retriever;
  contrasts: readonly (readonly string[])[];
  /** Units of a sort, by ids. */
  unitClasses: readonly UnitClass[];
  live: LiveResolver | undefined;
  /** What a question is after by its wording; without it the rules alone read. */
  guess: Classifier | undefined;
  /** Which of the replies found is given. */
  choose: Chooser;
  /** Where the answer stands, by what was asked before; not every notice has been asked so much. */
  places: Places | undefined;
}

/** Answers one kind of question, or declines with undefined and leaves it to the next. */
export type Handler = (question: Question, desk: Desk) => Reply | undefined;

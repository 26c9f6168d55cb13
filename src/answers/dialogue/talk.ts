import { decide, isAnswer } from '../decide.ts';
import type { Facts } from '../facts.ts';
import type { Desk } from '../handler.ts';
import type { Linker } from '../names/link.ts';
import { type Question, readQuestion } from '../question/parse.ts';
import type { Turn } from '../turn.ts';

/** A message of a conversation, and what its reader may do with it. */
export interface Talk {
  question: Question;
  last: Turn;
  facts: Facts;
  /** Words for opposite things, of which one may stand in the place of the other. */
  contrasts: Desk['contrasts'];
  link: Linker['link'];
  /** Asks a full wording; undefined where nothing answers it. */
  ask(text: string): Turn | undefined;
  /** The same with whatever comes of it, a refusal too. */
  take(text: string): Turn;
}

/** A message after the last turn, with the means to ask for it in full. */
export function talkOf(question: Question, last: Turn, linker: Linker, desk: Desk): Talk {
  const taken = (text: string) => {
    const full = readQuestion(text, linker);
    return { question: full, reply: decide(full, desk) };
  };
  const ask = (text: string) => {
    const turn = taken(text);
    return isAnswer(turn.reply) ? turn : undefined;
  };
  return {
    question,
    last,
    facts: desk.facts,
    contrasts: desk.contrasts,
    link: linker.link,
    ask,
    take: taken,
  };
}

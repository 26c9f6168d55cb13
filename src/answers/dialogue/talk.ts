import type { Facts } from '../facts.ts';
import type { Linker } from '../link.ts';
import type { Question } from '../parse.ts';
import type { Turn } from '../turn.ts';

/** A message of a conversation, and what its reader may do with it. */
export interface Talk {
  question: Question;
  last: Turn;
  facts: Facts;
  link: Linker['link'];
  /** Asks a full wording; undefined where nothing answers it. */
  ask(text: string): Turn | undefined;
  /** The same with whatever comes of it, a refusal too. */
  take(text: string): Turn;
}

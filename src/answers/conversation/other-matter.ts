import { fold } from '../characters/fold.ts';
import { decide, isAnswer } from '../decide.ts';
import type { Desk } from '../handler.ts';
import type { Linker } from '../names/link.ts';
import { expectationOf, satisfies } from '../question/expect.ts';
import { type Question, readQuestion } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import type { Turn } from '../turn.ts';
import { matterSwaps } from './matter-swaps.ts';

/** `某事呢` after the figure of something else: asked of this, where the answer found says nothing of it. */
export function otherMatter(
  question: Question,
  last: Turn,
  found: Turn,
  linker: Linker,
  desk: Desk,
): Turn | undefined {
  const [said, ...wordings] = matterSwaps(question, last);
  const isMeant =
    said !== undefined &&
    isAbout(found.reply, said) &&
    satisfies(found.reply.lines[0] ?? '', expectationOf(last.question.text));
  if (said === undefined || isMeant) return undefined;
  for (const wording of wordings) {
    const turn = {
      question: readQuestion(wording, linker),
      reply: decide(readQuestion(wording, linker), desk),
    };
    if (isAnswer(turn.reply) && isAbout(turn.reply, said)) return turn;
  }
  return undefined;
}

const isAbout = (found: Reply, said: string) => fold(found.lines[0] ?? '').includes(said);

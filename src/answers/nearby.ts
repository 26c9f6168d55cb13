import { DRILLS, expectationOf, NAMES, satisfies } from './expect.ts';
import type { Desk } from './handler.ts';
import type { Question } from './parse.ts';
import { type Reply, reply } from './reply.ts';
import { focusOf } from './statement-replies.ts';
import { at } from './texts.ts';

/** Share of the words that a sentence of the place must have. */
const ENOUGH = 0.3;

/**
 * The second half of a breath (`怎么结合，对问题要具体到什么`): what the place that answered the other half says on it.
 * Undefined where that place says nothing of it.
 */
export function answerNearby(question: Question, places: readonly string[], desk: Desk): Reply | undefined {
  if (NAMES.test(question.text) || DRILLS.test(question.text) || places.length === 0) return undefined;
  const expectation = expectationOf(question.text);
  const [best] = desk.retriever
    .search({ parts: question.content, only: (s) => places.includes(s.location) })
    .filter(({ statement }) => satisfies(statement.folded, expectation));
  if (!best || best.coverage < ENOUGH) return undefined;
  const { statement } = best;
  return reply(`${statement.text}${at(statement.location)}`, [statement.location], {
    confidence: best.coverage,
    focus: focusOf(statement),
  });
}

import type { Facts } from '../facts.ts';
import type { Desk } from '../handler.ts';
import { DRILLS, expectationOf, NAMES, satisfies } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import { focusOf } from './statement-replies.ts';

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

/** A sentence longer than this is not shown for the sake of a half question. */
const LONGEST = 160;

/**
 * What else stands in the sentence whose piece answered the other half: its deadline where a time is asked for, else
 * the whole of it.
 */
export function answerAround(question: Question, answered: Reply, facts: Facts): Reply | undefined {
  const [place] = answered.cites;
  const [line = ''] = answered.lines;
  const shown = line.replace(/（[^（）]*（?[^（）]*）?[^（）]*）$/, '').replace(/[。；]$/, '');
  const clause = place === undefined ? undefined : facts.clause(place);
  if (place === undefined || !clause || shown.length < SHORTEST) return undefined;
  const told = facts.indicatorsAt(place).find(({ quote }) => shown.includes(quote) || quote.includes(shown));
  if (told?.deadlineText && /时间|日期|年限/.test(expectationOf(question.text)?.name ?? ''))
    return reply(`时限：${told.deadlineText}。${at(place)}`, [place], { focus: answered.focus });
  const whole = clause.text
    .split(/(?<=[。；\n])/)
    .find((sentence) => sentence.includes(shown))
    ?.trim();
  if (whole === undefined || whole.length > LONGEST || whole.length < shown.length + SHORTEST)
    return undefined;
  if (!satisfies(whole.replace(shown, ''), expectationOf(question.text))) return undefined;
  return reply(`同一处写着：${whole}${at(place)}`, [place], { focus: answered.focus });
}

const SHORTEST = 5;

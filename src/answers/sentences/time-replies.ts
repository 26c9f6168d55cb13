import type { Facts } from '../facts.ts';
import { type Expectation, FREQUENCY, satisfies } from '../question/expect.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import { ownerLine } from './owners.ts';
import type { Match } from './retrieve.ts';
import { focusOf } from './statement-replies.ts';

/** By when or how often, where the sentence found does not say it itself. */
export const timeReply = (facts: Facts, best: Match, expectation: Expectation | undefined) =>
  deadlineReply(facts, best, expectation) ?? rhythmReply(facts, best, expectation);

/** A question for the time of a target: the deadline that its sentence stands under. */
function deadlineReply(
  facts: Facts,
  { statement, coverage }: Match,
  expectation: Expectation | undefined,
): Reply | undefined {
  if (!/时间|日期|年限/.test(expectation?.name ?? '')) return undefined;
  const told = facts
    .indicatorsAt(statement.location)
    .find((i) => i.deadlineText && (statement.text.includes(i.quote) || i.quote.includes(statement.text)));
  if (!told || (/日期/.test(expectation?.name ?? '') && !satisfies(told.deadlineText ?? '', expectation)))
    return undefined;
  return reply(`${told.deadlineText}：${statement.text}${at(statement.location)}`, [statement.location], {
    confidence: coverage,
    focus: focusOf(statement),
  });
}

/** How often it is done stands in the sentence that a piece was cut out of (`每季度一次…，…共同学习`). */
function rhythmReply(
  facts: Facts,
  { statement, coverage }: Match,
  expectation: Expectation | undefined,
): Reply | undefined {
  if (expectation !== FREQUENCY) return undefined;
  const sentence = facts
    .clause(statement.location)
    ?.text.split(/(?<=[。；;\n])/)
    .find((one) => one.includes(statement.text.replace(/[。；]$/, '')));
  if (sentence === undefined || !satisfies(sentence, expectation)) return undefined;
  return reply(`${sentence.trim()}${at(statement.location)}`, [statement.location], {
    confidence: coverage,
    focus: focusOf(statement),
    aside: ownerLine(facts, statement),
  });
}

import type { Facts } from '../facts.ts';
import { isClaim } from '../question/claims.ts';
import { DRILLS, type Expectation, expectationOf, NAMES, satisfies } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, refuse, reply } from '../replies/reply.ts';
import { at, placeName } from '../replies/texts.ts';
import { ownerLine, ownersAsked } from './owners.ts';
import type { Match } from './retrieve.ts';
import type { Statement } from './statements.ts';

/** Below this nothing is near. */
export const NEAR_ENOUGH = 0.38;
/** Begins an answer that is only near. */
export const NEAREST = '通知里没有直接写这一点，最接近的是：';

/** What a statement is about: its measures, its groups, or its place. */
export function focusOf(statement: Statement): Reply['focus'] {
  const measures = statement.measures.map((no) => ({ kind: 'measure' as const, no }));
  if (measures.length > 0) return measures;
  const groups = statement.groups.map((no) => ({ kind: 'group' as const, no }));
  return groups.length > 0 ? groups : [{ kind: 'clause', location: statement.location }];
}

/** `写在哪一条`: the place first, then what stands there. */
export function whereReply(facts: Facts, { statement, coverage }: Match): Reply {
  const heading = facts.clause(statement.location)?.heading;
  const title = heading && !statement.text.startsWith(heading) ? `（${heading}）` : '';
  return reply(
    `在${placeName(facts, statement.location)}${title}：${statement.text}${at(statement.location)}`,
    [statement.location],
    {
      focus: focusOf(statement),
      confidence: coverage,
      aside: ownerLine(facts, statement),
    },
  );
}

/** The matter stands in the notice, the figure asked for does not. */
export function notPrecise(best: Match, expectation: Expectation | undefined): Reply {
  const { statement } = best;
  // How many are asked for where the notice counts none but lists them.
  if (
    expectation?.name === '具体数字' &&
    /种\|样/.test(expectation.asks.source) &&
    listsSeveral(statement.text)
  )
    return reply(`${statement.text}${at(statement.location)}`, [statement.location], {
      confidence: best.coverage,
      focus: focusOf(statement),
    });
  return partial(`通知里没有写${expectation?.name ?? '这一点'}。`, best);
}

const listsSeveral = (text: string) => text.split(/[，；。：]/).some((piece) => piece.split('、').length > 2);

/** The notice names a thing and does not unfold it. */
export function notUnfolded(best: Match): Reply {
  return partial('通知里没有展开写这一点。', best);
}

function partial(no: string, { statement, coverage }: Match): Reply {
  return reply([no, `只写了：${statement.text}${at(statement.location)}`], [statement.location], {
    confidence: coverage,
    focus: focusOf(statement),
    isPartial: true,
  });
}

/** A statement that is near without being sure, for a question that asks for no figure and no name. */
export function nearest(question: Question, best: Match): Reply | undefined {
  const { text } = question;
  const isPut = EXISTS.test(text) || isClaim(question);
  const asksPoint =
    (expectationOf(text) && !isTimeOf(text, best.statement)) ||
    NAMES.test(text) ||
    DRILLS.test(text) ||
    (isPut &&
      (FIGURED.test(text) || question.mentions.some((m) => m.kind === 'unit' || m.kind === 'person')));
  const enough = isPut || expectationOf(text) ? SHOWN_BESIDE : NEAR_ENOUGH;
  const isOtherTime = (text.match(/\d+[月年日]/g) ?? []).some(
    (time) => !best.statement.folded.includes(time),
  );
  if (best.coverage < enough || isOtherTime || asksPoint || ownersAsked(question.masked)) return undefined;
  const { statement } = best;
  return reply(`${NEAREST}${statement.text}${at(statement.location)}`, [statement.location], {
    confidence: best.coverage,
    focus: focusOf(statement),
    isPartial: true,
    isNearest: true,
  });
}

/** The same where something is put up for confirmation or a time is asked for: what stands there is told, no verdict on it. */
const SHOWN_BESIDE = 0.44;
const FIGURED = /\d|半/;

/** How long or how often, asked of a sentence that has it. */
function isTimeOf(text: string, { folded }: Statement): boolean {
  const expectation = expectationOf(text);
  return /时限|天数|频次/.test(expectation?.name ?? '') && satisfies(folded, expectation);
}

const EXISTS = /有没有|写了?[吗没]|提了?[吗没]|说了?[吗没]|[吗没]$/;

/** The notice does not say. */
export function notSaid(matches: readonly Match[]): Reply {
  const near = matches.filter((m) => m.coverage > 0.3).slice(0, 3);
  return refuse('通知里没有写这件事，不能替它回答。', [], {
    confidence: 1 - (matches[0]?.coverage ?? 0),
    suggestions: near.map((m) => ({
      label: m.statement.text.slice(0, 12),
      question: m.statement.text.slice(0, 40),
    })),
  });
}

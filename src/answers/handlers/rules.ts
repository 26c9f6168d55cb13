import { isOtherSide } from '../contrast.ts';
import { DRILLS, type Expectation, expectationOf } from '../expect.ts';
import type { Facts } from '../facts.ts';
import { pieceFor } from '../fragments.ts';
import type { Desk, Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import type { Match } from '../retrieve.ts';
import type { Statement } from '../statements.ts';
import { at, groupName, measureName, ownersOf, personName, unitList } from '../texts.ts';
import { isClaim, verdictOn } from '../claims.ts';
import { contentOf } from '../wording.ts';

/** A statement that covers less of the question than this does not answer it. */
const SURE = 0.62;
/** How near the best a second statement must come to be shown too. */
const NEAR = 0.985;

/** Everything that the notice says in sentences: the statement that covers the question best. */
export const answerRules: Handler = (question, desk) => {
  const parts = contentAsked(question);
  const matches = search(question, desk, parts);
  const [best] = matches;
  if (!best || best.coverage < SURE) return notSaid(matches);
  const owner = ownerReply(question, desk.facts, best);
  if (owner) return owner;
  if (DRILLS.test(question.text) && !unfolds(best.statement, question.text)) return notUnfolded(best);
  const expectation = expectationOf(question.text);
  const answer = compose(parts, matches, expectation);
  if (!answer) return notPrecise(best, expectation);
  const verdict = isClaim(question) ? verdictOn(question.text, answer.lines[0] ?? '') : undefined;
  const lines = verdict === undefined ? answer.lines : [`${verdict ? '是的，' : '不是。'}${answer.lines[0]}`, ...answer.lines.slice(1)];
  return { ...answer, lines, confidence: best.coverage };
};

/** Figures and periods of a claim are what is to be checked, not what is looked for. */
function contentAsked(question: Question): string[] {
  if (!isClaim(question)) return question.content;
  const bare = question.content.map((part) => part.replace(CLAIMED, ',').split(','));
  const left = bare.flat().filter((part) => part !== '');
  return left.length > 0 ? left : question.content;
}

const CLAIMED =
  /每个?(?:季度?|[年月周天半])|半年|\d+(?:\.\d+)?(?:%|个?工作日|个?[天日月年小时]|[个项条家次])|百分之[一二三四五六七八九十百]+/g;

/** A long lead-in (`外地老板来投资，…`) may hide the question: its last clause is tried alone. */
function search(question: Question, desk: Desk, parts: readonly string[]): Match[] {
  const whole = findStatements(question, desk, parts);
  const cut = question.text.search(/[,，][^,，]*$/);
  if ((whole[0]?.coverage ?? 0) >= SURE || cut < 0) return whole;
  const tail = findStatements(question, desk, contentOf(question.text.slice(cut + 1)));
  return (tail[0]?.coverage ?? 0) > 0.8 ? tail : whole;
}

/** Whether the lexicon says that this statement answers such a question (`四挂钩是哪四个`). */
function unfolds(statement: Statement, asked: string): boolean {
  return statement.asks.split('|').some((ask) => {
    if (!/哪|什么|啥|指/.test(ask)) return false;
    const content = contentOf(ask).join('');
    return content.length > 2 && [...content].every((char) => asked.includes(char));
  });
}

/** Statements for the content, those of the mentioned matters first. */
export function findStatements(
  question: Question,
  { retriever, contrasts }: Desk,
  parts: readonly string[] = question.content,
): Match[] {
  const groups = new Set(mentioned(question, 'group', true).map(({ no }) => no));
  const measures = new Set(mentioned(question, 'measure').map(({ no }) => no));
  const places = mentioned(question, 'clause').map(({ location }) => location);
  const within = (s: Statement) => places.some((p) => s.location === p || s.location.startsWith(p));
  const boost = (s: Statement) => {
    let factor = s.isTopic ? 1.02 : 1;
    if (s.groups.some((no) => groups.has(no))) factor *= 1.06;
    if (places.some((p) => s.location.startsWith(p))) factor *= 1.1;
    return factor;
  };
  const only =
    measures.size > 0
      ? (s: Statement) => s.measures.some((no) => measures.has(no))
      : places.length > 0 && question.mentions.some((m) => m.kind === 'clause' && m.how === 'number')
        ? within
        : undefined;
  return retriever
    .search({ parts, boost, ...(only && { only }) })
    .filter(({ statement }) => !isOtherSide(question.text, statement.folded, contrasts));
}

function compose(parts: readonly string[], matches: readonly Match[], expectation: Expectation | undefined) {
  const [best] = matches;
  if (!best) return undefined;
  const shown: { text: string; statement: Statement }[] = [];
  for (const match of matches.slice(0, 8)) {
    if (match.coverage < best.coverage * NEAR && shown.length > 0) break;
    const text = pieceFor(match.statement.text, parts, expectation);
    if (text === undefined) continue;
    const same = shown.find((s) => s.text.includes(text.slice(0, -1)) || text.includes(s.text.slice(0, -1)));
    if (!same && shown.length < 2) shown.push({ text, statement: match.statement });
  }
  const [first] = shown;
  if (!first) return undefined;
  return reply(
    shown.map(({ text, statement }) => `${text}${at(statement.location)}`),
    shown.map(({ statement }) => statement.location),
    { focus: focusOf(first.statement) },
  );
}

function focusOf(statement: Statement): Reply['focus'] {
  const measures = statement.measures.map((no) => ({ kind: 'measure' as const, no }));
  if (measures.length > 0) return measures;
  const groups = statement.groups.map((no) => ({ kind: 'group' as const, no }));
  return groups.length > 0 ? groups : [{ kind: 'clause', location: statement.location }];
}

/** `哪个组`, `归谁`, `哪个单位`: the owner of the matched statement instead of its words. */
function ownerReply(question: Question, facts: Facts, match: Match): Reply | undefined {
  const { masked } = question;
  const asksGroup = /(?:哪|什么)(?:一|\d)?个?(?:专项)?(?:工作)?小?组|组(?:的)?职责/.test(masked);
  const asksLeader = /领导|分包|分管|哪位/.test(masked);
  const asksUnit =
    /哪(?:个|家|些|几个)?(?:单位|部门|局)|牵头|谁(?:来|在)?(?:管|负责|抓|干|办)|归(?:谁|哪)|找(?:谁|哪)|由(?:谁|哪)|哪(?:一)?家|谁的/.test(
      masked,
    );
  if (!asksGroup && !asksLeader && !asksUnit) return undefined;
  const { statement } = match;
  const [measureNo] = statement.measures;
  const measure = measureNo === undefined ? undefined : facts.measure(measureNo);
  const groups = statement.groups.map((no) => facts.group(no)).filter((g) => g !== undefined);
  const lines: string[] = [];
  const cites: string[] = [statement.location];
  if (measure && (asksUnit || !asksLeader))
    lines.push(`${ownersOf(facts, measure)}${at(measure.location)}。`);
  const [group] = groups;
  if (group && (asksGroup || asksLeader || !measure)) {
    lines.push(
      `${groupName(group)}：${personName(facts, group.leader)}分包，${unitList(facts, group.leadUnits)}牵头${at(group.location)}。`,
    );
    cites.push(group.location);
  }
  if (lines.length === 0) return undefined;
  void measureName;
  return reply(lines, cites, { focus: focusOf(statement), confidence: match.coverage });
}

/** The matter stands in the notice, the figure asked for does not. */
function notPrecise(best: Match, expectation: Expectation | undefined): Reply {
  const { statement } = best;
  return refuse(
    [`通知里没有写${expectation?.name ?? '这一点'}。`, `只写了：${statement.text}${at(statement.location)}`],
    [statement.location],
    { confidence: best.coverage, focus: focusOf(statement) },
  );
}

function notUnfolded({ statement, coverage }: Match): Reply {
  return refuse(
    ['通知里没有展开写这一点。', `只写了：${statement.text}${at(statement.location)}`],
    [statement.location],
    { confidence: coverage, focus: focusOf(statement) },
  );
}

function notSaid(matches: readonly Match[]): Reply {
  const near = matches.filter((m) => m.coverage > 0.3).slice(0, 3);
  return refuse('通知里没有写这件事，不能替它回答。', [], {
    confidence: 1 - (matches[0]?.coverage ?? 0),
    suggestions: near.map((m) => ({
      label: m.statement.text.slice(0, 12),
      question: m.statement.text.slice(0, 40),
    })),
  });
}

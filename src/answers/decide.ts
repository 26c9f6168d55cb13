import { isFiller } from './beside/filler.ts';
import type { Desk } from './handler.ts';
import { answerFigures } from './handlers/figures/targets.ts';
import { ASKS_GROUP } from './handlers/groups/groups.ts';
import { HANDLERS } from './handlers/index.ts';
import { sieveHandlers } from './handlers/needing.ts';
import { answerRules } from './handlers/rules/rules.ts';
import { answerWithin } from './handlers/rules/within.ts';
import { answerWholeGroup, answerWholeMembership } from './query/whole-membership.ts';
import { expectationOf, satisfies } from './question/expect.ts';
import type { Question } from './question/parse.ts';
import { residueOf } from './question/wording.ts';
import { dutyInstead } from './replies/duty-instead.ts';
import { type Reply, refuse } from './replies/reply.ts';
import { agreedOwner } from './sentences/owners-agreed.ts';

/** A structured answer that only tells what there is about a thing, for want of a question. */
const OVERVIEW = 0.8;
/** Share of the words left over that a statement must have to be the answer instead. */
const EXPLAINED = 0.45;
/** Share of words that stand nowhere, from which on they are more than a way of putting it. */
const UNKNOWN = 0.6;
/** Coverage from which on a sentence is clearly meant, also against a group of a similar name. */
const CLEAR = 0.75;
/** Who leads or is in charge is asked for, and nothing else. */
const ASKS_OWNER =
  /(?:哪[位个]|谁|什么)(?:区)?(?:领导)?(?:来)?(?:分包|分管|包|管|负责|牵头)[的着]?$|(?:向|跟|给|找)(?:哪[位个]|谁)(?:区)?(?:领导)?(?:汇报|请示|报告|对接)$|(?:分包|牵头|领导)(?:的)?(?:是|归)?(?:谁|哪[位家个](?:单位|领导)?)$/;
/** Refused for want of a sentence. */
export const NOTHING = '通知里没有写这件事，不能替它回答。';

/** Questions live as long as the message they are read from: within it, one that comes up again has its answer. */
const decided = new WeakMap<Question, Reply>();

/** The first sure answer; where words are left that no structure explains, the statements are heard too. */
export function decide(question: Question, desk: Desk): Reply {
  const known = decided.get(question);
  if (known) return known;
  const found = deciding(question, desk);
  const isOpen = found.isPartial === true || (found.kind === 'refuse' && found.lines[0] === NOTHING);
  const reply =
    (isOpen ? (answerWholeMembership(question, desk) ?? answerWholeGroup(question, desk)) : undefined) ??
    found;
  decided.set(question, reply);
  return reply;
}

function deciding(question: Question, desk: Desk): Reply {
  const structured = firstOf(question, desk);
  if (structured && structured.kind !== 'answer') return structured;
  const leftOver = wordsLeft(question, structured);
  if (structured && leftOver.length === 0 && structured.confidence > OVERVIEW) return structured;
  const stated = answerRules(question, desk) ?? refuse(NOTHING);
  if (!structured) {
    if (isAnswer(stated)) return stated;
    return answerFigures(question, desk) ?? agreedOwner(question, desk) ?? stated;
  }
  if (isAnswer(stated) && stated.confidence >= NEARLY_ALL && isHintOfPerson(question)) return stated;
  if (structured.confidence > OVERVIEW) {
    const isOwnGroup = structured.isOwner === true && ASKS_GROUP.test(question.masked);
    const isOther = !shareFocus(stated, structured);
    const isAnothers = isOwnGroup && stated.confidence >= CLEAR && isOther;
    // `某事的手续太绕，哪两家牵头改`: other words of the question do not take it to another group than the one named.
    const isTakenAway =
      structured.isOwner === true && isOther && stated.confidence < CLEAR && isGroupNamed(question);
    // What the words left over say of the same group tells which group is meant; asked is who has it.
    const isDescribed = ASKS_OWNER.test(question.masked) && structured.cites.includes(stated.cites[0] ?? '');
    if (
      (!isOwnGroup || isAnothers) &&
      !isDescribed &&
      !isTakenAway &&
      isAnswer(stated) &&
      explains(stated, leftOver, desk)
    )
      return stated;
    const thing = question.text.match(/的([\u4e00-\u9fff]{2,5})(?:是|叫)(?:谁|什么|啥)/)?.[1];
    const isKnown = thing === undefined || desk.retriever.unknownShare([thing]) < UNKNOWN;
    return (structured.isOwner || isDescribed) && isKnown
      ? structured
      : beside(structured, leftOver, question, desk);
  }
  const isOfPerson = leftOver.length === 0 && /P/.test(question.masked);
  if (isAnswer(stated) && !isOfPerson && !NAME_ALONE.test(question.masked)) return stated;
  const isBare = question.residue.join('').length === 0;
  const inside =
    answerFigures(question, desk) ?? (leftOver.length > 0 ? answerWithin(question, desk) : undefined);
  if (inside) return inside;
  if (stated.isNearest) return leftOver.length > 0 ? stated : dutyInstead(structured, question, desk);
  if (stated.isPartial || (!isBare && leftOver.join('').length > 2)) return stated;
  const left = leftOver.length > 0 ? leftOver : lacking(question, structured);
  return beside(dutyInstead(structured, question, desk), left, question, desk);
}

/** Coverage from which on a sentence has nearly all of a question. */
const NEARLY_ALL = 0.95;
/** Nobody is named, only a word said that may mean somebody (`一把手负责制是管哪一级的单位`). */
const isHintOfPerson = ({ mentions }: Question) =>
  mentions.length > 0 && mentions.every((m) => m.how === 'hint' && m.kind === 'person');

const isGroupNamed = ({ mentions, masked }: Question) =>
  /G.*(?:牵头|分包|责任单位)/.test(masked) &&
  mentions.filter((m) => m.kind === 'group' && m.how !== 'hint').length === 1;

/** A name and nothing else: what there is about it. */
const NAME_ALONE = /^(?:[UPG]|S[这那]?一?个?(?:分项|子项|小项)?)(?:呢|嘞|哩|那边|这边)?[,，?？。!！…—-]*$/;

/** Whether two replies are about one group or measure. */
const shareFocus = (a: Reply, b: Reply) =>
  a.focus.some((one) => b.focus.some((other) => JSON.stringify(one) === JSON.stringify(other)));

const FIGURE = /(?:达到|做到|降到|提到|压到|是|要|得)多少/;
const HALF = 0.5;

/** What the question expects and an overview does not have (`第7组几号开会`). */
function lacking(question: Question, structured: Reply): string[] {
  const expectation = expectationOf(question.text);
  const said = structured.lines.join('');
  const isFigure =
    FIGURE.test(question.text) && !/\d/.test(said.replace(/（[^（）]*）|第\d+[组条]|附件\d/g, ''));
  if (isFigure && structured.confidence < HALF) return ['具体数字'];
  return satisfies(said, expectation) ? [] : [expectation?.name ?? ''];
}

/** Whether a reply only tells what there is about a thing. */
export const isOverview = (found: Reply) => found.confidence <= OVERVIEW && found.cites.length > 0;

/** A structured answer that leaves words of the question unaccounted for says so first. */
function beside(structured: Reply, leftOver: readonly string[], question: Question, desk: Desk): Reply {
  if (leftOver.length === 0) return structured;
  const [only, ...others] = leftOver;
  const isWord = only !== undefined && others.length === 0 && only.length < 5 && question.text.includes(only);
  const isClean = isWord && desk.retriever.unknownShare([only]) > UNKNOWN;
  const no = isClean ? `通知里没有写“${only}”。` : '通知里没有直接写这一点。';
  return {
    ...structured,
    lines: [no, ...structured.lines.map((line, i) => (i === 0 ? `只写了：${line}` : line))],
    isPartial: true,
  };
}

/** Whether a reply answers what was asked, not only something beside it. */
export const isAnswer = (found: Reply) => found.kind === 'answer' && !found.isPartial;

/** Whether a reply answers, and with more than an overview. */
export const isToThePoint = (found: Reply) => isAnswer(found) && !isOverview(found);

const SURE = 0.85;

/** Whether a reply answers what was asked, and hardly anything else can be meant. */
export const isSure = (found: Reply) => isToThePoint(found) && found.confidence >= SURE;

/** What is answered so surely by itself needs nothing of what was before it. */
export const SELF_STANDING = 0.95;

/** Words of a story that only point to what the reply is about (`受了气，管某事的组…`); `…的某件` is a part of it. */
function pointersTo({ focus }: Reply, { mentions, text }: Question): string[] {
  const known = focus.map((entity) => JSON.stringify(entity));
  const isPartOf = (start: number) =>
    mentions.some((m) => m.how !== 'hint' && /^(?:那边|这边|里|中|那块)?的$/.test(text.slice(m.end, start)));
  return mentions
    .filter((m) => m.how === 'hint' && m.entities.some((entity) => known.includes(JSON.stringify(entity))))
    .filter((m) => !isPartOf(m.start))
    .map((m) => m.text);
}

/** Words of two characters and more that the structured answer does not account for. */
function wordsLeft(question: Question, structured: Reply | undefined): string[] {
  const spoken = [...(structured?.spoken ?? []), ...(structured ? pointersTo(structured, question) : [])]
    .flatMap((word) => [word, ...residueOf(word)])
    .sort((a, b) => b.length - a.length);
  const bare = question.residue.map((part) => spoken.reduce((text, word) => text.replace(word, ','), part));
  return bare
    .flatMap((part) => part.split(','))
    .filter((part) => part.length > 1 && !/^\d+%?$/.test(part) && !isFiller(part));
}

/** Whether a statement has the words that structure left over. */
function explains(stated: Reply, leftOver: readonly string[], desk: Desk): boolean {
  const [place] = stated.cites;
  if (place === undefined || leftOver.length === 0) return false;
  const [best] = desk.retriever.search({ parts: leftOver, only: (s) => s.location === place });
  return (best?.coverage ?? 0) >= EXPLAINED;
}

const handlersFor = sieveHandlers(HANDLERS);

function firstOf(question: Question, desk: Desk): Reply | undefined {
  for (const [name, handler] of handlersFor(question)) {
    const found = handler(question, desk);
    if (found) return { by: name, ...found };
  }
  return undefined;
}

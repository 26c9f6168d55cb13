import { otherSideOf, sidesAsked } from '../../characters/contrast.ts';
import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { countsOther, isOfAnother } from '../../question/asked-of.ts';
import { claimedIn, isClaim, isPassing, verdict, verdictOn } from '../../question/claims.ts';
import { exceptionDenies, needDenied, onlyDenies, scopeDenies, shareDenies } from '../../question/denials.ts';
import { dueInstead, withDue } from '../../question/dues.ts';
import { DRILLS, expectationOf, NAMES, THE_REST } from '../../question/expect.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { joinReplies, type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { withListFirst } from '../../sentences/counted-lists.ts';
import { withDoer } from '../../sentences/doers.ts';
import { headingsOver } from '../../sentences/find-statements.ts';
import { pieceFor, type Wanted } from '../../sentences/fragments.ts';
import { listClaim } from '../../sentences/list-claims.ts';
import { isRestricted, lookUp } from '../../sentences/look-up.ts';
import { ownerLine, ownerReply, ownersAsked } from '../../sentences/owners.ts';
import type { Match } from '../../sentences/retrieve.ts';
import {
  focusOf,
  NEAR_ENOUGH,
  NEAREST,
  nearest,
  notPrecise,
  notSaid,
  notUnfolded,
  whereReply,
} from '../../sentences/statement-replies.ts';
import type { Statement } from '../../sentences/statements.ts';
import { isAhead, isPlain, isSure } from '../../sentences/sureness.ts';
import { timeReply } from '../../sentences/time-replies.ts';
import { isBesideMatter, isEmpty, isTooShort } from '../../sentences/too-little.ts';
import { countsOnly, namesNobody, recites, unfolds } from '../../sentences/unfolding.ts';
import { asksWhere, placeNoun } from '../../sentences/where-asked.ts';
import { wholeSentence } from '../../sentences/whole-sentence.ts';

/** How near the best a second statement must come to be shown too. */
const NEAR = 0.985;
/** How near a statement must come to stand in for the best, when only it has the figure asked for. */
const STAND_IN = 0.88;
/** The same for a statement of the same matter that answers by itself. */
const SAME_MATTER = 0.76;
/** What each of two places must cover, to be held against the other. */
const BOTH = 0.15;
/** What a sentence must cover of a thing whose mention is asked for. */
const NAMED = 0.75;

/** Everything that the notice says in sentences: the statement that covers the question best. */
export const answerRules: Handler = (question, desk) => {
  const { parts, matches: found } = lookUp(question, desk);
  const isWhere = asksWhere(question.text);
  const spelled = isWhere ? spelledOut(parts, found) : [];
  const matches = spelled.length > 0 ? spelled : withListFirst(question.text, found);
  const [best] = matches;
  const listed = isClaim(question) ? listClaim(question, desk.retriever) : undefined;
  if (listed) return listed;
  if (best && isBesideMatter(question, best.statement, desk)) return notSaid([]);
  if (best && isEmpty(question, best.statement)) return notSaid([]);
  if (!best || (spelled.length === 0 && isTooShort(question.text, parts, best.statement)))
    return notSaid(matches);
  if (isWhere && best.coverage >= NEAR_ENOUGH)
    return whereReply(desk.facts, placeAsked(question.text, matches, desk.facts) ?? best);
  const both = inBothPlaces(question, desk, matches);
  if (both) return both;
  if (isSure(matches, isRestricted(question))) return toldBy(best, { question, desk, parts, matches });
  const two = twoMatters(question, desk);
  if (two) return two;
  const ahead = isAhead(matches) ? toldBy(best, { question, desk, parts, matches }) : undefined;
  const asksOwner = ownersAsked(question.masked) !== undefined || LEADS.test(question.masked);
  const isToThePoint = ahead && (!ahead.isPartial || ahead.isNearest) && !asksOwner;
  return isToThePoint ? ahead : (nearest(question, best) ?? notSaid(matches));
};

/** `某词是哪条写的`: where one short word stands, the sentences that have it as it is. */
function spelledOut(parts: readonly string[], matches: readonly Match[]): Match[] {
  const [word = '', ...more] = parts;
  if (more.length > 0 || word.length < 2 || word.length > LONGEST_WORD) return [];
  return matches.filter(({ statement }) => statement.folded.includes(word));
}
const LONGEST_WORD = 4;

/** `是甲还是乙牵`. */
const LEADS = /[牵管包]的?$/;

/** What was asked and looked up. */
interface Looked {
  question: Question;
  desk: Desk;
  parts: readonly string[];
  matches: readonly Match[];
}

/** What a statement says of the question, or that it does not say it. */
function toldBy(best: Match, { question, desk, parts, matches }: Looked): Reply {
  if (
    (NAMES.test(question.text) && !namesBank(question.text, best.statement)) ||
    THE_REST.test(question.text) ||
    namesNobody(question.text, best.statement, desk.facts) ||
    countsOnly(question.text, best.statement)
  )
    return notUnfolded(best);
  const owner = ownerReply(question, desk.facts, best);
  if (owner) return owner;
  if (
    (DRILLS.test(question.text) || recites(question, best.statement)) &&
    !unfolds(best.statement, question.text)
  )
    return notUnfolded(best);
  if (!holdsAsked(question.text, best.statement, desk)) return notUnfolded(best);
  const expected = expectationOf(question.text);
  const where = `${best.statement.folded}${best.statement.asks}`;
  if (expected && (isOfAnother(question.text, where, desk.facts) || countsOther(question.text, where)))
    return notPrecise(best, expected);
  const expectation =
    expectationOf(question.text) ?? (isClaim(question) ? claimedIn(question.text) : undefined);
  const isOtherSide = otherSideOf(question.text, desk.contrasts);
  const isOther = (piece: string) => isOtherSide(fold(piece));
  const wanted = { isOther, keeps: sidesAsked(question.text, desk.contrasts), asked: question.text };
  const answer =
    compose(desk.facts, parts, matches, { ...wanted, expectation }) ??
    (expected === undefined && isPassing(question.text)
      ? compose(desk.facts, parts, matches, { ...wanted, expectation: undefined })
      : undefined);
  if (!answer) return timeReply(desk.facts, best, expectation) ?? notPrecise(best, expectation);
  const isPut = isClaim(question);
  // What a block begins with (`主要目标：某年底前，…`) holds for each of its sentences.
  const block = isPut ? desk.facts.clause(best.statement.location)?.text : undefined;
  const due = dueInstead(question.text, block ?? '');
  const isTrue = isPut
    ? ((due === undefined ? undefined : false) ??
      exceptionDenies(question.text, best.statement.text) ??
      onlyDenies(question.text, best.statement.text) ??
      needDenied(question.text, best.statement.text) ??
      scopeDenies(question.text, answer.lines[0] ?? '') ??
      shareDenies(question.text, answer.lines[0] ?? '') ??
      doerIsRight(question, desk.facts, best.statement) ??
      verdictOn(question.text, answer.lines[0] ?? ''))
    : undefined;
  const [first, ...rest] = answer.lines;
  const lines = isTrue === undefined ? answer.lines : [`${verdict(isTrue)}${withDue(due, first)}`, ...rest];
  if (isPlain(best) || isTrue !== undefined) return { ...answer, lines, confidence: best.coverage };
  const near = [`${NEAREST}${lines[0]}`, ...lines.slice(1)];
  return { ...answer, lines: near, confidence: best.coverage, isPartial: true, isNearest: true };
}

/** `哪个制度里写着`: the nearest sentence whose place is headed by the word asked for. */
function placeAsked(text: string, matches: readonly Match[], facts: Facts): Match | undefined {
  const [best] = matches;
  const noun = placeNoun(text);
  if (noun === undefined || !best) return undefined;
  return matches.find(({ statement, coverage }) => {
    const headings = headingsOver(facts, statement.location);
    return coverage >= best.coverage * HEADED_SO && headings.includes(noun);
  });
}

/** How near the best a sentence must come that stands under the word asked for. */
const HEADED_SO = 0.7;

/** `哪家银行` where the sentence names one. */
const namesBank = (asked: string, { text }: Statement) => /银行/.test(asked) && /银行|支行/.test(text);

/** `正文…，附件1…`: what each of the two says on the same matter. */
function inBothPlaces(question: Question, { retriever }: Desk, matches: readonly Match[]): Reply | undefined {
  const attachment = attachmentIn(question.text);
  if (attachment === undefined || !/正文|通知里|主文/.test(question.folded)) return undefined;
  const own = matches.find(({ statement }) => !statement.location.startsWith('附件'));
  const [attached] = own
    ? retriever.search({
        parts: contentOf(own.statement.folded),
        only: (s) => s.location.startsWith(attachment),
      })
    : [];
  if (!own || !attached || Math.min(own.coverage, attached.coverage) < BOTH) return undefined;
  const shown = [own.statement, attached.statement];
  return reply(
    shown.map((s) => `${s.text}${at(s.location)}`),
    shown.map((s) => s.location),
    { confidence: own.coverage, focus: focusOf(own.statement) },
  );
}

/** What is measured of the matter that the other side names. */
const BARE_SLOT = /^(?:办理|审批|办结)?(?:时限|时间|环节|成本|天数|材料|表单|期限|步骤|费用)/;

/** `甲值跟乙率要求说一下`: two matters side by side, each with a sentence of its own. */
function twoMatters(question: Question, desk: Desk): Reply | undefined {
  const [first, said, ...more] = question.text.split(/[和跟与、]/);
  const owner = question.mentions.find((m) => m.kind === 'group')?.text ?? '';
  const second = said !== undefined && BARE_SLOT.test(said) ? `${owner}${said}` : said;
  if (!first || !second || more.length > 0 || Math.min(first.length, second.length) < 2) return undefined;
  const sides = [first, second].map((side) => desk.retriever.search({ parts: contentOf(side) }));
  if (!sides.every((side) => isSure(side))) return undefined;
  const [one, other] = sides.flatMap(([best]) => (best && ownerReply(question, desk.facts, best)) ?? []);
  if (one && other) return one.lines[0] === other.lines[0] ? one : joinReplies([one, other]);
  const shown = sides.map((side) => side[0]?.statement).filter((s) => s !== undefined);
  const isOther = () => false;
  const texts = shown.map((s, i) => {
    const parts = contentOf([first, second][i] ?? '');
    return (
      pieceFor(s.text, parts, { expectation: expectationOf(question.text), isOther, keeps: [] }) ?? s.text
    );
  });
  return reply(
    shown.map((s, i) => `${texts[i]}${at(s.location)}`),
    shown.map((s) => s.location),
  );
}

/** `有没有补贴`: what is asked for must itself stand in the statement. */
function holdsAsked(text: string, statement: Statement, { retriever }: Desk): boolean {
  const asked = text.match(/(?:有没有|有无|是否有|给不给|发不发)(.{2,8})$/)?.[1];
  const named = text.match(/^(.{3,12}?)(?:有没有|是否)(?:被)?(?:提|写|说|讲|涉及|规定)(?:到|过|了)?$/)?.[1];
  if (named !== undefined) {
    const [said] = retriever.search({ parts: contentOf(named), only: (s) => s === statement });
    return (said?.coverage ?? 0) > NAMED;
  }
  if (asked === undefined || /[啥哪谁]|什么|影响|关系|说法|讲究/.test(asked)) return true;
  const thing = asked.replace(ANY_SORT, '');
  if (thing.length > 1 && fold(statement.text).includes(thing)) return true;
  const [found] = retriever.search({ parts: contentOf(asked), only: (s) => s === statement });
  return (found?.coverage ?? 0) > 0.4;
}

/** Before the thing asked for, and no part of it (`有没有专门办法`). */
const ANY_SORT = /^(?:什么|啥|个|一个|哪个)?(?:专门|具体|相应|特别|明确|统一|单独|专项|现成)的?/;

/** `问责是某部负责吧`: whether the unit of a claim is the one that the statement names, or that owns its measure. */
function doerIsRight(question: Question, facts: Facts, statement: Statement): boolean | undefined {
  const [unit] = mentioned(question, 'unit');
  const spelled = unit && facts.unit(unit.id);
  if (!unit || !spelled || !/负责|牵头|管|做|制定|组织|开展|发|印/.test(question.masked)) return undefined;
  const owners = statement.measures.flatMap((no) => {
    const measure = facts.measure(no);
    return measure ? [...measure.leadUnits, ...measure.responsibleUnits] : [];
  });
  return owners.includes(unit.id) || spelled.spellings.some((s) => statement.text.includes(s.text));
}

/** Whether a statement that is plain by itself is of the best one's matter. */
const isSameMatter = (match: Match, best: Match) =>
  isPlain(match) && match.statement.groups.some((no) => best.statement.groups.includes(no));

/** Whether both are of somebody's matter, and not of the same. */
const isOfOthers = ({ statement: { groups } }: Match, { statement: best }: Match) =>
  groups.length > 0 && best.groups.length > 0 && !groups.some((no) => best.groups.includes(no));

function compose(
  facts: Facts,
  parts: readonly string[],
  matches: readonly Match[],
  wanted: Wanted & { asked: string },
) {
  const [best] = matches;
  if (!best) return undefined;
  const shown: { text: string; statement: Statement }[] = [];
  for (const match of matches.slice(0, 8)) {
    const near = shown.length > 0 ? NEAR : isSameMatter(match, best) ? SAME_MATTER : STAND_IN;
    if (match.coverage < best.coverage * near || isOfOthers(match, best)) continue;
    const text = pieceFor(match.statement.text, parts, wanted);
    if (text === undefined) continue;
    const same = shown.find((s) => s.text.includes(text.slice(0, -1)) || text.includes(s.text.slice(0, -1)));
    if (!same && shown.length < 2) shown.push({ text, statement: match.statement });
  }
  const [first] = shown;
  if (!first) return undefined;
  const whole = wholeSentence(
    wanted.asked,
    first.statement,
    shown.map(({ text }) => text),
    facts,
  );
  const lines = shown.map(
    ({ text, statement }) =>
      `${withDoer(text, statement.location, wanted.asked, facts)}${at(statement.location)}`,
  );
  return reply(
    whole === undefined ? lines : [...lines, whole],
    shown.map(({ statement }) => statement.location),
    { focus: focusOf(first.statement), aside: ownerLine(facts, first.statement) },
  );
}

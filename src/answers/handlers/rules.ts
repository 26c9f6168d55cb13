import { claimedIn, isClaim, verdict, verdictOn } from '../claims.ts';
import { isOtherSide } from '../contrast.ts';
import { DRILLS, type Expectation, expectationOf, NAMES, satisfies } from '../expect.ts';
import type { Facts } from '../facts.ts';
import { fold } from '../fold.ts';
import { pieceFor, type Wanted } from '../fragments.ts';
import type { Desk, Handler } from '../handler.ts';
import { attachmentIn } from '../headings.ts';
import { quantitiesIn } from '../numerals.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import type { Match } from '../retrieve.ts';
import type { Statement } from '../statements.ts';
import { at, groupName, measureName, ownersOf, personName, placeName, unitList } from '../texts.ts';
import { contentOf } from '../wording.ts';

/** A statement that covers less of the question than this does not answer it. */
const SURE = 0.58;
/** Or less, when no other place of the notice comes near it. */
const STANDS_OUT = 0.46;
const AHEAD = 0.2;
/** Below this a statement is given as the nearest thing the notice says, not as the answer. */
const PLAIN = 0.58;
/** Below this nothing is near. */
const NEAR_ENOUGH = 0.38;
const NEAREST = '通知里没有直接写这一点，最接近的是：';
/** How near the best a second statement must come to be shown too. */
const NEAR = 0.985;
/** How near a statement must come to stand in for the best, when only it has the figure asked for. */
const STAND_IN = 0.88;
/** Content shorter than this must stand in the statement as it is (`经费`). */
const SHORTEST = 3;
/** Content without which the rest of a question is not looked up alone. */
const SHORTEST_REST = 5;

/** Everything that the notice says in sentences: the statement that covers the question best. */
export const answerRules: Handler = (question, desk) => {
  const { parts, matches } = lookUp(question, desk);
  const [best] = matches;
  if (!best || isTooShort(parts, best.statement)) return notSaid(matches);
  if (WHERE.test(question.text) && best.coverage >= NEAR_ENOUGH) return whereReply(desk.facts, best);
  if (!isSure(matches)) return nearest(question, best) ?? notSaid(matches);
  if (NAMES.test(question.text)) return notUnfolded(best);
  const owner = ownerReply(question, desk.facts, best);
  if (owner) return owner;
  if (DRILLS.test(question.text) && !unfolds(best.statement, question.text)) return notUnfolded(best);
  if (WHERE.test(question.text)) return whereReply(desk.facts, best);
  if (!holdsAsked(question.text, best.statement, desk)) return notUnfolded(best);
  const expectation =
    expectationOf(question.text) ?? (isClaim(question) ? claimedIn(question.text) : undefined);
  const isOther = (piece: string) => isOtherSide(question.text, fold(piece), desk.contrasts);
  const answer = compose(parts, matches, { expectation, isOther });
  if (!answer) return notPrecise(best, expectation);
  const isTrue = isClaim(question)
    ? (doerIsRight(question, desk.facts, best.statement) ?? verdictOn(question.text, answer.lines[0] ?? ''))
    : undefined;
  const lines =
    isTrue === undefined ? answer.lines : [`${verdict(isTrue)}${answer.lines[0]}`, ...answer.lines.slice(1)];
  if (best.coverage >= PLAIN) return { ...answer, lines, confidence: best.coverage };
  return { ...answer, lines: [`${NEAREST}${lines[0]}`, ...lines.slice(1)], confidence: best.coverage };
};

/** `有没有补贴`: what is asked for must itself stand in the statement. */
function holdsAsked(text: string, statement: Statement, { retriever }: Desk): boolean {
  const asked = text.match(/(?:有没有|有无|是否有|给不给|发不发)(.{2,8})$/)?.[1];
  if (asked === undefined) return true;
  const [found] = retriever.search({ parts: contentOf(asked), only: (s) => s === statement });
  return (found?.coverage ?? 0) > 0.4;
}

/** The statements for a question; words that ask for an owner are left out where the question finds nothing whole. */
function lookUp(question: Question, desk: Desk) {
  const whole = contentAsked(question);
  const found = { parts: whole, matches: search(question, desk, whole) };
  const bare = withoutOwners(question, whole);
  if (bare === whole || isSure(found.matches)) return found;
  return { parts: bare, matches: search(question, desk, bare) };
}

/** Whether the best statement answers: it covers the question, or stands out from all others. */
function isSure(matches: readonly Match[]): boolean {
  const [best] = matches;
  if (!best || best.coverage < STANDS_OUT) return false;
  if (best.coverage >= SURE) return true;
  const rival = matches.find(
    ({ statement }) =>
      statement.location !== best.statement.location && !overlaps(statement.folded, best.statement.folded),
  );
  return best.coverage - (rival?.coverage ?? 0) >= AHEAD;
}

function isTooShort(parts: readonly string[], statement: Statement): boolean {
  const content = parts.join('');
  return content.length < SHORTEST && !statement.askKeys.some((key) => key.startsWith(content));
}

function overlaps(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short.replace(/[。；]$/, ''));
}

const OWNER_WORDS =
  /哪个组|(?:专项)?(?:工作)?小组|组|的?职责|(?:区)?领导|分包|分管|牵头|单位|部门|负责|局|同志|位|归|找|管|写/g;

/** Words that ask for the owner of a matter are not part of the matter. */
function withoutOwners(question: Question, parts: readonly string[]): readonly string[] {
  if (!ownersAsked(question.masked)) return parts;
  const left = parts
    .flatMap((part) => part.replace(OWNER_WORDS, ',').split(','))
    .filter((part) => part !== '');
  return left.length > 0 ? left : parts;
}

/** `问责是组织部负责吧`: whether the unit of a claim is the one that the statement names, or that owns its measure. */
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

/** Figures and periods of a claim are what is to be checked, not what is looked for. */
function contentAsked(question: Question): string[] {
  if (!isClaim(question)) return question.content;
  const units = question.mentions.filter((m) => m.kind === 'unit' && m.how !== 'hint').map((m) => m.text);
  const plain = (part: string) => units.reduce((text, unit) => text.replace(unit, ','), part);
  const bare = question.content.map((part) => plain(part).replace(CLAIMED, ',').split(','));
  const left = bare.flat().filter((part) => part !== '');
  return left.length > 0 ? left : question.content;
}

const CLAIMED =
  /每个?(?:季度?|[年月周天半])|半年|\d+(?:\.\d+)?(?:%|个?工作日|个?[天日月年小时]|[个项条家次])|百分之[一二三四五六七八九十百]+/g;

/** A long lead-in (`外地老板来投资，…`) may hide the question: what follows it is tried alone. */
function search(question: Question, desk: Desk, parts: readonly string[]): Match[] {
  const whole = findStatements(question, desk, parts);
  if (isSure(whole) || question.mentions.some((m) => m.how !== 'hint')) return whole;
  const hints = question.mentions.map((m) => m.text);
  for (let cut = question.text.indexOf(','); cut >= 0; cut = question.text.indexOf(',', cut + 1)) {
    const tail = question.text.slice(cut + 1);
    const rest = [...contentOf(tail), ...hints.filter((hint) => !tail.includes(hint))];
    if (rest.join('').length < SHORTEST_REST) break;
    const found = findStatements(question, desk, rest);
    if (isSure(found)) return found;
  }
  return whole;
}

/** Statements that have what the question wants of them come first. */
function wantedOf(question: Question): ((statement: Statement) => boolean) | undefined {
  if (isClaim(question)) {
    const units = quantitiesIn(question.text)
      .map((q) => q.unit)
      .filter((unit) => unit !== '' && unit !== '次');
    return (s) => quantitiesIn(s.folded).some((q) => units.includes(q.unit));
  }
  const expectation = expectationOf(question.text);
  return expectation && ((s) => satisfies(s.folded, expectation));
}

const WHERE =
  /第几(?:条|个?聚焦|部分|款|项|章)|(?:什么|哪个|哪项)制度(?:里)?(?:面)?(?:提|写|说|讲|定)?(?:到)?(?:的)?$|(?:哪|那)一?(?:条|部分|章|节|款|处|个聚焦|个附件|个制度)(?:里|中)?(?:写|提|说|讲|规定|有)?的?$|(?:写|提|说|讲|规定)(?:在|到)(?:哪|什么地方)|出处|(?:属于|属|在|是)哪(?:一)?(?:条|部分|个聚焦|章|处|个附件)/;

/** `写在哪一条`: the place first, then what stands there. */
function whereReply(facts: Facts, { statement, coverage }: Match): Reply {
  const heading = facts.clause(statement.location)?.heading;
  const title = heading && !statement.text.startsWith(heading) ? `（${heading}）` : '';
  return reply(
    `在${placeName(facts, statement.location)}${title}：${statement.text}${at(statement.location)}`,
    [statement.location],
    {
      focus: focusOf(statement),
      confidence: coverage,
    },
  );
}

/** Whether the lexicon says that this statement answers such a question (`四挂钩是哪四个`). */
function unfolds(statement: Statement, asked: string): boolean {
  return statement.asks.split('|').some((ask) => {
    if (!DRILLS.test(ask) && !/是什么|是啥|指什么|是哪|哪[一二三四五六七八九十]/.test(ask)) return false;
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
  const firm = new Set(mentioned(question, 'group').map(({ no }) => no));
  const measures = new Set(mentioned(question, 'measure').map(({ no }) => no));
  const places = mentioned(question, 'clause').map(({ location }) => location);
  const wanted = wantedOf(question);
  const key = question.content.join('');
  const asksMeasure = /第几条|哪一?条/.test(question.text);
  const asksList = /哪[几些]|有什么|都有/.test(question.text);
  const attachment = attachmentIn(question.text);
  const within = (s: Statement) => places.some((p) => s.location === p || s.location.startsWith(p));
  const boost = (s: Statement) => {
    let factor = s.isTopic ? 1.02 : 1;
    if (s.groups.some((no) => firm.has(no))) factor *= 1.1;
    else if (s.groups.some((no) => groups.has(no))) factor *= 1.02;
    if (places.some((p) => s.location.startsWith(p))) factor *= 1.1;
    if (s.askKeys.includes(key)) factor *= 1.08;
    if (asksMeasure && s.measures.length === 1) factor *= 1.06;
    if (wanted?.(s)) factor *= 1.08;
    if (asksList && (s.text.match(/、/g)?.length ?? 0) > 2) factor *= 1.04;
    if (attachment !== undefined) factor *= s.location.startsWith(attachment) ? 1.08 : 0.9;
    return factor;
  };
  const numbered = question.mentions.some((m) => m.kind === 'group' && m.how === 'number');
  const only =
    measures.size > 0
      ? (s: Statement) => s.measures.some((no) => measures.has(no))
      : places.length > 0 && question.mentions.some((m) => m.kind === 'clause' && m.how === 'number')
        ? within
        : numbered
          ? (s: Statement) => s.groups.some((no) => firm.has(no))
          : undefined;
  const found = retriever
    .search({ parts, boost, ...(only && { only }) })
    .filter(({ statement }) => !isOtherSide(question.text, statement.folded, contrasts));
  if (!wanted || !isClaim(question)) return found;
  const comparable = found.filter(({ statement, coverage }) => coverage >= STANDS_OUT && wanted(statement));
  return comparable.length > 0 ? comparable : found;
}

function compose(parts: readonly string[], matches: readonly Match[], wanted: Wanted) {
  const [best] = matches;
  if (!best) return undefined;
  const shown: { text: string; statement: Statement }[] = [];
  for (const match of matches.slice(0, 8)) {
    if (match.coverage < best.coverage * (shown.length > 0 ? NEAR : STAND_IN)) break;
    const text = pieceFor(match.statement.text, parts, wanted);
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

/** `牵头单位要做什么`: units of a sort as the subject of the question, not its answer. */
const AS_SUBJECT =
  /(?:各)?(?:(?:分项)?牵头|责任|成员|配合)(?:单位|部门)(?=(?:自己)?(?:对|要|的?职责|的?责任|的?任务|的?要求|应|该|负|有(?:什么|哪些)(?:要求|责任|任务)|需|怎么|干|做|承担|提|职能))|分包(?:区)?领导(?=(?:要|的?职责|的?任务|应|该|负|需|怎么|干|做|承担))/g;

/** Which owners of a matter the masked question asks for; undefined where it asks for none. */
function ownersAsked(asked: string) {
  const masked = asked.replace(AS_SUBJECT, '');
  const group = /(?:哪|什么)(?:一|\d)?个?(?:专项)?(?:工作)?小?组|组(?:的)?职责|[啥嘛么]的?组/.test(masked);
  const leader = /领导|分包|分管|哪位/.test(masked);
  const unit =
    (/谁/.test(masked) && !/谁(?:来)?(?:出|掏|付|承担|买单|给|花)/.test(masked)) ||
    /哪(?:个|家|些|几个)?(?:单位|部门|局)|牵头|谁(?:来|在|去)?(?:管|负责|抓|干|办|弄|培育|推|建|做|落实|搞|制定|组织|编制|出台|开展|实施|推进|落实)|归(?:谁|哪)|找(?:谁|哪)|由(?:谁|哪)|哪一?家(?!.{0,4}(?:机构|公司|企业|银行))|谁的/.test(
      masked,
    );
  return group || leader || unit ? { group, leader, unit } : undefined;
}

/** `哪个组`, `归谁`, `哪个单位`: the owner of the matched statement instead of its words. */
function ownerReply(question: Question, facts: Facts, match: Match): Reply | undefined {
  const asked = ownersAsked(question.masked);
  if (!asked) return undefined;
  const { statement } = match;
  const [measureNo] = statement.measures;
  const measure = measureNo === undefined ? undefined : facts.measure(measureNo);
  const named = new Set(mentioned(question, 'group', true).map(({ no }) => no));
  const groups = statement.groups.map((no) => facts.group(no)).filter((g) => g !== undefined);
  const group = groups.find((g) => named.has(g.no)) ?? groups[0];
  const lines: string[] = [];
  const cites: string[] = [statement.location];
  if (measure && (asked.unit || !asked.leader)) {
    lines.push(`${measureName(measure)}：${ownersOf(facts, measure)}。${at(measure.location)}`);
  }
  if (group && (asked.group || asked.leader || !measure)) {
    const leader = `${personName(facts, group.leader)}分包`;
    lines.push(
      `${groupName(group)}：${leader}，${unitList(facts, group.leadUnits)}牵头。${at(group.location)}`,
    );
    cites.push(group.location);
  }
  lines.push(`${statement.text}${at(statement.location)}`);
  return lines.length === 0
    ? undefined
    : reply(lines, cites, { focus: focusOf(statement), confidence: match.coverage });
}

/** The matter stands in the notice, the figure asked for does not. */
function notPrecise(best: Match, expectation: Expectation | undefined): Reply {
  return partial(`通知里没有写${expectation?.name ?? '这一点'}。`, best);
}

function notUnfolded(best: Match): Reply {
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
function nearest(question: Question, best: Match): Reply | undefined {
  const { text } = question;
  const asksPoint =
    expectationOf(text) || NAMES.test(text) || DRILLS.test(text) || EXISTS.test(text) || isClaim(question);
  if (best.coverage < NEAR_ENOUGH || asksPoint || ownersAsked(question.masked)) return undefined;
  const { statement } = best;
  return reply(`${NEAREST}${statement.text}${at(statement.location)}`, [statement.location], {
    confidence: best.coverage,
    focus: focusOf(statement),
    isPartial: true,
    isNearest: true,
  });
}

const EXISTS = /有没有|写了?[吗没]|提了?[吗没]|说了?[吗没]|[吗没]$/;

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

import type { Indicator } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { quantitiesIn } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const RISES = /提升|提高|提(?=\d)|提多少|提几|再提|上提|升|涨|增长|进步|拔高|幅度/;
const HOW_MUCH = /多少|几|百分|(?:有|是)(?:谁|哪|啥|什么)|哪[一二三四五六\d]?[项些]|\d+%?还是|幅度|多高|多大/;
const DONE = /实际|已经|完成了|提升了|真的/;
const COMPARES =
  /一样|相同|一致|比.{0,8}(?:高|低|多|少|大|小)|哪个.{0,6}(?:高|大|多|低|少)|谁.{0,4}(?:高|大|多)|差/;

/** Goals that several matters share, by the time they are due: `2021年4月` → `4月`. */
function goalsDue(facts: Facts, text: string): Map<string, Indicator[]> {
  return new Map([...goalsByTime(facts)].filter(([time]) => text.includes(time)));
}

const goalsByTime = perNotice(({ model }) => {
  const shared = model.indicators.filter(
    ({ groups, value, deadlineText, quote }) =>
      groups.length !== 1 && value !== undefined && deadlineText && /提升/.test(quote),
  );
  return Map.groupBy(shared, ({ deadlineText = '' }) => {
    const time = deadlineText.replace(/^\d{4}年?/, '').replace(/[前份]$/, '');
    return time.startsWith('底') ? '年底' : time;
  });
});

/** One of several steps of rise (`归到提50那档还是30那档`). */
const STEPS =
  /(?:\d+%?|百分之[一二三四五六七八九]?十)(?:以上)?(?:的)?(?:那|这)?一?(?:个)?(?:档|拨|批|堆|还是|行列|梯队)|(?:哪|那)一?(?:个)?(?:档|梯队)/;

/** The clause that asks, where it says a time of its own (`4月普涨10%，年底再来多少`). */
function askedClause(text: string): string {
  const clause = text.split(/[,，]/).findLast((one) => HOW_MUCH.test(one)) ?? text;
  return /\d月|年底|年末/.test(clause) ? clause : text;
}

/** How much one matter is to rise, and nothing else of it. */
const OWN_RISE =
  /^G(?:的)?(?:这个?|那个?)?(?:指标)?(?:要|得|该|应该?|今年|需要?|打算|到底)*(?:提升|提高|上提|提|升|涨)(?:到)?(?:了)?(?:多少|几(?:成|个点)|百分之几)(?:个?点)?[?？]*$/;

/** What holds for every matter is asked for, not those that have a goal of their own. */
const OF_ALL = /各项(?:指标)?(?:都|至少|起码|要|得)?(?:提|升|涨|增)|(?:各项|各个|全部|所有)指标/;

/** Those that have no goal of their own (`普通指标最少提几个点`, `没单列的指标`). */
const OF_OTHERS =
  /(?:没(?:有)?(?:被)?(?:单独?列|单拎|点(?:到|了|过)?名|列名|提到|写到|特别[说写])(?:出来|的|到)*|普通|一般|其余|其他|剩下|余下|别的)(?:的)?(?:那些|各项|普通|一般)*(?:的)?(?:指标|项目)/;

const HAS = /含不含|包不包[括含]|有没有|有无|在不在|算不算|带不带|列没列/;

/** `提升30%的有几项，含不含某事`: the goal of the figure, and whether a matter is among its own. */
function withMember(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  const [named, ...others] = mentioned(question, 'group');
  const group = named && others.length === 0 ? facts.group(named.no) : undefined;
  if (!group || !HAS.test(text) || !RISE_BY.test(text)) return undefined;
  const rises = facts.model.indicators.filter((i) => i.comparator === 'raise' && i.groups.length > 1);
  const [goal, ...more] = withFigure(rises, text);
  if (!goal || more.length > 0) return undefined;
  const isIn = goal.groups.includes(group.no);
  return reply(
    `${sentenceOf(goal)}，${isIn ? '有' : '没有'}${group.field}。${at(goal.location)}`,
    [goal.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

/** Goals of rise with one of the figures said, or all of them where none is. */
function stepsAsked(facts: Facts, text: string): Map<string, Indicator[]> {
  const values = quantitiesIn(text).map(({ value }) => value);
  const rises = facts.model.indicators.filter((i) => i.comparator === 'raise');
  const said = rises.filter((i) => i.value !== undefined && values.includes(i.value));
  return rises.length === 0 || (values.length > 0 && said.length === 0) ? new Map() : new Map([['', rises]]);
}

/** `某事四月份要升多少`: a matter's share of the common goals; where none is its own, that of all matters. */
export const answerGoals: Handler = needing(
  () => ({ text: [[ASKS_BASE, RISE_BY, RISES, STEPS]] }),
  (question, { facts }) => {
    const { text } = question;
    const told = baselineOf(question, facts) ?? withMember(question, facts);
    if (told) return told;
    const isStep =
      STEPS.test(question.masked) &&
      !/压|少|降|减|剩|用时/.test(text) &&
      mentioned(question, 'group').length > 0;
    if ((!RISES.test(text) && !isStep) || (!isStep && COMPARES.test(text)) || DONE.test(text))
      return undefined;
    const checks = isClaim(question);
    if (!checks && !HOW_MUCH.test(text) && !isStep) return undefined;
    const dated = goalsDue(
      facts,
      askedClause(text).replace(/(?:比|较|在)\d*年?\d{1,2}月(?:份)?(?:的)?(?:基础上?)?/g, ''),
    );
    const isListed = RISE_BY.test(text) && question.mentions.every((m) => m.how === 'hint');
    const isOfGroup = OWN_RISE.test(question.masked);
    const isOfOthers = OF_OTHERS.test(text) && mentioned(question, 'group').length === 0;
    const undated = isOfOthers
      ? goalsByTime(facts)
      : isStep || isListed || isOfGroup
        ? stepsAsked(facts, text)
        : dated;
    const due = dated.size === 0 ? undated : dated;
    if (due.size === 0) return undefined;
    const named = [...mentioned(question, 'group')];
    const groups = named.length > 0 ? named : mentioned(question, 'group', true).slice(0, 1);
    const isFigure = groups.length === 0 && withFigure([...due.values()].flat(), text).length > 0;
    if (groups.length === 0 && !isFigure && !isOfOthers && !isOfAll(question)) return undefined;
    const shown = [...due.values()].flatMap((goals) =>
      groups.length === 0 ? goals : groups.flatMap(({ no }) => goalsOf(no, goals, question)),
    );
    const ofFigure =
      groups.length === 0 && !checks ? withFigure([...due.values()].flat(), askedClause(text)) : [];
    const common =
      groups.length === 0 && (isOfOthers || OF_ALL.test(text))
        ? shown.filter((goal) => goal.groups.length === 0)
        : [];
    const [first] = [ofFigure, common].filter((some) => some.length > 0);
    const goals = first ?? [...new Set(shown)];
    if (goals.length === 0) return undefined;
    const figures = quantitiesIn(text).filter((q) => q.unit === '%');
    if (checks && (figures.length === 0 || goals.length > 1)) return undefined;
    const isTrue = figures.some((q) => goals.some((goal) => goal.value === q.value));
    const opening = checks ? verdict(isTrue) : '';
    return reply(
      goals.map((goal, i) => `${i === 0 ? opening : ''}${sentenceOf(goal)}。${at(goal.location)}`),
      goals.map((goal) => goal.location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

const ASKS_BASE =
  /(?:跟|和|与|同|较|对)(?:的)?(?:什么|啥|哪).{0,6}(?:比|对照)|比(?:的是|照)?(?:什么|啥|哪)|(?:什么|啥|哪.{0,5})(?:的)?基础|基础是(?:什么|啥|哪)|基数/;

/** `年底那20%是在啥基础上`: what a common goal is held against. */
function baselineOf(question: Question, facts: Facts): Reply | undefined {
  const { text } = question;
  if (!ASKS_BASE.test(text) || question.mentions.some((m) => m.kind === 'group')) return undefined;
  const shared = [...goalsDue(facts, text).values()].flat().filter((goal) => goal.groups.length === 0);
  const [goal] = shared;
  if (
    !goal?.baseline ||
    !(RISES.test(text) || quantitiesIn(text).some((q) => q.value === goal.value && q.unit === '%'))
  )
    return undefined;
  return reply(`基础是${goal.baseline}：${sentenceOf(goal)}。${at(goal.location)}`, [goal.location]);
}

/** `提30的6项都有谁`: the goals of the figure that is said behind the rise. */
function withFigure(goals: readonly Indicator[], text: string): Indicator[] {
  const said = text.match(RISE_BY)?.[1];
  return said === undefined ? [] : goals.filter((goal) => goal.value === Number(said));
}

const RISE_BY = /(?:提升|提高|提|升|涨)(?:了|到|个|上去)?(?:百分之)?(\d+)(?:%|个点|以上|的|那|[,，])/;

/** All matters together: nothing else is named. */
function isOfAll({ residue, mentions }: Question): boolean {
  const rest = residue
    .join('')
    .replace(
      /各?指标|各项|整体|全区|总体|总的|节点|时间点|两个?|提升|提高|(?:20)?\d\d年|\d+月份?|年底|再|评价|升|涨|幅度|[那这]?次|要求|百分之?|各/g,
      '',
    );
  return rest.length < 3 && mentions.every((m) => m.how === 'hint' || m.kind === 'clause');
}

/** A matter's own goal among those of one time, else the one of all matters. */
function goalsOf(no: number, goals: readonly Indicator[], { mentions }: Question): Indicator[] {
  const own = goals.filter((goal) => goal.groups.includes(no));
  const words = mentions.filter((m) => m.kind === 'group').map((m) => m.text);
  const said = own.filter((goal) => words.some((word) => fold(goal.quote).includes(word)));
  if (said.length > 0) return said;
  return own.length > 0 ? own : goals.filter((goal) => goal.groups.length === 0);
}

/** With the time it is due, where the quote does not begin with it. */
function sentenceOf({ quote, deadlineText = '' }: Indicator): string {
  return quote.includes(deadlineText) ? quote : `${deadlineText}：${quote}`;
}

const commonGoals = perNotice(({ model }) =>
  model.indicators
    .filter((i) => i.groups.length > 2 && i.value === undefined)
    .map((goal) => ({ goal, pairs: tailPairs(goal.quote) })),
);

/** `某事是不是要到国内前沿`, `那九项里有甲事和乙事没有`: whether matters are among those that a common goal lists. */
export const answerGoalMembers: Handler = needing(
  () => ({ masked: [/G/] }),
  (question, { facts }) => {
    const { text } = question;
    const asked = mentioned(question, 'group').flatMap(({ no }) => facts.group(no) ?? []);
    const checks =
      isClaim(question) || /在不在|算不算|是不是|有没有|含不含|[没不]$|(?:有|含|包括).{2,}没有$/.test(text);
    if (asked.length === 0 || asked.length > MOST_ASKED || !checks) return undefined;
    const goal = commonGoals(facts).find(({ pairs }) => pairs.some((pair) => text.includes(pair)))?.goal;
    if (!goal || (asked.length > 1 && !AMONG_THEM.test(text))) return undefined;
    const [within, without] = [true, false].map((isIn) =>
      asked.filter(({ no }) => goal.groups.includes(no) === isIn).map(({ field }) => field),
    );
    const isDenied =
      /(?:没有?|不在|不含|不包括|不算)[^,，]{0,8}吧?$/.test(text) &&
      !/有没有|在不在|算不算|没$|没有$/.test(text);
    const all = asked.length > 1 ? '都' : '';
    const said = [
      ...(within?.length ? [`${within.join('、')}${without?.length ? '' : all}在其中`] : []),
      ...(without?.length ? [`${without.join('、')}${within?.length ? '' : all}不在其中`] : []),
    ].join('，');
    const holds = without?.length === 0;
    return reply(
      `${verdict(holds !== isDenied)}${said}：${goal.quote}。${at(goal.location)}`,
      [goal.location],
      {
        focus: asked.map(({ no }) => ({ kind: 'group', no })),
      },
    );
  },
);

/** More than so many named are a list of another thing. */
const MOST_ASKED = 4;
/** Several named are looked for in it, not held against each other. */
const AMONG_THEM =
  /项.{0,4}(?:里|中|当中)|(?:有没有|含不含|在不在|算不算|[有含]|包括).{2,}(?:没有?|吗|吧|不)$|(?:都|也)(?:在|算|是|要|属于|达到|接近)/;

/** Pairs of characters of what a goal is, behind the list of its matters (`达到或接近某某水平`). */
function tailPairs(quote: string): string[] {
  const tail = (quote.split('指标').at(-1) ?? '').replace(/达到|或|以上|水平|实现/g, ',');
  const pairs = Array.from({ length: Math.max(0, tail.length - 1) }, (_, i) => tail.slice(i, i + 2));
  return pairs.filter((pair) => !pair.includes(','));
}

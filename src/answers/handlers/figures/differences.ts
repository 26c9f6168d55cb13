import type { Indicator } from '../../../notice/types.ts';
import { otherSideOf, sidesAsked } from '../../characters/contrast.ts';
import { fold } from '../../characters/fold.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { contentOf } from '../../question/wording.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { RANKS, rankedAsked, WHICH_MOST } from '../sets/ranked.ts';
import { sieved } from '../sieve.ts';
import { CUT, CUT_MORE, cutAsked } from './cuts.ts';
import { APART, ASKS, CLAIMED, OR, SAME, WHICH } from './difference-words.ts';
import { FROM_YEAR, ownFigure, SHORT_OF } from './own-figures.ts';

/** Words for the lesser of two figures. */
const LESS = /短|快|少|低|严|紧|急|小|早|先/;
/** Words for `both` behind the second. */
const BOTH =
  /[,，]?(?:这|那)?[两俩二](?:样|个|项|者|头|边|件|档)?(?:里[面头]?|中|当中|之间)?(?:的)?(?:增幅|幅度|比例|指标|时限|目标|数)?(?:比|比较|相比|对比|比起来)?(?:一?下|起来)?[,，]?$/;
/** `…，文件给的`. */
const GIVEN = /[,，](?:文件|通知)?(?:里|上)?(?:给|定|写|要求|规定)的$/;
/** What the asker says himself of either. */
const SAID = /\d+(?:\.\d+)?(?:%|个?工作日|天|日|个?点)/g;
/** Who wants it, whoever that is. */
const ANYBODY =
  /^(?:对)?(?:老百姓|普通人|一般人|群众|大家伙?儿?|咱们?|我们|俺们?)(?:家里?)?(?=[\u4e00-\u9fff]{4})/;
const AND = /[和跟与比较、]|(?<!合)同|对比/;
const SHARED = /\(([^()]{2,16})\)$/;
/** `哪个组是管缩短…的`: whose it is. */
const OF_GROUPS = /哪(?:一)?个(?:专项)?(?:工作)?小?组|第几组|归哪/;

/** Coverage from which on a target is the one a side of the question means. */
const MEANT = 0.3;
/** Targets this much less likely than the likeliest are not meant. */
const NEAR = 0.2;
/** What a target gains whose own name has the words. */
const NAMED = 0.05;

interface Side {
  /** As the question calls it. */
  name: string;
  indicator: Indicator;
  value: number;
  coverage: number;
}

/** `甲事和乙事差多少个工作日`: the figures of both sides, and what lies between them. */
export const answerDifferences: Handler = ({ text }, desk) =>
  differenceIn(text, desk) ?? (TAIL.test(text) ? differenceIn(text.replace(TAIL, '$1'), desk) : undefined);

/** A clause that asks what lies between two things that it names itself (`甲事2天，那乙事比甲事多等几天`). */
const TAIL =
  /^.+[,，](?:那么?|所以|这样|算下来)*([^,，]{2,12}[比跟和与][^,，]{2,14}(?:几|多少|快|慢|短|长|高|低)[^,，]*)$/;

/** Any way in which a difference is asked for. */
const askingIn = sieved(
  () => [WHICH_MOST, RANKS, CUT, CUT_MORE, CLAIMED, APART, SHORT_OF, FROM_YEAR, ASKS, WHICH, OR, SAME],
  (pattern) => pattern,
);

function differenceIn(text: string, desk: Desk): Reply | undefined {
  if (askingIn(text).length === 0) return undefined;
  const ranked = rankedAsked(text, desk);
  if (ranked) return ranked;
  const cut = cutAsked(text, desk);
  if (cut) return cut;
  if (COUNTS.test(text) || OF_GROUPS.test(text)) return undefined;
  const claimed = comparisonClaimed(text, desk) ?? apartClaimed(text, desk);
  if (claimed) return claimed;
  const own = ownFigure(text, desk);
  if (own) return own;
  const isSameAsked = SAME.test(text);
  if (!ASKS.test(text) && !WHICH.test(text) && !OR.test(text) && !isSameAsked) return undefined;
  const sides = sidesOf(text, desk);
  const [first, second] = pairOf(sides, text, desk);
  const shared = isSameAsked ? sharedBy(sides, desk) : undefined;
  if (shared) return shared;
  if (!first || !second) return undefined;
  const several = ASKS.test(text) ? undefined : severalOf(sides, [first, second], text, desk);
  if (several) return several;
  const same = first.value === second.value ? '一样，' : '不一样，';
  const lead = ASKS.test(text) ? undefined : isSameAsked ? same : nearerOf(first, second, text);
  const between = Number(Math.abs(first.value - second.value).toFixed(4));
  const apart =
    unitOf(first) === unitOf(second)
      ? `相差${between}${spoken(first.indicator)}（${Math.max(first.value, second.value)}－${Math.min(first.value, second.value)}）。`
      : `${first.value}${first.indicator.unit}和${second.value}${second.indicator.unit}。`;
  const shown = [first, second].map(({ indicator }) => indicator);
  return reply(
    [
      `${lead ?? ''}${apart}`,
      ...new Set(shown.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`)),
    ],
    shown.map(({ location }) => location),
    { focus: first.indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

function apartClaimed(text: string, desk: Desk) {
  const [, one = '', other = '', said = ''] = text.match(APART) ?? [];
  const amount = Number(said) || parseNumeral(said);
  const [first, second] = amount === undefined ? [] : pairOf([one, other], '', desk);
  if (!first || !second) return undefined;
  const between = Number(Math.abs(first.value - second.value).toFixed(4));
  const shown = [first, second].map(({ indicator }) => indicator);
  return reply(
    [
      `${verdict(between === amount)}相差${between}${spoken(first.indicator)}。`,
      ...new Set(shown.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`)),
    ],
    shown.map(({ location }) => location),
    { focus: first.indicator.groups.map((no) => ({ kind: 'group' as const, no })) },
  );
}

function comparisonClaimed(text: string, desk: Desk) {
  const [, one = '', other = '', word = '', either] = text.match(CLAIMED) ?? [];
  if (word === '' || /几|多少|谁|哪/.test(text)) return undefined;
  const [first, second] = pairOf([one, other], `${text},哪个${word}`, desk);
  if (!first || !second) return undefined;
  const isTrue = LESS.test(word) ? first.value < second.value : first.value > second.value;
  const shown = [first, second].map(({ indicator }) => indicator);
  const lead = either === undefined ? verdict(isTrue) : `${isTrue ? word : either.slice(2)}：`;
  return reply(
    [
      `${lead}${first.value}${first.indicator.unit}和${second.value}${second.indicator.unit}。`,
      ...new Set(shown.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`)),
    ],
    shown.map(({ location }) => location),
    { focus: first.indicator.groups.map((no) => ({ kind: 'group' as const, no })) },
  );
}

/** Which list is longer is another question. */
const COUNTS = /项数|(?<![两俩二三几这那])个数|家数|条数|数量/;

/** As likely as this much below the one picked, another target of the same side is meant as well. */
const AS_LIKELY = 0.1;

/** `办甲跟办乙哪个短` where one side has two figures: all of them, with which it is where that holds for each. */
function severalOf(sides: readonly string[], picked: readonly [Side, Side], text: string, desk: Desk) {
  const rows = picked.map((side, i) => {
    const all = candidates(sides[i] ?? '', text, desk);
    const least = (all.find((one) => isSame(one, side))?.coverage ?? 0) - AS_LIKELY;
    const meant = all.filter(
      (one) => unitOf(one) === unitOf(side) && one.coverage >= least && isOfOneGroup(one, side),
    );
    return [...new Map(meant.map((one) => [one.indicator.quote.replace(/\s/g, ''), one])).values()];
  });
  const [ours = [], theirs = []] = rows;
  if (ours.length + theirs.length < 3 || ours.length + theirs.length > 4) return undefined;
  const isSameAsked = SAME.test(text);
  const leadOf = (a: Side, b: Side) =>
    isSameAsked ? (a.value === b.value ? '一样，' : '不一样，') : nearerOf(a, b, text);
  const leads = new Set(ours.flatMap((a) => theirs.map((b) => leadOf(a, b))));
  const shown = [...ours, ...theirs].map(({ indicator }) => indicator);
  return reply(
    [...new Set(shown.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`))].map(
      (line, i) => `${i === 0 && leads.size === 1 ? [...leads].join('') : ''}${line}`,
    ),
    shown.map(({ location }) => location),
    { focus: shown.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
  );
}

/** `次数和时间压的幅度一样大吗`: one target that is set for both. */
function sharedBy([one = '', other = '']: readonly string[], desk: Desk) {
  const [ours, theirs] = [one, other].map((side) => targetsFor(side, '', desk)[0]?.indicator);
  if (!ours || ours.what !== theirs?.what || !/[、和及]/.test(ours.what)) return undefined;
  return reply(`一样，${ours.quote.replace(/[。；]$/, '')}。${at(ours.location)}`, [ours.location], {
    focus: ours.groups.map((no) => ({ kind: 'group' as const, no })),
  });
}

const isOfOneGroup = (a: Side, b: Side) => a.indicator.groups.join() === b.indicator.groups.join();

const unitOf = ({ indicator }: Side) => (indicator.unit === '日' ? '天' : indicator.unit);
const isSame = (a: Side, b: Side) => a.indicator.id === b.indicator.id;
/** The unit of a difference. */
export const spoken = ({ unit }: Indicator) => (unit === '%' ? '个百分点' : unit);

/** `哪个短`: which of both it is. */
function nearerOf(first: Side, second: Side, text: string): string {
  const word =
    text
      .match(WHICH)?.[0]
      .match(/短|长|快|慢|多|少|高|低|久|严|松|紧|宽|急|大|小|狠|早|晚|先/g)
      ?.at(-1) ??
    text.match(OR)?.[2] ??
    '多';
  if (first.value === second.value) return '一样，';
  const wantsLess = LESS.test(word);
  const picked = first.value < second.value === wantsLess ? first : second;
  return `${picked.name}${word}，`;
}

const WHAT_IS_ASKED = new RegExp(
  `[,，]?(?:(?:各|分别|自|是|要)*(?:几|多少)[^,，]{0,4}[,，])?(?:${ASKS.source}|${WHICH.source}|都?${SAME.source}).*$`,
);

/** The question as it would be asked of each side. */
export function sidesOf(asked: string, desk: Desk): string[] {
  const text = asked.replace(SAID, '');
  const or = text.match(OR);
  if (or) return [or[1] ?? '', or[3] ?? ''];
  const shared = text.match(SHARED)?.[1] ?? '';
  const matter = text
    .replace(SHARED, '')
    .replace(ANYBODY, '')
    .replace(WHAT_IS_ASKED, '')
    .replace(GIVEN, '')
    .replace(BOTH, '');
  const sides = sidesAsked(text, desk.contrasts);
  const [one, other] = sides;
  if (one !== undefined && other !== undefined)
    return [matter.replace(other, '').replace(AND, ''), matter.replace(one, '').replace(AND, '')];
  const joined = matter.split(AND).filter((part) => part.length > 1);
  const parts = joined.length === 2 ? joined : matter.split(/[,，]/).filter((part) => part.length > 1);
  return parts.length === 2
    ? parts.map((part) => {
        // `四月目标里，甲和乙哪个多`: the clause before the first is of both.
        const [own = '', ...given] = part.split(/[,，]/).toReversed();
        return [own, ...given.toReversed(), shared].join(',');
      })
    : [];
}

export interface Meant {
  indicator: Indicator;
  coverage: number;
}

/** Targets with a figure that a piece of the question may mean, the likeliest first. */
export function targetsFor(side: string, text: string, { retriever, contrasts, facts }: Desk): Meant[] {
  const isOther = otherSideOf(side, contrasts);
  const parts = contentOf(side);
  const named = (indicator: Indicator) =>
    parts.some((part) => fold(indicator.what).includes(part)) ? NAMED : 0;
  const matches = retriever.search({ parts, only: (s) => s.isTopic });
  return matches
    .flatMap(({ statement, coverage }) => {
      const told = facts.indicatorsAt(statement.location).filter((i) => i.value !== undefined);
      const said = told.filter((i) => statement.text.includes(i.quote) || i.quote.includes(statement.text));
      const own = said.filter((i) => statement.asks.startsWith(fold(i.what)));
      const meant = own.length > 0 || said.length > 1 ? own : said;
      return meant.map((indicator) => ({ indicator, coverage: coverage + named(indicator) }));
    })
    .filter(
      ({ indicator, coverage }) =>
        coverage >= MEANT && !isOther(fold(indicator.what)) && fits(indicator, text),
    )
    .sort((a, b) => b.coverage - a.coverage);
}

/** A question for days wants a target in days. */
function fits({ unit, quote }: Indicator, text: string): boolean {
  if (/提升|提高|涨幅|增幅/.test(text) && !/提升|提高|增长/.test(quote)) return false;
  if (/(?:几|多少)个?(?:天|日|工作日)/.test(text)) return /天|日/.test(unit);
  if (/(?:几|多少)个?(?:百分)?点/.test(text)) return unit === '%';
  if (/(?:几|多少)(?:项|个|条|家|步)/.test(text)) return /^(?:项|个|条|家|步)$/.test(unit);
  if (/快|慢|久|短|长|紧|先|早|晚|时限|时间|限时|期限|工作日|天数/.test(text))
    return /天|日|小时|分钟/.test(unit);
  return true;
}

/** The likeliest targets of both sides that are measured alike. */
function pairOf([one, other]: readonly string[], text: string, desk: Desk): Side[] {
  if (one === undefined || other === undefined) return [];
  const [ours, theirs] = [candidates(one, text, desk), candidates(other, text, desk)];
  for (const first of ours) {
    const second = theirs.find((side) => unitOf(side) === unitOf(first) && !isSame(first, side));
    if (second) return [first, second];
  }
  const [first, second] = [ours[0], theirs[0]];
  const areDays = first && second && [first, second].every(({ indicator }) => /天|日/.test(indicator.unit));
  return areDays && !ASKS.test(text) && !isSame(first, second) ? [first, second] : [];
}

/** Targets as likely as the likeliest of a side, or nearly so. */
function candidates(side: string, text: string, desk: Desk): Side[] {
  const meant = targetsFor(side, text, desk);
  const top = meant[0]?.coverage ?? 0;
  return meant.flatMap(({ indicator, coverage }) =>
    indicator.value === undefined || coverage < top - NEAR
      ? []
      : [{ name: side.replace(/,.*$/, ''), indicator, value: indicator.value, coverage }],
  );
}

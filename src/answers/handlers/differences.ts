import type { Indicator } from '../../notice/types.ts';
import { otherSideOf, sidesAsked } from '../contrast.ts';
import { fold } from '../fold.ts';
import type { Desk, Handler } from '../handler.ts';
import { quantitiesIn } from '../numerals.ts';
import { reply } from '../reply.ts';
import { at } from '../texts.ts';
import { contentOf } from '../wording.ts';
import { ownFigure } from './own-figures.ts';

/** `哪个快`: which of both is less or more. */
const WHICH =
  /(?:哪|谁)(?:个|一个|边|样|项|件|头)?.{0,8}(?:短|长|快|慢|多|少|高|低|久|严|松|紧|宽|急)|更(?:短|长|快|慢|多|少|高|低|久|严|松|紧|宽|急)/;
/** `装水快还是装电快`: the same, each side with the word. */
const OR =
  /^(.{2,16}?)(?:更|比较)?(短|长|快|慢|多|少|高|低|久|严|松|紧)(?:一?些|一?点)?[,，]?还是(.{2,16}?)(?:更|比较)?\2(?:一?些|一?点)?$/;
/** Words for `both` behind the second. */
const BOTH =
  /[,，]?(?:这|那)?[两俩二](?:样|个|项|者|头|边|件|档)?(?:比|比较|相比|对比|比起来)?(?:一?下|起来)?[,，]?$/;
const ASKS =
  /(?:相?差|隔|差距|间隔|相距)(?:了|着|出|开|是|有)?(?:多少|几|多大)|(?:多|少|快|慢|长|短|高|低|宽|窄|松|紧|省|大|小|严)(?:出来?|了|给|上|要|花|用|掉)?(?:多少|几)/;
/** Whether both are one figure. */
const SAME =
  /(?:是|同)(?:不是)?(?:同)?一?个(?:数字?|比例|标准|目标|要求)|一样(?:高|多|长|快|大|严|久)|数字?(?:都)?一样/;
/** How much less than it was is asked. */
const CUT =
  /(?:法定|原来|原先|以前|之前|规定|老规矩|从前).{0,14}(?:少|短|快|压|减|提前|省|差|缩)(?:缩|短|了|掉)*(?:多少|几)|(?:压缩|缩短|减少|压减|提前|少|压)(?:了|掉)(?:多少|几)(?:个)?(?:天|日|工作日)/;
/** Which of both was cut by more. */
const CUT_MORE =
  /(?:哪|谁)(?:个|一个|边|样)?(?:压缩|压|缩短|减|降)(?:缩|短|少|低)?(?:得|的|了)?(?:更|最)?(?:多|狠|大|厉害).*$/;
const AND = /[和跟与同比较、]|对比/;
const SHARED = /\(([^()]{2,16})\)$/;
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

/** `居民办电和高压办电差多少个工作日`: the figures of both sides, and what lies between them. */
export const answerDifferences: Handler = ({ text }, desk) => {
  if (CUT.test(text)) return cutFrom(text, desk);
  const own = ownFigure(text, desk);
  if (own) return own;
  if (CUT_MORE.test(text)) return cutsOfBoth(text, desk);
  const isSameAsked = SAME.test(text);
  if (!ASKS.test(text) && !WHICH.test(text) && !OR.test(text) && !isSameAsked) return undefined;
  const sides = sidesOf(text, desk);
  const [first, second] = pairOf(sides, text, desk);
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
};

/** As likely as this much below the one picked, another target of the same side is meant as well. */
const AS_LIKELY = 0.1;

/** `办水跟办电哪个短` where one side has two figures: all of them, with which it is where that holds for each. */
function severalOf(sides: readonly string[], picked: readonly [Side, Side], text: string, desk: Desk) {
  const rows = picked.map((side, i) => {
    const all = candidates(sides[i] ?? '', text, desk);
    const least = (all.find((one) => isSame(one, side))?.coverage ?? 0) - AS_LIKELY;
    const meant = all.filter((one) => unitOf(one) === unitOf(side) && one.coverage >= least);
    return [...new Map(meant.map((one) => [one.indicator.quote, one])).values()];
  });
  const [ours = [], theirs = []] = rows;
  if (ours.length + theirs.length < 3 || ours.length + theirs.length > 4) return undefined;
  const leads = new Set(ours.flatMap((a) => theirs.map((b) => nearerOf(a, b, text))));
  const shown = [...ours, ...theirs].map(({ indicator }) => indicator);
  return reply(
    [...new Set(shown.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`))].map(
      (line, i) => `${i === 0 && leads.size === 1 ? [...leads].join('') : ''}${line}`,
    ),
    shown.map(({ location }) => location),
    { focus: shown.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
  );
}

const unitOf = ({ indicator }: Side) => (indicator.unit === '日' ? '天' : indicator.unit);
const isSame = (a: Side, b: Side) => a.indicator.id === b.indicator.id;
/** The unit of a difference. */
export const spoken = ({ unit }: Indicator) => (unit === '%' ? '个百分点' : unit);

/** `比法定少了几天`: the figure it was before, which the notice gives with the target. */
function cutFrom(text: string, desk: Desk) {
  const matter = text.replace(
    /比?(?:法定|原来|原先|以前|之前|规定).*$|(?:压缩|缩短|减少|压减|提前|少|压)(?:了|掉)?(?:多少|几).*$/,
    '',
  );
  const [meant] = targetsFor(matter, text, desk).filter(({ indicator }) => formerly(indicator) !== undefined);
  const was = meant && formerly(meant.indicator);
  const value = meant?.indicator.value;
  if (!meant || was === undefined || value === undefined) return undefined;
  const { indicator } = meant;
  const less = Number(Math.abs(was - value).toFixed(4));
  return reply(
    [
      `${was > value ? '少' : '多'}${less}${indicator.unit}：${indicator.what}由${was}${indicator.unit}到${value}${indicator.unit}。`,
      `${indicator.quote.replace(/[。；]$/, '')}。${at(indicator.location)}`,
    ],
    [indicator.location],
    { focus: indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

/** `签订和备案哪个压缩得多`: what each was cut by. */
function cutsOfBoth(text: string, desk: Desk) {
  const cuts = sidesOf(text.replace(CUT_MORE, ''), desk).map((side) => {
    const [meant] = targetsFor(side, '', desk).filter(({ indicator }) => formerly(indicator) !== undefined);
    const was = meant && formerly(meant.indicator);
    if (!meant || was === undefined || meant.indicator.value === undefined) return undefined;
    return { indicator: meant.indicator, was, by: was - meant.indicator.value };
  });
  const [one, other] = cuts;
  if (!one || !other || one.indicator.id === other.indicator.id) return undefined;
  const most = one.by >= other.by ? one : other;
  const said = [one, other].map(
    ({ indicator, was, by }) =>
      `${indicator.what}由${was}${indicator.unit}压到${indicator.value}${indicator.unit}，少${by}${indicator.unit}`,
  );
  return reply(
    `${most.indicator.what}压缩得多：${said.join('；')}。${at(one.indicator.location, other.indicator.location)}`,
    [one.indicator.location, other.indicator.location],
    { focus: one.indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

/** The figure of the same measure word in a target's base (`法定7个工作日内`). */
function formerly({ baseline, unit }: Indicator): number | undefined {
  const said = quantitiesIn(fold(baseline ?? ''));
  const bare = unit === '日' ? '天' : unit.replace(/^个/, '');
  return unit === '%' ? undefined : said.find((q) => q.unit === bare)?.value;
}

/** `哪个短`: which of both it is. */
function nearerOf(first: Side, second: Side, text: string): string {
  const word =
    text
      .match(WHICH)?.[0]
      .match(/短|长|快|慢|多|少|高|低|久|严|松|紧|宽|急/g)
      ?.at(-1) ??
    text.match(OR)?.[2] ??
    '多';
  if (first.value === second.value) return '一样，';
  const wantsLess = /短|快|少|低|严|紧|急/.test(word);
  const picked = first.value < second.value === wantsLess ? first : second;
  return `${picked.name}${word}，`;
}

/** The question as it would be asked of each side. */
function sidesOf(text: string, desk: Desk): string[] {
  const or = text.match(OR);
  if (or) return [or[1] ?? '', or[3] ?? ''];
  const shared = text.match(SHARED)?.[1] ?? '';
  const matter = text
    .replace(SHARED, '')
    .replace(
      new RegExp(
        `[,，]?(?:(?:各|分别|自|是|要)*(?:几|多少)[^,，]{0,4}[,，])?(?:${ASKS.source}|${WHICH.source}|都?${SAME.source}).*$`,
      ),
      '',
    )
    .replace(BOTH, '');
  const sides = sidesAsked(text, desk.contrasts);
  const [one, other] = sides;
  if (one !== undefined && other !== undefined)
    return [matter.replace(other, '').replace(AND, ''), matter.replace(one, '').replace(AND, '')];
  const parts = matter.split(AND).filter((part) => part.length > 1);
  return parts.length === 2 ? parts.map((part) => `${part},${shared}`) : [];
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
function fits({ unit }: Indicator, text: string): boolean {
  if (/(?:几|多少)个?(?:天|日|工作日)/.test(text)) return /天|日/.test(unit);
  if (/(?:几|多少)个?(?:百分)?点/.test(text)) return unit === '%';
  if (/(?:几|多少)(?:项|个|条|家|步)/.test(text)) return /^(?:项|个|条|家|步)$/.test(unit);
  if (/快|慢|久|短|长|紧|时限|时间|限时|期限/.test(text)) return /天|日|小时|分钟/.test(unit);
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

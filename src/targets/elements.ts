import type { ReportedNumber } from '../../db/queries/targets.ts';
import { divider, type Element, lines, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Indicator } from '../notice/types.ts';
import { valueName } from '../reports/change-targets.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { isChange } from '../reports/values.ts';
import { trendChart } from './chart.ts';
import { type Objective, objectiveLine, targetLine } from './pending.ts';
import type { Light, TargetStanding, UnitStanding } from './standing.ts';

/** The platform advises against more than five charts in a card, and a card holds 30 KB. */
const MOST_CHARTS = 3;
const MOST_TARGETS = 8;

/** A light is never told by its colour alone. Markdown. */
const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  green: "<text_tag color='green'>绿灯</text_tag> 已达到",
  yellow: "<text_tag color='yellow'>黄灯</text_tag> 未达到",
  red: "<text_tag color='red'>红灯</text_tag> 过了期限未达到",
};

/** No base is stored: a percentage is what the unit says. */
const OWN_PERCENT = '百分比由单位自己算，系统没有基数';

/** What stands below a card about its targets. */
export interface Shown {
  standings: readonly TargetStanding[];
  /** Targets of the measures that nobody has a number for yet. */
  pending: readonly Indicator[];
  /** Objectives of the parts, whoever has them. */
  objectives: readonly Objective[];
  nameOf: (unit: string) => string;
  /** The goal of a target, by what is stored of it; plain text. */
  goalOf: (target: ReportedNumber) => string;
}

/** The targets and where they stand, to be put below a card; nothing where the notice has no number. */
export function targetElements(shown: Shown): Element[] {
  const { standings, pending, objectives, nameOf } = shown;
  if (standings.length + pending.length + objectives.length === 0) return [];
  const more = standings.length - MOST_TARGETS;
  let charts = 0;
  const standing = standings.slice(0, MOST_TARGETS).flatMap((one) => {
    const chart = charts < MOST_CHARTS ? trendChart(one.history, nameOf) : undefined;
    if (chart) charts += 1;
    return [markdown(wordsOf(one, shown)), ...(chart ? [chart] : [])];
  });
  return [
    divider(),
    text('目标完成情况（各单位季度报送）', { size: 'notation', color: 'grey' }),
    ...standing,
    ...listed(
      '还没有采纳过数值的目标',
      pending.map((one) => `· ${targetLine(one)}`),
    ),
    ...ownedElements(objectives, nameOf, standings),
    ...(more > 0
      ? [text(`还有${more}项，发“/措施”加序号看各条措施的。`, { size: 'notation', color: 'grey' })]
      : []),
  ];
}

/** The objectives that the office has given to a unit, then those that belong to none. */
export function ownedElements(
  objectives: readonly Objective[],
  nameOf: (unit: string) => string,
  standings: readonly TargetStanding[] = [],
): Element[] {
  return [
    ...listed(
      '办公室落实到单位的目标',
      objectives.flatMap((one) => ownedLine(one, nameOf, standings)),
    ),
    ...listed(
      '通知没有落实到单位的目标，不报送数值',
      objectives.filter(({ owner }) => owner === undefined).map(objectiveLine),
    ),
  ];
}

function listed(head: string, all: readonly string[]): Element[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_TARGETS ? [`……共${all.length}项`] : [];
  return [markdown(`**${head}**\n${lines([...all.slice(0, MOST_TARGETS), ...more])}`)];
}

/** A period that is open keeps its items: what was given after its opening is reported from the next one on. */
function ownedLine(
  one: Objective,
  nameOf: (unit: string) => string,
  standings: readonly TargetStanding[],
): string[] {
  const { owner } = one;
  if (owner === undefined) return [];
  const isReported = standings.some(
    ({ target, units }) =>
      target.indicator === one.indicator.id && units.some(({ unit }) => unit === owner.unit),
  );
  const later = isReported ? '每期报送' : '下一期起报送';
  const from = owner.isInOpenForm ? '本期已在表中' : later;
  return [`${objectiveLine(one)} → ${nameOf(owner.unit)}，${from}`];
}

/** What is in no measure was given to its unit by the office. */
function wordsOf({ target, units }: TargetStanding, { nameOf, goalOf }: Shown): string {
  const isGiven = target.measure_no === null;
  const head = isGiven ? `${target.what}（办公室落实）` : `措施${target.measure_no} ${target.what}`;
  return [
    `**${escapeMarkdown(head)}**`,
    lines([`目标：${goalOf(target)}`, ...(isChange(target) ? [OWN_PERCENT] : [])]),
    ...units.flatMap((unit) => unitLines(unit, nameOf)),
  ].join('\n');
}

/** `黄灯 未达到（完成度72%）　`; rounded down, so that a miss is never 100 %. Markdown. */
function lightText({ light, attained = 1 }: UnitStanding): string {
  if (light === undefined) return '';
  const share = attained < 1 ? `（完成度${Math.floor(attained * 100)}%）` : '';
  return `${LIGHT_WORDS[light]}${share}　`;
}

/** Markdown. */
function unitLines(of: UnitStanding, nameOf: (unit: string) => string): string[] {
  const told = (word: string, one: ReportedNumber) =>
    escapeMarkdown(`${word}：${valueName(one)}（${periodName(one.period as PeriodId)}，${nameOf(of.unit)}）`);
  return [
    ...(of.latest ? [`${lightText(of)}${told('最新', of.latest)}`] : []),
    ...(of.unreviewed ? [told('未审核', of.unreviewed)] : []),
  ];
}

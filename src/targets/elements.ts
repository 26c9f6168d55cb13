import type { ReportedNumber } from '../../db/queries/targets.ts';
import { divider, type Element, lines, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Indicator } from '../notice/types.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { targetName, unitName } from '../reports/texts.ts';
import { trendChart } from './chart.ts';
import { type Objective, objectiveLine, targetLine } from './pending.ts';
import type { Light, TargetStanding, UnitStanding } from './standing.ts';

/** The platform advises against more than five charts in a card, and a card holds 30 KB. */
const MOST_CHARTS = 3;
const MOST_TARGETS = 8;

/** A light is never told by its colour alone. */
const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  green: '🟢 已达到',
  yellow: '🟡 未达到',
  red: '🔴 过了期限未达到',
};

/** What stands below a card about its targets. */
export interface Shown {
  standings: readonly TargetStanding[];
  /** Targets of the measures that nobody has a number for yet. */
  pending: readonly Indicator[];
  /** Objectives of the parts, whoever has them. */
  objectives: readonly Objective[];
  nameOf: (unit: string) => string;
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
    return [markdown(wordsOf(one, nameOf)), ...(chart ? [chart] : [])];
  });
  return [
    divider(),
    text('目标完成情况（各单位季度报送）', { size: 'notation', color: 'grey' }),
    ...standing,
    ...listed(
      '还没有采纳过数值的目标',
      pending.map((one) => `· ${targetLine(one)}`),
    ),
    ...ownedElements(objectives, nameOf),
    ...(more > 0
      ? [text(`还有${more}项，发“/措施”加序号看各条措施的。`, { size: 'notation', color: 'grey' })]
      : []),
  ];
}

/** The objectives that the office has given to a unit, then those that belong to none. */
export function ownedElements(objectives: readonly Objective[], nameOf: (unit: string) => string): Element[] {
  return [
    ...listed(
      '办公室落实到单位的目标',
      objectives.flatMap((one) => ownedLine(one, nameOf)),
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
function ownedLine(one: Objective, nameOf: (unit: string) => string): string[] {
  if (one.owner === undefined) return [];
  const from = one.owner.isInOpenForm ? '本期已在表中' : '下一期起报送';
  return [`${objectiveLine(one)} → ${nameOf(one.owner.unit)}，${from}`];
}

/** What is in no measure was given to its unit by the office. */
function wordsOf({ target, units }: TargetStanding, nameOf: (unit: string) => string): string {
  const isGiven = target.measure_no === null;
  const head = isGiven ? `${target.what}（办公室落实）` : `措施${target.measure_no} ${target.what}`;
  return [
    `**${escapeMarkdown(head)}**`,
    lines([`目标：${targetName(target)}`, ...units.flatMap((unit) => unitLines(unit, nameOf))]),
  ].join('\n');
}

/** `🟡 未达到（完成度72%）　`; rounded down, so that a miss is never 100 %. */
function lightText({ light, attained = 1 }: UnitStanding): string {
  if (light === undefined) return '';
  const share = attained < 1 ? `（完成度${Math.floor(attained * 100)}%）` : '';
  return `${LIGHT_WORDS[light]}${share}　`;
}

function unitLines(of: UnitStanding, nameOf: (unit: string) => string): string[] {
  const light = lightText(of);
  const told = (one: ReportedNumber) => `${one.value}${unitName(one.measured_in)}`;
  const where = (one: ReportedNumber) => `${periodName(one.period as PeriodId)}，${nameOf(of.unit)}`;
  return [
    ...(of.latest ? [`${light}最新：${told(of.latest)}（${where(of.latest)}）`] : []),
    ...(of.unreviewed ? [`未审核：${told(of.unreviewed)}（${where(of.unreviewed)}）`] : []),
  ];
}

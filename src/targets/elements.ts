import type { ReportedNumber } from '../../db/queries/targets.ts';
import { divider, type Element, lines, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { targetName, unitName } from '../reports/texts.ts';
import { trendChart } from './chart.ts';
import type { PendingTarget } from './pending.ts';
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

/** The targets and where they stand, to be put below a card; nothing where the notice has no number. */
export function targetElements(
  of: { standings: readonly TargetStanding[]; pending: readonly PendingTarget[] },
  nameOf: (unit: string) => string,
): Element[] {
  const { standings, pending } = of;
  if (standings.length + pending.length === 0) return [];
  const more = standings.length - MOST_TARGETS;
  let charts = 0;
  const shown = standings.slice(0, MOST_TARGETS).flatMap((standing) => {
    const chart = charts < MOST_CHARTS ? trendChart(standing.history, nameOf) : undefined;
    if (chart) charts += 1;
    return [markdown(wordsOf(standing, nameOf)), ...(chart ? [chart] : [])];
  });
  return [
    divider(),
    text('目标完成情况（各单位季度报送）', { size: 'notation', color: 'grey' }),
    ...shown,
    ...pendingElements(pending),
    ...(more > 0
      ? [text(`还有${more}项，发“/措施”加序号看各条措施的。`, { size: 'notation', color: 'grey' })]
      : []),
  ];
}

function pendingElements(pending: readonly PendingTarget[]): Element[] {
  const group = (isReported: boolean, head: string) => {
    const own = pending.filter((one) => one.isReported === isReported);
    if (own.length === 0) return [];
    const shown = own.slice(0, MOST_TARGETS).map((one) => `· ${one.what}：${one.goal}（${one.location}）`);
    const more = own.length > MOST_TARGETS ? [`……共${own.length}项`] : [];
    return [markdown(`**${head}**\n${escapeMarkdown([...shown, ...more].join('\n'))}`)];
  };
  return [...group(true, '还没有采纳过数值的目标'), ...group(false, '通知没有落实到单位的目标，不报送数值')];
}

function wordsOf({ target, units }: TargetStanding, nameOf: (unit: string) => string): string {
  const head = `**${escapeMarkdown(`措施${target.measure_no} ${target.what}`)}**`;
  return [
    head,
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

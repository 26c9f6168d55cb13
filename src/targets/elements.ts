import type { ReportedNumber } from '../../db/queries/targets.ts';
import { divider, type Element, lines, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { targetName, unitName } from '../reports/texts.ts';
import { trendChart } from './chart.ts';
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

/** The targets and where they stand, to be put below a card; nothing where nothing was reported. */
export function targetElements(
  standings: readonly TargetStanding[],
  nameOf: (unit: string) => string,
): Element[] {
  if (standings.length === 0) return [];
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
    ...(more > 0
      ? [text(`还有${more}项，发“/措施”加序号看各条措施的。`, { size: 'notation', color: 'grey' })]
      : []),
  ];
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

import { openPeriods, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { reportOf } from '../../db/queries/reports.ts';
import { button, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { ruleOf } from '../schedule/rule.ts';
import { rulesNow } from '../schedule/rules-now.ts';
import { type Asked, answeredPrivately, type ReportAct, saysCard } from './act.ts';
import { reportValue } from './card-parts.ts';
import { type Desk, desk } from './desk.ts';
import { homeCard } from './home-card.ts';
import { defaultDays, type PeriodId, periodName, quarterOf } from './period.ts';
import { dayName, OURS, STATUS_NAMES } from './texts.ts';

/** Reports that somebody can file for now, the newest period first. */
export async function ownDesks(act: ReportAct): Promise<Desk[]> {
  const periods = (await openPeriods(act.deps.db)).reverse();
  return desksOf(
    act,
    periods.map((period) => period.id),
  );
}

async function desksOf(act: ReportAct, periods: readonly string[]): Promise<Desk[]> {
  const units = [...new Set(act.rights.units.map((unit) => unit.unitId))];
  const keys = periods.flatMap((period) => units.map((unit) => ({ period, unit })));
  const there = await Promise.all(keys.map(async (key) => ((await reportOf(act.deps.db, key)) ? [key] : [])));
  return Promise.all(there.flat().map((key) => desk(act, key)));
}

/** `/报送`: my forms. One is shown, several are listed. */
export async function ownReports(act: ReportAct, asked: Asked): Promise<Outcome> {
  if (act.rights.units.length === 0) return withoutUnit(act, asked);
  const desks = await ownDesks(act);
  const [only, ...others] = desks;
  if (only === undefined) return answeredPrivately(asked, await nothingCard(act));
  return answeredPrivately(asked, others.length === 0 ? homeCard(only) : listCard(desks));
}

/** `/报送 <期>`: one's own reports of a period, locked ones too. @throws UserError */
export async function ownReportsOf(act: ReportAct, asked: Asked, period: PeriodId): Promise<Outcome> {
  const known = await pastAndOpenPeriods(act.deps.db);
  if (!known.some((one) => one.id === period)) throw new UserError(`${periodName(period)}没有开启过报送。`);
  const desks = await desksOf(act, [period]);
  const [only, ...others] = desks;
  if (only === undefined) throw new UserError(`${periodName(period)}没有您单位要报的内容。`);
  return answeredPrivately(asked, others.length === 0 ? homeCard(only) : listCard(desks));
}

function listCard(desks: readonly Desk[]): Card {
  return card({
    summary: `您有${desks.length}份报告`,
    header: { title: `您有${desks.length}份报告`, subtitle: '点开一份填报', template: 'blue' },
    elements: desks.flatMap((one): Element[] => [
      markdown(
        `**${escapeMarkdown(one.unitName)}** ${one.periodName}　${STATUS_NAMES[one.sheet.report.status]}${one.phase === 'late' ? '（补报）' : ''}`,
      ),
      button({
        label: `打开 ${one.unitName} ${one.key.period}`,
        size: 'small',
        value: reportValue(one, 'report-home'),
      }),
    ]),
  });
}

async function nothingCard(act: ReportAct): Promise<Card> {
  const [last] = await pastAndOpenPeriods(act.deps.db);
  const running = quarterOf(act.today);
  const { opens } = defaultDays(running, act.calendar, ruleOf(await rulesNow(act.deps.db), 'open'));
  const next =
    last?.id === running
      ? []
      : [`${periodName(running)}预计${dayName(opens, act.today)}开放，到时我会把要填的内容发给您。`];
  return card({
    summary: '现在没有要报的内容',
    header: { title: '现在没有要报的内容', template: 'blue' },
    elements: [
      ...next.map((line) => markdown(line)),
      ...(last ? [markdown(`看以前报的：/报送 ${last.id}`)] : []),
      markdown('有重要事项随时可以报：/报送 即报 内容'),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

async function withoutUnit(act: ReportAct, asked: Asked): Promise<Outcome> {
  if (!act.rights.isOffice)
    throw new UserError(
      '您还没有绑定单位，没有要填的报告。如果您负责某个单位的报送，请发“/绑定 单位名”申请。',
    );
  const open = await openPeriods(act.deps.db);
  const says = open.map(
    (period) => `**${periodName(period.id as PeriodId)}**：截止${dayName(period.due_on, act.today)} 18:00`,
  );
  return answeredPrivately(
    asked,
    saysCard('报送期', [
      ...(says.length > 0 ? says : ['现在没有开放的报送期。']),
      '开启：/报送 开启 2026Q4 截止 1.8\n延期：/报送 延期 2026Q4 1.15 理由\n锁定：/报送 锁定 2026Q4\n审核：/审核',
    ]),
  );
}

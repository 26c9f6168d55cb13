import { openPeriods, type PeriodRow } from '../../db/queries/periods.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { contentOf, hasContent } from './content.ts';
import { type PeriodId, periodName, phaseOf } from './period.ts';
import { dueName } from './texts.ts';

/**
 * What units have still to hand in, a line (markdown) for each unit and open period; sent back counts as not handed in.
 *
 * @param of.now instant in ms.
 */
export async function openItemLines(
  deps: Deps,
  of: { units: readonly string[]; now: number },
): Promise<string[]> {
  const periods = await openPeriods(deps.db);
  const all = of.units.flatMap((unit) =>
    periods.map((period) => openItemLine(deps, { unit, period, now: of.now })),
  );
  return (await Promise.all(all)).filter((line) => line !== undefined);
}

async function openItemLine(
  deps: Deps,
  of: { unit: string; period: PeriodRow; now: number },
): Promise<string | undefined> {
  const { unit, period, now } = of;
  const sheet = await reportSheet(deps.db, { period: period.id, unit });
  if (sheet === undefined || sheet.items.length === 0) return undefined;
  const { status } = sheet.report;
  if (status === 'submitted' || status === 'accepted') return undefined;
  const filled = sheet.items.filter((item) => hasContent(contentOf(item))).length;
  const draft = filled > 0 ? `（草稿已有${filled}项）` : '';
  const returned = status === 'returned' ? '，报告被退回待修改' : '';
  const late = phaseOf(period, now) === 'late' ? '，已过截止时间，请尽快补报' : '';
  const name = escapeMarkdown(deps.notice.unit(unit)?.name ?? unit);
  return `${name}${periodName(period.id as PeriodId)}还有**${sheet.items.length}项**未报送${draft}${returned}，截止${dueName(period.due_on, dayAt(now))}${late}。`;
}

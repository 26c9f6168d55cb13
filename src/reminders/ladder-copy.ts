import type { ReportSheet } from '../../db/queries/reports.ts';
import { button, type Card, card, text } from '../cards/elements.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import type { Occasion } from './ladder-card.ts';

/** For the office, where a rung is copied to it: how many were reminded, of which units. */
export function officeCopyCard(
  { period, unitName }: Occasion,
  of: { missing: readonly ReportSheet[]; people: number },
): Card {
  const name = periodName(period.id as PeriodId);
  const { missing, people } = of;
  return card({
    summary: `${name}催报：${missing.length}个单位未报，已发${people}人`,
    header: {
      title: `${name}催报 · ${missing.length}个单位未报`,
      subtitle: `已发给${people}人`,
      template: 'blue',
    },
    elements: [
      text(`未报：${missing.map(({ report }) => unitName(report.unit)).join('、')}。`),
      button({
        label: '报送进度',
        value: { action: 'progress', period: period.id, by: 'units', page: 0 },
      }),
    ],
  });
}

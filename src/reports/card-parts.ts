import { button, buttonRow, type Element, type Template, text } from '../cards/elements.ts';
import type { Desk } from './desk.ts';
import { allows } from './states.ts';

/** Names of evidence that an item's line holds. */
const MOST_EVIDENCE = 5;

/** What a button of the reporting story carries: whose report, and what more the act needs. */
export function reportValue(desk: Desk, action: string, more: Record<string, unknown> = {}) {
  return { action, period: desk.key.period, unit: desk.key.unit, ...more };
}

/** The header that all cards of a report share: after the due hour it says 补报. */
export function reportHeader(desk: Desk, subtitle: string, template: Template = templateOf(desk)) {
  const isLate = desk.phase === 'late' && allows('submit', desk.sheet.report, desk.phase);
  return { title: `${isLate ? '补报' : '季度报送'} · ${desk.unitName}`, subtitle, template };
}

function templateOf({ sheet, phase }: Desk): Template {
  if (phase === 'locked') return 'grey';
  const { status } = sheet.report;
  if (status === 'submitted' || status === 'accepted') return 'green';
  if (status === 'returned') return 'red';
  return phase === 'late' ? 'orange' : 'blue';
}

/** 佐证材料 of an item by name; what they are is kept with the platform. */
export function evidenceElements(of: Desk, item: string): Element[] {
  const names = of.evidence.filter((one) => one.item === item).map((one) => one.name);
  if (names.length === 0) return [];
  const more = names.length > MOST_EVIDENCE ? `等${names.length}个` : '';
  return [
    text(`佐证材料：${names.slice(0, MOST_EVIDENCE).join('、')}${more}`, { size: 'notation', color: 'grey' }),
  ];
}

/** Buttons to read earlier rounds again; at most the last four. @param upTo the newest round that is listed */
export function roundButtons(of: Desk, upTo: number): Element[] {
  const rounds = Array.from({ length: upTo }, (_, index) => index + 1).slice(-4);
  if (rounds.length === 0 || (rounds.length === 1 && of.sheet.report.status === 'submitted')) return [];
  return [
    buttonRow(
      rounds.map((round) =>
        button({
          label: `第${round}次提交的内容`,
          size: 'small',
          value: reportValue(of, 'report-round', { round }),
        }),
      ),
    ),
  ];
}

import type { ReportStatus } from '../../db/schema-reports.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  lines,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { guessNote } from '../reminders/guess.ts';
import { reportHeader, reportValue, roundButtons } from './card-parts.ts';
import { contentOf, hasContent } from './content.ts';
import type { Desk } from './desk.ts';
import { periodName } from './period.ts';
import { allows } from './states.ts';
import { dueName, momentName, OURS, reasonsText, STATUS_NAMES } from './texts.ts';

/** Where a report stands, and what can be done: the opening card, the receipt, a return. */
export function homeCard(desk: Desk): Card {
  const { report } = desk.sheet;
  return card({
    summary: `${desk.periodName}${desk.unitName}报送：${STATUS_NAMES[report.status]}`,
    header: reportHeader(desk, `${desk.periodName} · ${STATUS_NAMES[report.status]}`),
    elements: [
      ...BODIES[report.status](desk),
      ...(desk.phase === 'locked'
        ? [text('本期已由办公室锁定，不再接收填报和修改。', { color: 'red' })]
        : []),
      buttonRow(buttonsOf(desk)),
      ...roundButtons(desk, report.round),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

const BODIES: Readonly<Record<ReportStatus, (desk: Desk) => Element[]>> = {
  none: (desk) => [...asked(desk), ...listed(desk)],
  draft: (desk) => [...asked(desk), ...listed(desk)],
  submitted: receipt,
  returned: (desk) => [...returnedFor(desk), ...asked(desk), ...listed(desk)],
  accepted: (desk) => [markdown('**办公室已采纳本期报告。**'), ...receipt(desk)],
};

function asked(desk: Desk): Element[] {
  const { act, period } = desk;
  const due = `${dueName(period.due_on, act.today)}${guessNote(act.calendar, period.due_on)}`;
  return [
    markdown('请报送本季度的工作进展、存在问题和下一步打算（四（四））。'),
    markdown(
      desk.phase === 'late'
        ? `**截止时间**：${due}，已经过了；现在提交算**补报**，办公室锁定前都可以交。`
        : `**截止时间**：${due}`,
    ),
  ];
}

function listed(desk: Desk): Element[] {
  const { items } = desk.sheet;
  const filled = items.filter((item) => hasContent(contentOf(item)));
  const names = items.map(
    (item) => `${item.position}. ${item.title}（${item.location}）${filled.includes(item) ? ' ✓' : ''}`,
  );
  const last = desk.last
    ? `上次报的是${periodName(desk.last.period)}，内容会带进表里，改动的地方改一改就行；都没变化就点“无变化沿用”。`
    : '照片和文件可以不传。每次点按钮都会自动保存。';
  return [
    markdown(
      `**共${items.length}项**${filled.length > 0 ? `，已填${filled.length}项` : ''}\n${lines(names)}`,
    ),
    text(last, { size: 'notation' }),
  ];
}

function receipt({ sheet, labels, phase, act, period }: Desk): Element[] {
  const { report } = sheet;
  const by = report.submitted_by === null ? '' : `，由 ${labels(report.submitted_by)} 提交`;
  const at = report.submitted_at === null ? '' : momentName(report.submitted_at);
  return [
    markdown(`**回执号**：${escapeMarkdown(report.receipt ?? '')}\n**提交时间**：${at}${by}`),
    ...(allows('withdraw', report, phase)
      ? [text('办公室采纳或锁定之前，可以撤回修改；改完要重新提交。')]
      : []),
    ...(phase === 'open'
      ? [text(`截止时间：${dueName(period.due_on, act.today)}`, { size: 'notation', color: 'grey' })]
      : []),
  ];
}

function returnedFor({ decision }: Desk): Element[] {
  if (decision?.what !== 'returned') return [];
  return [
    markdown(`**办公室退回了这份报告**（${momentName(decision.at)}）。原来填的内容都在，改好后重新提交。`),
    text(`退回原因：${reasonsText(decision)}`),
  ];
}

function buttonsOf(desk: Desk): Element[] {
  const { report } = desk.sheet;
  const of = (label: string, action: string, isMain = false) =>
    button({ label, value: reportValue(desk, action), ...(isMain && { type: 'primary' as const }) });
  const view = of('查看', 'report-preview');
  if (allows('withdraw', report, desk.phase)) return [view, of('撤回修改', 'report-withdraw')];
  if (!allows('edit', report, desk.phase)) return [view];
  if (report.status === 'none')
    return [of('开始填报', 'report-open', true), ...(desk.last ? [of('无变化沿用', 'report-carry')] : [])];
  return [of('继续填报', 'report-open', true), of('预览', 'report-preview')];
}

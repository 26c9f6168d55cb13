import type { EvidenceRow } from '../../db/queries/evidence.ts';
import type { LedgerEntryRow, LedgerStepRow } from '../../db/queries/ledger.ts';
import { button, type Card, type Element } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Labels } from '../people/labels.ts';
import { mayReportFor } from '../people/rights.ts';
import { type ReportAct, saysCard } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { dayName, momentName } from '../reports/texts.ts';
import { type Light, lightOf } from './light.ts';
import { ACTS, LIGHTS } from './texts.ts';

/** More would not fit into a card. */
const MOST_LISTED = 25;
const MOST_STEPS = 8;
const MOST_EVIDENCE = 5;
const LISTED_PROBLEM = 60;
const RANKED: readonly Light[] = ['red', 'yellow', 'waiting', 'green', 'closed'];

/** The entries somebody may see: what is overdue first, then by deadline. */
export function listCard(act: ReportAct, entries: readonly LedgerEntryRow[], title: string): Card {
  const lit = entries.map((entry) => ({ entry, light: lightOf(entry, act) }));
  const counts = RANKED.flatMap((light) => {
    const count = lit.filter((one) => one.light === light).length;
    return count === 0 ? [] : [`${LIGHTS[light]} ${count}`];
  });
  const ranked = RANKED.flatMap((light) => lit.filter((one) => one.light === light));
  const left = ranked.length - MOST_LISTED;
  return saysCard(title, [
    counts.join('　'),
    ...ranked.slice(0, MOST_LISTED).map(({ entry, light }) => line(act, entry, light)),
    ...(left > 0 ? [`还有${left}条没有列出，发“/台账 单位名”只看一家的。`] : []),
    '发“/台账 编号”看经过。',
  ]);
}

function line(act: ReportAct, entry: LedgerEntryRow, light: Light): string {
  const problem =
    entry.problem.length > LISTED_PROBLEM ? `${entry.problem.slice(0, LISTED_PROBLEM)}…` : entry.problem;
  return [
    `**${entry.no}**　${LIGHTS[light]}　${escapeMarkdown(unitNameOf(act, entry.unit))}　期限${dayName(entry.due_on, act.today)}${share(entry)}`,
    escapeMarkdown(problem),
  ].join('\n');
}

/** One entry with what was done, the newest last. */
export function entryCard(
  act: ReportAct,
  entry: LedgerEntryRow,
  of: { steps: readonly LedgerStepRow[]; labels: Labels; evidence: readonly EvidenceRow[] },
): Card {
  const shown = of.steps.slice(-MOST_STEPS);
  const left = of.steps.length - shown.length;
  const card = saysCard(`台账 ${entry.no}`, [
    ...about(act, entry),
    ...evidenceLines(of.evidence),
    '**经过**',
    ...(left > 0 ? [`更早的${left}条没有列出。`] : []),
    ...shown.map((step) => stepLine(act, step, of.labels)),
    ...(act.rights.isOffice ? [OFFICE_HINTS[entry.status](entry.no)] : [UNIT_HINTS[entry.status](entry.no)]),
  ]);
  return mayAddEvidence(act, entry) ? withElement(card, evidenceButton(entry.no)) : card;
}

/** The unit's own people, until 销号: the way to send files that belong to the entry. */
export function mayAddEvidence(act: ReportAct, entry: LedgerEntryRow): boolean {
  return mayReportFor(act.rights, entry.unit) && entry.status !== 'closed';
}

function evidenceButton(no: string): Element {
  return button({ label: '传佐证材料', value: { action: 'ledger-evidence', no } });
}

function withElement(shown: Card, element: Element): Card {
  return { ...shown, body: { ...shown.body, elements: [...shown.body.elements, element] } };
}

function evidenceLines(evidence: readonly EvidenceRow[]): string[] {
  if (evidence.length === 0) return [];
  const names = evidence.slice(-MOST_EVIDENCE).map((row) => escapeMarkdown(row.name));
  const more = evidence.length > names.length ? `等${evidence.length}个` : '';
  return [`**佐证材料**　${names.join('、')}${more}`];
}

/** What somebody is told of a step: the entry as it is now, and the words. */
export function toldCard(
  act: ReportAct,
  entry: LedgerEntryRow,
  of: { step: Pick<LedgerStepRow, 'what' | 'words'>; by: string; hint: string },
): Card {
  return saysCard(`台账 ${entry.no}：${ACTS[of.step.what]}`, [
    ...about(act, entry),
    `${of.by}　**${ACTS[of.step.what]}**${of.step.words === '' ? '' : `：${escapeMarkdown(of.step.words)}`}`,
    ...(of.hint === '' ? [] : [of.hint]),
  ]);
}

function about(act: ReportAct, entry: LedgerEntryRow): string[] {
  return [
    `**${escapeMarkdown(unitNameOf(act, entry.unit))}**　${LIGHTS[lightOf(entry, act)]}　期限${dayName(entry.due_on, act.today)}${share(entry)}`,
    `**问题**　${escapeMarkdown(entry.problem)}`,
    `**整改措施**　${escapeMarkdown(entry.measure)}`,
  ];
}

function stepLine(act: ReportAct, step: LedgerStepRow, labels: Labels): string {
  const moved =
    step.what === 'due-moved' || step.what === 'entered' ? `　期限${dayName(step.due_on, act.today)}` : '';
  const percent = step.what === 'progress' ? share(step) : '';
  const words = step.words === '' ? '' : `\n${escapeMarkdown(step.words)}`;
  return `${momentName(step.at)}　${labels(step.by)}　**${ACTS[step.what]}**${moved}${percent}${words}`;
}

function share({ percent }: { percent: number | null }): string {
  return percent === null ? '' : `　完成${percent}%`;
}

type Hints = Readonly<Record<LedgerEntryRow['status'], (no: string) => string>>;

export const UNIT_HINTS: Hints = {
  open: (no) => `报进展：/台账 ${no} 进展 50% 做了什么\n整改完成后：/台账 ${no} 申请销号 说明`,
  closing: () => '已申请销号，等办公室核对。',
  closed: () => '已销号。',
};

export const OFFICE_HINTS: Hints = {
  open: (no) => `延期：/台账 ${no} 延期 12月30日 理由`,
  closing: (no) =>
    `核对后：/台账 ${no} 销号，或 /台账 ${no} 退回 理由。由登记人、申请人以外的办公室同志办理。`,
  closed: () => '已销号。',
};

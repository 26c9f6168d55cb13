import { type ClashRow, openClashes } from '../../db/queries/drafts.ts';
import { type EvidenceRow, evidenceOf } from '../../db/queries/evidence.ts';
import { personNames } from '../../db/queries/people.ts';
import { type PeriodRow, periodById } from '../../db/queries/periods.ts';
import {
  lastReportedPeriod,
  type ReportKey,
  type ReportSheet,
  reportSheet,
} from '../../db/queries/reports.ts';
import { type DecisionRow, decisionsOf, lastRevision } from '../../db/queries/reviews.ts';
import { UserError } from '../errors.ts';
import { type Labels, labelsFrom } from '../people/labels.ts';
import { mayReportFor } from '../people/rights.ts';
import type { ReportAct } from './act.ts';
import type { Content } from './content.ts';
import { type PeriodId, type PeriodPhase, periodName, phaseOf } from './period.ts';
import { readRevision } from './revision.ts';

/** What a unit reported last, by item. */
export interface LastReport {
  period: PeriodId;
  contents: ReadonlyMap<string, Content>;
}

/** A unit's report on somebody's table: everything that its cards and acts need. */
export interface Desk {
  act: ReportAct;
  key: ReportKey;
  unitName: string;
  period: PeriodRow;
  /** `2026年第四季度` */
  periodName: string;
  phase: PeriodPhase;
  sheet: ReportSheet;
  last: LastReport | undefined;
  /** What was typed and is not in the draft, of everybody. */
  clashes: ClashRow[];
  /** 佐证材料, oldest first. */
  evidence: EvidenceRow[];
  /** The newest decision of the office, or a withdrawal. */
  decision: DecisionRow | undefined;
  labels: Labels;
}

/** The desk of one who may report for the unit at this moment. @throws UserError for everybody else */
export async function ownDesk(act: ReportAct, key: ReportKey): Promise<Desk> {
  const name = unitNameOf(act, key.unit);
  if (!mayReportFor(act.rights, key.unit))
    throw new UserError(
      `您没有绑定到${name}，不能填报或查看它的报告。如果您负责${name}的报送，请发“/绑定 ${name}”申请。`,
    );
  return desk(act, key);
}

/** The desk of a report, whoever looks: the caller has checked the right. @throws UserError where there is none */
export async function desk(act: ReportAct, key: ReportKey): Promise<Desk> {
  const { db } = act.deps;
  const [period, sheet, last, clashes, evidence, decisions] = await Promise.all([
    periodById(db, key.period),
    reportSheet(db, key),
    lastReport(act, key),
    openClashes(db, key),
    evidenceOf(db, key),
    decisionsOf(db, key),
  ]);
  if (period === undefined || period.status === 'planned' || period.status === 'cancelled')
    throw new UserError('这个报送期没有开启。发“/报送”看看现在要报什么。');
  if (sheet === undefined || sheet.items.length === 0)
    throw new UserError(`${unitNameOf(act, key.unit)}这一期没有要报的事项。`);
  return {
    act,
    key,
    unitName: unitNameOf(act, key.unit),
    period,
    periodName: periodName(key.period as PeriodId),
    phase: phaseOf(period, act.now),
    sheet,
    last,
    clashes,
    evidence,
    decision: decisions.at(-1),
    labels: labelsFrom(await personNames(db, peopleIn(sheet, clashes))),
  };
}

export function unitNameOf(act: ReportAct, unit: string): string {
  return act.deps.notice.unit(unit)?.name ?? unit;
}

/** What a unit reported last before a period. */
export async function lastReport(act: ReportAct, key: ReportKey): Promise<LastReport | undefined> {
  const period = await lastReportedPeriod(act.deps.db, key);
  if (period === undefined) return undefined;
  const revision = await lastRevision(act.deps.db, { period, unit: key.unit });
  if (revision === undefined) return undefined;
  const items = readRevision(revision.content).items.map(({ item, content }) => [item, content] as const);
  return { period: period as PeriodId, contents: new Map(items) };
}

function peopleIn({ report, items }: ReportSheet, clashes: readonly ClashRow[]): string[] {
  const all = [report.submitted_by, ...items.map((item) => item.updated_by), ...clashes.map((one) => one.by)];
  return [...new Set(all.filter((one) => one !== null))];
}

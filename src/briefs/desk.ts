import { type BriefRow, briefById, briefsOfUnit } from '../../db/queries/briefs.ts';
import { periodById } from '../../db/queries/periods.ts';
import { publishedRanking } from '../../db/queries/rankings.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { standingEntries } from '../../db/queries/score-entries.ts';
import { UserError } from '../errors.ts';
import type { ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { standingOf } from '../scoring/facts.ts';
import { rubricOf } from '../scoring/rubrics.ts';
import { entry as entryText, numberText } from '../scoring/texts.ts';
import { briefName } from './brief.ts';

export const NOT_STANDING = '这份报告已退回或撤回，重新提交以前不能发布。';

/** A brief on the office's table, with what 发布 means for the unit's score. */
export interface BriefDesk {
  act: ReportAct;
  brief: BriefRow;
  unitName: string;
  periodName: string;
  /** What the rubric of the period gives for a brief, and what is left of it below the cap. */
  points: { each: number; cap: number; given: number };
  /** The report it was picked from is with the office. */
  isStanding: boolean;
  /** Chinese sentences that the office should know before it publishes. */
  warnings: string[];
}

/** @throws UserError where there is no such brief */
export async function briefDesk(act: ReportAct, id: string): Promise<BriefDesk> {
  const brief = await briefById(act.deps.db, id);
  if (brief === undefined) throw new UserError('找不到这篇工作动态。');
  return deskOf(act, brief);
}

/** The table of a brief that is read or made already. */
export async function deskOf(act: ReportAct, brief: BriefRow): Promise<BriefDesk> {
  const { db } = act.deps;
  const [period, entries, sheet, ranking, others] = await Promise.all([
    periodById(db, brief.period),
    standingEntries(db, brief.period),
    reportSheet(db, brief),
    publishedRanking(db, brief.period),
    briefsOfUnit(db, brief.unit),
  ]);
  const { rubric } = await rubricOf(db, period ?? { opened_at: null });
  const adds = entries.filter(({ unit, kind }) => unit === brief.unit && kind === 'add');
  const counted = adds.reduce((sum, { points }) => sum + points, 0);
  const { perBrief: each, cap } = rubric.adds;
  const item = sheet?.items.find((one) => one.item === brief.item);
  const name = periodName(brief.period as PeriodId);
  const isStanding = sheet !== undefined && standingOf(sheet.report) === 'standing';
  const before = others.find((one) => one.id !== brief.id && one.item === brief.item && one.no !== null);
  return {
    act,
    brief,
    unitName: unitNameOf(act, brief.unit),
    periodName: name,
    points: { each, cap, given: Math.min(each, Math.max(0, cap - counted)) },
    isStanding,
    warnings: [
      ...(isStanding ? [] : [NOT_STANDING]),
      ...(isStanding && sheet?.report.status !== 'accepted' ? ['这份报告还没有采纳，请先核实。'] : []),
      ...(item?.progress === brief.source ? [] : ['选用以后单位改过这一项，请对照现在的报告核实。']),
      ...(before === undefined
        ? []
        : [`同一事项在${briefName(before)}采用过，是同一做法的不再计分（返回修改，选“不计分”）。`]),
      ...adds.map(
        (one) =>
          `本期已计：+${numberText(one.points)} ${entryText(one)}。是同一件事的不再计分（返回修改，选“不计分”）。`,
      ),
      ...(ranking === undefined
        ? []
        : [`${name}排名已公布，这次加分不改变已公布的排名；要更正发“/排名 ${brief.period} 更正 理由”。`]),
    ],
  };
}

import type { Write } from '../../db/database.ts';
import { reportOf } from '../../db/queries/reports.ts';
import {
  addScoreEntry,
  cancelScoreEntry,
  scoreEntry,
  standingEntriesOf,
} from '../../db/queries/score-entries.ts';
import type { EntrySource } from '../../db/schema-scores.ts';
import { UserError } from '../errors.ts';
import { audit, type ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { numberText } from './texts.ts';

/** What the office enters; `points` below 0 takes off. */
export interface Entered {
  unit: string;
  period: PeriodId;
  points: number;
  reason: string;
}

const MOST_POINTS = 20;
const LONGEST_REASON = 300;
const SOURCES: readonly (readonly [RegExp, EntrySource])[] = [
  [/^典型经验/, 'practice'],
  [/^通报批评/, 'criticism'],
];

/** Enters 加分 or 扣分. The same matter twice is refused, however it is spelt and in whichever quarter. @throws UserError */
export async function entryWrites(act: ReportAct, of: Entered): Promise<Write[]> {
  const { db } = act.deps;
  const name = unitNameOf(act, of.unit);
  demandSense(of);
  if ((await reportOf(db, of)) === undefined)
    throw new UserError(`${name}在${periodName(of.period)}没有要报送的事项，不能加分扣分。`);
  const matter = matterOf(of.reason);
  const same = (await standingEntriesOf(db, of.unit)).find(
    (one) => one.matter === matter || matterOf(one.reason) === matter,
  );
  if (same)
    throw new UserError(
      `没有录入：${name}这件事在${periodName(same.period as PeriodId)}已经计过（${same.kind === 'add' ? '+' : '-'}${numberText(same.points)} ${same.reason}），同一件事只计一次。不是同一件事的，请把理由写具体。`,
    );
  return [
    addScoreEntry(db, {
      id: act.key,
      period: of.period,
      unit: of.unit,
      kind: of.points > 0 ? 'add' : 'deduct',
      source: SOURCES.find(([pattern]) => pattern.test(of.reason))?.[1] ?? 'other',
      points: Math.abs(of.points),
      matter,
      reason: of.reason,
      evidence: '',
      entered_by: act.sender,
      at: act.now,
    }),
    audit(act, 'score-entry', { subject: `score:${of.period}:${of.unit}`, detail: String(of.points) }),
  ];
}

/** Takes an entry back, with a reason. @throws UserError */
export async function cancelWrites(act: ReportAct, of: { entry: string; because: string }): Promise<Write[]> {
  if (of.because === '') throw new UserError('请写上取消的理由。');
  const found = await scoreEntry(act.deps.db, of.entry);
  if (found === undefined || found.cancelled_at !== null) throw new UserError('这一条已经取消过了。');
  return [
    ...cancelScoreEntry(act.deps.db, of.entry, { by: act.sender, at: act.now, because: of.because }),
    audit(act, 'score-cancel', { subject: `score:${found.period}:${found.unit}`, detail: found.id }),
  ];
}

function demandSense({ points, reason }: Entered): void {
  const size = Math.abs(points);
  if (!(size > 0 && size <= MOST_POINTS))
    throw new UserError(`一次加分或扣分应在0到${MOST_POINTS}分之间，没有录入。`);
  if (Math.abs(size * 100 - Math.round(size * 100)) > 1e-9)
    throw new UserError('分值最多两位小数，没有录入。');
  if (reason === '') throw new UserError('请写上理由，例如：/评分 单位名 +2 典型经验 什么经验');
  if (reason.length > LONGEST_REASON) throw new UserError(`理由最多${LONGEST_REASON}字，没有录入。`);
}

/**
 * A matter in one spelling: blanks, punctuation, the width of letters and what sort of entry it is called make no other
 * matter.
 */
function matterOf(reason: string): string {
  const spelt = reason
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
  return spelt.replace(/^(?:典型经验|典型做法|通报批评|工作动态采用)(?=.)/, '');
}

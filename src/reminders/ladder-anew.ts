import { doneSince } from '../../db/queries/occurrences.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import type { Deps } from '../deps.ts';
import { isOwed } from '../progress/standing.ts';
import type { Anew, Asked } from '../reasons.ts';
import { rungsOf } from '../schedule/rule.ts';
import { rungMessages } from './ladder-job.ts';

/** Said where nothing is left of what a reminder was about. */
export const ALL_IN = '有关单位都已报送';

/** Said where the reader has no part in it any more. */
export const NO_LONGER_HIS = '已不负责有关单位，或正在请假';

/** 催报 at the moment of sending: about the units that still have not handed in, to who is still to be reminded. */
export async function rungAnew(deps: Deps, of: Asked): Promise<Anew> {
  const [, id = '', dueOn = '', name] = of.reason.occurrence.split(':');
  const period = await periodById(deps.db, id);
  if (period?.status !== 'open') return '本期已锁定';
  if (period.due_on !== dueOn) return '截止日已改，按新的日子催报';
  const rung = rungsOf(of.rules).find(({ spec }) => spec.id === name);
  if (rung?.isOn !== true) return '这条规则已关闭';
  const later = await doneSince(deps.db, { prefix: `remind:${id}:${dueOn}:`, since: of.madeAt + 1 });
  if (later.size > 0) return '与后一次催报合并';
  const all = await periodSheets(deps.db, id);
  const sheets = all.filter(({ report }) => of.reason.about.includes(report.unit) && isOwed(report));
  if (sheets.length === 0) return ALL_IN;
  return rungMessages(deps, { period, calendar: of.calendar, now: of.now, rung, sheets });
}

import { type PeriodRow, periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { setSnooze } from '../../db/queries/snoozes.ts';
import { timeAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Rights } from '../people/rights.ts';
import { isOwed } from '../progress/standing.ts';
import { actOfClick, audit, carried, info, pressed, success } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { phaseOf } from '../reports/period.ts';
import { heldNow } from '../schedule/paused.ts';
import { reminderCard } from './ladder-card.ts';
import { leadersOver, type Reminded } from './ladder-people.ts';
import { lastReturns } from './returns.ts';
import { snoozeInstants } from './snooze-times.ts';

/** 稍后提醒: the card comes again once at the chosen time of this day. @throws UserError */
export async function snoozeReminder(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const period = await periodById(deps.db, carried(event, 'period'));
  if (period?.status !== 'open') throw new UserError('这一期已经锁定，不再催报。');
  const about = await stillToRemind(deps, { period, rights: act.rights, now: act.now });
  if (about === undefined) throw new UserError('这张卡片不是催您的，不用设稍后提醒。');
  if (isNothing(about)) return pressed(event, { toast: info('都已报送，不用再提醒了') });
  const at = snoozeInstants(act.now, act.calendar).find((one) => timeAt(one) === carried(event, 'time'));
  if (at === undefined) throw new UserError('今天的这个时间已经过了，没有记下。');
  const held = (await heldNow(deps.db))('snooze');
  const says = `今天${timeAt(at)}再提醒您一次`;
  const occasion = { ...act, period, unitName: (unit: string) => unitNameOf(act, unit), snoozedTo: at };
  return pressed(event, {
    toast: held === undefined ? success(says) : info(`已记下，但${held}，恢复前不会提醒`),
    card: reminderCard(occasion, about),
    writes: [
      setSnooze(deps.db, { open_id: act.sender, period: period.id, at, set_at: act.now }),
      audit(act, 'snooze', { subject: `period:${period.id}`, detail: timeAt(at) }),
    ],
  });
}

/**
 * What one person can be reminded of at an instant (ms): the reports of his units that are still to be handed in, and, once
 * they are late, those of the units that lead a group he is assigned to. Empty lists: all are handed in; undefined:
 * he has no part in the period.
 */
export async function stillToRemind(
  deps: Deps,
  of: { period: PeriodRow; rights: Rights; now: number },
): Promise<Reminded | undefined> {
  const { units, leaderIds } = of.rights;
  if (units.length === 0 && leaderIds.length === 0) return undefined;
  const missing = (await periodSheets(deps.db, of.period.id)).filter(({ report }) => isOwed(report));
  const own = missing.filter(({ report }) => units.some((unit) => unit.unitId === report.unit));
  const isLate = phaseOf(of.period, of.now) === 'late';
  const led = missing.filter(
    (sheet) =>
      isLate &&
      !own.includes(sheet) &&
      leadersOver(sheet, deps.notice.model).some((leader) => leaderIds.includes(leader)),
  );
  return { own, led, returns: await lastReturns(deps.db, missing) };
}

/** Whether there is nothing left to remind of. */
export function isNothing({ own, led }: Pick<Reminded, 'own' | 'led'>): boolean {
  return own.length === 0 && led.length === 0;
}

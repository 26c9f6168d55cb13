import type { Write } from '../../db/database.ts';
import { recordAudit } from '../../db/queries/audit.ts';
import { addLeave, type LeaveRow, leavesBetween, shortenLeave } from '../../db/queries/people-leave.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import { plusDays } from '../reminders/calendar.ts';
import { acquaint } from './acquaint.ts';
import type { Act, Change } from './act.ts';
import { told } from './binding.ts';
import { dayName } from './days.ts';
import { type Labels, labelsOf } from './labels.ts';
import type { Picked } from './mentions.ts';
import { nameOf } from './notice-names.ts';
import { quoted } from './texts.ts';

/** Longer than this is no leave but a hand-over. */
const LONGEST_DAYS = 180;

/** 请假: days in Asia/Shanghai, both included. */
export interface LeaveWish {
  fromDay: string;
  toDay: string;
  standIn: Picked;
}

/** Whoever has a part in a unit names who stands in for some days; he keeps his own rights. @throws UserError */
export async function takeLeave(act: Act, wish: LeaveWish): Promise<Change> {
  const units = ownUnits(act);
  checkDays(act, wish);
  if (wish.standIn.openId === act.sender) throw new UserError('代办人不能是您自己，请另选一人。');
  await checkFree(act, wish);
  const { labels, writes } = await acquaint(act.deps, [wish.standIn]);
  const days = daysName(act, wish);
  return {
    says: [
      `已登记：您${days}请假，${units.join('、')}的事由 ${labels(wish.standIn.openId)} 代办。`,
      '这几天的填报和提醒发给代办人，您自己仍可以填报。提前回来请发：/联络员 销假。',
    ],
    brief: '已登记请假',
    messages: [await toldStandIn(act, wish, units)],
    writes: [
      ...writes,
      ...addLeave(act.deps.db, {
        openId: act.sender,
        fromDay: wish.fromDay,
        toDay: wish.toDay,
        standIn: wish.standIn.openId,
        by: act.sender,
        now: act.now,
      }),
      audit(act, 'leave', `${wish.fromDay} ${wish.toDay} ${wish.standIn.openId}`),
    ],
  };
}

/** 销假: what is left of his leaves ends; today he is back. @throws UserError when there is none. */
export async function endLeave(act: Act): Promise<Change> {
  const { db } = act.deps;
  const rows = await leavesBetween(db, { openId: act.sender, fromDay: act.today });
  if (rows.length === 0) throw new UserError('您没有登记请假，不用销假。');
  const labels = await labelsOf(
    act.deps,
    rows.map((row) => row.stand_in),
  );
  return {
    says: rows.map((row) => `已销假：${spanOf(act, row)}的请假到此结束，${labels(row.stand_in)} 不再代办。`),
    brief: '已销假',
    messages: rows.map((row) =>
      told(act, row.stand_in as OpenId, {
        about: `back:${row.id}`,
        title: '不用再代办',
        says: [`本人已销假，${spanOf(act, row)}不用再代办。谢谢。`],
      }),
    ),
    writes: [
      ...rows.flatMap((row) => shortenLeave(db, row, plusDays(later(act.today, row.from_day), -1))),
      audit(act, 'leave-end', rows.map((row) => row.from_day).join(' ')),
    ],
  };
}

/** Names of the units that he himself has a part in. @throws UserError when there is none. */
export function ownUnits({ rights, names }: Act): string[] {
  const own = rights.units.filter((unit) => !unit.standIn).map((unit) => nameOf(names.units, unit.unitId));
  if (own.length === 0) throw new UserError('您还没有绑定单位，不用登记请假。要绑定请发“/绑定 单位名”。');
  return [...new Set(own)];
}

function checkDays(act: Act, { fromDay, toDay }: LeaveWish): void {
  if (toDay < fromDay)
    throw new UserError(
      `止日${dayName(toDay, act.today)}早于起日${dayName(fromDay, act.today)}，请检查日期。`,
    );
  if (toDay < act.today) throw new UserError(`${dayName(toDay, act.today)}已经过去了，请检查日期。`);
  if (plusDays(fromDay, LONGEST_DAYS) <= toDay)
    throw new UserError(
      `${daysName(act, { fromDay, toDay })}太长：一次请假最长${LONGEST_DAYS}天，时间更长请让办公室改绑联络员。`,
    );
}

async function checkFree(act: Act, { fromDay, toDay, standIn }: LeaveWish): Promise<void> {
  const of = (openId: string) => leavesBetween(act.deps.db, { openId, fromDay, toDay });
  const [own] = await of(act.sender);
  if (own) throw new UserError(`您${spanOf(act, own)}已经登记了请假。要改请先发：/联络员 销假。`);
  const [his] = await of(standIn.openId);
  if (his)
    throw new UserError(
      `${quoted(standIn.name ?? '所选的人')}${spanOf(act, his)}自己也请假，请另选一人代办。`,
    );
}

async function toldStandIn(act: Act, wish: LeaveWish, units: readonly string[]) {
  const labels: Labels = await labelsOf(act.deps, [act.sender]);
  return told(act, wish.standIn.openId, {
    about: 'stand-in',
    title: '请您代办',
    says: [
      `${labels(act.sender)} ${daysName(act, wish)}请假，请您代办${units.join('、')}的填报。`,
      '这几天的填报和提醒会发给您，您可以代单位填写和提交。不方便的话请尽快告诉本人另选一人。',
    ],
  });
}

function audit(act: Act, action: string, detail: string): Write {
  return recordAudit(act.deps.db, {
    at: act.now,
    who: act.sender,
    action,
    subject: `person:${act.sender}`,
    detail,
  });
}

function spanOf(act: Act, row: LeaveRow): string {
  return daysName(act, { fromDay: row.from_day, toDay: row.to_day });
}

function daysName(act: Act, { fromDay, toDay }: { fromDay: string; toDay: string }): string {
  const from = dayName(fromDay, act.today);
  return fromDay === toDay ? from : `${from}至${dayName(toDay, act.today)}`;
}

const later = (a: string, b: string) => (a > b ? a : b);

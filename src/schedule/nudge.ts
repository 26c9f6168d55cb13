import type { Write } from '../../db/database.ts';
import { decidedOccurrences, doneSince, recordOccurrence } from '../../db/queries/occurrences.ts';
import { type PeriodRow, periodById } from '../../db/queries/periods.ts';
import { reasonsNumber } from '../../db/queries/reasons.ts';
import { periodSheets, type ReportSheet } from '../../db/queries/reports.ts';
import { button, type Card, card, type Element, text } from '../cards/elements.ts';
import { dayAt, instantOf, timeAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import { asBroadcast } from '../outbox/broadcast.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { isOwed } from '../progress/standing.ts';
import { rungKey, rungTimes } from '../reminders/ladder.ts';
import { reminderCard } from '../reminders/ladder-card.ts';
import { type Reach, reachOf } from '../reminders/ladder-people.ts';
import { whenToTell } from '../reminders/quiet.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  pressed,
  type ReportAct,
  saysCard,
  success,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dayName, weekday } from '../reports/texts.ts';
import { heldNow } from './paused.ts';
import { type Recipient, rungsOf } from './rule.ts';
import { rulesNow } from './rules-now.ts';

const RIGHT = '催报';
/** Whom the office's own 催报 goes to. */
export const NUDGED: readonly Recipient[] = ['liaison', 'deputy-liaison'];

/** Whom the office's own 催报 would reach at this moment. */
export interface Nudge {
  period: PeriodRow;
  reach: Reach;
  /** Units that have submitted, were reminded today, will be reminded. */
  submitted: string[];
  already: string[];
  reached: string[];
}

/** 确认催报: counted again at this moment, each unit once a day. */
export async function confirmNudge(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const asOf = await reasonsNumber(deps.db);
  const act = await actOfClick(deps, event);
  demandOffice(act, RIGHT);
  const quiet = quietText(act);
  if (quiet !== undefined) throw new UserError(`${quiet}再点。`);
  const units = carried(event, 'units')
    .split(',')
    .filter((unit) => unit !== '');
  const nudge = await nudgeOf(act, { id: carried(event, 'period'), units });
  const { people } = nudge.reach;
  if (people.size === 0) throw new UserError('没有可催的单位：都已报送，或今天已催过、将自动催。');
  const { period } = nudge;
  const occasion = { ...act, period, unitName: (unit: string) => unitNameOf(act, unit) };
  const parts = asBroadcast(
    deps.db,
    { id: `nudge:${event.eventId}`, name: nudgeName(period), by: act.sender, now: act.now },
    [...people].map(([openId, about]) => ({
      key: `nudge:${period.id}:${event.eventId}:${openId}`,
      to: { person: openId as OpenId },
      body: { type: 'card', card: reminderCard(occasion, about) },
      about: unitsOf(about.own),
      reason: { occurrence: `nudge:${period.id}:${event.eventId}`, asOf },
    })),
  );
  return pressed(event, {
    toast: success('已催报'),
    card: saysCard(
      `${periodName(period.id as PeriodId)}催报已发出`,
      [`已催${nudge.reached.length}个单位，共${people.size}人。`],
      'green',
    ),
    messages: parts.messages,
    writes: [...parts.writes, ...nudgeWrites(act, nudge)],
  });
}

/** At night and on days off (减轻基层负担): that nobody is reminded now, and from when on; undefined in working hours. */
function quietText({ now, today, calendar }: ReportAct): string | undefined {
  const from = whenToTell(now, calendar);
  if (from === now) return undefined;
  const day = dayAt(from);
  const name = day === today ? '今天' : `${dayName(day, today)}（周${weekday(day)}）`;
  return `现在是休息时间，不打扰联络员。请在${name}${timeAt(from)}以后`;
}

export function nudgeName(period: PeriodRow): string {
  return `${periodName(period.id as PeriodId)}催报`;
}

/** A second confirmation at the same moment finds the unit's key taken, and counts again. */
export function nudgeWrites(act: ReportAct, { period, reached }: Nudge): Write[] {
  return reached.flatMap((unit) => [
    recordOccurrence(act.deps.db, {
      key: nudgeKey(act, period, unit),
      kind: 'nudge',
      dueAt: act.now,
      now: act.now,
    }),
    audit(act, 'remind', { subject: `report:${period.id}:${unit}` }),
  ]);
}

function nudgeKey(act: ReportAct, period: PeriodRow, unit: string): string {
  return `nudge:${period.id}:${act.today}:${unit}`;
}

/** Whom a 催报 would reach. @param of.again also those of units that were reminded today @throws UserError */
export async function nudgeOf(
  act: ReportAct,
  of: { id: string | undefined; units: readonly string[]; again?: boolean },
): Promise<Nudge> {
  const { db } = act.deps;
  const period = of.id === undefined ? undefined : await periodById(db, of.id);
  if (period?.status !== 'open') throw new UserError('没有正在报送的一期，不用催。');
  const all = await periodSheets(db, period.id);
  const asked = of.units.length === 0 ? all : all.filter((sheet) => of.units.includes(sheet.report.unit));
  const missing = asked.filter((sheet) => isOwed(sheet.report));
  const isReminded = await remindedToday(act, period);
  const reach = await reachOf(act.deps, {
    rung: { to: [...NUDGED] },
    sheets: missing.filter((sheet) => of.again === true || !isReminded(sheet.report.unit)),
    day: act.today,
  });
  const own = new Set([...reach.people.values()].flatMap((about) => unitsOf(about.own)));
  return {
    period,
    reach,
    submitted: unitsOf(asked.filter((sheet) => !isOwed(sheet.report))),
    already: unitsOf(missing).filter(isReminded),
    reached: [...own],
  };
}

/** A rung of the ladder counts too, gone or still to go today: it is for all that have not submitted. */
async function remindedToday(act: ReportAct, period: PeriodRow): Promise<(unit: string) => boolean> {
  const since = instantOf(act.today, '00:00');
  const ladder = await doneSince(act.deps.db, { prefix: `remind:${period.id}:`, since });
  const nudges = await doneSince(act.deps.db, { prefix: `nudge:${period.id}:`, since });
  const toGo = await goesToday(act, period);
  return (unit) => toGo || ladder.size > 0 || nudges.has(nudgeKey(act, period, unit));
}

/** Whether a rung of this day is still to go: not held, not decided before it was put to this day. */
async function goesToday(act: ReportAct, period: PeriodRow): Promise<boolean> {
  const { db } = act.deps;
  if ((await heldNow(db))('remind') !== undefined) return false;
  const rungs = rungsOf(await rulesNow(db));
  const keys = rungTimes({ rungs, dueOn: period.due_on, since: act.now, calendar: act.calendar })
    .filter(({ day }) => day === act.today)
    .map(({ rung }) => rungKey({ id: period.id, dueOn: period.due_on }, rung));
  const decided = await decidedOccurrences(db, keys);
  return keys.some((key) => !decided.has(key));
}

export function unitsOf(sheets: readonly ReportSheet[]): string[] {
  return sheets.map(({ report }) => report.unit);
}

/** Whom 催报 would reach, before anything is sent. */
export function nudgePreview(act: ReportAct, nudge: Nudge, units: readonly string[]): Card {
  const { period, reach, reached, already, submitted } = nudge;
  const name = periodName(period.id as PeriodId);
  const quiet = reached.length === 0 ? undefined : quietText(act);
  return card({
    summary: `${name}催报：${reached.length}个单位，${reach.people.size}人`,
    header: {
      title: `${name}催报 · ${reached.length}个单位，${reach.people.size}人`,
      subtitle: '现在还没有发给任何人',
      template: 'turquoise',
    },
    elements: [
      ...(quiet === undefined ? [] : [text(`${quiet}点“确认催报”，现在点不会发送。`)]),
      ...named(act, '将催', reached),
      ...named(act, '今天已催过或将自动催，不再催', already),
      ...named(act, '没有联络员，催不到', unitsOf(reach.unserved)),
      ...(submitted.length > 0 ? [text(`已报送${submitted.length}个单位，不催。`)] : []),
      ...(reached.length === 0
        ? []
        : [
            button({
              label: '确认催报',
              type: 'primary',
              value: { action: 'nudge', period: period.id, units: units.join(',') },
            }),
          ]),
      text('每个单位一天只催一次，只在工作日8:00—20:00发送。确有急事：/催报 单位 加急 理由。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

export function named(act: ReportAct, what: string, units: readonly string[]): Element[] {
  if (units.length === 0) return [];
  return [text(`${what}（${units.length}个）：${units.map((unit) => unitNameOf(act, unit)).join('、')}`)];
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { addLeave } from '../../db/queries/people-leave.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { instantOf } from '../../src/clock.ts';
import { plusDays } from '../../src/reminders/calendar.ts';
import { reminders } from '../../src/reminders/ladder-job.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { fill, openFilled } from '../progress/filled.ts';

const UNIT = 'power';
const OTHER = 'audit';
const PERIOD = '2026Q3';
const OPENED = instantOf('2026-09-21', '09:07');
const [FROM, UNTIL] = ['2026-09-25', '2026-10-31'];
/** Whoever is bound, and as what. */
const BOUND: readonly [
  openId: string,
  role: 'liaison' | 'deputy-liaison' | 'unit-head' | 'leader',
  of: string,
][] = [
  ['liaison', 'liaison', UNIT],
  ['deputy', 'deputy-liaison', UNIT],
  // Heads the unit and leads it from above: two roles, one card.
  ['head+leader', 'unit-head', UNIT],
  ['head+leader', 'leader', 'shen-xiaodong'],
  // Heads one unit and reports for another.
  ['head+other', 'unit-head', UNIT],
  ['head+other', 'liaison', OTHER],
];
let cast: Cast;

beforeAll(async () => {
  cast = await startCast();
  const { db, notice } = cast.world.service.deps;
  await db.apply([
    ...BOUND.map(([openId, role, subject]) =>
      insertBinding(db, {
        id: `${openId}:${role}:${subject}`,
        kind: role === 'leader' ? 'leader' : 'unit',
        subject,
        role: role as 'liaison',
        openId,
        status: 'confirmed',
        by: 'test',
        now: OPENED,
      }),
    ),
    ...addLeave(db, {
      openId: 'liaison',
      standIn: 'stand-in',
      fromDay: '2026-10-09',
      toDay: '2026-10-12',
      by: 'test',
      now: OPENED,
    }),
  ]);
  // Due on a Saturday that makes up for the National Day holiday of 1–7 October.
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-10', now: OPENED });
  await db.apply([db.query.updateTable('report').set({ status: 'accepted' }).where('period', '=', PERIOD)]);
});
afterAll(() => cast.close());

/** Day by day at 09:07 until long after: whom each occurrence reaches that was not decided on an earlier day. */
async function walked(of: Partial<Record<string, ReportStatus>>): Promise<Record<string, string>> {
  const { deps } = cast.world.service;
  for (const unit of [UNIT, OTHER])
    await fill(deps.db, { period: PERIOD, unit }, { status: of[unit] ?? 'accepted' });
  const decided = new Set<string>();
  const reached: Record<string, string> = {};
  for (let day = FROM; day <= UNTIL; day = plusDays(day, 1)) {
    const due = await reminders(deps, instantOf(day, '09:07'), rulesFrom([]));
    const open = due.filter(({ key }) => !decided.has(key));
    for (const { key } of open) decided.add(key);
    const outcomes = await Promise.all(
      open.filter(({ skip }) => skip === undefined).map((each) => each.outcome()),
    );
    const people = outcomes.flatMap(({ messages }) =>
      messages.flatMap(({ to }) =>
        'person' in to ? [deps.office.includes(to.person) ? 'office' : to.person] : [],
      ),
    );
    if (people.length > 0) reached[day] = people.sort().join(' ');
  }
  return reached;
}

const REMINDED = {
  '2026-09-30': 'deputy liaison',
  '2026-10-10': 'deputy stand-in',
  '2026-10-12': 'deputy head+leader head+other stand-in',
  '2026-10-14': 'deputy head+leader head+other liaison',
};

describe('over a holiday, a make-up Saturday and a leave: each rung once, each person once, on no other day', () => {
  it.each<[ReportStatus, Record<string, string>]>([
    ['none', REMINDED],
    ['draft', REMINDED],
    ['returned', REMINDED],
    ['submitted', {}],
    ['accepted', {}],
  ])('%s', async (status, expected) => {
    expect(await walked({ [UNIT]: status })).toEqual(expected);
  });

  it('a unit with a liaison alone, who heads another that has reported', async () => {
    expect(await walked({ [OTHER]: 'none' })).toEqual({
      '2026-09-30': 'head+other',
      '2026-10-10': 'head+other',
      '2026-10-12': 'head+other',
      '2026-10-14': 'head+other',
    });
  });

  it('two units of one person are one card', async () => {
    expect(await walked({ [UNIT]: 'draft', [OTHER]: 'none' })).toEqual({
      '2026-09-30': 'deputy head+other liaison',
      '2026-10-10': 'deputy head+other stand-in',
      '2026-10-12': 'deputy head+leader head+other stand-in',
      '2026-10-14': 'deputy head+leader head+other liaison',
    });
  });
});

describe('a rung that the bot missed', () => {
  it.each([
    ['2026-09-30', '20:00', '', 'at night'],
    ['2026-10-01', '09:07', '', 'on the holiday'],
    ['2026-10-04', '14:00', '', 'on the holiday’s Sunday'],
    ['2026-10-08', '08:00', 'T-3', 'the first hour after the holiday'],
    ['2026-10-10', '09:06', 'T-3', 'on the make-up Saturday, before the next one'],
    ['2026-10-10', '09:07', 'T-0', 'the next one takes its place'],
    ['2026-10-11', '10:00', '', 'the plain Sunday after it'],
    ['2026-10-12', '08:59', 'T-0', 'Monday before T+1'],
  ])('%s %s: %s (%s)', async (day, time, rung) => {
    const { deps } = cast.world.service;
    const due = await reminders(deps, instantOf(day, time), rulesFrom([]));
    const going = due.filter(({ skip }) => skip === undefined).map(({ key }) => key.split(':').at(-1));
    expect(going.join(' ')).toBe(rung);
  });
});

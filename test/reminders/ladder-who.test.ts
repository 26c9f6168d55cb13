import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { instantOf } from '../../src/clock.ts';
import { reminders } from '../../src/reminders/ladder-job.ts';
import type { Recipient, RuleContent, RuleId, Rules } from '../../src/schedule/rule.ts';
import { ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { fill, openFilled } from '../progress/filled.ts';

/** Leads a task group, so that a leader stands over it. */
const UNIT = 'power';
const PERIOD = '2026Q3';
const OPENED = instantOf('2026-09-28', '09:07');
const PEOPLE: Readonly<Record<string, Recipient>> = {
  ou_liaison: 'liaison',
  ou_deputy: 'deputy-liaison',
  ou_head: 'unit-head',
  ou_leader: 'leader',
};
let cast: Cast;

beforeAll(async () => {
  cast = await startCast();
  const { db, notice } = cast.world.service.deps;
  await db.apply(
    Object.entries(PEOPLE).map(([openId, role]) =>
      insertBinding(db, {
        id: `b:${openId}`,
        kind: role === 'leader' ? 'leader' : 'unit',
        subject: role === 'leader' ? 'shen-xiaodong' : UNIT,
        role: role as 'liaison',
        openId,
        status: 'confirmed',
        by: 'test',
        now: OPENED,
      }),
    ),
  );
  // Due on Friday 16 October; every other unit has reported.
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now: OPENED });
  await db.apply([
    db.query
      .updateTable('report')
      .set({ status: 'accepted' })
      .where('period', '=', PERIOD)
      .where('unit', '!=', UNIT),
  ]);
});
afterAll(() => cast.close());

/** Roles that the rung of this moment reaches, the office as far as it gets a copy. */
async function reached(
  at: { day: string; time: string; status: ReportStatus },
  rules: Rules = rulesFrom([]),
): Promise<string> {
  const { deps } = cast.world.service;
  await fill(deps.db, { period: PERIOD, unit: UNIT }, { status: at.status });
  const due = await reminders(deps, instantOf(at.day, at.time), rules);
  const going = due.filter(({ skip }) => skip === undefined);
  const outcomes = await Promise.all(going.map((each) => each.outcome()));
  const people = outcomes.flatMap(({ messages }) =>
    messages.flatMap(({ to }) => ('person' in to ? [PEOPLE[to.person] ?? 'office'] : ['chat'])),
  );
  return [...new Set(people)].join(' ');
}

const L = 'liaison deputy-liaison';
const LH = `${L} unit-head`;
const LHL = `${LH} leader`;

describe('whom the ladder reaches on a day, by what the unit has done', () => {
  it.each<[day: string, what: string, who: Readonly<Record<ReportStatus, string>>]>([
    ['2026-10-12', 'T−4', { none: '', draft: '', returned: '', submitted: '', accepted: '' }],
    ['2026-10-13', 'T−3', { none: L, draft: L, returned: L, submitted: '', accepted: '' }],
    ['2026-10-16', 'T−0', { none: L, draft: L, returned: L, submitted: '', accepted: '' }],
    ['2026-10-17', 'a Saturday', { none: '', draft: '', returned: '', submitted: '', accepted: '' }],
    ['2026-10-19', 'T+1', { none: LH, draft: LH, returned: LH, submitted: '', accepted: '' }],
    ['2026-10-21', 'T+3', { none: LHL, draft: LHL, returned: LHL, submitted: '', accepted: '' }],
    ['2026-10-28', 'T+8', { none: '', draft: '', returned: '', submitted: '', accepted: '' }],
  ])('%s (%s)', async (day, _, who) => {
    for (const [status, expected] of Object.entries(who) as [ReportStatus, string][])
      expect([status, await reached({ day, time: '09:07', status })]).toEqual([status, expected]);
  });

  it('nobody a minute before, at night, or once the period is locked', async () => {
    expect(await reached({ day: '2026-10-13', time: '09:06', status: 'none' })).toBe('');
    expect(await reached({ day: '2026-10-13', time: '20:00', status: 'none' })).toBe('');
    const { db } = cast.world.service.deps;
    const lock = (status: 'locked' | 'open') =>
      db.apply([db.query.updateTable('period').set({ status }).where('id', '=', PERIOD)]);
    await lock('locked');
    expect(await reached({ day: '2026-10-21', time: '09:07', status: 'none' })).toBe('');
    await lock('open');
  });
});

describe('whom it reaches when the office has chosen others', () => {
  const chosen = (id: RuleId, to: Partial<RuleContent>): Rules => {
    const rules = new Map(rulesFrom([]));
    return rules.set(id, { ...ruleOf(rules, id), ...to });
  };
  it.each<[RuleId, string, Recipient[], string]>([
    ['T-3', '2026-10-13', ['liaison'], 'liaison'],
    ['T-3', '2026-10-13', ['deputy-liaison', 'unit-head'], 'deputy-liaison unit-head'],
    ['T-0', '2026-10-16', ['leader'], 'leader'],
    ['T+1', '2026-10-19', ['liaison', 'office'], 'liaison office'],
    ['T+3', '2026-10-21', ['office'], 'office'],
  ])('%s on %s to %j: %s', async (id, day, to, expected) => {
    expect(await reached({ day, time: '09:07', status: 'draft' }, chosen(id, { to }))).toBe(expected);
  });

  it('copies nothing to the office when all have reported', async () => {
    const rules = chosen('T+3', { to: ['office'] });
    expect(await reached({ day: '2026-10-21', time: '09:07', status: 'submitted' }, rules)).toBe('');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { keepRevision, recordDecision } from '../../db/queries/reviews.ts';
import { dayAt, instantOf } from '../../src/clock.ts';
import { weeklyDigests } from '../../src/reminders/digest-job.ts';
import { ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { fill, openFilled } from '../progress/filled.ts';

const PERIOD = '2026Q4';
const OPENED = instantOf('2026-12-25', '09:07');
let cast: Cast;

beforeAll(async () => {
  cast = await startCast();
  const { sandbox, service } = cast.world;
  const { db, notice } = service.deps;
  sandbox.clock.set(OPENED);
  const bound = (who: string, subject: string) =>
    insertBinding(db, {
      id: `b:${who}`,
      kind: 'leader',
      subject,
      role: 'leader',
      openId: cast.id(who),
      status: 'confirmed',
      by: cast.id('office-1'),
      now: OPENED,
    });
  await db.apply([bound('leader-power', 'shen-xiaodong')]);
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2027-01-08', now: OPENED });
});
afterAll(() => cast.close());

const tickAt = async (day: string, time: string) => {
  const { sandbox, service } = cast.world;
  sandbox.clock.set(instantOf(day, time));
  const due = await service.tick();
  await sandbox.idle();
  return due.filter((each) => each.kind === 'digest' && each.status !== 'due');
};
const digests = (who: string) => cast.heard(who).split('每周动态：').length - 1;

async function handIn(unit: string, at: number, items: Parameters<typeof fill>[2]['items'] = {}) {
  const { db } = cast.world.service.deps;
  await fill(db, { period: PERIOD, unit }, { status: 'submitted', submittedAt: at, items });
  const revision = { round: 1, receipt: `r:${unit}`, content: '{}', submitted_by: 'x', submitted_at: at };
  await db.apply([keepRevision(db, { period: PERIOD, unit, ...revision })]);
}

async function sendBack(unit: string, at: number) {
  const { db } = cast.world.service.deps;
  await fill(db, { period: PERIOD, unit }, { status: 'returned', submittedAt: at });
  const decision = { id: `d:${unit}`, round: 1, what: 'returned' as const, mark: null };
  await db.apply([
    recordDecision(db, { period: PERIOD, unit, ...decision, chips: '[]', reason: '', by: 'x', at }),
  ]);
}

describe('the digest of a week', () => {
  it('is decided on Monday at 09:07, and says nothing where nothing changed', async () => {
    expect(await tickAt('2026-12-28', '09:06')).toMatchObject([]);
    const decided = await tickAt('2026-12-28', '09:07');
    expect(decided.map((each) => each.to)).toContain(cast.id('leader-power'));
    expect(decided.every((each) => each.status === 'done')).toBe(true);
    expect([digests('office-1'), digests('leader-power')]).toEqual([0, 0]);
  });

  it('comes on the first working day of the next week, once, with what changed', async () => {
    await handIn('power', instantOf('2026-12-29', '10:00'), {
      'group:7': { progress: '有进展', problems: '外线工程审批慢 <at id=all></at>', coordinate: 1 },
    });
    await handIn('tax', instantOf('2026-12-30', '10:00'));
    await sendBack('tax', instantOf('2026-12-30', '15:00'));
    await tickAt('2027-01-04', '09:07');
    await tickAt('2027-01-04', '09:08');
    await tickAt('2027-01-05', '09:07');
    const office = await cast.hears('office-1', '有变化 2家', '供电', '被退回', '请求分包领导协调 1项');
    expect(JSON.stringify(office.body)).not.toContain('<at id=all>');
    expect(JSON.stringify(office.body)).not.toContain('逾期未报 ');
    await cast.hears('office-2', '有变化 2家');
    expect([digests('office-1'), digests('office-2')]).toEqual([1, 1]);
  });

  it('tells a leader of his groups only', async () => {
    const card = await cast.hears('leader-power', '您分包的小组', '请您协调 1项', '外线工程审批慢');
    expect(JSON.stringify(card.body)).not.toContain('被退回');
    expect(digests('leader-power')).toBe(1);
  });

  it('names who is late once the due hour has passed', async () => {
    await tickAt('2027-01-11', '09:07');
    await cast.hears('office-1', '逾期未报 ', '财政局');
    expect(digests('office-1')).toBe(2);
  });

  it('says nothing again while all stays as it was', async () => {
    await tickAt('2027-01-18', '09:07');
    expect([digests('office-1'), digests('leader-power')]).toEqual([2, 2]);
  });

  it('says in its preview what it holds, also where that is nothing but a request for help', async () => {
    const { db } = cast.world.service.deps;
    const locked_at = instantOf('2027-01-20', '10:00');
    await db.apply([
      db.query.updateTable('report').set({ status: 'accepted' }).where('period', '=', PERIOD),
      db.query.updateTable('period').set({ status: 'locked', locked_at }).where('id', '=', PERIOD),
    ]);
    await tickAt('2027-01-25', '09:07');
    await cast.hears('leader-power', '每周动态：请您协调1项"');
    await cast.hears('office-1', '每周动态：请求分包领导协调1项"');
    expect(cast.heard('office-1')).not.toMatch(/每周动态：(?:[^"]*[^"\d])?0[家项]/);
    // What follows goes on from an open period.
    await db.apply([
      db.query.updateTable('period').set({ status: 'open', locked_at: null }).where('id', '=', PERIOD),
    ]);
  });
});

describe('missed', () => {
  const at = async (day: string, time: string) => {
    const due = await weeklyDigests(cast.world.service.deps, instantOf(day, time), rulesFrom([]));
    const of = due.find((each) => each.to === cast.id('office-1'));
    return of && [of.key.split(':')[1], dayAt(of.dueAt), of.skip ?? ''];
  };

  it.each([
    ['2027-01-27', '10:00', ['2027-01-25', '2027-01-25', '']],
    ['2027-01-28', '10:00', ['2027-01-25', '2027-01-25', expect.stringContaining('3个工作日')]],
    ['2027-01-25', '20:30', undefined],
    ['2027-01-30', '10:00', undefined],
    // 国庆节
    ['2026-10-05', '10:00', undefined],
    ['2026-10-08', '09:07', ['2026-10-05', '2026-10-08', '']],
  ])('%s %s: %j', async (day, time, expected) => {
    expect(await at(day, time)).toEqual(expected);
  });

  it.each([
    [['leader'], false, true],
    [['office'], true, false],
  ] as const)('goes to %j only, where the rule says so', async (to, office, leader) => {
    const rules = new Map(rulesFrom([]));
    rules.set('digest', { ...ruleOf(rules, 'digest'), to: [...to] });
    const due = await weeklyDigests(cast.world.service.deps, instantOf('2027-01-25', '10:00'), rules);
    const people = due.map((each) => each.to);
    expect([people.includes(cast.id('office-1')), people.includes(cast.id('leader-power'))]).toEqual([
      office,
      leader,
    ]);
  });

  it('is no matter of who was bound after it was due', async () => {
    const early = await weeklyDigests(
      cast.world.service.deps,
      instantOf('2026-12-21', '10:00'),
      rulesFrom([]),
    );
    expect(early.map((each) => each.to)).not.toContain(cast.id('leader-power'));
  });
});

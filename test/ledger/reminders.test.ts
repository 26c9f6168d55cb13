import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeLedgerEntry,
  insertLedgerEntry,
  ledgerEntry,
  type OpenDeadline,
} from '../../db/queries/ledger.ts';
import type { LedgerStatus } from '../../db/schema-ledger.ts';
import { assertFits } from '../../src/cards/limits.ts';
import { instantOf } from '../../src/clock.ts';
import { unitReminderCard } from '../../src/ledger/reminder-cards.ts';
import { batchesDue, batchKey, collapsed } from '../../src/ledger/reminder-days.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const calendar = publishedCalendar();
const rules = rulesFrom([]);
const ENTERED = instantOf('2026-11-20', '10:00');

const entryOf = (no: string, due_on: string, more: Partial<OpenDeadline> = {}): OpenDeadline => ({
  ...{ no, unit: 'tax', problem: '窗口排队久', measure: '增设窗口', due_on, percent: null, status: 'open' },
  ...{ entered_by: 'ou_x', entered_at: ENTERED, version: 1, since: ENTERED },
  ...more,
});

describe('the days of 台账提醒', () => {
  const due = (due_on: string, day: string, time: string) =>
    batchesDue([entryOf('2026-001', due_on)], { calendar, rules }, instantOf(day, time)).map(batchKey);

  it.each([
    ['2026-12-11', '2026-12-08', '09:10', []],
    ['2026-12-11', '2026-12-08', '09:11', ['ledger-unit:2026-12-11']],
    ['2026-12-11', '2026-12-11', '09:11', ['ledger-unit:2026-12-11', 'ledger-unit:2026-12-11:on']],
    // a Saturday: on the Friday before, not on the Monday after
    ['2026-12-12', '2026-12-11', '09:11', ['ledger-unit:2026-12-12', 'ledger-unit:2026-12-12:on']],
    // in the National Day holiday
    ['2026-10-03', '2026-09-30', '09:11', []],
  ])('%s on %s at %s: %j', (due_on, day, time, expected) => {
    expect(due(due_on, day, time)).toEqual(expected);
  });

  it('on the working day after it is the office’s and the leaders’', () => {
    expect(due('2026-12-12', '2026-12-14', '09:11').at(-1)).toBe('ledger-overdue:2026-12-12');
    expect(due('2026-12-11', '2026-12-14', '09:10')).not.toContain('ledger-overdue:2026-12-11');
  });

  it('a day that had passed when the deadline was moved is left out', () => {
    const moved = entryOf('2026-001', '2026-12-11', { since: instantOf('2026-12-08', '10:00') });
    expect(batchesDue([moved], { calendar, rules }, instantOf('2026-12-11', '09:11')).map(batchKey)).toEqual([
      'ledger-unit:2026-12-11:on',
    ]);
  });

  it('a rule put to another day does not speak again of what was decided', () => {
    const key = (offset: number, day: string) => {
      const moved = new Map(rules).set('ledger-unit', { ...ruleOf(rules, 'ledger-unit'), offset });
      const now = instantOf(day, '09:11');
      return batchesDue([entryOf('2026-001', '2026-12-11')], { calendar, rules: moved }, now).map(batchKey);
    };
    expect(key(-3, '2026-12-08')).toEqual(key(-2, '2026-12-09'));
    expect(key(-2, '2026-12-08')).toEqual([]);
  });

  it('of several that were missed the last says all, each entry once; far too late none goes', () => {
    const entries = [entryOf('2026-001', '2026-12-11'), entryOf('2026-002', '2026-12-14')];
    const at = (day: string, time: string) => {
      const now = instantOf(day, time);
      const units = batchesDue(entries, { calendar, rules }, now).filter(
        ({ kind }) => kind === 'ledger-unit',
      );
      return collapsed(units, calendar, now).map(({ day: one, skip, entries: own }) =>
        skip === undefined ? `${one} ${own.map(({ no }) => no)}` : skip.slice(0, 4),
      );
    };
    expect(at('2026-12-11', '10:00')).toEqual(['错过了应', '错过了应', '2026-12-11 2026-001,2026-002']);
    expect(at('2026-12-21', '09:11')).toEqual(['错过应发', '错过应发', '错过应发', '错过应发']);
  });

  it('the card of very many long entries fits', () => {
    const words = '<at id=all></at>'.repeat(18);
    const many = Array.from({ length: 200 }, (_, index) =>
      entryOf(`2026-${index}`, '2026-12-11', { problem: words, measure: words }),
    );
    const shown = unitReminderCard({ today: '2026-12-08', calendar, unitName: (unit) => unit }, many);
    expect(() => assertFits(shown)).not.toThrow();
    expect(JSON.stringify(shown)).not.toContain('<at id=all>');
  });
});

describe('台账提醒', () => {
  const TAX = 'liaison:财政局';
  const LEADER = 'leader-power';
  let cast: ReportCast;
  const deps = () => cast.world.service.deps;

  beforeAll(async () => {
    cast = await startReportCast();
    await cast.bound({ [TAX]: 'tax' });
    await cast.bound({ [TAX]: 'finance' });
    const { db } = deps();
    for (const [no, unit, due_on, problem] of [
      ['2026-001', 'tax', '2026-12-11', '窗口排队久'],
      ['2026-002', 'finance', '2026-12-11', '资料重复提交'],
      ['2026-003', 'audit', '2026-12-11', '没有人管'],
      ['2026-004', 'tax', '2026-12-11', '已经办完'],
    ] as const) {
      const { since: _, ...row } = entryOf(no, due_on, { unit, problem });
      await db.apply(insertLedgerEntry(db, row, ''));
    }
    await becomes('2026-004', 'closed', '2026-11-30');
  });
  afterAll(() => cast.close());

  async function becomes(no: string, status: LedgerStatus, day: string): Promise<void> {
    const { db } = deps();
    const entry = await ledgerEntry(db, no);
    if (entry === undefined) throw new Error(`no ${no}`);
    const what = status === 'open' ? 'returned' : status === 'closing' ? 'applied' : 'closed';
    const { percent, due_on } = entry;
    const at = instantOf(day, '10:00');
    await db.apply(
      changeLedgerEntry(db, entry, { what, words: '', by: 'ou_x', at, status, percent, due_on }),
    );
  }
  const told = (who: string) =>
    botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id(who)))
      .map(wordsOf)
      .filter((words) => words.includes('台账提醒 · '));
  const has = (who: string, count: number) =>
    cast.world.sandbox
      .waitFor(() => told(who).length === count || undefined)
      .catch(() => {
        throw new Error(`${who} has ${told(who).length} of ${count}: ${told(who).join('\n')}`);
      });
  const tickAt = async (day: string, time: string) => {
    cast.at(day, time);
    const done = (await cast.tick()) as { kind: string; status: string; because?: string }[];
    await cast.tick();
    await cast.world.sandbox.idle();
    return done.filter(({ kind }) => kind.startsWith('ledger-'));
  };

  it('three working days before: one card a liaison, and to the office who has none', async () => {
    expect(await tickAt('2026-12-08', '09:10')).toEqual([]);
    await tickAt('2026-12-08', '09:11');
    await has(TAX, 1);
    const [words = ''] = told(TAX);
    for (const said of ['2条临近期限', '2026-001', '2026-002', '还有3个工作日', '申请销号'])
      expect(words).toContain(said);
    for (const other of ['2026-003', '2026-004', '推算']) expect(words).not.toContain(other);
    await has('office-1', 1);
    expect(told('office-1')[0]).toMatch(/1个单位没有联络员.*审计局.*2026-003/);
    await tickAt('2026-12-08', '11:00');
    expect(told(TAX)).toHaveLength(1);
  });

  it('on the day: what was handed in for 销号 meanwhile is left out', async () => {
    await becomes('2026-002', 'closing', '2026-12-10');
    await tickAt('2026-12-11', '09:11');
    await has(TAX, 2);
    const words = told(TAX)[1] ?? '';
    expect(words).toContain('1条今天到期');
    expect(words).toContain('/台账 2026-001 进展');
    expect(words).not.toContain('2026-002');
  });

  it('paused by its name, it is held; the rest of the day it still goes', async () => {
    cast.tell('office-1', '/暂停 台账提醒');
    await cast.hears('office-1', '已暂停1种');
    expect(await tickAt('2026-12-14', '09:11')).toMatchObject([{ status: 'held' }]);
    cast.tell('office-1', '/暂停 恢复 台账提醒');
    await cast.hears('office-1', '没有暂停');
  });

  it('the working day after: one summary each for the office and the leader of the unit’s group', async () => {
    const { model } = deps().notice;
    const group = model.groups.find((one) => one.leadUnits.includes('tax'));
    if (group === undefined) throw new Error('tax leads nothing');
    await cast.bound({ [LEADER]: group.leader }, 'leader');
    expect(await tickAt('2026-12-14', '21:00')).toEqual([]);
    expect(await tickAt('2026-12-15', '08:25')).toMatchObject([{ status: 'done' }]);
    await has('office-2', 3);
    const words = told('office-2')[2] ?? '';
    for (const said of ['2条逾期', '2026-001', '2026-003', '逾期2个工作日']) expect(words).toContain(said);
    for (const other of ['2026-002', '2026-004']) expect(words).not.toContain(other);
    await has(LEADER, 1);
    expect(told(LEADER)[0]).toMatch(/您分包领域1条逾期.*2026-001/);
    expect(told(LEADER)[0]).not.toContain('2026-003');
    expect(told(TAX)).toHaveLength(2);
    await tickAt('2026-12-15', '09:11');
    expect(told(LEADER)).toHaveLength(1);
  });

  it('long after every deadline nothing is due', async () => {
    cast.at('2027-03-01', '09:11');
    const { ledgerReminders } = await import('../../src/ledger/reminders.ts');
    expect(await ledgerReminders(deps(), instantOf('2027-03-01', '09:11'), rules)).toEqual([]);
  });
});

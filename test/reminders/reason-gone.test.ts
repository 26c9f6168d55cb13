import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeLedgerEntry, insertLedgerEntry, ledgerEntry } from '../../db/queries/ledger.ts';
import { pause, resume } from '../../db/queries/pauses.ts';
import { skippedSince } from '../../db/queries/reasons.ts';
import { instantOf } from '../../src/clock.ts';
import { fill, openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { wordsOf } from '../support/world.ts';

const PERIOD = '2026Q3';
/** Reports for two units; for one of them together with somebody else. */
const BOTH = 'liaison:审计局';
const FINANCE = 'liaison:财政局';
const TAX = 'liaison:税务局';
let cast: ReportCast;

beforeEach(async () => {
  cast = await startReportCast();
  cast.at('2026-09-28', '09:07');
  await cast.bound({ [BOTH]: 'audit', [FINANCE]: 'finance', [TAX]: 'tax' });
  await cast.bound({ [BOTH]: 'finance' });
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
});
afterEach(() => cast.close());

const db = () => cast.world.service.deps.db;
const pump = () => cast.world.service.deps.delivery.pump();
const got = (who: string) =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(who)))
    .map(wordsOf)
    .filter((words) => /2026年第三季度报送 ·|台账提醒 ·/.test(words));
const submits = (unit: string, at: number) =>
  fill(db(), { period: PERIOD, unit }, { status: 'submitted', submittedAt: at });

/** A tick decides while the platform takes nothing; then something happens; the platform comes back some minutes later. */
async function inAnOutage(
  day: string,
  of: { decided: string; meanwhile: () => Promise<unknown>; back: string },
) {
  const { sandbox } = cast.world;
  sandbox.faults.set(['rate-limit']);
  cast.at(day, of.decided);
  await cast.tick();
  expect([...got(BOTH), ...got(FINANCE), ...got(TAX)]).toEqual([]);
  await of.meanwhile();
  sandbox.faults.set([]);
  const [backDay = day, back = ''] = of.back.includes(' ') ? of.back.split(' ') : [day, of.back];
  cast.at(backDay, back);
  await pump();
}

/** What was not sent: to whom by the end of the key, and why. */
async function unsent(): Promise<[string, string | null][]> {
  const rows = await skippedSince(db(), 0);
  const name = (key: string) =>
    [BOTH, FINANCE, TAX, 'office-1'].find((who) => key.endsWith(cast.id(who))) ?? key;
  return rows
    .filter(({ key }) => key.startsWith('unsent:'))
    .map(({ key, because }): [string, string | null] => [name(key), because])
    .sort();
}

describe('催报 that could not go at once', () => {
  it('does not go to who has reported meanwhile; a card about two units loses the one that has', async () => {
    await inAnOutage('2026-10-13', {
      decided: '09:07',
      back: '09:40',
      meanwhile: () => submits('finance', instantOf('2026-10-13', '09:10')),
    });
    expect(got(FINANCE)).toEqual([]);
    expect(got(BOTH)).toHaveLength(1);
    expect(got(BOTH)[0]).toContain('审计局');
    expect(got(BOTH)[0]).not.toContain('财政局');
    // Nothing has changed for the others.
    expect(got(TAX)).toHaveLength(1);
    expect(await unsent()).toEqual([[FINANCE, '有关单位都已报送']]);
    cast.tell('office-1', '/日程');
    await cast.hears('office-1', '没有发', '催报', '有关单位都已报送', '1条');
  });

  it('does not go to who is not bound any more, nor once the period is locked', async () => {
    await inAnOutage('2026-10-13', {
      decided: '09:07',
      back: '09:40',
      meanwhile: () =>
        db().apply([
          db().query.updateTable('binding').set({ status: 'ended' }).where('open_id', '=', cast.id(TAX)),
        ]),
    });
    expect(got(TAX)).toEqual([]);
    expect(got(FINANCE)).toHaveLength(1);
    expect(await unsent()).toEqual([[TAX, '已不负责有关单位，或正在请假']]);
    await inLock();
  });

  async function inLock() {
    cast.world.sandbox.faults.set(['rate-limit']);
    cast.at('2026-10-16', '09:07');
    await cast.tick();
    await db().apply([db().query.updateTable('period').set({ status: 'locked' }).where('id', '=', PERIOD)]);
    cast.world.sandbox.faults.set([]);
    cast.at('2026-10-16', '09:40');
    await pump();
    expect(got(FINANCE)).toHaveLength(1);
    expect((await unsent()).filter(([, why]) => why === '本期已锁定')).not.toEqual([]);
  }

  it('overnight: whose leave has begun does not get it, his stand-in neither', async () => {
    const { sandbox } = cast.world;
    await db().apply([
      db()
        .query.insertInto('leave')
        .values({
          ...{ open_id: cast.id(TAX), from_day: '2026-10-14', to_day: '2026-10-20' },
          ...{
            stand_in: cast.id('office-2'),
            set_by: cast.id(TAX),
            set_at: instantOf('2026-10-12', '10:00'),
          },
        }),
    ]);
    sandbox.faults.set(['rate-limit']);
    cast.at('2026-10-13', '19:59');
    await cast.tick();
    cast.at('2026-10-13', '20:30');
    await pump();
    sandbox.faults.set([]);
    cast.at('2026-10-14', '08:10');
    await pump();
    expect(got(FINANCE)).toHaveLength(1);
    expect(got(TAX)).toEqual([]);
    expect(await unsent()).toEqual([[TAX, '已不负责有关单位，或正在请假']]);
  });

  it('waits while the office has paused it, and is looked at again afterwards', async () => {
    const pausing = { rule: 'remind', by: cast.id('office-1'), at: instantOf('2026-10-13', '09:10') };
    await inAnOutage('2026-10-13', {
      decided: '09:07',
      back: '09:40',
      meanwhile: () => db().apply([pause(db(), pausing)]),
    });
    expect([...got(BOTH), ...got(FINANCE), ...got(TAX)]).toEqual([]);
    await submits('tax', instantOf('2026-10-13', '09:50'));
    await db().apply([resume(db(), 'remind')]);
    cast.at('2026-10-13', '10:01');
    await pump();
    expect(got(FINANCE)).toHaveLength(1);
    expect(got(TAX)).toEqual([]);
  });

  it('one that a later step has overtaken does not go beside it', async () => {
    const { sandbox } = cast.world;
    sandbox.faults.set(['rate-limit']);
    cast.at('2026-10-13', '19:59');
    await cast.tick();
    // Nothing ran until the due day.
    cast.at('2026-10-16', '09:07');
    await cast.tick();
    sandbox.faults.set([]);
    cast.at('2026-10-16', '09:40');
    await pump();
    expect(got(TAX)).toHaveLength(1);
    expect(await unsent()).toContainEqual([TAX, '与后一次催报合并']);
  });

  it('is sent as words about what is left, where the card itself is refused', async () => {
    const { db: store } = cast.world.service.deps;
    await inAnOutage('2026-10-13', {
      decided: '09:07',
      back: '09:40',
      meanwhile: async () => {
        await submits('finance', instantOf('2026-10-13', '09:10'));
        await store.apply([
          store.query
            .updateTable('outbox')
            .set({ msg_type: 'text', content: '{"text":"old"}' })
            .where('receive_id', '=', cast.id(BOTH)),
        ]);
      },
    });
    expect(got(BOTH)[0]).toMatch(/审计局/);
    expect(got(BOTH)[0]).not.toContain('财政局');
  });
});

it('the office’s own 催报, urgent or not, does not go to who has reported meanwhile', async () => {
  cast.at('2026-10-14', '10:00');
  cast.tell('office-1', '/催报 财政局、税务局 加急 今晚专题会要用数据');
  const card = await cast.hears('office-1', '将加急');
  cast.world.sandbox.faults.set(['rate-limit']);
  await cast.press('office-1', card, '确认加急');
  // A call under way when the clock jumps would look like one of a process that died.
  await expect
    .poll(async () => (await nudges()).map(({ status, attempts }) => [status, attempts > 0]), {
      timeout: PATIENT_MS,
    })
    .toEqual([
      ['due', true],
      ['due', false],
    ]);
  await submits('tax', instantOf('2026-10-14', '10:05'));
  cast.world.sandbox.faults.set([]);
  cast.at('2026-10-14', '10:20');
  await pump();
  expect(got(TAX)).toEqual([]);
  expect(got(FINANCE)[0]).toContain('加急：今晚专题会要用数据');
  expect((await nudges()).map(({ kind, status }) => [kind, status])).toEqual([
    ['send', 'replaced'],
    ['urgent', 'replaced'],
  ]);
});

/** What is to go to the tax liaison. */
function nudges() {
  return db()
    .query.selectFrom('outbox')
    .select(['kind', 'status', 'attempts'])
    .where('lane', '=', cast.id(TAX))
    .where('key', 'like', '%nudge%')
    .orderBy('seq')
    .execute();
}

it('台账提醒 loses the entries that are closed or put off meanwhile', async () => {
  const entered = instantOf('2026-12-01', '10:00');
  for (const [no, unit] of [
    ['2026-001', 'tax'],
    ['2026-002', 'audit'],
    ['2026-003', 'finance'],
  ] as const)
    await db().apply(
      insertLedgerEntry(
        db(),
        {
          ...{ no, unit, problem: '窗口排队久', measure: '增设窗口', due_on: '2026-12-11', percent: null },
          ...{ status: 'open', entered_by: 'ou_x', entered_at: entered, version: 1 },
        },
        '',
      ),
    );
  const becomes = async (no: string, to: { status: 'open' | 'closing'; due_on: string }) => {
    const entry = await ledgerEntry(db(), no);
    if (entry === undefined) throw new Error(no);
    const at = instantOf('2026-12-08', '09:20');
    const what = to.status === 'open' ? 'due-moved' : 'applied';
    await db().apply(
      changeLedgerEntry(db(), entry, { what, words: '', by: 'ou_x', at, percent: null, ...to }),
    );
  };
  await db().apply([db().query.updateTable('period').set({ status: 'locked' }).where('id', '=', PERIOD)]);
  await inAnOutage('2026-12-08', {
    decided: '09:11',
    back: '09:40',
    meanwhile: async () => {
      await becomes('2026-001', { status: 'closing', due_on: '2026-12-11' });
      await becomes('2026-003', { status: 'open', due_on: '2026-12-25' });
    },
  });
  expect(got(TAX)).toEqual([]);
  expect(got(FINANCE)).toEqual([]);
  expect(got(BOTH)).toHaveLength(1);
  expect(got(BOTH)[0]).toContain('2026-002');
  expect(got(BOTH)[0]).not.toContain('2026-003');
  expect(await unsent()).toEqual(
    [
      [TAX, '已销号、已申请销号或已延期'],
      [FINANCE, '已销号、已申请销号或已延期'],
    ].sort(),
  );
});

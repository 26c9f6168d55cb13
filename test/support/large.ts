import { type Db, guard, type Write } from '../../db/database.ts';
import { keepEvidence } from '../../db/queries/evidence.ts';
import { insertLedgerEntry } from '../../db/queries/ledger.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { openPeriod } from '../../db/queries/periods.ts';
import { insertReports } from '../../db/queries/reports.ts';
import { keepRevision, recordDecision } from '../../db/queries/reviews.ts';
import { addScoreEntry } from '../../db/queries/score-entries.ts';
import { instantOf } from '../../src/clock.ts';

export interface LargeWorld {
  units: readonly string[];
  /** Ids, oldest first; the last one stays open. */
  periods: readonly string[];
  items: number;
}

const TEXT = '已完成线上办理，窗口压缩到3个，企业平均少跑2次。'.repeat(8);
const AT = instantOf('2026-12-28', '10:00');

/** Fills a database as years of work would: reports with their history, people, problems and points of every unit. */
export async function fillLarge(db: Db, world: LargeWorld): Promise<void> {
  for (const period of world.periods) await fillPeriod(db, world, period);
  const people = world.units.flatMap((unit) =>
    (['liaison', 'deputy-liaison', 'unit-head'] as const).map((role) => ({ unit, role })),
  );
  const bindings = people.map(({ unit, role }) =>
    insertBinding(db, {
      id: `large:${unit}:${role}`,
      kind: 'unit',
      subject: unit,
      role,
      openId: `ou_large_${unit}_${role}`,
      status: 'confirmed',
      by: 'test',
      now: AT,
    }),
  );
  const problems = world.units.flatMap((unit, index) =>
    ledgerOf(db, { unit, no: `2026-${String(index + 1).padStart(3, '0')}` }),
  );
  for (const list of listsOf([...bindings, ...problems])) await db.apply(list);
}

async function fillPeriod(db: Db, world: LargeWorld, period: string): Promise<void> {
  const items = world.units.flatMap((unit) => itemsOf(unit, world.items));
  const values = items.map(targetOf);
  const reports = world.units.map((unit, index) => ({ unit, no: index + 1 }));
  const due = dueOf(period);
  const of = <T extends { where: (column: 'period', is: '=', value: string) => T }>(query: T) =>
    query.where('period', '=', period);
  await db.apply([
    ...openPeriod(db, { id: period, opens_on: due, due_on: due }, { by: 'test', now: AT }),
    ...insertReports(db, period, { reports, items, values }),
    of(db.query.updateTable('report_item').set({ progress: TEXT, problems: TEXT, updated_at: AT })),
    of(db.query.updateTable('report_value').set({ raw: '24', value: 24 })),
    of(
      db.query.updateTable('report').set({
        status: 'submitted',
        round: 1,
        submitted_at: AT,
        first_submitted_at: AT,
        submitted_by: 'ou_large',
      }),
    ),
  ]);
  for (const list of listsOf(world.units.flatMap((unit) => historyOf(db, { period, unit }))))
    await db.apply(list);
  if (period !== world.periods.at(-1))
    await db.apply([
      db.query.updateTable('period').set({ status: 'locked', locked_at: AT }).where('id', '=', period),
      guard('period is there'),
    ]);
}

function itemsOf(unit: string, count: number) {
  return Array.from({ length: count }, (_, no) => ({
    unit,
    item: `measure:${no + 1}`,
    position: no + 1,
    kind: 'measure' as const,
    title: `措施${no + 1} 压缩办理时限`,
    asks: '压缩办理时限，推行全程网办。'.repeat(10),
    location: `附件1·${no + 1}`,
    group_no: no + 1,
    measure_no: no + 1,
  }));
}

const targetOf = ({ unit, item }: { unit: string; item: string }) => ({
  unit,
  item,
  indicator: `${item}-time`,
  position: 1,
  what: '办理时限',
  comparator: '<=',
  target: 21,
  up_to: null,
  measured_in: '个工作日',
  deadline: null,
});

function historyOf(db: Db, { period, unit }: { period: string; unit: string }): Write[] {
  const id = `large:${period}:${unit}`;
  return [
    keepRevision(db, {
      period,
      unit,
      round: 1,
      receipt: id,
      content: JSON.stringify({ items: [] }),
      submitted_by: 'ou_large',
      submitted_at: AT,
    }),
    recordDecision(db, {
      id,
      period,
      unit,
      round: 1,
      what: 'returned',
      mark: null,
      chips: '[]',
      reason: '请补充数据',
      by: 'ou_office',
      at: AT,
    }),
    addScoreEntry(db, {
      id,
      period,
      unit,
      kind: 'add',
      source: 'practice',
      points: 2,
      matter: id,
      reason: '典型经验',
      evidence: '',
      entered_by: 'ou_office',
      at: AT,
    }),
    keepEvidence(db, {
      id,
      period,
      unit,
      item: 'measure:1',
      message_id: id,
      file_key: id,
      type: 'file',
      name: '照片.pdf',
      size: 1,
      sha256: id,
      by: 'ou_large',
      at: AT,
    }),
  ];
}

function ledgerOf(db: Db, { unit, no }: { unit: string; no: string }): Write[] {
  const entry = {
    no,
    unit,
    problem: '窗口排队久',
    measure: '增设窗口',
    due_on: '2026-11-20',
    percent: null,
    status: 'open' as const,
    entered_by: 'ou_office',
    entered_at: AT,
    version: 1,
  };
  return insertLedgerEntry(db, entry, '登记');
}

/** The 20th of the quarter's last month. */
function dueOf(period: string): string {
  return `${period.slice(0, 4)}-${String(Number(period[5]) * 3).padStart(2, '0')}-20`;
}

function listsOf(writes: readonly Write[]): Write[][] {
  const size = 200;
  return Array.from({ length: Math.ceil(writes.length / size) }, (_, index) =>
    writes.slice(index * size, (index + 1) * size),
  );
}

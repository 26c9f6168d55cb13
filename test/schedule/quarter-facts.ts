import type { Db, Write } from '../../db/database.ts';
import { keepRevision, recordDecision } from '../../db/queries/reviews.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { instantOf } from '../../src/clock.ts';

export const PERIOD = '2026Q3';
/** Reckoned by hand from the arrangement of 2026: 25–27 September and 1–7 October are off, 20 September and 10 October make up. */
export const DAYS = {
  dryRun: '2026-09-21',
  opens: '2026-09-22',
  'T-3': '2026-10-09',
  due: '2026-10-13',
  'T+1': '2026-10-14',
  'T+3': '2026-10-16',
  locked: '2026-10-23',
  draft: '2026-10-26',
  roundOver: '2026-10-29',
} as const;
export const DUE = instantOf(DAYS.due, '18:00');
export const LOCKED = instantOf(DAYS.locked, '15:00');

/** What happens to a report. Instants in ms. */
export interface Fact {
  at: number;
  unit: string;
  what: 'submitted' | 'accepted' | 'returned';
}

const IN_TIME = ['2026-09-24', '2026-09-30', '2026-10-08', '2026-10-10', '2026-10-12'];
const TOO_LATE = ['2026-10-14', '2026-10-15', '2026-10-16', '2026-10-19'];

/** Numbers 0…1, the same each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some units hand in in time, some late, some have to do it again, in time or not at all, and some never do. */
export function factsOf(units: readonly string[], random: () => number): Fact[] {
  const pick = (days: readonly string[]) => days[Math.floor(random() * days.length)] ?? '';
  const at = (day: string) =>
    instantOf(day, `${10 + Math.floor(random() * 6)}:${15 + Math.floor(random() * 40)}`);
  const facts = units.flatMap((unit, index): Fact[] => {
    const submitted = (day: string): Fact => ({ at: at(day), unit, what: 'submitted' });
    if (index % 5 === 0) return [];
    if (index % 5 === 1) return [submitted(pick(TOO_LATE))];
    const first = submitted(pick(IN_TIME));
    if (index % 5 === 2) return [first, { at: first.at + 5 * 60_000, unit, what: 'accepted' }];
    if (index % 5 === 3) return [first];
    // Sent back, before the due hour or after it; every other one does not come again.
    const back: Fact = {
      at: instantOf(index % 2 === 0 ? '2026-10-12' : '2026-10-15', '16:30'),
      unit,
      what: 'returned',
    };
    return index % 3 === 0 ? [first, back, submitted('2026-10-19')] : [first, back];
  });
  return facts.sort((a, b) => a.at - b.at);
}

/** How a unit's report stands when an instant (ms) comes. */
export function statusAt(facts: readonly Fact[], unit: string, at: number): ReportStatus {
  return facts.findLast((fact) => fact.unit === unit && fact.at < at)?.what ?? 'none';
}

/** A fact as the product writes it down. */
export function written(db: Db, { at, unit, what }: Fact, round: number): Write[] {
  const key = { period: PERIOD, unit };
  const report = db.query.updateTable('report').where('period', '=', PERIOD).where('unit', '=', unit);
  if (what !== 'submitted')
    return [
      report.set({
        status: what,
        decided_at: at,
        decided_by: 'ou_office',
        mark: what === 'accepted' ? '良' : null,
      }),
      recordDecision(db, {
        ...{ ...key, id: `${unit}:${at}`, round, what, mark: what === 'accepted' ? '良' : null },
        ...{ chips: '[]', reason: '数据与台账不符', by: 'ou_office', at },
      }),
    ];
  return [
    report.set({ status: what, submitted_at: at, round, receipt: `${unit}-${round}` }),
    keepRevision(db, {
      ...{ ...key, round, receipt: `${unit}-${round}`, content: '{"items":[]}' },
      ...{ submitted_by: `ou_${unit}`, submitted_at: at },
    }),
  ];
}

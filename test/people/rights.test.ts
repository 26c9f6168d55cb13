import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import {
  leaderOpenIds,
  liaisonsOf,
  officeMembers,
  rightsOf,
  unitHeadsOf,
  unitsWithoutLiaison,
} from '../../db/queries/people.ts';
import type { BindingKind, BindingTable } from '../../db/schema.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { mayReportFor, mayReview, maySeeUnit, type Rights } from '../../src/people/rights.ts';

let folder: string;
let db: Db;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'));
  await migrate(join(folder, 'db.sqlite'));
  db = await openSqlite(join(folder, 'db.sqlite'));
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const DAY = '2026-12-28';
const when = { day: DAY, office: ['ou_first'] };

async function bound(openId: string, role: BindingTable['role'], subject = 'finance'): Promise<void> {
  const kind: BindingKind = role === 'leader' || role === 'office' ? role : 'unit';
  await db.apply([
    db.query.insertInto('binding').values({
      id: `${openId}:${role}:${subject}`,
      kind,
      subject: kind === 'office' ? '' : subject,
      role,
      open_id: openId,
      status: 'confirmed',
      proposed_by: 'ou_first',
      proposed_at: 0,
      decided_by: 'ou_first',
      decided_at: 0,
      ended_by: null,
      ended_at: null,
    }),
  ]);
}

async function away(openId: string, standIn: string, [from, to] = [DAY, DAY]): Promise<void> {
  await db.apply([
    db.query.insertInto('leave').values({
      open_id: openId,
      from_day: from,
      to_day: to,
      stand_in: standIn,
      set_by: openId,
      set_at: 0,
    }),
  ]);
}

const ids = (people: { openId: string }[]) => people.map((person) => person.openId);

describe('rights on a day', () => {
  it('a person has a role in several units', async () => {
    await bound('ou_a', 'liaison', 'finance');
    await bound('ou_a', 'unit-head', 'power');
    const rights: Rights = await rightsOf(db, 'ou_a', when);
    expect(rights.units).toEqual([
      { unitId: 'finance', role: 'liaison', standIn: false },
      { unitId: 'power', role: 'unit-head', standIn: false },
    ]);
    expect([mayReportFor(rights, 'finance'), mayReportFor(rights, 'tax'), mayReview(rights)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['the day before', '2026-12-29', '2026-12-30', false],
    ['the first day', '2026-12-28', '2026-12-30', true],
    ['the last day', '2026-12-01', '2026-12-28', true],
    ['the day after', '2026-12-01', '2026-12-27', false],
  ])('a stand-in has the right during the leave: %s', async (_, from, to, has) => {
    await bound('ou_a', 'liaison');
    await away('ou_a', 'ou_b', [from, to]);
    expect((await rightsOf(db, 'ou_b', when)).units).toEqual(
      has ? [{ unitId: 'finance', role: 'liaison', standIn: true }] : [],
    );
    expect(mayReportFor(await rightsOf(db, 'ou_a', when), 'finance')).toBe(true);
    expect(ids(await liaisonsOf(db, 'finance', DAY))).toEqual([has ? 'ou_b' : 'ou_a']);
  });

  it('a stand-in for a stand-in counts; a circle leads back to the liaison', async () => {
    await bound('ou_a', 'liaison');
    await away('ou_a', 'ou_b');
    await away('ou_b', 'ou_c');
    expect(ids(await liaisonsOf(db, 'finance', DAY))).toEqual(['ou_c']);
    expect(mayReportFor(await rightsOf(db, 'ou_c', when), 'finance')).toBe(true);
    await away('ou_c', 'ou_a');
    expect(ids(await liaisonsOf(db, 'finance', DAY))).toEqual(['ou_a']);
  });

  it('each person gets a unit’s messages once, liaisons before deputies', async () => {
    await bound('ou_deputy', 'deputy-liaison');
    await bound('ou_a', 'liaison');
    await bound('ou_head', 'unit-head');
    await away('ou_deputy', 'ou_a');
    expect(ids(await liaisonsOf(db, 'finance', DAY))).toEqual(['ou_a']);
    expect(ids(await unitHeadsOf(db, 'finance', DAY))).toEqual(['ou_head']);
  });

  it('the office is the first members and those that were bound; being a leader or the office is not lent', async () => {
    await bound('ou_second', 'office');
    await bound('ou_leader', 'leader', 'someone');
    await away('ou_second', 'ou_b');
    await away('ou_leader', 'ou_b');
    expect(await officeMembers(db, when.office)).toEqual(['ou_first', 'ou_second']);
    expect(await leaderOpenIds(db, 'someone')).toEqual(['ou_leader']);
    const lent = await rightsOf(db, 'ou_b', when);
    expect([lent.isOffice, lent.leaderIds]).toEqual([false, []]);
    expect((await rightsOf(db, 'ou_second', when)).isOffice).toBe(true);
    const leader = await rightsOf(db, 'ou_leader', when);
    expect([
      maySeeUnit(leader, 'finance', ['someone']),
      maySeeUnit(leader, 'finance', ['another']),
      mayReportFor(leader, 'finance'),
    ]).toEqual([true, false, false]);
  });

  it('a unit with only a head has no liaison', async () => {
    await bound('ou_head', 'unit-head', 'finance');
    await bound('ou_a', 'deputy-liaison', 'power');
    expect(await unitsWithoutLiaison(db, ['finance', 'power', 'tax'])).toEqual(['finance', 'tax']);
  });

  it('one person has one standing role in a unit', async () => {
    await bound('ou_a', 'liaison');
    await expect(bound('ou_a', 'deputy-liaison')).rejects.toThrow('duplicate key');
  });
});

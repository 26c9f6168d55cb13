import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';
import { UNIT_ROLES, type UnitRole } from '../schema.ts';

/** Who is asked about, on which day (`2026-12-28`, Asia/Shanghai), and the office's first members. */
export interface When {
  day: string;
  office: readonly string[];
}

/** A person in a unit; `onBehalfOf` is set for a stand-in. */
export interface UnitPerson {
  openId: string;
  role: UnitRole;
  onBehalfOf: string | undefined;
}

/**
 * What a person may act as on a day. Whoever stands in has the rights of the one on leave, who keeps them; standing
 * in for a stand-in counts too.
 */
export async function rightsOf(db: Db, openId: string, when: When) {
  const rows = await db.query
    .withRecursive('acting(person)', (cte) =>
      cte
        .selectNoFrom(sql<string>`${openId}`.as('person'))
        .union(
          cte
            .selectFrom('leave')
            .innerJoin('acting', 'acting.person', 'leave.stand_in')
            .select('leave.open_id as person')
            .where('from_day', '<=', when.day)
            .where('to_day', '>=', when.day),
        ),
    )
    .selectFrom('binding')
    .select(['kind', 'subject', 'role', 'open_id'])
    .where('status', '=', 'confirmed')
    // Not joined: the bindings of these few people are found by their index, and not among all.
    .where('open_id', 'in', (e) => e.selectFrom('acting').select('person'))
    .orderBy(sql`binding.rowid`)
    .execute();
  const own = rows.filter((row) => row.open_id === openId);
  return {
    openId,
    isOffice: when.office.includes(openId) || own.some((row) => row.kind === 'office'),
    units: rows.flatMap((row) =>
      isUnitRole(row.role) ? [{ unitId: row.subject, role: row.role, standIn: row.open_id !== openId }] : [],
    ),
    leaderIds: own.filter((row) => row.kind === 'leader').map((row) => row.subject),
  };
}

/**
 * Who gets a unit's messages on a day: its liaisons and deputies, liaisons first, each person once. The stand-in
 * takes the place of the one on leave; where the stand-ins lead nowhere, he gets them himself.
 */
export function liaisonsOf(db: Db, unitId: string, day: string): Promise<UnitPerson[]> {
  return reachedIn(db, { unitId, day, roles: ['liaison', 'deputy-liaison'] });
}

/** 单位负责人: as `liaisonsOf`, for the heads. */
export function unitHeadsOf(db: Db, unitId: string, day: string): Promise<UnitPerson[]> {
  return reachedIn(db, { unitId, day, roles: ['unit-head'] });
}

/** As `liaisonsOf`, for some roles: who comes first in the order of the roles, each person once, in his first role. */
export function unitPeopleOf(
  db: Db,
  unitId: string,
  of: { day: string; roles: readonly UnitRole[] },
): Promise<UnitPerson[]> {
  return reachedIn(db, { unitId, ...of });
}

/** Every member of the office: the first ones, then those that were bound. */
export async function officeMembers(db: Db, office: readonly string[]): Promise<string[]> {
  const bound = await boundTo(db, { kind: 'office', subject: '' });
  return [...new Set([...office, ...bound])];
}

/** Accounts bound to a person of the notice. */
export function leaderOpenIds(db: Db, leaderId: string): Promise<string[]> {
  return boundTo(db, { kind: 'leader', subject: leaderId });
}

/** Those of the units that nobody reports for, in the given order. */
export async function unitsWithoutLiaison(db: Db, unitIds: readonly string[]): Promise<string[]> {
  const rows = await db.query
    .selectFrom('binding')
    .select('subject')
    .distinct()
    .where('kind', '=', 'unit')
    .where('status', '=', 'confirmed')
    .where('role', 'in', ['liaison', 'deputy-liaison'])
    .execute();
  const served = new Set(rows.map((row) => row.subject));
  return unitIds.filter((id) => !served.has(id));
}

/** A person's name, where the bot has seen it: in a mention or a roster. */
export async function personName(db: Db, openId: string): Promise<string | undefined> {
  return (await personNames(db, [openId])).get(openId);
}

/** Names by open_id; those never seen are absent. */
export async function personNames(db: Db, openIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query
    .selectFrom('person')
    .select(['open_id', 'name'])
    .where('open_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(openIds)}))`)
    .execute();
  return new Map(rows.map((row) => [row.open_id, row.name]));
}

/** Keeps the newest name. @param now instant in ms. */
export function rememberName(db: Db, person: { openId: string; name: string; now: number }): Write {
  const values = { name: person.name, updated_at: person.now };
  return db.query
    .insertInto('person')
    .values({ open_id: person.openId, ...values })
    .onConflict((conflict) => conflict.column('open_id').doUpdateSet(values));
}

interface UnitOnDay {
  unitId: string;
  day: string;
  roles: readonly UnitRole[];
}

async function reachedIn(db: Db, { unitId, day, roles }: UnitOnDay): Promise<UnitPerson[]> {
  const rows = await db.query
    .withRecursive('reached(person, root, role, depth)', (cte) =>
      cte
        .selectFrom('binding')
        .select(['open_id as person', 'open_id as root', 'role', sql<number>`0`.as('depth')])
        .where('kind', '=', 'unit')
        .where('subject', '=', unitId)
        .where('status', '=', 'confirmed')
        .where('role', 'in', [...roles])
        .union(
          cte
            .selectFrom('leave')
            .innerJoin('reached', 'reached.person', 'leave.open_id')
            .select([
              'leave.stand_in as person',
              'reached.root as root',
              'reached.role as role',
              sql<number>`reached.depth + 1`.as('depth'),
            ])
            .where('from_day', '<=', day)
            .where('to_day', '>=', day)
            // Two people who stand in for each other must not go on for ever.
            .where('reached.depth', '<', MOST_STAND_INS),
        ),
    )
    .selectFrom('reached')
    .select((e) => [
      'person',
      'root',
      'role',
      e
        .exists(
          e
            .selectFrom('leave')
            .select('id')
            .whereRef('leave.open_id', '=', 'reached.person')
            .where('from_day', '<=', day)
            .where('to_day', '>=', day),
        )
        .as('isAway'),
    ])
    .orderBy('depth')
    .execute();
  const roots = [...new Set(rows.map((row) => row.root))];
  const reached = roots.flatMap((root) => {
    const chain = rows.filter((row) => row.root === root);
    const present = chain.find((row) => row.isAway === 0) ?? chain[0];
    return present ? [present] : [];
  });
  return onceEach(reached.sort((a, b) => rank(a.role) - rank(b.role)));
}

const MOST_STAND_INS = 5;

function rank(role: string): number {
  return UNIT_ROLES.indexOf(role as UnitRole);
}

function onceEach(rows: readonly { person: string; root: string; role: string }[]): UnitPerson[] {
  const seen = new Set<string>();
  return rows.flatMap(({ person, root, role }) => {
    if (seen.has(person) || !isUnitRole(role)) return [];
    seen.add(person);
    return [{ openId: person, role, onBehalfOf: person === root ? undefined : root }];
  });
}

function isUnitRole(role: string): role is UnitRole {
  return UNIT_ROLES.some((one) => one === role);
}

async function boundTo(db: Db, to: { kind: 'leader' | 'office'; subject: string }): Promise<string[]> {
  const rows = await db.query
    .selectFrom('binding')
    .select('open_id')
    .where('kind', '=', to.kind)
    .where('subject', '=', to.subject)
    .where('status', '=', 'confirmed')
    .orderBy(sql`rowid`)
    .execute();
  return rows.map((row) => row.open_id);
}

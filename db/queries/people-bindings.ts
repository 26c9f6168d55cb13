import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { BindingTable } from '../schema.ts';

export type BindingRow = Selectable<BindingTable>;

/** What somebody is bound to: a unit, a person of the notice, the office (subject empty). */
export type BindingSubject = Pick<BindingRow, 'kind' | 'subject'>;

export interface NewBinding extends BindingSubject {
  id: string;
  role: BindingRow['role'];
  openId: string;
  status: 'proposed' | 'confirmed';
  /** open_id of who asks, or of the office's member who decides. */
  by: string;
  /** Instant in ms. */
  now: number;
}

/** `DuplicateKeyError`: he stands in this subject already, or waits for it. */
export function insertBinding(db: Db, row: NewBinding): Write {
  const decided = row.status === 'confirmed';
  return db.query.insertInto('binding').values({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    role: row.role,
    open_id: row.openId,
    status: row.status,
    proposed_by: row.by,
    proposed_at: row.now,
    decided_by: decided ? row.by : null,
    decided_at: decided ? row.now : null,
    ended_by: null,
    ended_at: null,
  });
}

/** Decides a claim, once. `GuardError`: somebody was first. @param how `now` is an instant in ms. */
export function decideBinding(
  db: Db,
  id: string,
  how: { status: 'confirmed' | 'rejected'; by: string; now: number },
): Write[] {
  return [
    db.query
      .updateTable('binding')
      .set({ status: how.status, decided_by: how.by, decided_at: how.now })
      .where('id', '=', id)
      .where('status', '=', 'proposed'),
    guard('claim still waits'),
  ];
}

/** Ends a standing or waiting binding, once. `GuardError`: somebody was first. */
export function endBinding(db: Db, row: BindingRow, how: { by: string; now: number }): Write[] {
  return [
    db.query
      .updateTable('binding')
      .set({ status: 'ended', ended_by: how.by, ended_at: how.now })
      .where('id', '=', row.id)
      .where('status', '=', row.status),
    guard('binding still stands'),
  ];
}

export async function bindingById(db: Db, id: string): Promise<BindingRow | undefined> {
  return db.query.selectFrom('binding').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Standing and waiting bindings, oldest first, narrowed by what is given. */
export async function liveBindings(
  db: Db,
  of: { subject?: BindingSubject; openId?: string; status?: 'proposed' | 'confirmed'; kind?: 'unit' } = {},
): Promise<BindingRow[]> {
  let query = db.query
    .selectFrom('binding')
    .selectAll()
    .where('status', 'in', of.status === undefined ? ['proposed', 'confirmed'] : [of.status]);
  if (of.kind !== undefined) query = query.where('kind', '=', of.kind);
  if (of.subject !== undefined)
    query = query.where('kind', '=', of.subject.kind).where('subject', '=', of.subject.subject);
  if (of.openId !== undefined) query = query.where('open_id', '=', of.openId);
  return query.orderBy(sql`rowid`).execute();
}

/** People the bot has met, newest first: whom a form can offer where a chat has no other members. */
export async function peopleMet(db: Db, limit: number): Promise<string[]> {
  const rows = await db.query
    .selectFrom((from) =>
      from
        .selectFrom('visitor')
        .select(['open_id', 'first_at as at'])
        .unionAll(from.selectFrom('person').select(['open_id', 'updated_at as at']))
        .unionAll(from.selectFrom('binding').select(['open_id', 'proposed_at as at']))
        .as('met'),
    )
    .select('open_id')
    .groupBy('open_id')
    .orderBy(sql`max(at)`, 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.open_id);
}

/** Keys of cards that were sent or are about to be, by the beginning of the key. */
export async function cardKeysFrom(db: Db, prefix: string): Promise<string[]> {
  const within = <T>(column: T) => [column, prefix, `${prefix}\uffff`] as const;
  const rows = await db.query
    .selectFrom('card')
    .select('key')
    .where(({ between }) => between(...within('key' as const)))
    .union(
      db.query
        .selectFrom('outbox')
        .select(sql<string>`card_key`.as('key'))
        .where('status', 'in', ['due', 'sending'])
        .where(({ between }) => between(...within('card_key' as const))),
    )
    .execute();
  return rows.map((row) => row.key);
}

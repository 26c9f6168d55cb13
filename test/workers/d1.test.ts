import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { guard } from '../../db/database.ts';
import { rememberVisitor } from '../../db/queries/visitors.ts';
import { createClock } from '../../sandbox/clock.ts';
import { DuplicateKeyError, GuardError } from '../../src/errors.ts';
import type { Service } from '../../src/service.ts';
import { CREDENTIALS } from '../support/push.ts';
import { openWorkerHome } from '../support/worker-home.ts';

let service: Service;
let db: Db;
beforeAll(async () => {
  service = await openWorkerHome({
    bundle: inject('workerBundle') ?? '',
    lark: { domain: 'http://127.0.0.1:9', transport: 'webhook', credentials: CREDENTIALS },
    officeOpenIds: [],
    clock: createClock(),
  });
  db = service.deps.db;
});
afterAll(() => service.stop());
beforeEach(() => db.apply([db.query.deleteFrom('visitor'), db.query.deleteFrom('file')]));

const visitors = async () => (await db.query.selectFrom('visitor').selectAll().execute()).length;

describe('one atomic list on D1', () => {
  it('leaves nothing behind when a key is there already, and says which', async () => {
    await db.apply([rememberVisitor(db, 'a', 1)]);
    const list = [rememberVisitor(db, 'b', 1), rememberVisitor(db, 'a', 2), rememberVisitor(db, 'c', 1)];
    const error = await db.apply(list).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DuplicateKeyError);
    expect((error as DuplicateKeyError).key).toBe('visitor.open_id');
    expect(await visitors()).toBe(1);
  });

  it('leaves nothing behind when a guard does not hold, and says which', async () => {
    const nobody = db.query.updateTable('visitor').set({ first_at: 2 }).where('open_id', '=', 'nobody');
    const error = await db
      .apply([rememberVisitor(db, 'b', 1), nobody, guard('visitor: known')])
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GuardError);
    expect((error as GuardError).guard).toBe('visitor: known');
    expect(await visitors()).toBe(0);
  });

  it('leaves nothing behind when D1 refuses a statement in the middle', async () => {
    const broken = CompiledQuery.raw('insert into no_such_table values (1)');
    await expect(
      db.apply([rememberVisitor(db, 'a', 1), broken, rememberVisitor(db, 'b', 1)]),
    ).rejects.toThrow('no_such_table');
    expect(await visitors()).toBe(0);
  });

  it('gives the rows of statements that return some', async () => {
    const rows = await db.apply([
      rememberVisitor(db, 'a', 7),
      db.query.updateTable('visitor').set({ first_at: 8 }).returning('first_at'),
    ]);
    expect(rows).toEqual([[], [{ first_at: 8 }]]);
  });

  it('gives bytes as bytes', async () => {
    const content = Uint8Array.from([0, 255, 7]);
    await db.apply([db.query.insertInto('file').values({ id: 'f', name: 'n', content, created_at: 1 })]);
    expect(await db.query.selectFrom('file').select('content').execute()).toEqual([{ content }]);
  });

  it('refuses what a driver would spoil, and more than 100 parameters', async () => {
    for (const parameter of [1n, new Date(0), {}, undefined, Number.NaN])
      await expect(db.apply([CompiledQuery.raw('select ?', [parameter])])).rejects.toThrow(TypeError);
    const many = CompiledQuery.raw('select 1', Array<number>(101).fill(1));
    await expect(db.apply([many])).rejects.toThrow(RangeError);
  });

  it('cannot be gone round: the reading side refuses to write', async () => {
    await expect(
      db.query.insertInto('visitor').values({ open_id: 'a', first_at: 1 }).execute(),
    ).rejects.toThrow(/readonly/);
  });
});

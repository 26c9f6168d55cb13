import { CompiledQuery, Kysely } from 'kysely';
import { compiled, type Db, type Mark, type Rows, type Write } from './database.ts';
import { assertFitsBatch } from './limits.ts';
import { literalStates } from './literals.ts';
import type { Schema } from './schema.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { readingDialect } from './sqlite-dialect.ts';

interface PendingList {
  queries: CompiledQuery[];
  resolve: (rows: Rows[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Opens the file for the Node home: one connection writes, one reads.
 *
 * Lists that wait while another commits go into the next transaction together, each in a savepoint of its own. The
 * disk is synchronised once for all of them, and nobody is answered before that; `isLasting: false` leaves it out.
 */
export async function openSqlite(path: string, options: { isLasting?: boolean } = {}): Promise<Db> {
  const writing = await SqliteConnection.open(path, { ...options, readOnly: false });
  const reading = await SqliteConnection.open(path, { readOnly: true });
  const query = new Kysely<Schema>({ dialect: readingDialect(reading), plugins: [literalStates()] });
  const lists = new ListWriter(writing);
  return {
    query,
    apply: (writes) => lists.apply(writes),
    mark: () => lists.mark(),
    ownChanges: () => lists.changes,
    async close() {
      await lists.idle();
      await query.destroy();
      await reading.close();
      await writing.close();
    },
  };
}

const LISTS_A_TRANSACTION = 64;

class ListWriter {
  readonly #connection: SqliteConnection;
  #waiting: PendingList[] = [];
  #running: Promise<void> | undefined;
  #changes = 0;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  get changes(): number {
    return this.#changes;
  }

  /** The number that SQLite gives the connection that writes changes with what other connections write alone. */
  async mark(): Promise<Mark> {
    const { rows } = await this.#connection.run(CompiledQuery.raw('pragma data_version'), true);
    return { own: this.#changes, others: Number(rows[0]?.['data_version']) };
  }

  async apply(writes: readonly Write[]): Promise<Rows[]> {
    if (writes.length === 0) return [];
    assertFitsBatch(writes.length);
    const queries = writes.map(compiled);
    const done = new Promise<Rows[]>((resolve, reject) => this.#waiting.push({ queries, resolve, reject }));
    this.#running ??= this.#drain();
    return done;
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    // A turn of the loop, so that lists that arrive together commit together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, LISTS_A_TRANSACTION));
    this.#running = undefined;
  }

  async #commit(lists: PendingList[]): Promise<void> {
    const settled: (() => void)[] = [];
    const [first] = lists;
    if (lists.length === 1 && first?.queries.length === 1) {
      // A statement by itself is a transaction already.
      (await this.#attempt(first))();
      return;
    }
    try {
      await this.#connection.exec('begin immediate');
      for (const list of lists) settled.push(await this.#attempt(list));
      await this.#connection.exec('commit');
    } catch (error) {
      await this.#connection.exec('rollback').catch(() => undefined);
      for (const list of lists) list.reject(error);
      return;
    }
    for (const settle of settled) settle();
  }

  /** Runs one list inside the open transaction; a failing one leaves nothing behind. */
  async #attempt(list: PendingList): Promise<() => void> {
    // SQLite undoes a failing statement by itself: a list of one needs no savepoint.
    const alone = list.queries.length === 1;
    if (!alone) await this.#connection.exec('savepoint list');
    try {
      const rows: Rows[] = [];
      let hasChanged = false;
      for (const query of list.queries) {
        const result = await this.#connection.run(query, returnsRows(query));
        rows.push(result.rows);
        // What is no plain statement of rows may have changed anything.
        hasChanged ||= result.changes > 0 || query.query.kind === 'RawNode';
      }
      if (!alone) await this.#connection.exec('release list');
      return () => {
        if (hasChanged) this.#changes++;
        list.resolve(rows);
      };
    } catch (error) {
      if (!alone) await this.#connection.exec('rollback to list; release list');
      return () => list.reject(error);
    }
  }
}

function returnsRows(query: CompiledQuery): boolean {
  const node = query.query;
  if (node.kind === 'RawNode') return /\breturning\b/i.test(query.sql);
  return node.kind === 'SelectQueryNode' || ('returning' in node && node.returning !== undefined);
}

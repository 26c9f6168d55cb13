import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Rows } from './database.ts';

/**
 * Kysely over D1, for reading. Several queries may run beside each other: with the one connection of SQLite's adapter
 * Kysely would queue them, and a queue that outlives a request leaves the next request of its isolate hanging.
 */
class D1Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** @param ask runs one statement and gives its rows. */
export function readingD1Dialect(ask: (query: CompiledQuery) => Promise<Rows>): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (!isReading(query)) throw new Error('attempt to write through the readonly side: use Db.apply');
      return { rows: (await ask(query)) as R[] };
    },
    // biome-ignore lint/correctness/useYield: Kysely's interface asks for it; nothing here streams
    async *streamQuery() {
      throw new Error('streaming is not used');
    },
  };
  const nothing = async () => undefined;
  return {
    createAdapter: () => new D1Adapter(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: async () => connection,
      async beginTransaction() {
        throw new Error('use Db.apply: a change is one list of writes');
      },
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** D1 has no read-only handle, so what is built to change something is refused here. */
function isReading(query: CompiledQuery): boolean {
  if (query.query.kind === 'SelectQueryNode') return true;
  return query.query.kind === 'RawNode' && /^\s*(?:select|with|explain|pragma)\b/i.test(query.sql);
}

import {
  type CompiledQuery,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Db } from './database.ts';
import { literalStates } from './literals.ts';
import type { Schema } from './schema.ts';

/**
 * The database as one look finds it: what is asked again is answered from memory. For what asks many times over and
 * changes nothing, such as the rules about each day of a month, which D1 would soon refuse to answer.
 */
export function oneLook(db: Db): Db {
  const seen = new Map<string, Promise<QueryResult<unknown>>>();
  const ask = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const key = JSON.stringify([query.sql, query.parameters]);
    const found = seen.get(key) ?? db.query.executeQuery(query);
    seen.set(key, found);
    const { rows } = await found;
    // Copies: whoever asked before may have changed his.
    return { rows: structuredClone(rows) as R[] };
  };
  const connection = {
    executeQuery: ask,
    // biome-ignore lint/correctness/useYield: Kysely's interface asks for it; nothing here streams
    async *streamQuery(): AsyncGenerator<never> {
      throw new Error('streaming is not used');
    },
  };
  const nothing = async () => undefined;
  const query = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new ManyAtOnce(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: () => Promise.reject(new Error('use Db.apply: a change is one list of writes')),
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    plugins: [literalStates()],
  });
  return { ...db, query, apply: () => Promise.reject(new Error('a look changes nothing')), close: nothing };
}

class ManyAtOnce extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

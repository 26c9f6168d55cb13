import { type CompiledQuery, Kysely } from 'kysely';
import type { D1Binding, D1Result, D1Statement } from './d1-binding.ts';
import { readingD1Dialect } from './d1-dialect.ts';
import { compiled, type Db, type Rows } from './database.ts';
import { mappedError } from './driver-errors.ts';
import { assertFits, assertFitsBatch } from './limits.ts';
import { literalStates } from './literals.ts';
import { checkedParameter } from './parameters.ts';
import type { Schema } from './schema.ts';

/** Rows as D1 bills them: read by queries, read by lists to find what they change, written with their indexes. */
export type D1Meter = (rows: { queried: number; found: number; written: number }) => void;

/**
 * The store of the Workers home. Nothing is held open and nothing is kept between two calls: any number of isolates
 * may do this on the same database.
 *
 * @param meter told of each answer's cost.
 */
export function openD1(d1: D1Binding, meter: D1Meter = () => undefined): Db {
  const asked = async (query: CompiledQuery): Promise<Rows> => {
    const result = await mapped(() => statementOf(d1, query).all());
    meter({ queried: sum([result], 'rows_read'), found: 0, written: 0 });
    return rowsOf(result);
  };
  const query = new Kysely<Schema>({ dialect: readingD1Dialect(asked), plugins: [literalStates()] });
  return {
    query,
    async apply(writes) {
      if (writes.length === 0) return [];
      assertFitsBatch(writes.length);
      const statements = writes.map((write) => statementOf(d1, compiled(write)));
      const results = await mapped(() => d1.batch(statements));
      meter({ queried: 0, found: sum(results, 'rows_read'), written: sum(results, 'rows_written') });
      return results.map(rowsOf);
    },
    close: () => query.destroy(),
  };
}

function statementOf(d1: D1Binding, query: CompiledQuery): D1Statement {
  assertFits(query);
  return d1.prepare(query.sql).bind(...query.parameters.map(checkedParameter));
}

async function mapped<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw mappedError(error);
  }
}

/** D1 gives a blob as a list of numbers; everywhere else it is bytes. */
function rowsOf({ results = [] }: D1Result): Record<string, unknown>[] {
  for (const row of results)
    for (const [column, value] of Object.entries(row))
      if (Array.isArray(value)) row[column] = Uint8Array.from(value);
  return results;
}

function sum(results: readonly D1Result[], of: 'rows_read' | 'rows_written'): number {
  return results.reduce((total, { meta }) => total + (meta[of] ?? 0), 0);
}

import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** One statement of an atomic list: a Kysely query that has not run, or a compiled one. */
export type Write = Compilable | CompiledQuery;

/** What a statement with `returning` gave; empty for the others. */
export type Rows = readonly Record<string, unknown>[];

/**
 * The store, the same on SQLite (Node) and D1 (Workers).
 *
 * @example
 * const due = await db.query.selectFrom('outbox').selectAll().where('status', '=', 'due').execute();
 * await db.apply([markHandled(db, event, now), ...outcome.writes]);
 */
export interface Db {
  /** For reading, and for building writes; a write that runs through it is refused on Node. */
  readonly query: Kysely<Schema>;
  /**
   * Applies the list whole or not at all, in its order.
   *
   * @returns the rows of each statement that has `returning`, by position.
   * @throws DuplicateKeyError when a row with the same key is there already; GuardError when a `guard` does not hold.
   */
  apply(writes: readonly Write[]): Promise<Rows[]>;
  /**
   * Tells at next to no cost whether anything was changed: the same mark, the same contents. Absent where the store
   * cannot (D1).
   */
  mark?(): Promise<Mark>;
  /** The `own` of the mark, without asking the store. */
  ownChanges?(): number;
  close(): Promise<void>;
}

/** How many lists of this process have changed something, and a number that another process's change makes another. */
export interface Mark {
  own: number;
  others: number;
}

/**
 * Aborts the list unless the statement right before it changed exactly `rows` rows.
 *
 * @param name what was expected, for the `GuardError`.
 */
export function guard(name: string, rows = 1): CompiledQuery {
  return CompiledQuery.raw('insert into _guard select changes() = ?, ?', [rows, name]);
}

/** Compiles a statement of a list; a compiled one is passed through. */
export function compiled(write: Write): CompiledQuery {
  return 'compile' in write ? write.compile() : write;
}

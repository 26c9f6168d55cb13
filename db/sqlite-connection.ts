import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CompiledQuery } from 'kysely';
import sqlite3 from 'sqlite3';
import { mappedError } from './driver-errors.ts';
import { assertFits } from './limits.ts';
import { checkedParameter } from './parameters.ts';

const CACHED_STATEMENTS = 200;

/** Rows and count of one statement. */
export interface RunResult {
  rows: Record<string, unknown>[];
  changes: number;
  lastId: number;
}

/** One SQLite connection with prepared statements kept. */
export class SqliteConnection {
  readonly #db: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(db: sqlite3.Database) {
    this.#db = db;
  }

  /**
   * Opens (and makes) the file and its folder; `readOnly` lets no statement change it. `isLasting: false` does not wait
   * for the disk: what was committed outlives the process, not the machine.
   */
  static async open(
    path: string,
    options: { readOnly: boolean; isLasting?: boolean },
  ): Promise<SqliteConnection> {
    await mkdir(dirname(path), { recursive: true });
    const db = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(path, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
    const connection = new SqliteConnection(db);
    const level = (options.isLasting ?? true) ? 'full' : 'off';
    await connection.exec(
      `pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = ${level}; pragma foreign_keys = on;`,
    );
    if (options.readOnly) await connection.exec('pragma query_only = on;');
    return connection;
  }

  /** Runs several statements without parameters. */
  async exec(sql: string): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      this.#db.exec(sql, (error) => (error ? reject(mappedError(error)) : resolve())),
    );
  }

  /** Runs one statement; `wantsRows` is needed since the driver gives either rows or a count. */
  async run(query: CompiledQuery, wantsRows: boolean): Promise<RunResult> {
    assertFits(query);
    const statement = await this.#prepared(query.sql);
    const parameters = query.parameters.map(checkedParameter);
    return new Promise((resolve, reject) => {
      if (wantsRows) {
        statement.all(parameters, (error: Error | null, rows: Record<string, unknown>[]) =>
          error ? reject(mappedError(error)) : resolve({ rows, changes: rows.length, lastId: 0 }),
        );
      } else {
        statement.run(parameters, function (this: sqlite3.RunResult, error: Error | null) {
          if (error) reject(mappedError(error));
          else resolve({ rows: [], changes: this.changes, lastId: this.lastID });
        });
      }
    });
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values()) await finalized(statement);
    this.#statements.clear();
    await new Promise<void>((resolve, reject) =>
      this.#db.close((error) => (error ? reject(error) : resolve())),
    );
  }

  async #prepared(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const prepared = this.#db.prepare(sql, (error: Error | null) =>
        error ? reject(mappedError(error)) : resolve(prepared),
      );
    });
    // Whoever asked the same at the same moment was first: one that nobody keeps would hold the file open for good.
    const first = this.#statements.get(sql);
    if (first) {
      statement.finalize();
      return first;
    }
    this.#statements.set(sql, statement);
    const oldest = this.#statements.keys().next().value;
    if (this.#statements.size > CACHED_STATEMENTS && oldest !== undefined) {
      const evicted = this.#statements.get(oldest);
      this.#statements.delete(oldest);
      if (evicted) await finalized(evicted);
    }
    return statement;
  }
}

function finalized(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => statement.finalize(() => resolve()));
}

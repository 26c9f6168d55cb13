import { deserialize, serialize } from 'node:v8';
import { openFile, type SqliteFile } from './sqlite.ts';

/** Where the emulator's state outlives a restart. */
export interface Records {
  /** What was stored of a kind, oldest first. */
  stored(kind: string): unknown[];
  put(kind: string, id: string, value: unknown): void;
  remove(kind: string, id: string): void;
  /** Resolves once everything put so far is on disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing outlives the process: for tests. */
export function memoryRecords(): Records {
  return {
    stored: () => [],
    put: () => undefined,
    remove: () => undefined,
    flush: async () => undefined,
    close: async () => undefined,
  };
}

const TABLE = `create table if not exists records (
  position integer primary key autoincrement, kind text not null, id text not null, value blob not null,
  unique (kind, id))`;

/** Opens the file; `fresh` forgets what it holds. Values are written a moment after they are put, many at once. */
export async function openRecords(path: string, options: { fresh: boolean }): Promise<Records> {
  const file = await openFile(path);
  await file.exec(`pragma journal_mode = wal; pragma synchronous = normal; ${TABLE}`);
  if (options.fresh) await file.exec('delete from records');
  const rows = await file.all<{ kind: string; value: Buffer }>(
    'select kind, value from records order by position',
  );
  return new FileRecords(file, rows);
}

class FileRecords implements Records {
  readonly #file: SqliteFile;
  readonly #stored = new Map<string, unknown[]>();
  #waiting = new Map<string, { kind: string; id: string; value: unknown }>();
  #writing: Promise<void> | undefined;

  constructor(file: SqliteFile, rows: { kind: string; value: Buffer }[]) {
    this.#file = file;
    for (const row of rows) {
      const values = this.#stored.get(row.kind) ?? [];
      values.push(deserialize(row.value));
      this.#stored.set(row.kind, values);
    }
  }

  stored(kind: string): unknown[] {
    return this.#stored.get(kind) ?? [];
  }

  put(kind: string, id: string, value: unknown): void {
    this.#waiting.set(`${kind} ${id}`, { kind, id, value });
    this.#writing ??= this.#write();
  }

  remove(kind: string, id: string): void {
    this.put(kind, id, undefined);
  }

  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }

  async #write(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting.values()];
      this.#waiting = new Map();
      await this.#file.exec('begin');
      for (const { kind, id, value } of batch) {
        if (value === undefined)
          await this.#file.run('delete from records where kind = ? and id = ?', kind, id);
        else
          await this.#file.run(
            'insert into records (kind, id, value) values (?, ?, ?) on conflict do update set value = excluded.value',
            kind,
            id,
            serialize(value),
          );
      }
      await this.#file.exec('commit');
    }
    this.#writing = undefined;
  }
}

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';

/** The few calls to SQLite that the emulator needs, as promises. */
export interface SqliteFile {
  exec(sql: string): Promise<void>;
  run(sql: string, ...parameters: unknown[]): Promise<void>;
  all<Row>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens the file, making it and its folder when they are not there. */
export async function openFile(path: string): Promise<SqliteFile> {
  await mkdir(dirname(path), { recursive: true });
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(path, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const settled = (start: (done: (error: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
  return {
    exec: (sql) => settled((done) => db.exec(sql, done)),
    run: (sql, ...parameters) => settled((done) => db.run(sql, parameters, done)),
    all: <Row>(sql: string) =>
      new Promise<Row[]>((resolve, reject) =>
        db.all(sql, (error: Error | null, rows: Row[]) => (error ? reject(error) : resolve(rows))),
      ),
    close: () => settled((done) => db.close(done)),
  };
}

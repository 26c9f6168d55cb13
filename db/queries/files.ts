import type { Db, Write } from '../database.ts';

/** D1 takes no row of 2 MB or more. */
const PART_BYTES = 1024 * 1024;

export interface NewFile {
  id: string;
  name: string;
  content: Uint8Array;
  /** Instant in ms. */
  now: number;
}

/** A file of any size that is to be sent: stored in the list that decides the message, forgotten long after. */
export function storeFile(db: Db, file: NewFile): Write[] {
  return stored(db, file, 0);
}

/** A file of any size that is kept for good. */
export function keepFile(db: Db, file: NewFile): Write[] {
  return stored(db, file, 1);
}

function stored(db: Db, file: NewFile, kept: 0 | 1): Write[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < file.content.length; at += PART_BYTES)
    parts.push(file.content.slice(at, at + PART_BYTES));
  const [first = new Uint8Array(), ...rest] = parts;
  return [
    db.query
      .insertInto('file')
      .values({ id: file.id, name: file.name, content: first, created_at: file.now, kept }),
    ...rest.map((content, index) =>
      db.query.insertInto('file_part').values({ file: file.id, no: index + 1, content }),
    ),
  ];
}

export async function storedFile(
  db: Db,
  id: string,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  const row = await db.query
    .selectFrom('file')
    .select((e) => [
      'name',
      'content',
      e
        .selectFrom('file_part')
        .select(e.fn.countAll<number>().as('count'))
        .whereRef('file_part.file', '=', 'file.id')
        .as('parts'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const contents = [row.content];
  // One after the other: D1 gives a blob as a list of numbers, many times as large in memory.
  for (let no = 1; no <= (row.parts ?? 0); no++) contents.push(await partOf(db, id, no));
  return { name: row.name, content: joined(contents) };
}

async function partOf(db: Db, file: string, no: number): Promise<Uint8Array> {
  const { content } = await db.query
    .selectFrom('file_part')
    .select('content')
    .where('file', '=', file)
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  return content;
}

/** Removes files that were sent long ago, but for those that are kept. */
export function forgetFiles(db: Db, before: number): Write[] {
  const old = db.query.selectFrom('file').select('id').where('created_at', '<', before).where('kept', '=', 0);
  return [
    db.query.deleteFrom('file_part').where('file', 'in', old),
    db.query.deleteFrom('file').where('created_at', '<', before).where('kept', '=', 0),
  ];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

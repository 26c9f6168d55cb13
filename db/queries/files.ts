import type { Db, Write } from '../database.ts';

/** D1 takes no row of 2 MB or more. */
const PART_BYTES = 1024 * 1024;

/** A file to be sent: stored in the list that decides the message. At most 1 MB. @param now instant in ms. */
export function storeFile(
  db: Db,
  file: { id: string; name: string; content: Uint8Array; now: number },
): Write {
  return db.query
    .insertInto('file')
    .values({ id: file.id, name: file.name, content: file.content, created_at: file.now });
}

/** A file of any size that is kept for good. @param now instant in ms. */
export function keepFile(
  db: Db,
  file: { id: string; name: string; content: Uint8Array; now: number },
): Write[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < file.content.length; at += PART_BYTES)
    parts.push(file.content.slice(at, at + PART_BYTES));
  const [first = new Uint8Array(), ...rest] = parts;
  return [
    db.query
      .insertInto('file')
      .values({ id: file.id, name: file.name, content: first, created_at: file.now, kept: 1 }),
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
    .select(['name', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const rest = await db.query
    .selectFrom('file_part')
    .select('content')
    .where('file', '=', id)
    .orderBy('no')
    .execute();
  return { name: row.name, content: joined([row, ...rest].map(({ content }) => content)) };
}

/** Removes files that were sent long ago, but for those that are kept. */
export function forgetFiles(db: Db, before: number): Write {
  return db.query.deleteFrom('file').where('created_at', '<', before).where('kept', '=', 0);
}

/** D1 gives blobs as lists of numbers. */
function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

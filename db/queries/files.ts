import type { Db, Write } from '../database.ts';

/** A file to be sent: stored in the list that decides the message. @param now instant in ms. */
export function storeFile(
  db: Db,
  file: { id: string; name: string; content: Uint8Array; now: number },
): Write {
  return db.query
    .insertInto('file')
    .values({ id: file.id, name: file.name, content: file.content, created_at: file.now });
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
  // D1 gives blobs as lists of numbers.
  return row && { name: row.name, content: Uint8Array.from(row.content) };
}

/** Removes files that were sent long ago. */
export function forgetFiles(db: Db, before: number): Write {
  return db.query.deleteFrom('file').where('created_at', '<', before);
}

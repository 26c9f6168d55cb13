import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';

const migration = (name: string) =>
  readFile(new URL(`../../db/migrations/${name}.sql`, import.meta.url), 'utf8');

it('what was published before there were revisions is the first one, unchanged', async () => {
  const db = new DatabaseSync(':memory:');
  db.exec(await migration('0008_ranking'));
  db.prepare('insert into ranking values (?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...['2026Q3', '{"a":1}', 'ab', 1, '试运行', 'oc_1', 'ou_1', 5],
  );
  db.exec(await migration('0019_ranking_revisions'));
  expect({ ...db.prepare('select * from ranking').get() }).toEqual({
    span: '2026Q3',
    revision: 1,
    content: '{"a":1}',
    hash: 'ab',
    rubric: 1,
    reason: '试运行',
    chat_id: 'oc_1',
    published_by: 'ou_1',
    published_at: 5,
  });
  expect(() => db.exec('insert into ranking select * from ranking')).toThrow(/UNIQUE/);
  db.close();
});

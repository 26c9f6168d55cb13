import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceOfPeriod } from '../../db/queries/evidence.ts';
import { forgetFiles, keepFile, storedFile, storeFile } from '../../db/queries/files.ts';
import type { OpenId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const LIAISON = 'liaison:财政局';
const MEGABYTE = 1024 * 1024;
/** Not to be packed any smaller, and no multiple of a part. */
const LARGE = new Uint8Array(randomBytes(5 * MEGABYTE + 77));

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [LIAISON]: 'finance' });
  const { db, notice } = cast.world.service.deps;
  await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: MORNING });
});
afterAll(() => cast.close());
const db = () => cast.world.service.deps.db;

it('5 MB go out as they were stored, whole', async () => {
  const { sandbox } = cast.world;
  const id = 'large';
  const message = {
    key: id,
    to: { person: cast.id(LIAISON) as OpenId },
    body: { type: 'file', fileId: id },
  } as const;
  await db().apply([
    ...storeFile(db(), { id, name: '大附件.zip', content: LARGE, now: MORNING }),
    ...outboxWrites(db(), message, MORNING),
  ]);
  await cast.tick();
  const sent = await cast.hears(LIAISON, '大附件.zip');
  const key = sent.body.type === 'file' ? sent.body.fileKey : '';
  expect(shaOf(sandbox.fileBytes(key) ?? new Uint8Array())).toBe(shaOf(LARGE));
});

it('5 MB come in as evidence, and what is over its limit is refused with it', async () => {
  const { sandbox } = cast.world;
  const pdf = (size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(LARGE.subarray(0, Math.min(size, LARGE.length)));
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
    return bytes;
  };
  const chat = sandbox.directChatId(cast.id(LIAISON));
  const person = sandbox.as(cast.id(LIAISON));
  person.attach(chat, { name: '台账.pdf', bytes: pdf(5 * MEGABYTE) });
  await cast.hears(LIAISON, '台账.pdf', '佐证');
  const [row] = await evidenceOfPeriod(db(), '');
  expect(row).toMatchObject({ size: 5 * MEGABYTE, sha256: shaOf(pdf(5 * MEGABYTE)) });
  person.attach(chat, { name: '太大.pdf', bytes: pdf(21 * MEGABYTE) });
  await cast.hears(LIAISON, '文件太大，没有收下：最大20 MB');
});

it('is forgotten with all its parts, but for what is kept', async () => {
  const kept = LARGE.slice(0, MEGABYTE + 1);
  await db().apply(keepFile(db(), { id: 'kept', name: '定稿.docx', content: kept, now: MORNING }));
  const parts = async () => (await db().query.selectFrom('file_part').select('file').execute()).length;
  expect(await parts()).toBe(6);
  await db().apply(forgetFiles(db(), MORNING + 1));
  expect(await storedFile(db(), 'large')).toBeUndefined();
  expect(shaOf((await storedFile(db(), 'kept'))?.content ?? new Uint8Array())).toBe(shaOf(kept));
  expect(await parts()).toBe(1);
});

it('a file that exactly fills its parts, and an empty one, come back as they were', async () => {
  for (const size of [0, MEGABYTE]) {
    const content = LARGE.slice(0, size);
    await db().apply(storeFile(db(), { id: `of ${size}`, name: 'n', content, now: 1 }));
    expect(shaOf((await storedFile(db(), `of ${size}`))?.content ?? new Uint8Array(1))).toBe(shaOf(content));
  }
});

function shaOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

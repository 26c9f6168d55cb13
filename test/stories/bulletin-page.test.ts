import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { cards, PHONE, type Stage, startStage } from '../support/browser.ts';

const DOCX = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(
    '<w:document><w:body><w:p><w:r><w:t>自己排的版</w:t></w:r></w:p></w:body></w:document>',
  ),
});
const OVER_5_MB = new Uint8Array(5 * 1024 * 1024 + 1);
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  stage.sandbox.clock.set(MORNING);
  const { db, notice } = stage.service.deps;
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-12-31', now: MORNING });
});
afterAll(() => stage.close());

it('the office uploads its own docx on a phone: refused files are named, the one taken is seen with its hash at once', async () => {
  const { sandbox } = stage;
  const office = sandbox.openIdOf('office-1');
  const { page, errors, close } = await stage.openAs('office-1', {
    width: PHONE,
    chatId: sandbox.directChatId(office),
  });
  const said = (words: string) => page.locator('.message').filter({ hasText: words }).last().waitFor();
  const upload = (name: string, bytes: Uint8Array) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  // The first visit's card comes before, so that nothing moves below the finger.
  await cards(page).filter({ hasText: '直接问我' }).waitFor();
  sandbox.as(office).direct('/通报 2026Q3');
  await said('2026Q3-通报附表.xlsx');
  await cards(page).getByRole('button', { name: '上传定稿' }).click();
  await cards(page).filter({ hasText: '等待定稿' }).waitFor();
  await upload('假的.docx', strToU8('PK'));
  await said('这个文件不是有效的 docx');
  await upload('太大.docx', OVER_5_MB);
  await said('文件太大，没有收下：最大5 MB');
  await upload('定稿.docx', DOCX);
  const taken = cards(page).filter({ hasText: createHash('sha256').update(DOCX).digest('hex') });
  await taken.waitFor();
  // All of it fits the screen: what was taken is read without scrolling.
  await expect.poll(async () => (await taken.boundingBox())?.y ?? 0).toBeGreaterThan(0);
  expect(await taken.innerText()).toContain('定稿.docx');
  expect(await taken.innerText()).not.toContain('修改所选');
  await taken.getByRole('button', { name: '送审', exact: true }).click();
  await taken.getByRole('button', { name: '批准', exact: true }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

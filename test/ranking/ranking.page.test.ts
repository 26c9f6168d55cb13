import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { instantOf } from '../../src/clock.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { cards, PHONE, type Stage, startStage } from '../support/browser.ts';
import { wordsOf } from '../support/world.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  const { sandbox, service } = stage;
  const { db, notice } = service.deps;
  sandbox.clock.set(MORNING);
  const submitted = (at: string) => ({ status: 'submitted' as const, submittedAt: instantOf(at, '09:00') });
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: { tax: submitted('2027-01-06'), finance: submitted('2027-01-11') },
  });
  await db.apply(
    bindChat(db, { chatId: sandbox.groupId('work'), groupNo: WORK_GROUP, by: 'test', now: MORNING }),
  );
});
afterAll(async () => {
  await stage.close();
});

describe('the office on a phone', () => {
  it('writes the reason, publishes, and the work group reads the ranking', async () => {
    const { sandbox } = stage;
    const office = sandbox.openIdOf('office-1');
    const chatId = sandbox.directChatId(office);
    sandbox.as(office).direct('/排名 2026Q4');
    await sandbox.waitFor(() => sandbox.messagesIn(chatId).find((one) => wordsOf(one).includes('排名预览')));
    const desk = await stage.openAs('office-1', { width: PHONE, chatId });
    const preview = cards(desk.page).filter({ hasText: '排名预览' });
    await preview.getByPlaceholder('发布理由（必填）').fill('领导小组会议已审议');
    await preview.evaluate((node) => node.scrollIntoView({ block: 'start' }));
    await desk.shoot('ranking-preview-390');
    await preview.getByRole('button', { name: '发布到工作群', exact: true }).click();
    await cards(desk.page).filter({ hasText: '排名已公布' }).getByText('领导小组会议已审议').waitFor();
    expect(desk.errors).toEqual([]);
    await desk.close();
    const group = await stage.openAs('office-1', { width: PHONE, chatId: sandbox.groupId('work') });
    const posted = cards(group.page).filter({ hasText: '数据指纹' });
    await posted.waitFor();
    const text = await posted.innerText();
    expect(text).toMatch(/1\s*税务局\s*\d+\.\d{2}/);
    expect(text).toContain('并列');
    await posted.evaluate((node) => node.scrollIntoView({ block: 'start' }));
    await group.shoot('ranking-390');
    await posted.getByRole('button', { name: '我的明细' }).scrollIntoViewIfNeeded();
    await posted.locator('canvas').first().waitFor();
    await group.shoot('ranking-bars-390');
    expect(group.errors).toEqual([]);
    await group.close();
  });
});

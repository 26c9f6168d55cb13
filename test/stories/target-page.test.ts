import { afterAll, beforeAll, expect, it } from 'vitest';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { cards, PHONE, type Stage, startStage } from '../support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  stage.sandbox.clock.set(MORNING);
  const { db, notice } = stage.service.deps;
  const filed = (value: string) => ({
    commerce: {
      status: 'accepted' as const,
      submittedAt: MORNING,
      items: { 'measure:5': { values: { 'm5-steps': value } } },
    },
  });
  const of = { dueOn: '2026-12-31', now: MORNING };
  await openFilled(db, notice.model, { ...of, period: '2026Q2', units: filed('3') });
  await openFilled(db, notice.model, { ...of, period: '2026Q3', units: filed('1') });
});
afterAll(() => stage.close());

it('the light of a target is a word in colour, and the line of its quarters is drawn on a phone', async () => {
  const { sandbox } = stage;
  const person = sandbox.openIdOf('stranger');
  const { page, errors, close } = await stage.openAs('stranger', {
    width: PHONE,
    chatId: sandbox.directChatId(person),
  });
  sandbox.as(person).direct('/措施 5');
  const card = cards(page).filter({ hasText: '绿灯 已达到' });
  await card.locator('canvas').first().waitFor();
  expect((await card.boundingBox())?.width).toBeLessThanOrEqual(PHONE);
  expect(errors).toEqual([]);
  await close();
});

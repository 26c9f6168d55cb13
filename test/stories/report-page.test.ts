import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { instantOf } from '../../src/clock.ts';
import { cards, PHONE, type Stage, startStage } from '../support/browser.ts';
import { wordsOf } from '../support/world.ts';

let stage: Stage;
const LIAISON = 'liaison:中裕燃气';
beforeAll(async () => {
  stage = await startStage();
  const { sandbox, service } = stage;
  sandbox.clock.set(instantOf('2026-11-25', '10:00'));
  await service.deps.db.apply([
    insertBinding(service.deps.db, {
      id: 'test',
      kind: 'unit',
      subject: 'gas',
      role: 'liaison',
      openId: sandbox.openIdOf(LIAISON),
      status: 'confirmed',
      by: 'test',
      now: 0,
    }),
  ]);
});
afterAll(async () => {
  await stage.close();
});

/** The newest card in the liaison's chat that says a word, for the hands that need no browser. */
function newest(word: string) {
  const { sandbox } = stage;
  const chat = sandbox.directChatId(sandbox.openIdOf(LIAISON));
  return sandbox.waitFor(() => sandbox.messagesIn(chat).findLast((one) => wordsOf(one).includes(word)));
}

describe('a liaison on a phone', () => {
  it('fills three items in, page by page, and gets a receipt', async () => {
    const { sandbox } = stage;
    sandbox.as(sandbox.openIdOf('office-1')).direct('/报送 开启 2026Q3 截止 12.3');
    const card = await newest('开始填报');
    const { page, errors, close } = await stage.openAs(LIAISON, { width: PHONE, chatId: card.chatId });
    const form = cards(page).filter({ hasText: '中裕燃气' }).first();
    const tap = (label: string) => form.getByRole('button', { name: label, exact: true }).click();
    await tap('开始填报');
    for (const [no, label] of [
      [1, '下一项'],
      [2, '下一项'],
      [3, '预览'],
    ] as const) {
      await form.getByText(`第 ${no}/3 项`).waitFor();
      await form.getByLabel('工作进展').fill(`第${no}项的进展`);
      await tap(label);
    }
    await form.getByText('共3项，都有内容').waitFor();
    expect(await form.innerText()).toContain('第2项的进展');
    await tap('提交');
    await form.getByText('回执号').waitFor();
    expect(await form.innerText()).toContain('2026Q3-035-1');
    expect(errors).toEqual([]);
    await close();
  });

  it('is done in three taps when nothing has changed', async () => {
    const { sandbox, service } = stage;
    sandbox.clock.set(instantOf('2026-12-24', '09:07'));
    await service.tick();
    const card = await newest('2026年第四季度');
    const { page, errors, close } = await stage.openAs(LIAISON, { width: PHONE, chatId: card.chatId });
    const form = cards(page).filter({ hasText: '2026年第四季度' }).first();
    let taps = 0;
    const tap = async (label: string) => {
      taps++;
      await form.getByRole('button', { name: label, exact: true }).click();
    };
    await tap('无变化沿用');
    await form.getByText('第3项的进展').waitFor();
    await tap('提交');
    await form.getByText('回执号').waitFor();
    expect(taps).toBeLessThanOrEqual(3);
    const sheet = await reportSheet(service.deps.db, { period: '2026Q4', unit: 'gas' });
    expect(sheet?.report).toMatchObject({ status: 'submitted', carried: 1 });
    expect(sheet?.items.map((item) => item.progress)).toEqual(['第1项的进展', '第2项的进展', '第3项的进展']);
    expect(errors).toEqual([]);
    await close();
  });
});

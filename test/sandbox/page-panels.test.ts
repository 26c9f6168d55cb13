import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, type Stage, startStage } from '../support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
});

describe('the panels', () => {
  it('move the clock and show what bot and platform say to each other', async () => {
    const { sandbox } = stage;
    const who = sandbox.openIdOf('office-1');
    const { page, errors, shoot, close } = await stage.openAs('office-1', {
      width: DESKTOP,
      chatId: sandbox.directChatId(who),
    });
    sandbox.as(who).direct('获得电力是谁分管');
    await page.getByRole('button', { name: '时光机', exact: true }).first().click();
    const before = sandbox.clock.now();
    await page.getByRole('button', { name: /下周一/ }).click();
    await sandbox.waitFor(() => sandbox.clock.now() > before + 1000 * 60 * 60);
    await shoot('time-machine-1280');
    await page.getByRole('button', { name: '平台', exact: true }).first().click();
    const panel = page.getByRole('complementary', { name: '平台' });
    await panel.getByText('im.message.receive_v1').first().click();
    await shoot('platform-1280');
    await panel.getByRole('tab', { name: '故障开关' }).click();
    await panel.getByRole('checkbox', { name: '重复推送' }).click();
    await sandbox.waitFor(() => sandbox.faults.all().join() === 'duplicate-delivery');
    await shoot('faults-1280');
    sandbox.faults.set([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('make one somebody else', async () => {
    const { page, errors, shoot, close } = await stage.openAs('office-1', { width: PHONE });
    await page.getByRole('button', { name: '我是谁' }).first().click();
    await shoot('people-390');
    await page.getByRole('button', { name: /沈若谷/ }).click();
    await page.getByText('财政局联络员（虚构演示）').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

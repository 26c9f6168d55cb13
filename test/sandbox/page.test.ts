import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cards,
  composer,
  DESKTOP,
  type OpenedPage,
  PHONE,
  type Stage,
  say,
  startStage,
} from '../support/browser.ts';

const SOON = { timeout: 8000 };

/** So long a person waits for the first answer at most. */
const FIRST_ANSWER_MS = 20_000;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
});

describe.each([PHONE, DESKTOP])('at %i pixels, a leader', (width) => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await stage.openAs('leader-head', { width });
  });
  afterAll(async () => {
    await opened.close();
  });

  it('finds his conversations, with what is unread in them', async () => {
    const { page, shoot } = opened;
    await page.getByRole('listitem').filter({ hasText: '营商环境工作群' }).waitFor();
    await shoot(`list-${width}`);
  });

  it('mentions the bot in the group and is answered there', async () => {
    const { page, shoot } = opened;
    await page.getByRole('listitem').filter({ hasText: '营商环境工作群' }).click();
    await composer(page).click();
    await page.keyboard.type('@营商');
    await page.getByRole('listbox').waitFor();
    await shoot(`mention-${width}`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('获得电力是谁分管');
    await page.keyboard.press('Enter');
    await cards(page).filter({ hasText: '申晓东' }).first().waitFor({ timeout: FIRST_ANSWER_MS });
    await shoot(`group-${width}`);
  });

  it('asks on, in the context of the question before', async () => {
    const { page } = opened;
    const before = await lastMessage(page);
    await say(page, '@营商环境助手 那缴纳税费呢');
    const answer = cards(page).filter({ hasText: '缴纳税费' }).last();
    await answer.waitFor({ timeout: FIRST_ANSWER_MS });
    expect(await lastMessage(page)).not.toBe(before);
  });

  it('opens a command from the panel and presses a button of its card', async () => {
    const { page, shoot } = opened;
    if (width === PHONE) await page.getByRole('button', { name: '返回会话列表' }).click();
    await page.getByRole('listitem').filter({ hasText: '机器人' }).click();
    await composer(page).fill('/');
    await page.getByRole('option', { name: /^\/小组/ }).waitFor();
    await shoot(`commands-${width}`);
    await page.getByRole('option', { name: /^\/小组/ }).click();
    expect(await composer(page).inputValue()).toBe('/小组 ');
    await composer(page).press('End');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const sheet = cards(page).filter({ hasText: '有什么目标' }).last();
    await sheet.waitFor();
    await shoot(`card-${width}`);
    const before = await lastMessage(page);
    await sheet.getByRole('button', { name: '有什么目标' }).click();
    await page.locator('.toast').filter({ hasText: '已回答' }).waitFor();
    await expect.poll(() => lastMessage(page), SOON).not.toBe(before);
    await shoot(`answered-${width}`);
  });

  it('and the console has nothing to complain of', () => {
    expect(opened.errors).toEqual([]);
  });
});

describe('a page that was just opened', () => {
  it('shows the first answer without a second try', async () => {
    const { sandbox } = stage;
    const who = sandbox.openIdOf('leader-power');
    const { page, errors, close } = await stage.openAs('leader-power', {
      width: PHONE,
      chatId: sandbox.directChatId(who),
    });
    await say(page, '跨境贸易是谁分包');
    await cards(page).filter({ hasText: '高鸿' }).first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

/** message_id of the newest message that is drawn. */
function lastMessage(page: Page): Promise<string | null> {
  return page.locator('[data-message]').last().getAttribute('data-message');
}

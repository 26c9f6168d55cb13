import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, composer, DESKTOP, PHONE, type Stage, say, startStage } from '../support/browser.ts';
import { Caller } from './support.ts';

const MANY = 5000;
const RICH_TEXT = {
  title: '第四季度报送安排',
  content: [
    [
      { tag: 'text', text: '请各单位查看 ' },
      { tag: 'a', text: '填报说明', href: 'https://example.com/help' },
    ],
    [{ tag: 'md', text: '**两件事**\n- 报送进展\n- 核对指标' }],
  ],
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
});

describe('what somebody types', () => {
  it('is text and never markup', async () => {
    const { sandbox } = stage;
    const chatId = sandbox.groupId('power');
    const typed = '<img src=x onerror="document.title=1"><b>粗</b> [x](javascript:alert(1)) <at id=all></at>';
    const { page, errors, close } = await stage.openAs('leader-power', { width: PHONE, chatId });
    await say(page, typed);
    const bubble = page.locator('.bubble').filter({ hasText: '<b>粗</b>' }).last();
    await bubble.waitFor();
    expect(await bubble.innerText()).toContain(typed);
    expect(await bubble.locator('img, b, a').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('is sent by Enter, broken by Shift+Enter, and left alone while an input method composes', async () => {
    const { sandbox } = stage;
    const { page, close } = await stage.openAs('leader-power', {
      width: DESKTOP,
      chatId: sandbox.groupId('power'),
    });
    await composer(page).click();
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await composer(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
    expect(await composer(page).inputValue()).toBe('第一行\n第二行');
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('');
    await page.locator('.bubble').filter({ hasText: '第一行' }).last().waitFor();
    await close();
  });

  it('belongs to the person and chat it was typed for', async () => {
    const { sandbox } = stage;
    const { page, close } = await stage.openAs('office-1', {
      width: DESKTOP,
      chatId: sandbox.groupId('power'),
    });
    await composer(page).fill('还没写完');
    await page.getByRole('listitem').filter({ hasText: '营商环境工作群' }).click();
    expect(await composer(page).inputValue()).toBe('');
    await page.getByRole('listitem').filter({ hasText: '获得电力专项工作小组群' }).click();
    expect(await composer(page).inputValue()).toBe('还没写完');
    await close();
  });
});

describe('a conversation', () => {
  it('counts what is unread until it is read', async () => {
    const { sandbox } = stage;
    const chatId = sandbox.groupId('work');
    const { page, errors, shoot, close } = await stage.openAs('office-2', { width: PHONE });
    const row = page.getByRole('listitem').filter({ hasText: '营商环境工作群' });
    await row.waitFor();
    sandbox.as(sandbox.openIdOf('office-1')).say(chatId, '请各单位看一下');
    await row.locator('.badge').filter({ hasText: '1' }).waitFor();
    await row.click();
    await page.getByRole('button', { name: '返回会话列表' }).click();
    await expect.poll(() => row.locator('.badge').count(), { timeout: 8000 }).toBe(0);
    await shoot('read-390');
    expect(errors).toEqual([]);
    await close();
  });

  it('carries files both ways', async () => {
    const { sandbox } = stage;
    const who = sandbox.openIdOf('office-1');
    const chatId = sandbox.groupId('power');
    const { page, errors, shoot, close } = await stage.openAs('office-1', { width: PHONE, chatId });
    const file = {
      name: '台账.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 x'),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await sandbox.waitFor(() =>
      sandbox.messagesIn(chatId).find((message) => message.from === who && message.body.type === 'file'),
    );
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /台账\.xlsx/ }).click();
    expect((await download).suggestedFilename()).toBe('台账.xlsx');
    await shoot('file-390');
    expect(errors).toEqual([]);
    await close();
  });

  it('takes a reaction, and a reply that quotes what it answers', async () => {
    const { sandbox } = stage;
    const chatId = sandbox.groupId('power');
    const said = sandbox.as(sandbox.openIdOf('office-1')).say(chatId, '下周一开会，请回复');
    const { page, errors, close } = await stage.openAs('leader-power', { width: DESKTOP, chatId });
    const message = page.locator(`[data-message="${said.messageId}"]`);
    await message.locator('.bubble').hover();
    await message.getByRole('button', { name: '表情回复' }).click();
    await page.getByRole('button', { name: '赞' }).click();
    await sandbox.waitFor(() =>
      sandbox.messagesIn(chatId).some((each) => each.reactions.some(({ emoji }) => emoji === 'THUMBSUP')),
    );
    await message.locator('.bubble').hover();
    await message.getByRole('button', { name: '回复', exact: true }).click();
    await say(page, '收到');
    const answer = await sandbox.waitFor(() =>
      sandbox.messagesIn(chatId).find((each) => each.replyTo === said.messageId),
    );
    await page.locator(`[data-message="${answer.messageId}"]`).getByText('下周一开会').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('shows what the bot marks as urgent, what it takes back, and its rich text', async () => {
    const { sandbox } = stage;
    const who = sandbox.openIdOf('leader-power');
    const chatId = sandbox.directChatId(who);
    const { page, errors, shoot, close } = await stage.openAs('leader-power', { width: PHONE, chatId });
    await cards(page).first().waitFor();
    const bot = new Caller(sandbox);
    await bot.login();
    const urgent = await bot.send(chatId, 'text', { text: '今天 18:00 截止' });
    await bot.call('PATCH', `im/v1/messages/${urgent.data['message_id']}/urgent_app?user_id_type=open_id`, {
      user_id_list: [who],
    });
    const wrong = await bot.send(chatId, 'text', { text: '发错了' });
    await bot.call('DELETE', `im/v1/messages/${wrong.data['message_id']}`);
    await bot.send(chatId, 'post', { zh_cn: RICH_TEXT });
    await page.locator('.message').filter({ hasText: '今天 18:00 截止' }).getByText('加急').waitFor();
    await page.getByText('营商环境助手撤回了一条消息').waitFor();
    expect(await said(page, '发错了').count()).toBe(0);
    await page.locator('.post').getByText('第四季度报送安排').waitFor();
    await page.locator('.post .md strong').filter({ hasText: '两件事' }).waitFor();
    await shoot('marks-390');
    expect(errors).toEqual([]);
    await close();
  });

  it(`scrolls through ${MANY} messages up to the first one`, async () => {
    const { sandbox } = stage;
    const actor = sandbox.as(sandbox.openIdOf('office-1'));
    const chatId = actor.makeGroup('往来很多的群', [sandbox.openIdOf('office-2')]);
    for (let n = 1; n <= MANY; n += 1)
      actor.say(chatId, `第 ${n} 条：${'关于营商环境的一句话。'.repeat(n % 5)}`);
    const { page, errors, close } = await stage.openAs('office-2', { width: PHONE, chatId });
    await said(page, `第 ${MANY} 条：`).waitFor();
    await scrollToTop(page);
    await said(page, '第 1 条：').waitFor();
    expect(await page.locator('[data-message]').count()).toBeLessThan(200);
    await page.getByRole('button', { name: '回到最新消息' }).click();
    await said(page, `第 ${MANY} 条：`).waitFor();
    expect(errors).toEqual([]);
    await close();
  }, 240_000);
});

interface Drawing {
  requestAnimationFrame(callback: () => void): void;
}

/** A message with some words, as it is drawn. */
function said(page: Page, words: string): Locator {
  return page.locator('[data-message] .rich-text').filter({ hasText: words });
}

/** Scrolls up until nothing older comes. */
function scrollToTop(page: Page): Promise<void> {
  return page.getByRole('log').evaluate(async (log) => {
    const { requestAnimationFrame: nextFrame } = globalThis as unknown as Drawing;
    for (let still = 0; still < 60; still = log.scrollTop <= 0 ? still + 1 : 0) {
      log.scrollTop -= 2500;
      await new Promise<void>((resolve) => nextFrame(() => resolve()));
    }
  });
}

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { DESKTOP, launchBrowser, type OpenedPage, openPage, PHONE } from '../support/browser.ts';
import { displayCard, formCard, picture, usableCard } from './gallery-cards.ts';
import { type Caller, type RecordingBot, startRecorded } from './support.ts';

let sandbox: Sandbox;
let bot: RecordingBot;
let api: Caller;
let browser: Browser;
let me: string;
let chatId: string;
let openIds: string[];

beforeAll(async () => {
  ({ sandbox, bot, api } = await startRecorded());
  bot.answers = () => Response.json({ toast: { type: 'success', content: '已收到' } });
  browser = await launchBrowser();
  me = sandbox.openIdOf('leader-power');
  chatId = sandbox.directChatId(me);
  openIds = [me, sandbox.openIdOf('office-1'), sandbox.openIdOf('liaison:财政局')];
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

function open(width: number, height?: number): Promise<OpenedPage> {
  const place = new URLSearchParams({ as: me, chat: chatId });
  return openPage(browser, `${sandbox.url}/#${place}`, {
    width,
    ...(height === undefined ? {} : { height }),
  });
}

async function sent(card: object): Promise<string> {
  const answer = await api.send(chatId, 'interactive', card);
  expect(answer.msg).toBe('success');
  return String(answer.data['message_id']);
}

const cardOf = (opened: OpenedPage, messageId: string): Locator =>
  opened.page.locator(`[data-message="${messageId}"] .card`);

/** The last click, as the bot got it. */
function clicked(): Record<string, unknown> {
  const last = bot.got.filter((got) => got.envelope.header['event_type'] === 'card.action.trigger').at(-1);
  return (last?.envelope.event['action'] ?? {}) as Record<string, unknown>;
}

async function afterClick(opened: OpenedPage, act: () => Promise<unknown>): Promise<Record<string, unknown>> {
  const before = bot.got.length;
  await act();
  await expect.poll(() => bot.got.length).toBeGreaterThan(before);
  await opened.page.locator('.toast').last().waitFor();
  return clicked();
}

async function uploadedPicture(): Promise<string> {
  const form = new FormData();
  form.set('image_type', 'message');
  form.set('image', new Blob([picture()], { type: 'image/png' }), 'a.png');
  const answer = await api.call('POST', 'im/v1/images', form);
  return String(answer.data['image_key']);
}

describe.each([PHONE, DESKTOP])('at %i pixels, a card', (width) => {
  it('shows every component, and nothing in it becomes markup', async () => {
    const opened = await open(width, 3000);
    const id = await sent(displayCard({ openIds, imageKey: await uploadedPicture() }));
    const card = cardOf(opened, id);
    await card.locator('.chart canvas').waitFor();
    expect(await card.locator('.unknown, .broken').count()).toBe(0);
    expect(await card.innerText()).toContain('<at id=all></at> <b> 1 < 2 <未知标签>');
    expect(await card.innerText()).toContain('**原样**');
    expect(await card.locator('b b, script').count()).toBe(0);
    expect(await card.getByRole('link').allInnerTexts()).toEqual(['链接']);
    expect(await card.innerText()).toContain('2026-12-28');
    await card.getByRole('button', { name: '还没报的单位' }).click();
    await card.getByText('财政局、税务局、城管局').waitFor();
    const overflow = await card.evaluate((node) => node.scrollWidth - node.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await opened.shoot(`gallery-${width}`);
    expect(opened.errors).toEqual([]);
    await opened.close();
  });

  it('leafs through its tables', async () => {
    const opened = await open(width);
    const id = await sent(displayCard({ openIds, imageKey: await uploadedPicture() }));
    const [markdown, table] = [0, 1].map((n) => cardOf(opened, id).locator('.card-table').nth(n));
    await markdown?.getByRole('button', { name: '下一页' }).click();
    await markdown?.getByText('审计局').waitFor();
    await table?.getByRole('button', { name: '下一页' }).click();
    expect(await table?.locator('tbody tr').count()).toBe(1);
    await table?.getByText('93.50').waitFor();
    await opened.close();
  });

  it('sends what its components say, as the platform does', async () => {
    const opened = await open(width, 1400);
    const { page } = opened;
    const card = cardOf(opened, await sent(usableCard()));
    await card.waitFor();
    await opened.shoot(`usable-${width}`);
    const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
    const zone = { timezone: 'Asia/Shanghai' };

    expect(await afterClick(opened, () => press('primary'))).toEqual({
      tag: 'button',
      value: { type: 'primary' },
      ...zone,
    });
    await press('需要确认');
    await page.getByRole('alertdialog').getByText('发布后不能撤回').waitFor();
    await opened.shoot(`confirm-${width}`);
    await page.getByRole('button', { name: '取消' }).click();
    await press('需要确认');
    expect(await afterClick(opened, () => page.getByRole('button', { name: '确定' }).click())).toMatchObject({
      value: { confirmed: true },
    });

    const before = bot.got.length;
    await card.getByText('不可用').click({ force: true });
    await page.locator('.toast').filter({ hasText: '还没到时间' }).waitFor();
    expect(bot.got.length).toBe(before);

    await press('更多');
    expect(await afterClick(opened, () => page.getByRole('menuitem', { name: '撤回' }).click())).toEqual({
      tag: 'overflow',
      option: 'recall',
      value: { menu: 1 },
      ...zone,
    });
    await card.getByRole('combobox').click();
    expect(await afterClick(opened, () => page.getByRole('option', { name: '税务局' }).click())).toEqual({
      tag: 'select_static',
      option: 'sw',
      value: { select: 1 },
      ...zone,
    });
    await press('选一天');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^\d{4}-\d{2}-15$/ })
      .first()
      .waitFor();
    await opened.shoot(`calendar-${width}`);
    const picked = await afterClick(opened, () =>
      page
        .getByRole('button', { name: /^\d{4}-\d{2}-15$/ })
        .first()
        .click(),
    );
    expect(picked).toMatchObject({
      tag: 'date_picker',
      option: expect.stringMatching(/^\d{4}-\d{2}-15 \+0800$/),
    });
    await card.getByRole('textbox').fill('三条意见');
    expect(await afterClick(opened, () => card.getByRole('textbox').press('Enter'))).toEqual({
      tag: 'input',
      input_value: '三条意见',
      value: { input: 1 },
      ...zone,
    });
    expect(await afterClick(opened, () => card.getByRole('checkbox').click())).toEqual({
      tag: 'checker',
      checked: true,
      value: { check: 1 },
      ...zone,
    });
    expect(await afterClick(opened, () => card.getByText('点我看明细').click())).toEqual({
      tag: 'interactive_container',
      value: { box: 1 },
      ...zone,
    });
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
});

describe('a form', () => {
  it('checks its required fields before anything is sent, then sends exactly what was filled in', async () => {
    const opened = await open(PHONE, 1300);
    const { page } = opened;
    const card = cardOf(opened, await sent(formCard({ openIds })));
    await card.waitFor();
    await opened.shoot('form-empty-390');
    const before = bot.got.length;
    await card.getByRole('button', { name: '提交' }).click();
    expect(await card.getByText('此项为必填项').count()).toBe(3);
    await opened.shoot('form-required-390');
    expect(bot.got.length).toBe(before);

    await card.getByLabel('进展情况').fill('完成 3 项 <b>改革</b>');
    await card.getByText('16/500').waitFor();
    await choose(opened, card, '评定等次', ['良']);
    await choose(opened, card, '标签（可多选）', ['创新', '需协调']);
    await choose(opened, card, '责任人', ['周敬言']);
    await choose(opened, card, '抄送', ['周敬言', '沈若谷']);
    await card.getByRole('button', { name: '完成日期' }).click();
    await page.getByRole('button', { name: /-15$/ }).first().click();
    await card.getByRole('button', { name: '会议时间' }).click();
    await page.getByRole('button', { name: /-16$/ }).first().click();
    await page.getByRole('listbox', { name: '时' }).getByRole('option', { name: '14' }).click();
    await opened.shoot('datetime-390');
    await page.getByRole('button', { name: '确定' }).click();
    await card.getByRole('checkbox').click();
    await opened.shoot('form-filled-390');
    expect(await afterClick(opened, () => card.getByRole('button', { name: '提交' }).click())).toEqual({
      tag: 'button',
      name: 'go',
      value: { action: 'report', item: 7 },
      timezone: 'Asia/Shanghai',
      form_value: {
        progress: '完成 3 项 <b>改革</b>',
        grade: 'b',
        tags: ['x', 'z'],
        owner: openIds[1],
        copied: [openIds[1], openIds[2]],
        day: expect.stringMatching(/^\d{4}-\d{2}-15 \+0800$/),
        time: '09:30 +0800',
        at: expect.stringMatching(/^\d{4}-\d{2}-16 14:00 \+0800$/),
        coordinate: true,
      },
    });
    expect(opened.errors).toEqual([]);
    await opened.close();
  });

  it('keeps what was typed while its card changes, unless the new card brings another default', async () => {
    const opened = await open(PHONE, 1300);
    const id = await sent(formCard({ openIds, note: '旧备注' }));
    const card = cardOf(opened, id);
    const progress = card.getByLabel('进展情况');
    await progress.fill('写到一半');
    await card.getByLabel('备注').fill('改过的备注');
    await patched(id, formCard({ openIds, note: '旧备注', title: '季度报送（已更新）' }));
    await card.getByText('季度报送（已更新）').waitFor();
    expect(await progress.inputValue()).toBe('写到一半');
    expect(await card.getByLabel('备注').inputValue()).toBe('改过的备注');
    await patched(id, formCard({ openIds, note: '别人的备注', title: '再次更新' }));
    await card.getByText('再次更新').waitFor();
    expect(await progress.inputValue()).toBe('写到一半');
    expect(await card.getByLabel('备注').inputValue()).toBe('别人的备注');
    await opened.close();
  });

  it('keeps what was typed when it is scrolled away and comes back', async () => {
    const opened = await open(PHONE);
    const card = cardOf(opened, await sent(formCard({ openIds })));
    await card.getByLabel('进展情况').fill('滚走也不丢');
    for (let n = 0; n < 80; n += 1) sandbox.as(me).direct(`第 ${n} 条`);
    const log = opened.page.getByRole('log');
    await log.getByText('第 79 条').waitFor();
    await log.evaluate((node) => {
      node.scrollTop = node.scrollHeight;
    });
    await expect.poll(() => card.count()).toBe(0);
    await expect
      .poll(async () => {
        await log.evaluate((node) => {
          node.scrollTop -= 1500;
        });
        return card.count();
      })
      .toBe(1);
    expect(await card.getByLabel('进展情况').inputValue()).toBe('滚走也不丢');
    await opened.close();
  });

  it('starts anew with the card that follows a sending, and keeps the text of one that was refused', async () => {
    const opened = await open(PHONE, 1300);
    const { page } = opened;
    const id = await sent(formCard({ openIds, title: '第一项' }));
    const card = cardOf(opened, id);
    const progress = card.getByLabel('进展情况');
    await progress.fill('第一项的进展');
    await choose(opened, card, '评定等次', ['优']);
    await card.getByRole('button', { name: '完成日期' }).click();
    await page.getByRole('button', { name: /-15$/ }).first().click();

    bot.answers = () => Response.json({ toast: { type: 'error', content: '不能提交' } });
    await afterClick(opened, () => card.getByRole('button', { name: '提交' }).click());
    await patched(id, formCard({ openIds, title: '请改正' }));
    await card.getByText('请改正').waitFor();
    expect(await progress.inputValue()).toBe('第一项的进展');

    bot.answers = () => Response.json({ toast: { type: 'success', content: '已保存' } });
    await afterClick(opened, () => card.getByRole('button', { name: '提交' }).click());
    await page.locator('.toast').filter({ hasText: '已保存' }).waitFor();
    await patched(id, formCard({ openIds, title: '第二项' }));
    await card.getByText('第二项').waitFor();
    expect(await progress.inputValue()).toBe('');
    await opened.close();
  });
});

describe('the time machine', () => {
  it('goes to any instant', async () => {
    const opened = await open(PHONE);
    const { page } = opened;
    await page.getByRole('button', { name: '时光机', exact: true }).first().click();
    await page.getByRole('button', { name: '任意时刻' }).click();
    await page.getByRole('button', { name: '下一月' }).click();
    await page.getByRole('button', { name: /-18$/ }).first().click();
    await page.getByRole('listbox', { name: '时' }).getByRole('option', { name: '08' }).click();
    await page.getByRole('listbox', { name: '分' }).getByRole('option', { name: '30' }).click();
    await opened.shoot('any-instant-390');
    await page.getByRole('button', { name: '确定' }).click();
    const local = () => new Date(sandbox.clock.now() + 8 * 60 * 60 * 1000).toISOString();
    await expect.poll(local).toMatch(/-18T08:30/);
    await page.getByText(/比真实时间快/).waitFor();
    await opened.shoot('time-machine-390');
    sandbox.clock.set(Date.now());
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
});

describe('a card', () => {
  it('that is older than 14 days cannot be used and says so', async () => {
    // Tried again, the clock is where the first try left it.
    await api.login();
    const opened = await open(PHONE);
    const card = cardOf(opened, await sent(formCard({ openIds })));
    await card.waitFor();
    const before = bot.got.length;
    sandbox.clock.set(sandbox.clock.now() + 15 * 24 * 60 * 60 * 1000);
    await card.getByText('卡片已过期').waitFor();
    await expect.poll(() => card.getByLabel('备注').isDisabled()).toBe(true);
    await card.getByRole('button', { name: '提交' }).click({ force: true });
    await opened.page.locator('.toast').filter({ hasText: '已过期' }).waitFor();
    expect(bot.got.length).toBe(before);
    await opened.shoot('expired-390');
    await opened.close();
  });

  it('with a component that the page does not know shows a red box with its name', async () => {
    await api.login();
    const opened = await open(PHONE);
    await opened.page.route('**/chats/*/messages?*', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      await route.fulfill({ response: answer, body: text.replaceAll('"tag":"hr"', '"tag":"hologram"') });
    });
    await sent(displayCard({ openIds, imageKey: await uploadedPicture() }));
    await opened.page.reload();
    await opened.page.getByText('未知组件：hologram').first().waitFor();
    await opened.close();
  });
});

async function patched(messageId: string, card: object): Promise<void> {
  const answer = await api.call('PATCH', `im/v1/messages/${messageId}`, { content: JSON.stringify(card) });
  expect(answer.code).toBe(0);
}

/** Chooses in a select of a card; with several choices, or one that takes several, its button closes it. */
async function choose(opened: OpenedPage, card: Locator, field: string, names: string[]): Promise<void> {
  const { page } = opened;
  await card.getByRole('combobox', { name: field }).click();
  for (const name of names) await page.getByRole('option', { name }).click();
  const done = page.getByRole('dialog').getByRole('button', { name: '确定' });
  if (await done.count()) await done.click();
}

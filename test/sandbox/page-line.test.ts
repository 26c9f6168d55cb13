import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let line: Line;
beforeAll(async () => {
  world = await startWorld();
  line = await layLine(Number(new URL(world.sandbox.url).port));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await line.cut();
  await world.close();
});

describe('a lost connection', () => {
  it('is said, keeps what was typed, comes back by itself and catches up', async () => {
    const { sandbox } = world;
    const chatId = sandbox.groupId('power');
    const place = new URLSearchParams({ as: sandbox.openIdOf('leader-power'), chat: chatId });
    const { page, shoot, close } = await openPage(browser, `${line.url}/#${place}`, { width: 390 });
    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.fill('写到一半的话');

    await line.cut();
    const bar = page.getByRole('alert').filter({ hasText: '连接已断开' });
    await bar.waitFor();
    sandbox.as(sandbox.openIdOf('office-1')).say(chatId, '断线时说的话');
    await shoot('line-lost-390');
    expect(await box.inputValue()).toBe('写到一半的话');

    await line.restore();
    await bar.waitFor({ state: 'detached' });
    await page.locator('[data-message]').filter({ hasText: '断线时说的话' }).waitFor();
    expect(await box.inputValue()).toBe('写到一半的话');
    await box.press('Enter');
    await sandbox.waitFor(() =>
      sandbox.messagesIn(chatId).some((message) => JSON.stringify(message.body).includes('写到一半的话')),
    );
    await close();
  });

  it('keeps a message that did not arrive, with a way to send it again', async () => {
    const { sandbox } = world;
    const chatId = sandbox.groupId('power');
    const place = new URLSearchParams({ as: sandbox.openIdOf('leader-power'), chat: chatId });
    const { page, shoot, close } = await openPage(browser, `${line.url}/#${place}`, { width: 1280 });
    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.waitFor();
    await line.cut();
    await page.getByRole('alert').filter({ hasText: '连接已断开' }).waitFor();
    await box.fill('断线时发的话');
    await box.press('Enter');
    await shoot('not-sent-1280');
    await line.restore();
    await page.getByRole('alert').filter({ hasText: '连接已断开' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /重新发送|重发/ }).click();
    await sandbox.waitFor(() =>
      sandbox.messagesIn(chatId).some((message) => JSON.stringify(message.body).includes('断线时发的话')),
    );
    await close();
  });
});

interface Line {
  url: string;
  /** Ends every connection; nobody answers any more. */
  cut(): Promise<void>;
  restore(): Promise<void>;
}

/** A way to the sandbox that can be cut, on a port of its own. */
async function layLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    restore: () => listen(port),
  };
}

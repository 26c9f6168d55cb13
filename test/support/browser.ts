import { mkdir } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { COMMANDS } from '../../commands/index.ts';
import { loggerOf } from '../../src/logger.ts';
import { reconcileCommands } from '../../src/native-commands.ts';
import { startWorld, type World } from './world.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];
/** Below this many CSS pixels the window is a phone's: touch, and twice the pixels. */
const PHONE_BELOW = 600;
/** What people look at the page with. */
export const PHONE = 390;
export const DESKTOP = 1280;
/** So long a test waits for what should be there in a moment. */
const PATIENCE_MS = 20_000;
const SCREENSHOTS = new URL('../../screenshots/', import.meta.url);

/** A page of the real browser, and what it complained of. */
export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** What the console called an error, and what was thrown and caught by nobody. */
  errors: string[];
  /** Writes `screenshots/<name>.png`, which git does not keep. */
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Debian's Chromium; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Opens an address in a window of its own, 390 CSS pixels wide for a phone, 1280 for a desktop. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, height = width < PHONE_BELOW ? 844 : 800 }: { width: number; height?: number },
): Promise<OpenedPage> {
  const isPhone = width < PHONE_BELOW;
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: isPhone ? 2 : 1,
    locale: 'zh-CN',
    // Another zone than the story's, so that a page that forgets the zone is found out.
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  await page.goto(url);
  return {
    page,
    context,
    errors,
    shoot: (name) => shoot(page, name),
    close: () => context.close(),
  };
}

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  // What slides in is shown where it ends.
  await page.screenshot({ path: new URL(`${name}.png`, SCREENSHOTS).pathname, animations: 'disabled' });
}

/** The bot, the platform and a browser: everything that a story of the chat page needs. */
export interface Stage extends World {
  browser: Browser;
  /** Opens the page as somebody of the story, in the list or in a chat. */
  openAs(who: string, of: { width: number; chatId?: string }): Promise<OpenedPage>;
}

/** Starts all of it, with the bot's commands registered. */
export async function startStage(): Promise<Stage> {
  const world = await startWorld();
  await reconcileCommands(world.service.deps.gateway, COMMANDS, loggerOf('lark'));
  const browser = await launchBrowser();
  return {
    ...world,
    browser,
    openAs(who, { width, chatId }) {
      const { sandbox } = world;
      const place = new URLSearchParams({ as: sandbox.openIdOf(who), ...(chatId && { chat: chatId }) });
      return openPage(browser, `${sandbox.url}/#${place}`, { width });
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

/** The box that messages are written in. */
export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: '输入消息' });
}

/** The cards among the messages, as far as they are drawn. */
export function cards(page: Page): Locator {
  return page.locator('.message .card');
}

/** Types into the box and sends. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

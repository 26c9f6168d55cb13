import { mkdir } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

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
];
/** Below this many CSS pixels the window is a phone's: touch, and twice the pixels. */
const PHONE_BELOW = 600;
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
  await page.screenshot({ path: new URL(`${name}.png`, SCREENSHOTS).pathname });
}

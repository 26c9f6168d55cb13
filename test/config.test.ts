import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const WHOLE = {
  LARK_APP_ID: 'cli_0123456789abcdef',
  LARK_APP_SECRET: 's',
  LARK_ENCRYPT_KEY: 'k',
  LARK_VERIFICATION_TOKEN: 't',
};

describe('settings', () => {
  it('without any LARK_ variable offer the sandbox', () => {
    expect(readConfig({})).toMatchObject({
      lark: undefined,
      port: 3000,
      databasePath: './data/yingshang.sqlite',
    });
    expect(readConfig({ LARK_APP_ID: '' }).lark).toBeUndefined();
  });

  it('take the whole set', () => {
    const config = readConfig({
      ...WHOLE,
      OFFICE_OPEN_IDS: 'ou_1, ou_2，ou_3',
      LARK_DOMAIN: 'http://127.0.0.1:9/',
    });
    expect(config.officeOpenIds).toEqual(['ou_1', 'ou_2', 'ou_3']);
    expect(config.lark).toMatchObject({ domain: 'http://127.0.0.1:9', transport: 'webhook' });
  });

  it('say whether one person of a group may be shown something there; they do unless it is switched off', () => {
    expect(readConfig(WHOLE).lark?.isEphemeralOff).toBe(false);
    expect(readConfig({ ...WHOLE, LARK_EPHEMERAL: 'off' }).lark?.isEphemeralOff).toBe(true);
  });

  it.each(Object.keys(WHOLE))('without %s refuse to start, and name it', (name) => {
    expect(() => readConfig({ ...WHOLE, [name]: undefined })).toThrow(name);
  });

  it('need no keys of the webhook over the long connection', () => {
    const { LARK_APP_ID, LARK_APP_SECRET } = WHOLE;
    expect(readConfig({ LARK_APP_ID, LARK_APP_SECRET, LARK_TRANSPORT: 'websocket' }).lark?.transport).toBe(
      'websocket',
    );
  });

  it.each([
    ['PORT', 'eighty'],
    ['LARK_TRANSPORT', 'pigeon'],
    ['LARK_DOMAIN', 'feishu'],
    ['LARK_EPHEMERAL', 'no'],
    ['PUBLIC_URL', 'ftp://x'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s, and name it', (name, value) => {
    expect(() => readConfig({ ...WHOLE, [name]: value })).toThrow(name);
  });
});

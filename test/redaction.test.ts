import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configureLogging, loggerOf } from '../src/logger.ts';

const SECRET = 'kJ8x-app-secret-of-the-console';
const TOKEN = 't-g1044ghJRUIJJ5ELPVPSK3QYVUBS5NZ6JZ4IBSJZ';
const PHONE = '13812345678';
const BODY = '某企业反映开办登记仍需跑三次';

let written: string[];
beforeEach(async () => {
  written = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line));
  await configureLogging('debug', [SECRET]);
});
afterEach(() => vi.restoreAllMocks());

const logged = () => written.join('');
const log = () => loggerOf('test');

describe('a log line', () => {
  it.each<[string, () => void, string]>([
    ['the app secret in a text', () => log().error(`refused for ${SECRET}`), SECRET],
    ['the app secret in a value', () => log().error('{says}', { says: `with ${SECRET}!` }), SECRET],
    ['an unknown secret by its name', () => log().info('x', { app_secret: 'other' }), 'other'],
    ['the same, put into the text', () => log().info('is {app_secret}', { app_secret: 'other' }), 'other'],
    ['a secret in an address', () => log().info('GET /x?app_secret=other&a=1'), 'other'],
    ['a secret in JSON', () => log().info('{says}', { says: '{"app_secret":"other"}' }), 'other'],
    ['a token', () => log().info('{says}', { says: `got ${TOKEN}` }), TOKEN],
    ['a bearer', () => log().info('x', { headers: [['a', 'Bearer abc.def']] }), 'abc.def'],
    ['a token by its name, deep', () => log().info('x', { a: [{ tenant_access_token: 'abc' }] }), '"abc"'],
    ['a phone number', () => log().info('{says}', { says: `拨 ${PHONE}。` }), PHONE],
    ['a phone number with spaces', () => log().info('x', { a: '+86 138 1234 5678' }), '1234'],
    ['a phone number as a number', () => log().info('of {who}', { who: Number(PHONE) }), PHONE],
    ['a phone number in a key', () => log().info('x', { a: { [PHONE]: 1 } }), PHONE],
    ['a phone number in an error', () => log().error('x', { error: new Error(PHONE) }), PHONE],
    ['a message body by its name', () => log().info('{text}', { text: BODY }), BODY],
    ['a message body deep', () => log().info('x', { event: { message: { content: BODY } } }), BODY],
    [
      'a message body in JSON in JSON',
      () => log().info('{says}', { says: JSON.stringify({ content: JSON.stringify({ text: BODY }) }) }),
      BODY,
    ],
    ['bytes of a file', () => log().info('x', { file: new TextEncoder().encode('abc') }), '97'],
  ])('hides %s', (_, write, planted) => {
    write();
    expect(written).toHaveLength(1);
    expect(logged()).not.toContain(planted);
    expect(() => JSON.parse(logged())).not.toThrow();
  });

  it('keeps ids, keys, codes, counts and times', () => {
    const facts = {
      key: 'remind:2026Q4:T-3:ou_7d8a6e6df7621556ce0d21922b676706',
      messageId: 'om_dc13264520392913993dd051dba21dcf',
      says: 'LarkApiError: POST /open-apis/im/v1/messages: 230013 Bot has NO availability to this user (HTTP 400)',
      at: 1_798_419_720_000,
      time: '2026-12-28T01:07:00.000Z',
      count: 49,
    };
    log().info('outbox {key}: {says}', facts);
    expect(JSON.parse(logged())).toMatchObject({ properties: facts });
    expect(logged()).not.toContain('***');
  });

  it('survives what refers to itself', () => {
    const loop: Record<string, unknown> = { phone: PHONE };
    loop['self'] = loop;
    log().info('x', loop);
    expect(logged()).toContain('[circular]');
    expect(logged()).not.toContain(PHONE);
  });
});

import { describe, expect, it } from 'vitest';
import { decrypt, decryptionKey } from '../../src/lark/decrypt.ts';
import { isSigned, isStale } from '../../src/lark/verify.ts';
import { WebhookOpener } from '../../src/lark/webhook.ts';
import {
  CREDENTIALS,
  encrypted,
  envelope,
  messageEvent,
  type Push,
  signed,
  signedPush,
} from '../support/push.ts';
import { S1, S2, V1, V2, V3 } from '../support/vectors.ts';

const NOW = Date.parse('2026-11-25T09:00:00+08:00');
const opener = new WebhookOpener(CREDENTIALS);

function open(push: Push, now = NOW) {
  return opener.open(
    new TextEncoder().encode(push.body),
    {
      timestamp: push.headers['x-lark-request-timestamp'],
      nonce: push.headers['x-lark-request-nonce'],
      signature: push.headers['x-lark-signature'],
    },
    now,
  );
}

describe('the platform’s vectors', () => {
  it('decrypts V1, V2 and V3', () => {
    expect(decrypt(V1.encrypted, decryptionKey(V1.key))).toBe(V1.plain);
    expect(JSON.parse(decrypt(V2.encrypted, decryptionKey(V2.key)))).toEqual(V2.plain);
    const third = JSON.parse(decrypt(V3.encrypted, decryptionKey(V3.key)));
    expect(third.header.event_id).toBe('f7984f25108f8137722bb63cee927e66');
    expect(third.event.object.name).toBe('张三');
  });

  it.each([S1, S2])('signs over the raw bytes', ({ body, key, timestamp, nonce, signature }) => {
    const raw = new TextEncoder().encode(body);
    expect(isSigned(raw, { timestamp, nonce, signature }, key)).toBe(true);
    const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
    expect(isSigned(raw, { timestamp, nonce, signature: flipped }, key)).toBe(false);
    expect(isSigned(new TextEncoder().encode(`${body} `), { timestamp, nonce, signature }, key)).toBe(false);
    expect(isSigned(raw, { timestamp, nonce, signature: '' }, key)).toBe(false);
    expect(isSigned(raw, { timestamp, nonce, signature: 'not hex' }, key)).toBe(false);
  });
});

describe('age of a push', () => {
  it.each([
    ['seconds, now', String(NOW / 1000), false],
    ['seconds, four minutes ago', String(NOW / 1000 - 240), false],
    ['seconds, six minutes ago', String(NOW / 1000 - 360), true],
    ['seconds, six minutes ahead', String(NOW / 1000 + 360), true],
    ['milliseconds, six minutes ago', String(NOW - 360_000), true],
    ['microseconds, now', String(NOW * 1000), false],
    ['a formatted date', '2001-01-01 00:00:00', false],
  ])('%s', (_, timestamp, stale) => expect(isStale(timestamp, NOW)).toBe(stale));
});

describe('opening a push', () => {
  const event = envelope('im.message.receive_v1', messageEvent());

  it('opens an authentic event', () => {
    expect(open(signedPush(event, NOW))).toMatchObject({
      kind: 'event',
      envelope: { header: { event_id: 'evt_1' } },
    });
  });

  it('opens a signed body that is spelt with spaces', () => {
    const body = JSON.stringify(
      { encrypt: encrypted(JSON.stringify(event), CREDENTIALS.encryptKey) },
      null,
      2,
    );
    expect(open(signed(body, NOW)).kind).toBe('event');
  });

  it('answers an encrypted challenge without a signature, and only with the right token', () => {
    const challenge = (token: string): Push => ({
      headers: {},
      body: JSON.stringify({
        encrypt: encrypted(
          JSON.stringify({ challenge: 'abc', token, type: 'url_verification' }),
          CREDENTIALS.encryptKey,
        ),
      }),
    });
    expect(open(challenge(CREDENTIALS.verificationToken))).toEqual({ kind: 'challenge', challenge: 'abc' });
    expect(open(challenge('other'))).toMatchObject({ kind: 'refused', status: 401 });
  });

  const unsignedEvent = { ...signedPush(event, NOW), headers: {} };
  const wrong = signedPush(event, NOW);
  wrong.headers['x-lark-signature'] = '0'.repeat(64);
  const plainChallenge = JSON.stringify({
    challenge: 'abc',
    token: CREDENTIALS.verificationToken,
    type: 'url_verification',
  });
  it.each<[string, Push, number]>([
    ['an unsigned event', unsignedEvent, 401],
    ['a wrong signature', wrong, 401],
    ['a plain challenge while a key is set', { body: plainChallenge, headers: {} }, 401],
    ['a plain event', { body: JSON.stringify(event), headers: {} }, 401],
    ['unsigned garbage in `encrypt`', { body: '{"encrypt":"AAAA"}', headers: {} }, 401],
    ['an `encrypt` that is no text', signed('{"encrypt":17}', NOW), 400],
    ['signed garbage in `encrypt`', signed('{"encrypt":"AAAA"}', NOW), 400],
    ['no JSON', { body: 'garbage', headers: {} }, 400],
    ['a JSON array', signed('[]', NOW), 400],
    ['an empty body', { body: '', headers: {} }, 400],
    ['a stale push', signedPush(event, NOW - 6 * 60_000), 401],
    ['a wrong token', signedPush(envelope('x', {}, { token: 'other' }), NOW), 401],
    ['another app', signedPush(envelope('x', {}, { app_id: 'cli_fedcba9876543210' }), NOW), 401],
  ])('refuses %s', (_, push, status) => expect(open(push)).toMatchObject({ kind: 'refused', status }));

  it('ignores an old-style envelope', () => {
    expect(open(signedPush({ uuid: '1', event: { type: 'message' } }, NOW)).kind).toBe('ignored');
  });
});

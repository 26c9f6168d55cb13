import { expect, test } from 'vitest';
import { encrypt, sign } from '../../sandbox/push/crypto.ts';
import { decrypted } from './support.ts';

// feishu-platform §1.7. Encrypting a vector's plaintext under its own IV must give the vector back.
const V1 = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
const V2 =
  'tT1xP+ovuc0T3b/rnZX3ax76exqAn0ANQ6/U45GcciC0mgNBc8JtvqOJGNAPMKpgRs2dVU1NYk9VDeqS8T4SYtU0hzNU54aS84WnxvZ3VFfDcy/RyABlNqlUiGyLDzFI0yxdCMT4KR/YEQXlt6nZi50KwRlZ+A75r645KesZuLMljezYyY8VeeXEVjPw35+e';
const V3 =
  '4T4ivT/PR2APX9OYkhRKtu54s1rtIpj9xJU69Hs1yWQ/1RutbufsBs9xjx5YC3u/0hMRF49sN0kevQiEL8iB3bVEdpfyJXzXGDfKUjvKQTmG64GbMdTW6qRpadVPem3f32jHuT6fc+4TRg4BigwoUId+l/D+vcIwu3mDgAEbaqzWfmvccmpiRMfQbh9JhdK/akmrRjo/CXPLM+hZciFXJMSpKueV3SjZJoSls5y0ZTHC8zak/Mp/DSl1wa4mYe5laP367Lnl4ylGiXBKx3Ku29oWv79rYcO/5QT63H4rkl8bwYmAzScpb2KNnV11L3xiDzJp3hFdfXczUvm93FXu4Lw8eDAsRzIWCccKrqHh0UvtDJD95tNn6LvYew4+Xbk1RD4k7UzWJS9AMobOK778NLNxfQ+Kn7MKzBHilXnSIVY5V+dcsOOdfqJviW4yWmT73JHYKq1qJip7Cw7lbkmRMUmettUwdVFWxeXH6iTex3YXCgqoriCx/MzeQhdNEycipooB/vHItRt1CF44uFWj9tf8n3TdbdH4dNMD0hw8ejHJSbEHb9HAGCugUniN8BzL9wxE959JU4cu3BKjDuIk5oS9hLR1mSc3vKBuSa3VKOE=';

test.each([
  ['V1', V1, 'test key', /^hello world$/],
  ['V2', V2, 'mazhe.nerd', /"challenge":"5634b122-c042-4634-bc7f-b07a3c3e77ad"/],
  ['V3', V3, '1212121212', /"event_id":"f7984f25108f8137722bb63cee927e66"/],
])('%s is what encrypting its plaintext gives', (_name, vector, key, says) => {
  const plain = decrypted(vector, key);
  expect(plain).toMatch(says);
  const iv = Buffer.from(vector, 'base64').subarray(0, 16);
  expect(encrypt(plain, key, iv)).toBe(vector);
});

test('each push has its own IV', () => {
  expect(encrypt('same', 'key')).not.toBe(encrypt('same', 'key'));
});

test.each([
  {
    name: 'S1',
    of: { timestamp: 'timestamp', nonce: 'nonce', encryptKey: '1212121212', body: `{"encrypt":"${V3}"}` },
    signature: '7a51a17e7c0c52c059d226070d35f8d76e041993495ffaf5f3d05603c810e253',
  },
  {
    name: 'S2',
    of: { timestamp: '1700000000', nonce: 'nonce', encryptKey: 'test key', body: `{"encrypt":"${V1}"}` },
    signature: '20f0b32d8b1a0744b1608bcfcf23584190cd720f9bd706adde9047c85ffb47ee',
  },
])('$name is the signature', ({ of, signature }) => {
  expect(sign(of)).toBe(signature);
});

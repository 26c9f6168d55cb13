import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Encrypts a push as the platform does: base64 of a random IV and AES-256-CBC under the SHA-256 of the key.
 *
 * `iv` is 16 bytes, for tests.
 */
export function encrypt(text: string, encryptKey: string, iv: Uint8Array = randomBytes(16)): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** `X-Lark-Signature`: hex of sha256(timestamp + nonce + key + the body as sent). */
export function sign(of: { timestamp: string; nonce: string; encryptKey: string; body: string }): string {
  return createHash('sha256')
    .update(of.timestamp + of.nonce + of.encryptKey)
    .update(of.body)
    .digest('hex');
}

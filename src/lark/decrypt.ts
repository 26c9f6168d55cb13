import { createDecipheriv, createHash, createSecretKey, type KeyObject } from 'node:crypto';

const IV_BYTES = 16;

/** The key of AES-256-CBC: sha256 of the Encrypt Key. As a KeyObject it is prepared once. */
export function decryptionKey(encryptKey: string): KeyObject {
  return createSecretKey(createHash('sha256').update(encryptKey).digest());
}

/**
 * Opens the platform's `encrypt` field: base64 of the IV and the ciphertext, PKCS#7.
 *
 * @throws when the text is not a ciphertext of this key.
 */
export function decrypt(encrypted: string, key: KeyObject): string {
  const bytes = Buffer.from(encrypted, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
}

import { createHash, randomBytes } from 'node:crypto';

/** A new id in the platform's form: the prefix (`om_`, `oc_`, `img_v3_`…) and 32 hex digits. */
export function newId(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

/** An id that is the same at each start, for the people and chats of the seeded world. */
export function fixedId(prefix: string, of: string): string {
  return prefix + createHash('sha256').update(`sandbox:${prefix}:${of}`).digest('hex').slice(0, 32);
}

/** A random text of `bytes` bytes in hex, for secrets. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

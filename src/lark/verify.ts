import { createHash, timingSafeEqual } from 'node:crypto';

/** Five minutes: our own policy, the platform documents none. */
const MAX_AGE_MS = 5 * 60 * 1000;

export interface SignatureHeaders {
  timestamp: string | undefined;
  nonce: string | undefined;
  signature: string | undefined;
}

/**
 * Whether `X-Lark-Signature` = hex(sha256(timestamp + nonce + key + raw body)), compared in constant time over the
 * bytes as received.
 */
export function isSigned(raw: Uint8Array, headers: SignatureHeaders, encryptKey: string): boolean {
  const { timestamp, nonce, signature } = headers;
  if (timestamp === undefined || nonce === undefined || signature === undefined) return false;
  const given = Buffer.from(signature, 'hex');
  const wanted = createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(raw)
    .digest();
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Whether a signed timestamp is older (or further ahead) than five minutes. Seconds since the epoch; a timestamp in
 * another form is let by, since the platform does not promise one and duplicates are caught by their ids.
 */
export function isStale(timestamp: string, now: number): boolean {
  if (!/^\d{9,16}$/.test(timestamp)) return false;
  const number = Number(timestamp);
  const ms = number < 1e11 ? number * 1000 : number < 1e14 ? number : number / 1000;
  return Math.abs(now - ms) > MAX_AGE_MS;
}

/** Constant-time comparison of two texts. */
export function isSameText(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

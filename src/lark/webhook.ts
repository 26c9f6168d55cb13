import type { KeyObject } from 'node:crypto';
import type { Credentials } from '../config.ts';
import { decrypt, decryptionKey } from './decrypt.ts';
import { Challenge, Envelope } from './payloads.ts';
import { isSameText, isSigned, isStale, type SignatureHeaders } from './verify.ts';

/** What a push turned out to be. A refusal says to the platform no more than its status. */
export type Opened =
  | { kind: 'event'; envelope: Envelope }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'ignored'; because: string }
  | { kind: 'refused'; status: 400 | 401; because: string };

/** Opens the pushes of one app: signature over the raw bytes, age, decryption, token, app id, in this order. */
export class WebhookOpener {
  readonly #credentials: Credentials;
  readonly #key: KeyObject;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
    this.#key = decryptionKey(credentials.encryptKey);
  }

  /**
   * @param raw the body's bytes as received.
   * @param now instant in ms.
   */
  open(raw: Uint8Array, headers: SignatureHeaders, now: number): Opened {
    const outer = parsedObject(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'));
    if (outer === undefined) return refused(400, 'not a JSON object');
    const signed = isSigned(raw, headers, this.#credentials.encryptKey);
    if (!signed && (headers.signature !== undefined || !('encrypt' in outer)))
      return refused(401, 'wrong or missing signature');
    if (signed && isStale(headers.timestamp ?? '', now)) return refused(401, 'timestamp too old');
    const body = this.#decrypted(outer);
    if (body === undefined) return signed ? refused(400, 'cannot be decrypted') : refused(401, 'not signed');
    return signed ? this.#authentic(body) : this.#challenge(body);
  }

  #decrypted(outer: Record<string, unknown>): Record<string, unknown> | undefined {
    if (!('encrypt' in outer)) return outer;
    if (typeof outer['encrypt'] !== 'string') return undefined;
    try {
      return parsedObject(decrypt(outer['encrypt'], this.#key));
    } catch {
      return undefined;
    }
  }

  // The platform signs no url_verification: it is let by when it decrypts and bears the token, and only that.
  #challenge(body: Record<string, unknown>): Opened {
    const challenge = Challenge.safeParse(body);
    if (!challenge.success) return refused(401, 'not signed');
    if (!isSameText(challenge.data.token, this.#credentials.verificationToken))
      return refused(401, 'wrong token');
    return { kind: 'challenge', challenge: challenge.data.challenge };
  }

  #authentic(body: Record<string, unknown>): Opened {
    if (Challenge.safeParse(body).success) return this.#challenge(body);
    const envelope = Envelope.safeParse(body);
    if (!envelope.success) return { kind: 'ignored', because: 'not an envelope of schema 2.0' };
    const { token, app_id: appId } = envelope.data.header;
    if (!isSameText(token ?? '', this.#credentials.verificationToken)) return refused(401, 'wrong token');
    if (appId !== this.#credentials.appId) return refused(401, 'an app that is not served here');
    return { kind: 'event', envelope: envelope.data };
  }
}

function refused(status: 400 | 401, because: string): Opened {
  return { kind: 'refused', status, because };
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

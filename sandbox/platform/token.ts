import { timingSafeEqual } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import { randomHex } from '../ids.ts';
import type { Credentials } from '../model.ts';
import { PlatformError, refusal } from './errors.ts';

const LIFE_MS = 2 * 60 * 60 * 1000;
const RENEWED_BELOW_MS = 30 * 60 * 1000;

interface Token {
  text: string;
  expiresAt: number;
}

/** Tenant tokens: the same one while 30 minutes are left, then a new one, and both stay valid. */
export class Tokens {
  readonly #credentials: Credentials;
  readonly #clock: SandboxClock;
  #issued: Token[] = [];
  readonly #refusedOnce = new Set<string>();

  constructor(credentials: Credentials, clock: SandboxClock) {
    this.#credentials = credentials;
    this.#clock = clock;
  }

  /**
   * `POST auth/v3/tenant_access_token/internal`; its fields stand at top level.
   *
   * @throws PlatformError 10003, 10014 or 10015 for a missing field, a wrong secret, a wrong app id.
   */
  issue(body: Record<string, unknown>): Record<string, unknown> {
    const { app_id: appId, app_secret: appSecret } = body;
    if (typeof appId !== 'string' || typeof appSecret !== 'string')
      throw new PlatformError({ code: 10003, says: 'invalid param' });
    if (appId !== this.#credentials.appId) throw new PlatformError({ code: 10015, says: 'app_id not exist' });
    if (!isSame(appSecret, this.#credentials.appSecret))
      throw new PlatformError({ code: 10014, says: 'app secret invalid' });
    const now = this.#clock.now();
    this.#issued = this.#issued.filter((token) => isAlive(token, now));
    let token = this.#issued.find((issued) => issued.expiresAt - now >= RENEWED_BELOW_MS);
    if (token === undefined) {
      token = { text: `t-${randomHex(21)}`, expiresAt: now + LIFE_MS };
      this.#issued.push(token);
    }
    const expire = Math.floor((token.expiresAt - now) / 1000);
    return { code: 0, msg: 'ok', tenant_access_token: token.text, expire };
  }

  /** @throws PlatformError 99991661, 99991671 or 99991663. */
  check(authorization: string | undefined): void {
    if (authorization === undefined || authorization === '') throw refusal(99991661);
    const text = authorization.replace(/^Bearer\s+/i, '');
    if (!/^[tu]-/.test(text)) throw refusal(99991671);
    const now = this.#clock.now();
    if (!this.#issued.some((token) => token.text === text && isAlive(token, now))) throw refusal(99991663);
  }

  /** The fault `token-invalid`: true the first time that it is asked about a token, which then is gone. */
  spoil(authorization: string | undefined): boolean {
    const text = (authorization ?? '').replace(/^Bearer\s+/i, '');
    if (this.#refusedOnce.has(text) || !this.#issued.some((token) => token.text === text)) return false;
    this.#refusedOnce.add(text);
    this.#issued = this.#issued.filter((token) => token.text !== text);
    return true;
  }
}

// NOTE: a clock that was set back leaves tokens of the future; those are dead too.
function isAlive(token: Token, now: number): boolean {
  return token.expiresAt > now && token.expiresAt - now <= LIFE_MS;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

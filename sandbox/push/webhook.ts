import type { SandboxClock } from '../clock.ts';
import { randomHex } from '../ids.ts';
import type { Credentials } from '../model.ts';
import { encrypt, sign } from './crypto.ts';
import type { Envelope } from './envelope.ts';
import type { Delivery, Transport } from './transport.ts';

const PATHS = { event: '/lark/events', callback: '/lark/cards' } as const;
const CHALLENGE_DEADLINE_MS = 1000;

export interface WebhookOptions {
  credentials: Credentials;
  clock: SandboxClock;
  /** Base address of the bot, without a slash at its end. */
  botUrl: () => string;
  deadlineMs: number;
}

/** Pushes over HTTP: signed and encrypted as soon as there is an encrypt key. */
export class Webhook implements Transport {
  readonly #options: WebhookOptions;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  deliver(envelope: Envelope, kind: 'event' | 'callback'): Promise<Delivery> {
    const body = this.#sealed(envelope);
    return this.#post({ path: PATHS[kind], body, headers: this.#signature(body) });
  }

  /**
   * Asks whether the bot serves a URL, as the console does when it is saved: unsigned, within one second.
   *
   * `plain` sends the challenge unencrypted although there is a key.
   */
  async verifyUrl(path: string, options: { plain?: boolean } = {}): Promise<{ ok: boolean; says: string }> {
    const challenge = randomHex(16);
    const token = this.#options.credentials.verificationToken;
    const request = { challenge, token, type: 'url_verification' };
    const body = options.plain ? JSON.stringify(request) : this.#sealed(request);
    const delivery = await this.#post({ path, body, headers: {}, deadlineMs: CHALLENGE_DEADLINE_MS });
    if (delivery.kind !== 'answered') return { ok: false, says: delivery.kind };
    if (delivery.status !== 200) return { ok: false, says: `HTTP ${delivery.status}` };
    const ok = challengeIn(delivery.body) === challenge;
    return { ok, says: ok ? 'verified' : 'the challenge did not come back' };
  }

  #sealed(content: unknown): string {
    const { encryptKey } = this.#options.credentials;
    const text = JSON.stringify(content);
    return encryptKey === '' ? text : JSON.stringify({ encrypt: encrypt(text, encryptKey) });
  }

  #signature(body: string): Record<string, string> {
    const { encryptKey } = this.#options.credentials;
    if (encryptKey === '') return {};
    const timestamp = String(Math.floor(this.#options.clock.now() / 1000));
    const nonce = randomHex(8);
    return {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': sign({ timestamp, nonce, encryptKey, body }),
    };
  }

  async #post(of: {
    path: string;
    body: string;
    headers: Record<string, string>;
    deadlineMs?: number;
  }): Promise<Delivery> {
    try {
      const answer = await fetch(this.#options.botUrl() + of.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...of.headers },
        body: of.body,
        // Only 200 counts; the platform follows no redirect.
        redirect: 'manual',
        signal: AbortSignal.timeout(of.deadlineMs ?? this.#options.deadlineMs),
      });
      return { kind: 'answered', status: answer.status, body: await answer.text() };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'timeout' };
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      return { kind: 'unreachable', because: cause };
    }
  }
}

function challengeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { challenge?: unknown }).challenge;
  } catch {
    return undefined;
  }
}

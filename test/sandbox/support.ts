import { createDecipheriv, createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { SandboxOptions } from '../../sandbox/options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';

export interface ApiAnswer {
  status: number;
  code: number;
  msg: string;
  data: Record<string, unknown>;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Calls the platform's API with a token, as a client without any SDK would. */
export class Caller {
  readonly #sandbox: Sandbox;
  token = '';

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async login(): Promise<string> {
    const { appId, appSecret } = this.#sandbox.credentials;
    const body = { app_id: appId, app_secret: appSecret };
    const answer = await this.call('POST', 'auth/v3/tenant_access_token/internal', body);
    this.token = String(answer.body['tenant_access_token']);
    return this.token;
  }

  async call(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    const answer = await fetch(`${this.#sandbox.url}/open-apis/${path}`, {
      method,
      headers: {
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const parsed = (await answer.json()) as Record<string, unknown>;
    return {
      status: answer.status,
      code: Number(parsed['code']),
      msg: String(parsed['msg']),
      data: (parsed['data'] ?? {}) as Record<string, unknown>,
      headers: answer.headers,
      body: parsed,
    };
  }

  /** Sends to a chat. */
  send(
    chatId: string,
    msgType: string,
    content: unknown,
    more: Record<string, unknown> = {},
  ): Promise<ApiAnswer> {
    return this.call('POST', 'im/v1/messages?receive_id_type=chat_id', {
      receive_id: chatId,
      msg_type: msgType,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    });
  }

  async sendCard(
    chatId: string,
    elements: unknown[],
    more: Record<string, unknown> = {},
  ): Promise<ApiAnswer> {
    return this.send(chatId, 'interactive', { schema: '2.0', ...more, body: { elements } });
  }
}

/** A push as the bot got it. */
export interface Got {
  path: string;
  headers: Record<string, string>;
  raw: string;
  envelope: { header: Record<string, string>; event: Record<string, unknown> };
}

/** A bot that only writes down what reaches it; `answers` decides what it says. */
export class RecordingBot {
  readonly got: Got[] = [];
  answers: (got: Got) => Response | Promise<Response> = () => Response.json({});
  #key = '';

  readonly app = new Hono().post('/lark/*', async (c) => {
    const raw = await c.req.text();
    const headers = Object.fromEntries(c.req.raw.headers);
    const got = { path: c.req.path, headers, raw, envelope: opened(raw, this.#key) };
    this.got.push(got);
    return this.answers(got);
  });

  use(encryptKey: string): void {
    this.#key = encryptKey;
  }

  events(): string[] {
    return this.got.map((got) => got.envelope.header['event_type'] ?? '');
  }
}

function opened(raw: string, key: string): Got['envelope'] {
  const body = JSON.parse(raw) as { encrypt?: string } & Got['envelope'];
  return body.encrypt === undefined ? body : JSON.parse(decrypted(body.encrypt, key));
}

export function decrypted(text: string, key: string): string {
  const bytes = Buffer.from(text, 'base64');
  const hash = createHash('sha256').update(key).digest();
  const decipher = createDecipheriv('aes-256-cbc', hash, bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
}

/** For a bot that does not answer. */
export const IMPATIENT_MS = 1_000;

/** A sandbox with a recording bot and a caller that is logged in. */
export async function startRecorded(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; bot: RecordingBot; api: Caller }> {
  const bot = new RecordingBot();
  const sandbox = await startSandbox({ app: bot.app, ...options });
  bot.use(sandbox.credentials.encryptKey);
  const api = new Caller(sandbox);
  await api.login();
  return { sandbox, bot, api };
}

export const text = (words: string) => ({ text: words });

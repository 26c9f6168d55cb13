import { z } from 'zod';
import type { SandboxClock } from '../clock.ts';
import { randomHex } from '../ids.ts';
import { LARGEST_CARD } from './content.ts';
import { checkAge, replaceCard } from './edits.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { PlatformError } from './errors.ts';

const LIFE_MS = 30 * 60 * 1000;
// NOTE: an older official page says 3; the newer one and the callback's page say 2.
const USES = 2;

interface UpdateToken {
  messageId: string;
  issuedAt: number;
  uses: number;
  /** The answer to the click has left; before that no update is taken. */
  answered: boolean;
}

/** The `c-…` tokens that a click brings: they update the clicked card later (feishu-platform §3.7). */
export class UpdateTokens {
  readonly #clock: SandboxClock;
  readonly #tokens = new Map<string, UpdateToken>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  issue(messageId: string): string {
    const text = `c-${randomHex(20)}`;
    this.#tokens.set(text, { messageId, issuedAt: this.#clock.now(), uses: 0, answered: false });
    return text;
  }

  answered(text: string): void {
    const token = this.#tokens.get(text);
    if (token) token.answered = true;
  }

  /**
   * Uses a token once; gives back the message whose card it updates.
   *
   * @throws PlatformError 300020 unknown, 300030 expired, 300040 used up, 10002 before the click was answered.
   */
  use(text: string): string {
    const token = this.#tokens.get(text);
    if (token === undefined) throw failure(300020, 'token format is invalid');
    if (this.#clock.now() - token.issuedAt > LIFE_MS) throw failure(300030, 'token is expired');
    if (token.uses >= USES) throw failure(300040, 'token has been used up');
    if (!token.answered) throw failure(10002, 'the callback has not been answered yet');
    token.uses += 1;
    return token.messageId;
  }
}

/** `interactive/v1/card/update`. */
export function cardUpdateEndpoints(platform: Platform): Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/interactive/v1/card/update',
      scopes: [],
      handle: (call) => update(platform, call),
    },
  ];
}

const Body = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) });

function update(platform: Platform, call: ApiCall): unknown {
  const { token, card } = fields(Body, call.body);
  const content = JSON.stringify(card);
  if (Buffer.byteLength(content, 'utf8') > LARGEST_CARD) throw failure(100000, 'card content is too large');
  if ('open_ids' in card) throw failure(300090, 'open_ids is not allowed for shared cards');
  const message = platform.state.message(platform.updateTokens.use(token));
  if (message === undefined || message.recalled) throw failure(200000, 'the message is recalled');
  checkAge(platform, message);
  replaceCard(platform, message, content);
  return {};
}

function failure(code: number, says: string): PlatformError {
  return new PlatformError({ code, says });
}

import type { SandboxAction, SandboxActionResult } from '../contract.ts';
import type { Message, Person } from '../model.ts';
import { CARD_LIFE_MS, checkAge, replaceCard } from '../platform/edits.ts';
import type { Platform } from '../platform/endpoint.ts';
import { PlatformError } from '../platform/errors.ts';
import { TENANT_KEY } from '../platform/message-data.ts';
import { idsOf, makeEnvelope } from '../push/envelope.ts';
import { shown } from '../push/ladder.ts';
import type { Delivery, Transport } from '../push/transport.ts';
import { isSeenBy } from '../state/chats.ts';
import { type ClickAnswer, failed, readAnswer } from './click-answer.ts';
import { ActError, type Conversation } from './conversation.ts';

export interface ClicksDeps {
  platform: Platform;
  conversation: Conversation;
  transport: Transport;
  deadlineMs: number;
}

/** Clicks on cards: one callback each, never repeated, answered within 3 seconds or shown as an error. */
export class Clicks {
  readonly #deps: ClicksDeps;

  constructor(deps: ClicksDeps) {
    this.#deps = deps;
  }

  /** @throws ActError for a message that is no card of the bot, or a chat that the person is not in. */
  async click(openId: string, messageId: string, action: SandboxAction): Promise<SandboxActionResult> {
    const { platform, conversation } = this.#deps;
    const message = platform.state.message(messageId);
    if (message === undefined || message.type !== 'interactive') throw new ActError(404, '没有这张卡片');
    conversation.chatFor(openId, message.chatId);
    if (!isSeenBy(openId, message)) throw new ActError(404, '没有这张卡片');
    if (message.recalled) return { says: '消息已被撤回' };
    if (platform.clock.now() - message.at > CARD_LIFE_MS) return { says: '卡片已过期，不能再操作' };
    if (platform.faults.has('lost-callback')) return this.#lost();
    return this.#callBack(conversation.person(openId), message, action);
  }

  async #lost(): Promise<SandboxActionResult> {
    await new Promise((resolve) => setTimeout(resolve, this.#deps.deadlineMs));
    return failed(200341);
  }

  async #callBack(person: Person, message: Message, action: SandboxAction): Promise<SandboxActionResult> {
    const { platform, transport } = this.#deps;
    const token = platform.updateTokens.issue(message.messageId);
    const envelope = makeEnvelope({
      type: 'card.action.trigger',
      event: this.#event({ person, message, action, token }),
      credentials: platform.credentials,
      now: platform.clock.now(),
    });
    const started = performance.now();
    platform.clicking.set(token, message.messageId);
    const delivery = await transport
      .deliver(envelope, 'callback')
      .finally(() => platform.clicking.delete(token));
    platform.updateTokens.answered(token);
    const result = this.#applied(message, delivery);
    this.#log({ envelope, delivery, started, result });
    return result;
  }

  #event(of: { person: Person; message: Message; action: SandboxAction; token: string }) {
    return {
      operator: { tenant_key: TENANT_KEY, ...idsOf(of.person, this.#deps.platform.scopes) },
      token: of.token,
      action: { ...of.action, timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: {
        url: '',
        preview_token: '',
        open_message_id: of.message.messageId,
        open_chat_id: of.message.chatId,
      },
    };
  }

  #applied(message: Message, delivery: Delivery): SandboxActionResult {
    const answer = readAnswer(delivery);
    if ('failure' in answer) return answer.failure;
    if (answer.card !== undefined) {
      const refused = this.#drawn(message, answer.card);
      if (refused) return refused;
    }
    return toastOf(answer);
  }

  /** Draws a card that came in the answer, where the emulated tenant takes such. */
  #drawn(message: Message, card: Record<string, unknown>): SandboxActionResult | undefined {
    const { platform } = this.#deps;
    if (!platform.takesRawCards) return failed(200673);
    if (card.schema !== '2.0') return failed(200830);
    try {
      checkAge(platform, message);
      replaceCard(platform, message, JSON.stringify(card));
      return undefined;
    } catch (error) {
      if (error instanceof PlatformError) return failed(200673);
      throw error;
    }
  }

  #log(of: { envelope: unknown; delivery: Delivery; started: number; result: SandboxActionResult }): void {
    const { platform } = this.#deps;
    const { status, answer } = shown(of.delivery);
    platform.calls.add({
      at: platform.clock.now(),
      direction: 'callback',
      what: 'card.action.trigger',
      request: of.envelope,
      status,
      ...(of.result.code === undefined ? {} : { code: of.result.code }),
      answer,
      ms: Math.round(performance.now() - of.started),
    });
  }
}

function toastOf(answer: ClickAnswer): SandboxActionResult {
  return answer.toast ? { toast: answer.toast } : {};
}

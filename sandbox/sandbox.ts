import type { ServerType } from '@hono/node-server';
import { Actor } from './actor.ts';
import { shownMessage } from './api/view.ts';
import type { SandboxClock } from './clock.ts';
import type { SandboxCall, SandboxMessage } from './contract.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { Credentials } from './model.ts';
import type { Fetches } from './options.ts';
import type { Platform } from './platform/endpoint.ts';
import type { Ladder } from './push/ladder.ts';
import type { Webhook } from './push/webhook.ts';
import { directChat } from './state/chats.ts';
import type { Records } from './state/records.ts';
import { groupId, officeOpenIds, openIdOf } from './world/seed.ts';

interface Parts {
  url: string;
  platform: Platform;
  conversation: Conversation;
  ladder: Ladder;
  webhook: Webhook;
  records: Records;
  server: ServerType;
  mount: (app: Fetches) => void;
}

const LOOK_AGAIN_MS = 20;

/** A started sandbox, as the entry and the tests hold it. */
export class Sandbox {
  /** Base address: the page, `/sandbox/api`, `/open-apis` and the mounted bot. */
  readonly url: string;
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly officeOpenIds: string[];
  readonly faults: Platform['faults'];
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.url = parts.url;
    this.clock = parts.platform.clock;
    this.credentials = parts.platform.credentials;
    this.faults = parts.platform.faults;
    this.officeOpenIds = officeOpenIds();
  }

  /** Serves the bot on the sandbox's port from now on. */
  mount(app: Fetches): void {
    this.#parts.mount(app);
  }

  /** open_id of somebody of the story: `leader-head`, `office-1`, `liaison:财政局`, `stranger`… */
  openIdOf(key: string): string {
    return openIdOf(key);
  }

  /** chat_id of a group of the story. */
  groupId(key: Parameters<typeof groupId>[0]): string {
    return groupId(key);
  }

  /** chat_id of a person's direct chat with the bot. */
  directChatId(openId: string): string {
    return directChat(this.#parts.platform.state, openId, this.clock.now()).chatId;
  }

  /** Acts as a person. */
  as(openId: string): Actor {
    const { platform, conversation } = this.#parts;
    return new Actor({ openId, state: platform.state, conversation });
  }

  /** Oldest first. */
  messagesIn(chatId: string): SandboxMessage[] {
    return this.#parts.platform.state.messagesIn(chatId).map(shownMessage);
  }

  /** What the bot called and what was pushed to it, oldest first. */
  calls(): SandboxCall[] {
    return this.#parts.platform.calls.since(0);
  }

  /**
   * Waits until `look` finds something (anything but undefined, null and false) and gives it back.
   *
   * @throws Error after `ms` milliseconds of real time.
   */
  async waitFor<T>(look: () => T | undefined | null | false, ms = 5000): Promise<T> {
    const end = performance.now() + ms;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== null && found !== false) return found;
      if (performance.now() > end) throw new Error(`the sandbox waited ${ms} ms in vain`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Resolves when no push is under way. */
  idle(): Promise<void> {
    return this.#parts.ladder.idle();
  }

  /** Asks the bot for the challenge as the console does when a URL is saved. */
  verifyUrl(path: string, options?: { plain?: boolean }): Promise<{ ok: boolean; says: string }> {
    return this.#parts.webhook.verifyUrl(path, options);
  }

  async close(): Promise<void> {
    const { ladder, server, records } = this.#parts;
    this.faults.set([]);
    await ladder.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await records.close();
  }
}

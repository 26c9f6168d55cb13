import type { OpenId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { LarkGateway } from './gateway.ts';

interface IdentityStore {
  read(): Promise<string | undefined>;
  write(openId: string): Promise<void>;
}

/** A message has to be acknowledged within three seconds: no longer than this is waited for the platform's answer. */
const PATIENCE_MS = 1_500;

/** Who the bot is on the platform: its open_id, by which a mention of it is told from others. */
export class BotIdentity {
  readonly #gateway: LarkGateway;
  readonly #store: IdentityStore;
  readonly #logger: Logger;
  #openId: OpenId | undefined;
  #loading: Promise<OpenId | undefined> | undefined;

  constructor(parts: { gateway: LarkGateway; store: IdentityStore; logger: Logger }) {
    this.#gateway = parts.gateway;
    this.#store = parts.store;
    this.#logger = parts.logger;
  }

  /** The open_id; undefined while the platform cannot be asked. */
  async openId(): Promise<OpenId | undefined> {
    if (this.#openId !== undefined) return this.#openId;
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    const tooLong = new Promise<undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
      void this.#loading?.finally(() => clearTimeout(timer));
    });
    return Promise.race([this.#loading, tooLong]);
  }

  async #load(): Promise<OpenId | undefined> {
    const stored = await this.#store.read();
    if (stored !== undefined) {
      this.#openId = stored as OpenId;
      return this.#openId;
    }
    try {
      const { openId } = await this.#gateway.bot();
      this.#openId = openId;
      await this.#store.write(openId);
      return openId;
    } catch (error) {
      this.#logger.warn('the bot cannot learn its own open_id: {says}', { says: String(error) });
      return undefined;
    }
  }
}

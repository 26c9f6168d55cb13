import type { Clock } from '../clock.ts';

export interface Token {
  value: string;
  /** Instant in ms. */
  expiresAt: number;
}

/** Where the token outlives a restart. */
export interface TokenStore {
  read(): Promise<Token | undefined>;
  write(token: Token): Promise<void>;
}

/** The platform hands out a fresh token once less than 30 minutes are left; we ask well before the end. */
const RENEW_BEFORE_MS = 15 * 60 * 1000;

/** The tenant token's life: one request at a time, kept in the store, renewed before its end or when refused. */
export class TokenKeeper {
  readonly #fetch: () => Promise<Token>;
  readonly #store: TokenStore;
  readonly #clock: Clock;
  #known: Token | undefined;
  #fetching: Promise<Token> | undefined;

  constructor(parts: { fetch: () => Promise<Token>; store: TokenStore; clock: Clock }) {
    this.#fetch = parts.fetch;
    this.#store = parts.store;
    this.#clock = parts.clock;
  }

  /** A token that is good for at least some minutes. */
  async token(): Promise<string> {
    this.#known ??= await this.#store.read();
    if (this.#known && this.#isFresh(this.#known)) return this.#known.value;
    return (await this.#renewed()).value;
  }

  /** Forgets a token that the platform refused, unless another call has renewed it meanwhile. */
  refuse(value: string): void {
    if (this.#known?.value === value) this.#known = { value: '', expiresAt: 0 };
  }

  #isFresh(token: Token): boolean {
    return token.value !== '' && token.expiresAt - this.#clock.now() > RENEW_BEFORE_MS;
  }

  #renewed(): Promise<Token> {
    this.#fetching ??= this.#fetch()
      .then(async (token) => {
        this.#known = token;
        await this.#store.write(token);
        return token;
      })
      .finally(() => {
        this.#fetching = undefined;
      });
    return this.#fetching;
  }
}

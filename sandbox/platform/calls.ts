import type { SandboxCall } from '../contract.ts';
import type { Credentials } from '../model.ts';

const KEPT = 2000;

/** The last calls, pushes and callbacks, without secrets: what the platform panel shows. */
export class CallLog {
  readonly #secrets: string[];
  readonly #watchers = new Set<(call: SandboxCall) => void>();
  #calls: SandboxCall[] = [];
  #id = 0;

  constructor(credentials: Credentials) {
    const { appSecret, encryptKey, verificationToken } = credentials;
    this.#secrets = [appSecret, encryptKey, verificationToken].filter((secret) => secret !== '');
  }

  add(call: Omit<SandboxCall, 'id'>): void {
    this.#id += 1;
    const masked = {
      ...call,
      id: this.#id,
      request: this.#mask(call.request),
      answer: this.#mask(call.answer),
    };
    this.#calls.push(masked);
    if (this.#calls.length > KEPT) this.#calls = this.#calls.slice(-KEPT);
    for (const watcher of [...this.#watchers]) watcher(masked);
  }

  /** Those with an id above `after`, oldest first. */
  since(after: number): SandboxCall[] {
    return this.#calls.filter((call) => call.id > after);
  }

  watch(callback: (call: SandboxCall) => void): () => void {
    this.#watchers.add(callback);
    return () => this.#watchers.delete(callback);
  }

  // On the text, so that a secret is found wherever it stands, also inside JSON inside JSON.
  #mask(value: unknown): unknown {
    if (value === undefined) return null;
    let text = JSON.stringify(value);
    for (const secret of this.#secrets) text = text.replaceAll(secret, '***');
    text = text.replace(/\b([tc])-[0-9a-f]{32,}\b/g, '$1-***');
    return JSON.parse(text);
  }
}

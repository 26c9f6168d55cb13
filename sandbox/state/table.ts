import type { Records } from './records.ts';

/** Values by key, in memory and in the records. A changed value must be put again. */
export class Table<T> {
  readonly #records: Records;
  readonly #kind: string;
  readonly #keyOf: (value: T) => string;
  readonly #values = new Map<string, T>();

  constructor(records: Records, kind: string, keyOf: (value: T) => string) {
    this.#records = records;
    this.#kind = kind;
    this.#keyOf = keyOf;
    for (const value of records.stored(kind) as T[]) this.#values.set(keyOf(value), value);
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  put(value: T): void {
    const key = this.#keyOf(value);
    this.#values.set(key, value);
    this.#records.put(this.#kind, key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#records.remove(this.#kind, key);
  }

  all(): T[] {
    return [...this.#values.values()];
  }

  find(wanted: (value: T) => boolean): T | undefined {
    for (const value of this.#values.values()) if (wanted(value)) return value;
    return undefined;
  }

  get size(): number {
    return this.#values.size;
  }
}

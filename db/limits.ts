import type { CompiledQuery } from 'kysely';

/** D1 takes no more of them in a statement; a list goes as one JSON text through `json_each`. */
const MOST_PARAMETERS = 100;
const MOST_SQL_BYTES = 100_000;
/** The most that a text, a blob and a row may hold. */
const MOST_VALUE_BYTES = 2_000_000;
/** Queries that one invocation may ask of D1; a list goes in one. */
const MOST_STATEMENTS = 1_000;

/**
 * Holds a statement against D1's limits. Both homes refuse the same, so that what runs on a file runs there as well.
 *
 * @throws RangeError naming the limit.
 */
export function assertFits({ sql, parameters }: CompiledQuery): void {
  if (parameters.length > MOST_PARAMETERS)
    throw new RangeError(`${parameters.length} parameters: pass a list as one JSON text through json_each`);
  if (isLonger(sql, MOST_SQL_BYTES)) throw new RangeError(`a statement of more than ${MOST_SQL_BYTES} bytes`);
  for (const parameter of parameters)
    if (isLonger(parameter, MOST_VALUE_BYTES))
      throw new RangeError(`a value of more than ${MOST_VALUE_BYTES} bytes: store it in pieces`);
}

/** @throws RangeError for a list that D1 would not take in one batch. */
export function assertFitsBatch(statements: number): void {
  if (statements > MOST_STATEMENTS) throw new RangeError(`a list of ${statements} statements`);
}

function isLonger(value: unknown, bytes: number): boolean {
  if (value instanceof Uint8Array) return value.length > bytes;
  // Three bytes at most for each unit of UTF-16: only what comes near is counted.
  if (typeof value !== 'string' || value.length * 3 <= bytes) return false;
  return new TextEncoder().encode(value).length > bytes;
}

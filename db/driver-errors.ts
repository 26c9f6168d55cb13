import { DuplicateKeyError, GuardError } from '../src/errors.ts';

const GUARD = /guard:([^\n:]*(?::(?! SQLITE)[^\n:]*)*)/;
const UNIQUE = /UNIQUE constraint failed: ([\w.]+)/;

/**
 * Turns the drivers' two expected errors into ours. SQLite's driver and D1 give no extended code for them, only the
 * engine's message, so this is the one place that reads a message.
 */
export function mappedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const guardName = GUARD.exec(error.message)?.[1];
  if (guardName !== undefined) return new GuardError(guardName.trim(), { cause: error });
  const key = UNIQUE.exec(error.message)?.[1];
  if (key !== undefined) return new DuplicateKeyError(key, { cause: error });
  return error;
}

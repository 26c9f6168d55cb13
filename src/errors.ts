/** An expected failure. The message is a Chinese sentence that tells the person what to do next. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Settings that contradict each other or are missing: the process does not start. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** A row with this key is there already: somebody was first. */
export class DuplicateKeyError extends Error {
  override name = 'DuplicateKeyError';
  /** `table.column` as the database names it. */
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`duplicate key: ${key}`, options);
    this.key = key;
  }
}

/** A guard inside an atomic list found another state than the one the list was made for. */
export class GuardError extends Error {
  override name = 'GuardError';
  readonly guard: string;
  constructor(guard: string, options?: ErrorOptions) {
    super(`guard failed: ${guard}`, options);
    this.guard = guard;
  }
}

/** What is known of a call that failed: the platform said no, it never got there, or nobody can tell. */
export type CallOutcome = 'refused' | 'not-sent' | 'unknown';

/** The platform answered with an error code, or did not answer. */
export class LarkApiError extends Error {
  override name = 'LarkApiError';
  readonly method: string;
  /** The platform's code; 0 when no answer with a code came. */
  readonly code: number;
  readonly outcome: CallOutcome;
  /** Milliseconds to wait, when the platform said so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    of: {
      method: string;
      code: number;
      says: string;
      outcome: CallOutcome;
      retryAfterMs?: number | undefined;
    },
    options?: ErrorOptions,
  ) {
    super(`${of.method}: ${of.code} ${of.says}`, options);
    this.method = of.method;
    this.code = of.code;
    this.outcome = of.outcome;
    this.retryAfterMs = of.retryAfterMs;
  }
}

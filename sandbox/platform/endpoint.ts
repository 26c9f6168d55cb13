import type { z } from 'zod';
import type { SandboxClock } from '../clock.ts';
import type { Credentials } from '../model.ts';
import type { State } from '../state/state.ts';
import type { CallLog } from './calls.ts';
import { invalidFields } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Part } from './multipart.ts';
import type { Tokens } from './token.ts';
import type { UpdateTokens } from './update-tokens.ts';

/** What the platform's endpoints work on. */
export interface Platform {
  state: State;
  clock: SandboxClock;
  credentials: Credentials;
  tokens: Tokens;
  limits: Limits;
  faults: Faults;
  calls: CallLog;
  /** The scopes that were granted to the app. */
  scopes: Set<string>;
  /** The clicks that wait for their answer: message ids by update token. */
  clicking: Map<string, string>;
  updateTokens: UpdateTokens;
  /** Whether a card in a click's answer is drawn; unconfirmed on the real platform, so it is refused as a rule. */
  takesRawCards: boolean;
  /** HTTP status of a refused token: 400 was seen, and 200 too. */
  tokenErrorStatus: 200 | 400;
}

/** One call of an API, after the gateway let it through. */
export interface ApiCall {
  params: Record<string, string>;
  query: Record<string, string>;
  /** The JSON body, or the text fields of a form. */
  body: Record<string, unknown>;
  /** The files of a form by field. */
  files: Record<string, Part>;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/open-apis`, parameters as `:name`. */
  path: string;
  /** One of these is needed; empty: none. */
  scopes: readonly string[];
  /** Gives what stands in the answer's `data`, or a whole answer. */
  handle(call: ApiCall): unknown;
}

/**
 * Reads a part of a call.
 *
 * @throws PlatformError 99992402 that names the fields.
 */
export function fields<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidFields(
    parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      value: '',
      description: issue.message,
    })),
  );
}

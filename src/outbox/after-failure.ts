import type { OutboxRow } from '../../db/queries/outbox.ts';
import { LarkApiError } from '../errors.ts';
import type { Verdict } from '../lark/errors.ts';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** Retried at least this long before it is given up (design §3.3). */
const PATIENCE_MS = 6.5 * 60 * 60_000;
/** The platform forgets a `uuid` after an hour: a send that may have gone out is not repeated later than this. */
const REPEATABLE_MS = 55 * 60_000;
/** Somebody who asks in a group is answered in his direct chat rather than after more than this. */
const ASKER_WAITS_MS = 20_000;
/** Too many calls: it was not shown for certain, and will be in a moment. */
const TOO_MANY: readonly number[] = [99991400, 230020];
/** A clock that was set back by more than this says nothing of how long ago something was. */
const JITTER_MS = 60_000;

export type NextStep =
  | { do: 'retry'; at: number; unknownAt: number | null }
  | { do: 'as-text' }
  /** In the direct chat instead of the group. */
  | { do: 'otherwise' }
  | { do: 'give-up' };

/**
 * Whether a call that may have been carried out can still be made again at `now`. Pure.
 *
 * @param row `unknown_at`: the first try of unknown outcome, instant in ms.
 */
export function mayRepeat(row: Pick<OutboxRow, 'kind' | 'unknown_at'>, now: number): boolean {
  // A change of a card may be repeated at will: the last one wins.
  if (row.unknown_at === null || row.kind === 'patch') return true;
  // These calls have no `uuid`: nobody is buzzed, or shown the same, twice.
  if (row.kind === 'urgent' || row.kind === 'ephemeral') return false;
  const since = now - row.unknown_at;
  return since <= REPEATABLE_MS && since >= -JITTER_MS;
}

/**
 * What becomes of a message whose call failed. Pure.
 *
 * @param when `now` in ms; `random` spreads the retries of many messages.
 */
export function afterFailure(
  row: Pick<OutboxRow, 'kind' | 'msg_type' | 'attempts' | 'tried_at' | 'unknown_at'>,
  verdict: Verdict,
  when: { now: number; error: unknown; random: () => number },
): NextStep {
  const { now, error, random } = when;
  if (row.kind === 'ephemeral') return afterNotShown(row, when);
  const isUnknown = error instanceof LarkApiError && error.outcome === 'unknown';
  const unknownAt = row.kind === 'patch' ? null : (row.unknown_at ?? (isUnknown ? now : null));
  if (verdict === 'plain-text' && row.msg_type === 'interactive' && row.kind !== 'patch')
    return { do: 'as-text' };
  if (verdict !== 'retry' && verdict !== 'renew-token' && verdict !== 'stop') return { do: 'give-up' };
  // 加急 hours later helps nobody, and its scope is one of its own: what else is to be sent need not wait for it.
  if (row.kind === 'urgent' && verdict === 'stop') return { do: 'give-up' };
  const wait = waitOf(row.attempts, error, random);
  if (!mayRepeat({ kind: row.kind, unknown_at: unknownAt }, now + wait)) return { do: 'give-up' };
  if (now - (row.tried_at ?? now) > PATIENCE_MS) return { do: 'give-up' };
  return { do: 'retry', at: now + wait, unknownAt };
}

/** Only what was surely not shown, and may be in a moment, is tried once more. */
function afterNotShown(
  row: Pick<OutboxRow, 'attempts' | 'tried_at'>,
  { now, error, random }: { now: number; error: unknown; random: () => number },
): NextStep {
  const mayHelp =
    error instanceof LarkApiError && (error.outcome === 'not-sent' || TOO_MANY.includes(error.code));
  const at = now + waitOf(row.attempts, error, random);
  const isInTime = at - (row.tried_at ?? now) <= ASKER_WAITS_MS;
  return mayHelp && isInTime ? { do: 'retry', at, unknownAt: null } : { do: 'otherwise' };
}

function waitOf(attempts: number, error: unknown, random: () => number): number {
  const asked = error instanceof LarkApiError ? error.retryAfterMs : undefined;
  if (asked !== undefined) return Math.round(asked + random() * 250);
  const doubled = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS);
  return Math.round(doubled * (0.75 + random() * 0.5));
}

import type { Db, Write } from '../../db/database.ts';
import {
  beginAttempt,
  leaveEvents,
  markHandled,
  recordAttempt,
  storeHandled,
  takeDueEvents,
} from '../../db/queries/inbox.ts';
import { writeSetting } from '../../db/queries/settings.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { DuplicateKeyError, GuardError, UserError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import { type OutboundMessage, outboxWrites } from '../outbox/message.ts';
import type { Outcome, Toast } from '../outbox/outcome.ts';
import type { ClickEvent, InboundEvent } from './event.ts';
import { route, routeClick } from './route.ts';
import { apology } from './texts.ts';

const MOST_ATTEMPTS = 6;
const FIRST_RETRY_MS = 10_000;
/** How often a list is derived anew when somebody else's write came between reading and writing. */
const DERIVATIONS = 3;
const RESUME_ROWS = 50;
const RESUME_CLAIM_MS = 60_000;

/**
 * Handles an event that is on disk: its effects and the mark "handled" are one list. Never throws.
 *
 * @param stored `wordsNo`: the number of the office's words, where storing the event has just told it.
 */
export async function handleStored(
  deps: Deps,
  { event, attempts, wordsNo }: { event: InboundEvent; attempts: number; wordsNo?: number },
): Promise<void> {
  try {
    await derivedAndApplied(
      deps,
      () => route(deps, event, wordsNo),
      (now) => markHandled(deps.db, event.eventId, now),
    );
  } catch (error) {
    if (error instanceof GuardError && error.guard === 'event is still open') return;
    await failed(deps, { event, attempts }, error).catch((inner: unknown) =>
      loggerOf('inbox').error('event {id} stays open: {says}', { id: event.eventId, says: String(inner) }),
    );
  }
  // Not waited for: the limits of the platform must not hold up the next event.
  deps.background(() => deps.delivery.kick());
}

/** Handles a click at once. @returns its toast; undefined for a click that was handled before. */
export async function handleClick(deps: Deps, event: ClickEvent): Promise<Toast | undefined> {
  const key = (now: number) => [
    storeHandled(deps.db, { eventId: event.eventId, kind: 'click', now }),
    ...noteClick(deps.db, now),
  ];
  try {
    const outcome = await derivedAndApplied(deps, () => routeClick(deps, event), key);
    noted.set(deps.db, dayAt(deps.clock.now()));
    if (outcome.messages.length > 0) deps.background(() => deps.delivery.kick());
    return outcome.toast;
  } catch (error) {
    if (error instanceof UserError) return { type: 'warning', content: error.message };
    if (error instanceof DuplicateKeyError && error.key === 'inbox.event_id') return undefined;
    throw error;
  }
}

/** On which day each database was told last that clicks arrive. */
const noted = new WeakMap<Db, string>();

/** That clicks arrive at all, once a day: the doctor tells the office when they do not. */
function noteClick(db: Db, now: number): Write[] {
  return noted.get(db) === dayAt(now) ? [] : [writeSetting(db, 'last-click', { value: String(now), now })];
}

/**
 * Takes up what was stored and not finished: after a crash, or when its retry is due. What there is no room for is left
 * to the next tick.
 */
export async function resumeOpenEvents(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const [rows = []] = await deps.db.apply([
    takeDueEvents(deps.db, { now, until: now + RESUME_CLAIM_MS, limit: RESUME_ROWS }),
  ]);
  const taken = rows
    .map((row) => ({
      event: JSON.parse(String(row['event'])) as InboundEvent,
      attempts: Number(row['attempts']),
    }))
    .sort((a, b) => a.attempts - b.attempts);
  for (const [i, each] of taken.entries()) {
    if (!deps.mayBegin()) {
      const left = taken.slice(i).map(({ event }) => event.eventId);
      await deps.db.apply([leaveEvents(deps.db, left, now)]);
      return i;
    }
    await resume(deps, each);
  }
  return taken.length;
}

/**
 * One more attempt, counted before it begins. An event that ends its process each time (memory, CPU time) comes after
 * the others, ever more seldom, and is given up like one that fails: it must not end every wake-up.
 */
async function resume(deps: Deps, tried: { event: InboundEvent; attempts: number }): Promise<void> {
  const { event, attempts } = tried;
  if (attempts >= MOST_ATTEMPTS) {
    await failed(deps, tried, new Error('its handling was ended in the middle each time'));
    deps.background(() => deps.delivery.kick());
    return;
  }
  const until = deps.clock.now() + RESUME_CLAIM_MS * 2 ** attempts;
  await deps.db.apply([beginAttempt(deps.db, { eventId: event.eventId, attempts: attempts + 1, until })]);
  await handleStored(deps, tried);
}

async function derivedAndApplied(
  deps: Deps,
  derive: () => Promise<Outcome>,
  first: (now: number) => Write[],
): Promise<Outcome> {
  for (let left = DERIVATIONS - 1; ; left--) {
    const outcome = await derive();
    const now = deps.clock.now();
    try {
      await deps.db.apply([...first(now), ...writesOf(deps, outcome, now)]);
      return outcome;
    } catch (error) {
      const isRace =
        (error instanceof DuplicateKeyError && error.key !== 'inbox.event_id') ||
        (error instanceof GuardError && error.guard !== 'event is still open');
      if (!isRace || left === 0) throw error;
    }
  }
}

function writesOf(deps: Deps, outcome: Outcome, now: number): Write[] {
  return [
    ...outcome.writes,
    ...outcome.messages.flatMap((message: OutboundMessage) => outboxWrites(deps.db, message, now)),
  ];
}

async function failed(
  deps: Deps,
  { event, attempts }: { event: InboundEvent; attempts: number },
  error: unknown,
): Promise<void> {
  const says = error instanceof Error ? error.message : String(error);
  const now = deps.clock.now();
  if (error instanceof UserError) {
    const told = apology(event, says);
    await deps.db.apply([
      ...markHandled(deps.db, event.eventId, now),
      ...told.flatMap((message) => outboxWrites(deps.db, message, now)),
    ]);
    return;
  }
  deps.metrics.count('handler_errors_total', event.kind);
  loggerOf('inbox').error('event {id} failed: {says}', { id: event.eventId, says });
  const isLast = attempts + 1 >= MOST_ATTEMPTS;
  const told = isLast ? apology(event) : [];
  await deps.db.apply([
    recordAttempt(deps.db, {
      eventId: event.eventId,
      attempts: attempts + 1,
      error: says,
      retryAt: isLast ? undefined : now + FIRST_RETRY_MS * 2 ** attempts,
    }),
    ...told.flatMap((message) => outboxWrites(deps.db, message, now)),
  ]);
}

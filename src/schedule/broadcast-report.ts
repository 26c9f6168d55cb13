import type { Write } from '../../db/database.ts';
import {
  type BroadcastRow,
  type Counts,
  finishBroadcast,
  markShown,
  openBroadcasts,
} from '../../db/queries/broadcasts.ts';
import { openFailures } from '../../db/queries/failures.ts';
import { officeMembers } from '../../db/queries/people.ts';
import type { Deps } from '../deps.ts';
import { GuardError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import { type OutboundMessage, outboxWrites } from '../outbox/message.ts';
import { progressCard } from './broadcast-cards.ts';
import { failuresCard, failuresKey } from './failures.ts';

/** A card is not changed more often than this. */
const EVERY_MS = 4_000;
/** So few are through before anybody has read that they are on their way. */
const FEWEST = 20;

type Broadcast = BroadcastRow & { counts: Counts };

/** Keeps the office informed of what goes to many: a card that follows it, and who was not reached. */
export class BroadcastReporter {
  readonly #deps: Deps;
  readonly #monotonic: () => number;
  #last = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps, monotonic: () => number) {
    this.#deps = deps;
    this.#monotonic = monotonic;
  }

  /**
   * Brings the cards up to date, at most every few seconds while messages go out, and once they are through.
   *
   * @param now instant in ms. @returns whether something is to be sent for it.
   */
  async report(now: number, isOver: boolean): Promise<boolean> {
    const at = this.#monotonic();
    if (!isOver && at - this.#last < EVERY_MS) return false;
    this.#last = at;
    let isNew = false;
    for (const broadcast of await openBroadcasts(this.#deps.db)) {
      const writes = await reported(this.#deps, broadcast, now);
      if (writes.length === 0) continue;
      try {
        await this.#deps.db.apply(writes);
        isNew = true;
      } catch (error) {
        // Another process has told it.
        if (!(error instanceof GuardError)) throw error;
      }
    }
    return isNew;
  }
}

async function reported(deps: Deps, broadcast: Broadcast, now: number): Promise<Write[]> {
  const { counts } = broadcast;
  const isThrough = counts.sent + counts.failed >= counts.total;
  const shown = `${counts.sent}/${counts.total}/${counts.failed}/${counts.retried}`;
  // The time of a clock that was set back is no reason to wait.
  const isFresh = now - broadcast.shown_at < EVERY_MS && now >= broadcast.shown_at;
  if (!isThrough && (shown === broadcast.shown || isFresh || counts.sent + counts.failed === 0)) return [];
  const followers = await followersOf(deps, broadcast);
  return [
    ...(shown === broadcast.shown ? [] : markShown(deps.db, broadcast, { shown, now })),
    ...(isThrough ? finishBroadcast(deps.db, broadcast.id, now) : []),
    ...followers.flatMap((person) =>
      outboxWrites(deps.db, progressMessage(broadcast, { person, now, isThrough }), now),
    ),
    ...(isThrough && counts.failed > 0 ? await failureWrites(deps, broadcast, now) : []),
  ];
}

/** Who pressed; the office for what goes by schedule. Nobody where it is over in a moment. */
async function followersOf(deps: Deps, { made_by: by, counts, shown }: Broadcast): Promise<OpenId[]> {
  // Some that were to be told are not any more: the card of a broadcast that has one goes on.
  const [, before = '0'] = shown.split('/');
  if (Math.max(counts.total, Number(before)) < FEWEST) return [];
  return (by === '' ? await officeMembers(deps.db, deps.office) : [by]) as OpenId[];
}

function progressMessage(
  broadcast: Broadcast,
  of: { person: OpenId; now: number; isThrough: boolean },
): OutboundMessage {
  const cardKey = `progress:${broadcast.id}:${of.person}`;
  const body = { type: 'card', card: progressCard(broadcast, of) } as const;
  if (broadcast.shown === '') return { key: cardKey, to: { person: of.person }, body, cardKey };
  return { key: `${cardKey}:${of.now}${of.isThrough ? ':end' : ''}`, to: { card: cardKey }, body };
}

async function failureWrites(deps: Deps, broadcast: Broadcast, now: number): Promise<Write[]> {
  const failures = await openFailures(deps.db, broadcast.id);
  const card = await failuresCard(deps, { failures, broadcast });
  const members = (await officeMembers(deps.db, deps.office)) as OpenId[];
  return members.flatMap((person) => {
    const key = failuresKey(broadcast.id, person);
    return outboxWrites(deps.db, { key, to: { person }, body: { type: 'card', card }, cardKey: key }, now);
  });
}

import { claimDue, nextDueAt, type OutboxRow } from '../../db/queries/outbox.ts';
import { waitedOn } from '../reminders/morning.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { GivingBack } from './giving-back.ts';
import { Lanes } from './lanes.ts';
import { Pauses } from './pauses.ts';
import { RowSender } from './row-sender.ts';

/** So far ahead calls get their instants: what comes in later waits no longer than this for its turn. */
const AHEAD_MS = 1_500;
/** So many under way are work for a while. */
const MANY = 20;
/** Few at a time, so that another process gets its share. */
const MOST_A_CLAIM = 25;
/** Instants are asked for in portions worth a transaction. */
const PORTION_MS = 200;
/** What would have to wait longer than this for its instant is left to who has time then. */
const LATEST_MS = 10_000;
/** The longest that an upload and a send may take: a row whose claim ends sooner is not begun. */
const CALL_MS = 25_000;

/** A row that is taken, and when its call is to be made, by the limits' clock. */
interface Timed {
  row: OutboxRow;
  at: number;
}

/** Sends what the outbox holds. Any number of processes may run one each on the same database. */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #lanes = new Lanes();
  readonly #pauses: Pauses;
  readonly #givingBack: GivingBack;
  readonly #sender: RowSender;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** What was to be taken is under way: to look once more before something changes would find nothing. */
  #isAllTaken = false;
  #hasTaken = false;
  #hasLeft = false;
  /** Whether what goes out is part of a broadcast, or may be. */
  #followsBroadcasts = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    this.#pauses = new Pauses(parts.wait);
    this.#givingBack = new GivingBack(parts);
    this.#sender = new RowSender(parts, {
      pauses: this.#pauses,
      isStopped: () => this.#stopped,
      left: () => {
        this.#hasLeft = true;
      },
      lookAgain: () => this.#lookAgain(),
    });
  }

  /**
   * Sends all that is due and returns when nothing is; tells of broadcasts, also of those that another process has
   * sent. Calls while it runs join it.
   */
  pump(): Promise<void> {
    this.#followsBroadcasts = true;
    return this.#run();
  }

  /** As `pump`, after something was put into the outbox; while one runs, it is only told to look again. */
  async kick(): Promise<void> {
    if (this.#running === undefined) await this.#run();
    else this.#lookAgain();
  }

  #run(): Promise<void> {
    this.#lookAgain();
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
      // Somebody asked for a look just when the last one was over.
      return this.#again && !this.#stopped ? this.#run() : undefined;
    });
    return this.#running;
  }

  /** Calls that are being made are finished; nothing more is taken, and what waits for its instant goes back. */
  stop(): void {
    this.#stopped = true;
    this.#pauses.end();
    this.#lanes.wake();
  }

  /** Whether something may wait that this process has seen and not sent. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** When there is something to send again (instant in ms). */
  nextAt(): Promise<number | undefined> {
    return nextDueAt(this.#parts.db, this.#parts.clock.now());
  }

  #lookAgain(): void {
    this.#again = true;
    this.#isAllTaken = false;
    this.#lanes.wake();
  }

  async #rounds(): Promise<void> {
    this.#hasTaken = false;
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        while (!this.#stopped && (await this.#round())) await this.#report(false);
        await this.#report(true);
      }
    } finally {
      await this.#lanes.idle();
      this.#followsBroadcasts = false;
      // What somebody wanted to be sent and was not there to be taken is another process's, or waits.
      this.#hasLeft ||= this.#stopped || !this.#hasTaken;
    }
  }

  /** What cannot be told keeps nothing from being sent. */
  async #report(isOver: boolean): Promise<void> {
    const { clock, report, logger } = this.#parts;
    if (!this.#followsBroadcasts) return;
    try {
      if (await report(clock.now(), isOver)) this.#again = true;
    } catch (error) {
      logger.error('broadcasts could not be reported: {says}', { says: String(error) });
    }
  }

  /** Takes what there is room for, or waits until there is. @returns false when nothing is due or under way. */
  async #round(): Promise<boolean> {
    const { db, clock, limits, wait } = this.#parts;
    const free = this.#isAllTaken ? 0 : this.#parts.atOnce - this.#lanes.size;
    const room = free > 0 ? await limits.room(AHEAD_MS) : { calls: 0, inMs: 0 };
    if (room.calls > 0) {
      const most = Math.min(free, room.calls, MOST_A_CLAIM);
      // Before the look: what is put into the outbox during it may be missed.
      this.#isAllTaken = true;
      const [rows = []] = await db.apply([claimDue(db, { most, ...waitedOn(clock.now()) })]);
      if (rows.length === most) this.#isAllTaken = false;
      if (rows.length > 0) {
        await this.#start(rows as unknown as OutboxRow[]);
        return true;
      }
    } else if (free > 0 && ((await this.nextAt()) ?? Number.POSITIVE_INFINITY) <= clock.now()) {
      await this.#lanes.change(wait(Math.max(room.inMs - AHEAD_MS, 0) + PORTION_MS));
      return true;
    }
    if (this.#lanes.isIdle) return false;
    await this.#lanes.change();
    this.#isAllTaken = false;
    // Each lane that is through has a next message, and to look for one at a time would take longer than to send it.
    if (this.#lanes.size > MANY) await wait(PORTION_MS);
    return true;
  }

  /** Lanes beside each other, the messages of one lane one after the other. */
  async #start(rows: readonly OutboxRow[]): Promise<void> {
    // After a jump of the clock a claim may seem over while its call is still under way here.
    const ours = inTheirOrder(rows.filter((row) => !this.#lanes.holds(row.seq)));
    this.#hasTaken = true;
    this.#followsBroadcasts ||= ours.some((row) => row.broadcast !== null);
    // What is wrong with it is told by the calls.
    await this.#parts.gateway.ready().catch(() => undefined);
    for (const [lane, those] of Map.groupBy(await this.#withInstants(ours), ({ row }) => row.lane))
      this.#lanes.run(
        lane,
        those.map(({ row }) => row.seq),
        () => this.#sendLane(those),
      );
  }

  /** Gives each row its instant; what others have reserved meanwhile may leave no time for some, which go back. */
  async #withInstants(rows: readonly OutboxRow[]): Promise<Timed[]> {
    const { limits } = this.#parts;
    const instants = await limits.reserve(rows.map((row) => row.lane));
    const timed = rows.map((row, i) => ({ row, at: instants[i] ?? 0 }));
    const latest = limits.now() + LATEST_MS;
    const late = timed.filter(({ at }) => at > latest);
    if (late.length === 0) return timed;
    for (const { row, at } of late) limits.release(row.lane, at);
    await this.#giveBack(late.map(({ row }) => row));
    return timed.filter(({ at }) => at <= latest);
  }

  async #giveBack(rows: readonly OutboxRow[]): Promise<void> {
    this.#hasLeft = true;
    await this.#givingBack.add(rows);
  }

  async #sendLane(timed: readonly Timed[]): Promise<void> {
    const { clock, logger } = this.#parts;
    try {
      for (const [i, { row, at }] of timed.entries()) {
        const isOurs = clock.now() <= (row.claimed_until ?? 0) - CALL_MS;
        const done = isOurs && !this.#stopped ? await this.#sender.send(row, at) : 'untried';
        if (done === 'done') continue;
        await this.#giveBack(timed.slice(done === 'untried' ? i : i + 1).map((each) => each.row));
        return;
      }
    } catch (error) {
      logger.error('outbox row {seq} could not be updated: {error}', {
        seq: timed[0]?.row.seq,
        error: String(error),
      });
    }
  }
}

/** Oldest first; but lanes in which somebody waits for an answer before those that have parts of broadcasts alone. */
function inTheirOrder(rows: readonly OutboxRow[]): OutboxRow[] {
  const waitedFor = new Set(rows.filter((row) => row.broadcast === null).map((row) => row.lane));
  const rank = ({ lane }: OutboxRow) => (waitedFor.has(lane) ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.seq - b.seq);
}

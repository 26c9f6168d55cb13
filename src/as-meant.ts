import { oneLook } from '../db/one-look.ts';
import type { OutboxRow } from '../db/queries/outbox.ts';
import { dropUnsent, reasonsNumber, whyUnsent } from '../db/queries/reasons.ts';
import { dayAt } from './clock.ts';
import type { Deps } from './deps.ts';
import { loggerOf } from './logger.ts';
import { textOfCard } from './outbox/card-text.ts';
import { kindOf, type OutboundMessage, type Reason, reasonOfRow } from './outbox/message.ts';
import { type Anew, LOOKS } from './reasons.ts';
import { calendarOf } from './reminders/china.ts';
import { NO_LONGER_HIS } from './reminders/ladder-anew.ts';
import { rulesNow } from './schedule/rules-now.ts';

/** The number of all reasons is read for all that is sent in the same moment. */
const MOMENT_MS = 200;
/** What one look has found serves the messages of a broadcast, as long as no reason has changed. */
const LOOK_MS = 2_000;

interface Look {
  no: number;
  at: number;
  deps: Deps;
}

/**
 * Looks once more, at the moment of sending, whether what goes by itself still makes sense: whoever has reported
 * meanwhile gets nothing, and a card about several units loses those that have. What is not sent is recorded with its
 * reason. As long as nothing has changed since a message was made, it goes as it is.
 */
export class AsMeant {
  readonly #deps: Deps;
  #number: { no: number; at: number } | undefined;
  #look: Look | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The row as it is to be sent at `now` (instant in ms); undefined: it is not sent, and that is recorded. */
  async of(row: OutboxRow, now: number): Promise<OutboxRow | undefined> {
    if (row.kind === 'urgent') return this.#urgent(row, now);
    const reason = row.kind === 'send' ? reasonOfRow(row) : undefined;
    if (reason === undefined) return row;
    const no = await this.#numberAt(now).catch(() => undefined);
    if (no === undefined) return row;
    // A leave begins and ends with a day, and so does what is only for a day.
    if (row.as_of === no && dayAt(row.created_at) === dayAt(now)) return row;
    const anew = await this.#anew(row, { reason, no, now });
    if (anew === undefined) return row;
    if (typeof anew === 'string') return this.#drop(row, { kind: kindOf(reason), because: anew, now });
    const own = anew.find(({ key }) => key === row.key || `${key}:text` === row.key);
    if (own === undefined) return this.#drop(row, { kind: kindOf(reason), because: NO_LONGER_HIS, now });
    return { ...row, content: contentOf(row, own) };
  }

  /** What cannot be looked at goes as it was meant when it was made. */
  async #anew(row: OutboxRow, of: { reason: Reason; no: number; now: number }): Promise<Anew> {
    const { reason, no, now } = of;
    const look = LOOKS[kindOf(reason)];
    if (look === undefined) return undefined;
    try {
      const deps = this.#lookAt(no, now);
      const [rules, calendar] = [await rulesNow(deps.db), await calendarOf(deps.db)];
      return await look(deps, {
        ...{ reason, rules, calendar, now },
        ...{ person: row.receive_id, madeAt: row.created_at },
      });
    } catch (error) {
      loggerOf('outbox').error('{key} could not be looked at: {says}', { key: row.key, says: String(error) });
      return undefined;
    }
  }

  #lookAt(no: number, now: number): Deps {
    const known = this.#look;
    if (known !== undefined && known.no === no && Math.abs(now - known.at) < LOOK_MS) return known.deps;
    const deps = { ...this.#deps, db: oneLook(this.#deps.db), clock: { now: () => now } };
    this.#look = { no, at: now, deps };
    return deps;
  }

  async #numberAt(now: number): Promise<number> {
    if (this.#number === undefined || Math.abs(now - this.#number.at) >= MOMENT_MS)
      this.#number = { no: await reasonsNumber(this.#deps.db), at: now };
    return this.#number.no;
  }

  /** 加急 for a message that was not sent has nobody to buzz. */
  async #urgent(row: OutboxRow, now: number): Promise<OutboxRow | undefined> {
    const why = await whyUnsent(this.#deps.db, row.receive_id);
    return why === undefined ? row : this.#drop(row, { ...why, now });
  }

  async #drop(row: OutboxRow, of: { kind: string; because: string; now: number }): Promise<undefined> {
    const { db } = this.#deps;
    await db.apply(dropUnsent(db, row, of));
    loggerOf('outbox').info('{key} is not sent: {because}', { key: row.key, because: of.because });
  }
}

function contentOf(row: OutboxRow, { body }: OutboundMessage): string {
  if (body.type !== 'card') return row.content;
  const card = JSON.stringify(body.card);
  return row.msg_type === 'text' ? JSON.stringify({ text: textOfCard(card) }) : card;
}

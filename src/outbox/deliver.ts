import type { Db, Write } from '../../db/database.ts';
import { storedFile } from '../../db/queries/files.ts';
import {
  cardPlace,
  claimDue,
  close,
  markSent,
  nextDueAt,
  type OutboxRow,
  putOff,
} from '../../db/queries/outbox.ts';
import type { Clock } from '../clock.ts';
import type { OpenId } from '../ids.ts';
import { uuidOf } from '../ids.ts';
import { concernsApp, verdictOn } from '../lark/errors.ts';
import type { Content, LarkGateway, Sent } from '../lark/gateway.ts';
import type { Logger } from '../logger.ts';
import { afterFailure, type NextStep } from './after-failure.ts';
import { textOfCard } from './card-text.ts';
import type { SendingLimits } from './limits.ts';
import { outboxWriteOnce } from './message.ts';
import { alertOf } from './texts.ts';

export interface DeliveryParts {
  db: Db;
  gateway: LarkGateway;
  clock: Clock;
  limits: SendingLimits;
  logger: Logger;
  /** Told of each call's result, to be counted. */
  count: (result: 'sent' | NextStep['do']) => void;
  /** Resolves after so many ms of real time. */
  wait: (ms: number) => Promise<void>;
  /** 0…1, for spreading retries. */
  random: () => number;
  /** Who hears of messages that could not be delivered. */
  office: readonly OpenId[];
}

/** Sends what the outbox holds. Any number of processes may run one each on the same database. */
export class Delivery {
  readonly #parts: DeliveryParts;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends all that is due and returns when nothing is. Calls while it runs join it. */
  pump(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** As `pump`, for who need not wait: while one runs, it is only told to look again. */
  async kick(): Promise<void> {
    this.#again = true;
    if (this.#running === undefined) await this.pump();
  }

  /** What is under way is finished, nothing more is taken. */
  stop(): void {
    this.#stopped = true;
  }

  /** When there is something to send again (instant in ms). */
  nextAt(): Promise<number | undefined> {
    return nextDueAt(this.#parts.db);
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      for (;;) {
        const [rows = []] = await this.#parts.db.apply([claimDue(this.#parts.db, this.#parts.clock.now())]);
        if (rows.length === 0 || this.#stopped) break;
        await this.#sendAll(rows as unknown as OutboxRow[]);
      }
    }
  }

  /** Lanes beside each other, the messages of one lane one after the other. */
  async #sendAll(rows: OutboxRow[]): Promise<void> {
    const lanes = Map.groupBy(
      rows.sort((a, b) => a.seq - b.seq),
      (row) => row.lane,
    );
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const row of lane) await this.#sendOne(row);
      }),
    );
  }

  async #sendOne(row: OutboxRow): Promise<void> {
    const { db, clock, limits, wait, logger, count } = this.#parts;
    try {
      const delay = limits.reserve(row.lane);
      if (delay > 0) await wait(delay);
      const sent = await this.#call(row);
      await db.apply(markSent(db, row, { ...sent, now: clock.now() }));
      count('sent');
    } catch (error) {
      await this.#failed(row, error).catch((inner: unknown) =>
        logger.error('outbox row {seq} could not be updated: {inner}', {
          seq: row.seq,
          inner: String(inner),
        }),
      );
    }
  }

  async #call(row: OutboxRow): Promise<Sent> {
    const { gateway, db } = this.#parts;
    const content = await this.#contentOf(row);
    switch (row.kind) {
      case 'send': {
        const type = row.receive_id_type === 'open_id' ? 'open_id' : 'chat_id';
        return gateway.send({ type, id: row.receive_id }, content, row.uuid);
      }
      case 'reply':
        return gateway.reply(row.receive_id, content, row.uuid);
      case 'patch': {
        const place =
          row.receive_id_type === 'card_key'
            ? await cardPlace(db, row.receive_id)
            : { messageId: row.receive_id, chatId: '' };
        if (place === undefined) throw new CardNotSentYet(row.receive_id);
        await gateway.patch(place.messageId, row.content);
        return place as Sent;
      }
      default: {
        const never: never = row.kind;
        throw new Error(`unknown kind ${String(never)}`);
      }
    }
  }

  /** A file is uploaded now: the platform's key for it belongs to this app and this message. */
  async #contentOf(row: OutboxRow): Promise<Content> {
    const { gateway, db } = this.#parts;
    if (row.msg_type !== 'file') return { msgType: row.msg_type as Content['msgType'], content: row.content };
    const { file_id: id } = JSON.parse(row.content) as { file_id: string };
    const file = await storedFile(db, id);
    if (file === undefined) throw new Error(`file ${id} is gone`);
    const key = await gateway.upload(file.name, file.content);
    return { msgType: 'file', content: JSON.stringify({ file_key: key }) };
  }

  async #failed(row: OutboxRow, error: unknown): Promise<void> {
    const { db, clock, limits, logger, random, count } = this.#parts;
    const now = clock.now();
    const says = error instanceof Error ? error.message : String(error);
    const next = afterFailure(row, error instanceof CardNotSentYet ? 'retry' : verdictOn(error), {
      now,
      error,
      random,
    });
    logger.warn('outbox {key}: {says} → {next}', { key: row.key, says, next: next.do });
    count(next.do);
    if (next.do === 'retry') {
      if (concernsApp(error)) limits.block(Math.min(next.at - now, 60_000));
      await db.apply([
        putOff(db, row, {
          nextAt: next.at,
          error: says,
          unknownAt: next.unknownAt,
          attempts: row.attempts + 1,
        }),
      ]);
      return;
    }
    if (next.do === 'as-text') {
      await db.apply([
        close(db, row, { status: 'replaced', error: says }),
        outboxWriteOnce(db, this.#asText(row), now),
      ]);
      this.#again = true;
      return;
    }
    await db.apply([close(db, row, { status: 'dead', error: says }), ...this.#alert(row, now)]);
    this.#again = true;
  }

  /** What a card says, for where the card itself is refused. */
  #asText(row: OutboxRow) {
    const to =
      row.receive_id_type === 'open_id' ? { person: row.receive_id as OpenId } : { chat: row.lane as never };
    return { key: `${row.key}:text`, to, body: { type: 'text', text: textOfCard(row.content) } } as const;
  }

  /** One alert an hour, to each member of the office. An alert that fails raises none. */
  #alert(row: OutboxRow, now: number): Write[] {
    const { db, office } = this.#parts;
    // A card that no longer takes changes is nobody's loss: its newest state is shown again on use.
    if (row.kind === 'patch' || row.key.startsWith('alert:')) return [];
    const hour = Math.floor(now / 3_600_000);
    return office.map((person) =>
      outboxWriteOnce(
        db,
        {
          key: `alert:dead:${hour}:${person}`,
          to: { person },
          body: { type: 'text', text: alertOf(uuidOf(row.key).slice(0, 8)) },
        },
        now,
      ),
    );
  }
}

/** A change of a card that has not gone out itself. */
class CardNotSentYet extends Error {
  override name = 'CardNotSentYet';
}

import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';
import { writeSetting } from './settings.ts';

/** What a process was at when it was ended in the middle. */
export interface Ended {
  /** How often in a row. */
  times: number;
  /** When it was begun last, instant in ms. */
  at: number;
}

const PREFIX = 'ended:';
/** The first text after all that begin with the prefix. */
const PAST = 'ended;';

/** What is kept of earlier ticks. Instants in ms. */
export interface TickState {
  last: number;
  /** Whether the last one that had something to do came to its end. */
  isFinished: boolean;
  /** By what each tick was at. */
  ended: ReadonlyMap<string, Ended>;
}

export async function tickState(db: Db): Promise<TickState> {
  const rows = await db.query
    .selectFrom('setting')
    .select(['key', 'value'])
    .where((e) =>
      e.or([
        e('key', 'in', ['last-tick', 'tick-begun', 'tick-done']),
        e.and([e('key', '>=', PREFIX), e('key', '<', PAST)]),
      ]),
    )
    .execute();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return {
    last: Number(values.get('last-tick') ?? 0),
    isFinished: values.get('tick-begun') === values.get('tick-done'),
    ended: endedIn(rows),
  };
}

/** What processes were ended at, by name. */
export async function endedWork(db: Db): Promise<ReadonlyMap<string, Ended>> {
  return endedIn(
    await db.query
      .selectFrom('setting')
      .select(['key', 'value'])
      .where('key', '>=', PREFIX)
      .where('key', '<', PAST)
      .execute(),
  );
}

function endedIn(rows: readonly { key: string; value: string }[]): ReadonlyMap<string, Ended> {
  return new Map(
    rows
      .filter(({ key }) => key.startsWith(PREFIX))
      .map(({ key, value }) => [key.slice(PREFIX.length), JSON.parse(value) as Ended]),
  );
}

/** A tick that has something to do begins at `now` (ms); and it came to its end. */
export const writeTickBegun = (db: Db, now: number): Write =>
  writeSetting(db, 'tick-begun', { value: String(now), now });
export const writeTickDone = (db: Db, begun: number): Write =>
  writeSetting(db, 'tick-done', { value: String(begun), now: begun });

/** Something is begun: if its process is ended by it, this stays. */
export function writeEnded(db: Db, what: string, ended: Ended): Write {
  return writeSetting(db, `${PREFIX}${what}`, { value: JSON.stringify(ended), now: ended.at });
}

/** It came to its end, or is no longer to be done. */
export function forgetEnded(db: Db, what: readonly string[]): Write {
  const keys = JSON.stringify(what.map((each) => `${PREFIX}${each}`));
  return db.query
    .deleteFrom('setting')
    .where('key', 'in', sql<string>`(select value from json_each(${keys}))`);
}

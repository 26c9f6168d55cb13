import type { Db, Write } from '../database.ts';

export interface Speaker {
  chatId: string;
  openId: string;
}

/** The newest question of a speaker that this process has seen; the oldest speakers are dropped. */
interface SeenTurn {
  question: string;
  /** Instant in ms. */
  at: number;
}
const MOST_SEEN = 2_000;
const seen = new WeakMap<Db, Map<string, SeenTurn>>();

/**
 * A speaker's newest question since an instant (ms), as far as this process knows it: another one may know a newer one.
 *
 * @returns undefined when nothing of him is in memory.
 */
export function seenTurn(db: Db, speaker: Speaker, since: number): string | undefined {
  const turn = seen.get(db)?.get(keyOf(speaker));
  return turn !== undefined && turn.at >= since ? turn.question : undefined;
}

function keepSeen(db: Db, speaker: Speaker, turn: SeenTurn): void {
  const all = seen.get(db) ?? new Map<string, SeenTurn>();
  seen.set(db, all);
  all.delete(keyOf(speaker));
  all.set(keyOf(speaker), turn);
  const oldest = all.keys().next().value;
  if (all.size > MOST_SEEN && oldest !== undefined) all.delete(oldest);
}

function keyOf({ chatId, openId }: Speaker): string {
  return `${chatId} ${openId}`;
}

/** Questions of one person in one chat since an instant (ms), oldest first, at most eight. */
export async function turnsSince(db: Db, speaker: Speaker, since: number): Promise<string[]> {
  const rows = await db.query
    .selectFrom('turn')
    .select('question')
    .where('chat_id', '=', speaker.chatId)
    .where('open_id', '=', speaker.openId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(8)
    .execute();
  return rows.map((row) => row.question).reverse();
}

export function rememberTurn(db: Db, speaker: Speaker, turn: SeenTurn): Write {
  keepSeen(db, speaker, turn);
  return db.query
    .insertInto('turn')
    .values({ chat_id: speaker.chatId, open_id: speaker.openId, at: turn.at, question: turn.question });
}

/** Questions are kept only as long as a follow-up may refer to them. */
export function forgetTurns(db: Db, before: number): Write {
  return db.query.deleteFrom('turn').where('at', '<', before);
}

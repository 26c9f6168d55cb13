import type { Db, Write } from '../database.ts';

interface Speaker {
  chatId: string;
  openId: string;
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

export function rememberTurn(db: Db, speaker: Speaker, turn: { question: string; at: number }): Write {
  return db.query
    .insertInto('turn')
    .values({ chat_id: speaker.chatId, open_id: speaker.openId, at: turn.at, question: turn.question });
}

/** Questions are kept only as long as a follow-up may refer to them. */
export function forgetTurns(db: Db, before: number): Write {
  return db.query.deleteFrom('turn').where('at', '<', before);
}

import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';

/** What became of a question, as far as it can teach something. */
export type Lesson = 'refused' | 'wrong' | 'useful';

/** A question that the office may settle. */
export interface AskedQuestion {
  question: string;
  refused: number;
  wrong: number;
  useful: number;
  /** `group:7`, `unit:finance`: what the person meant, as his next question showed. */
  ledTo: string | null;
}

/** Counts a lesson. @param now instant in ms. */
export function countLesson(db: Db, lesson: { question: string; kind: Lesson; now: number }): Write {
  const { question, kind, now } = lesson;
  return db.query
    .insertInto('asked')
    .values({ question, [kind]: 1, led_to: null, first_at: now, last_at: now, settled_at: null })
    .onConflict((conflict) =>
      conflict.column('question').doUpdateSet((e) => ({
        [kind]: e(`asked.${kind}`, '+', 1),
        last_at: now,
        // It came up again after it was settled, so it was not.
        ...(kind === 'useful' ? {} : { settled_at: null }),
      })),
    );
}

/** Notes what a refused question was about, as the next one showed. Does nothing when it was not refused. */
export function noteMeaning(db: Db, meaning: { question: string; target: string; since: number }): Write {
  return db.query
    .updateTable('asked')
    .set({ led_to: meaning.target })
    .where('question', '=', meaning.question)
    .where('refused', '>', 0)
    .where('last_at', '>=', meaning.since);
}

/** Open questions since an instant (ms), those that failed most often first. */
export async function openQuestions(db: Db, since: number, limit: number): Promise<AskedQuestion[]> {
  return db.query
    .selectFrom('asked')
    .select(['question', 'refused', 'wrong', 'useful', 'led_to as ledTo'])
    .where('settled_at', 'is', null)
    .where('last_at', '>=', since)
    .where((e) => e.or([e('refused', '>', 0), e('wrong', '>', 0)]))
    .orderBy(sql`wrong * 2 + refused`, 'desc')
    .orderBy('last_at', 'desc')
    .limit(limit)
    .execute();
}

export function settleQuestion(db: Db, question: string, now: number): Write {
  return db.query.updateTable('asked').set({ settled_at: now }).where('question', '=', question);
}

/** `DuplicateKeyError`: the word stands for something already. */
export function addAlias(db: Db, alias: { text: string; target: string; by: string; now: number }): Write {
  return db.query
    .insertInto('alias')
    .values({ text: alias.text, target: alias.target, added_by: alias.by, added_at: alias.now });
}

export function removeAlias(db: Db, text: string): Write {
  return db.query.deleteFrom('alias').where('text', '=', text);
}

export async function aliases(db: Db): Promise<{ text: string; target: string }[]> {
  return db.query.selectFrom('alias').select(['text', 'target']).orderBy('text').execute();
}

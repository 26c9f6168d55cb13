import type { Write } from '../../db/database.ts';
import { countLesson, noteMeaning } from '../../db/queries/learning.ts';
import type { NoticeEngine } from '../answers/engine.ts';
import type { Answer } from '../answers/types.ts';
import type { Deps } from '../deps.ts';
import { targetOf } from './target.ts';

const LONGEST = 200;

/** A question as it is kept: short, in one line, without the person who asked. */
export function keptQuestion(question: string): string {
  return question.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/**
 * What an answer teaches: a refused or unclear question is counted; a question that is answered right after one tells
 * what the refused one was about.
 *
 * @param asked.since instant in ms from which the earlier questions count.
 */
export function lessonWrites(
  deps: Deps,
  asked: { question: string; answer: Answer; context: readonly string[]; since: number },
): Write[] {
  const now = deps.clock.now();
  const question = keptQuestion(asked.question);
  if (question === '') return [];
  if (asked.answer.kind === 'refuse' || asked.answer.kind === 'clarify')
    return [countLesson(deps.db, { question, kind: 'refused', now })];
  const before = asked.context.at(-1);
  const target = asked.answer.kind === 'answer' ? meantBy(deps.engine, asked.question) : undefined;
  if (before === undefined || target === undefined) return [];
  return [noteMeaning(deps.db, { question: keptQuestion(before), target, since: asked.since })];
}

/** The one thing that a question is about; undefined when it is about several or none. */
function meantBy(engine: NoticeEngine, question: string): string | undefined {
  const targets = new Set(
    engine
      .linkEntities(question)
      .flatMap((mention) => mention.entities.map(targetOf).filter((each) => each !== undefined)),
  );
  return targets.size === 1 ? [...targets][0] : undefined;
}

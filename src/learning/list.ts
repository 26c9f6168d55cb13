import { aliases, openQuestions } from '../../db/queries/learning.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { questionListCard } from './cards.ts';
import { targetName } from './target.ts';
import { unknownTerm } from './term.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A list looks back a little over its week, so that nothing falls between two. */
const LOOK_BACK_MS = 8 * DAY_MS;
/** One card's worth; the rest comes up again once these are settled. */
const MOST_QUESTIONS = 8;
const MOST_WORDS = 12;

/** The open questions and the office's words as a card; undefined when there is nothing to show. */
export async function openQuestionsCard(
  deps: Deps,
  how: { onlyQuestions: boolean },
): Promise<Card | undefined> {
  const since = deps.clock.now() - LOOK_BACK_MS;
  const open = await openQuestions(deps.db, since, MOST_QUESTIONS);
  const model = deps.notice.model;
  const words = (await aliases(deps.db))
    .slice(0, MOST_WORDS)
    .map(({ text, target }) => ({ text, name: targetName(model, target) ?? target }));
  if (open.length === 0 && (words.length === 0 || how.onlyQuestions)) return undefined;
  const proposals = open.map((asked) => {
    const name = asked.ledTo === null ? undefined : targetName(model, asked.ledTo);
    return {
      asked,
      term: unknownTerm(asked.question, deps.engine.linkEntities(asked.question)),
      target: asked.ledTo !== null && name !== undefined ? { target: asked.ledTo, name } : undefined,
    };
  });
  return questionListCard(proposals, { since: dayAt(since), words });
}

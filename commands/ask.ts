import { rememberTurn, type Speaker, seenTurn, turnsSince } from '../db/queries/turns.ts';
import { amendmentsBeside } from '../src/amendments/beside.ts';
import { standsAlone } from '../src/answers/conversation/stands-alone.ts';
import { answerCard } from '../src/answers/replies/card.ts';
import type { Answer } from '../src/answers/types.ts';
import { briefMessages } from '../src/briefs/live.ts';
import { bulletinMessages } from '../src/bulletin/live.ts';
import type { Element } from '../src/cards/elements.ts';
import type { Deps } from '../src/deps.ts';
import { UserError } from '../src/errors.ts';
import { refreshEngine } from '../src/learning/engine.ts';
import { lessonWrites } from '../src/learning/lessons.ts';
import type { Outcome } from '../src/outbox/outcome.ts';
import { liveMessages } from '../src/progress/live-questions.ts';
import { rankingMessages } from '../src/ranking/live.ts';
import { scoreMessages } from '../src/scoring/live.ts';
import { defineCommand, type Said } from './command.ts';

/** A follow-up refers to what was asked at most ten minutes ago. */
const CONTEXT_MS = 10 * 60_000;
const LONGEST_REMEMBERED = 500;

/** 问: a question in one's own words. */
export const ask = defineCommand({
  name: '问',
  alias: 'ask',
  usage: '/问 第7组谁牵头',
  summary: '用自己的话提问（不带命令直接发也可以）',
  run: async (deps, call) => {
    if (call.args === '') throw new UserError('请把问题写在命令后面，例如：/问 各单位多久报一次工作进展');
    return askOutcome(deps, { ...call, text: call.args });
  },
});

/** Answers a question with a card, and keeps it as context for the next one of the same person in the same chat. */
export async function askOutcome(deps: Deps, said: Said): Promise<Outcome> {
  const question = said.text.trim();
  const speaker = { chatId: said.chatId ?? said.sender, openId: said.sender };
  const now = deps.clock.now();
  // The office's own words count at once, in every process.
  const words = await refreshEngine(deps, said.wordsNo);
  const context = await contextOf(deps, speaker, question);
  const turn = rememberTurn(deps.db, speaker, { question: question.slice(0, LONGEST_REMEMBERED), at: now });
  const asked = { ...said, args: question };
  const live =
    (await scoreMessages(deps, asked)) ??
    (await rankingMessages(deps, asked)) ??
    (await briefMessages(deps, asked)) ??
    (await bulletinMessages(deps, asked)) ??
    (await liveMessages(deps, asked, { question, context }));
  if (live) {
    deps.metrics.count('questions_total', 'live');
    return { messages: live, writes: [turn] };
  }
  const answer = deps.engine.ask(question, context);
  deps.metrics.count('questions_total', answer.kind);
  return {
    ...answered(said, question, { answer, below: await amendmentsBeside(deps, answer, words) }),
    writes: [...lessonWrites(deps, { question, answer, context, since: now - CONTEXT_MS }), turn],
  };
}

/**
 * What a question may refer to. One that says by itself what it is about needs none, so that the database is not
 * asked: then it is the speaker's last question as far as this process knows it, for what a refused one meant.
 */
async function contextOf(deps: Deps, speaker: Speaker, question: string): Promise<string[]> {
  const since = deps.clock.now() - CONTEXT_MS;
  const last = seenTurn(deps.db, speaker, since);
  if (last !== undefined && standsAlone(question, deps.engine.linkEntities(question))) return [last];
  return turnsSince(deps.db, speaker, since);
}

/** An answer as the outcome of what was said; `below` is what is known beyond the notice. */
export function answered(
  said: Said,
  question: string,
  { answer, below = [] }: { answer: Answer; below?: readonly Element[] },
): Outcome {
  const card = answerCard(question, answer, below);
  return {
    messages: [{ key: `answer:${said.key}`, to: said.reply, body: { type: 'card', card } }],
    writes: [],
  };
}

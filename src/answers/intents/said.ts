import type { Desk } from '../handler.ts';
import { ownerLine } from '../owners.ts';
import type { Question } from '../parse.ts';
import { type Reply, reply } from '../reply.ts';
import { focusOf } from '../statement-replies.ts';
import type { Statement } from '../statements.ts';
import { at } from '../texts.ts';

/** The sentence that has most of a question as it was put, whatever the rules make of it. */
export interface Said {
  reply: Reply;
  /** Share (0…1) of the question that it has. */
  coverage: number;
  /** How much more of it than the next one that stands elsewhere. */
  ahead: number;
}

/** How much a sentence is preferred for standing where the answer most probably does. */
const PLACED = 0.3;
/** A sentence that has less of the question has nothing to do with it. */
const LEAST = 0.15;
/** A longer sentence is a dump: the piece of it that was found is shown. */
const LONGEST = 180;

/** Finds it, by the words of the question and by where answers to such words stand. */
export function saidNearest(
  { text }: Question,
  places: ReadonlyMap<string, number>,
  desk: Desk,
): Said | undefined {
  const ranked = desk.retriever.search({ parts: [text] }).map((match) => ({
    ...match,
    rank: match.coverage + PLACED * (places.get(match.statement.location) ?? 0),
  }));
  const best = ranked.reduce<(typeof ranked)[number] | undefined>(
    (most, one) => (most === undefined || one.rank > most.rank ? one : most),
    undefined,
  );
  if (!best || best.coverage < LEAST) return undefined;
  const { statement, coverage } = best;
  const others = ranked.filter((one) => one.statement.location !== statement.location);
  const next = others.reduce((most, one) => Math.max(most, one.rank), 0);
  return {
    coverage,
    ahead: best.rank - next,
    reply: reply(`${sentenceOf(statement, desk)}${at(statement.location)}`, [statement.location], {
      confidence: coverage,
      focus: focusOf(statement),
      aside: ownerLine(desk.facts, statement),
      by: 'said',
    }),
  };
}

/** The whole sentence that a statement is of. */
function sentenceOf({ location, text }: Statement, { facts }: Desk): string {
  const piece = text.replace(/[。；;，]$/, '');
  const sentences = facts.clause(location)?.text.split(/(?<=[。\n])/) ?? [];
  const whole = sentences.find((sentence) => sentence.includes(piece))?.trim();
  return whole !== undefined && whole.length <= LONGEST ? whole : text;
}

import type { Desk } from '../handler.ts';
import { expectationOf } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import { contentOf } from '../question/wording.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import { pieceFor } from '../sentences/fragments.ts';
import { ownerLine } from '../sentences/owners.ts';
import { focusOf } from '../sentences/statement-replies.ts';
import type { Statement } from '../sentences/statements.ts';

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
  { text, residue, mentions }: Question,
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
  // Words of the question's own that it has nothing of say that it is of something else.
  const left = residue.join('');
  if (left !== '' && ![...left].some((char) => statement.folded.includes(char))) return undefined;
  const named = mentions.flatMap(({ entities }) =>
    entities.flatMap((e) => (e.kind === 'group' ? [e.no] : [])),
  );
  const isOfAnother = named.length > 0 && statement.groups.length > 0;
  if (isOfAnother && !statement.groups.some((no) => named.includes(no))) return undefined;
  const others = ranked.filter((one) => one.statement.location !== statement.location);
  const next = others.reduce((most, one) => Math.max(most, one.rank), 0);
  return {
    coverage,
    ahead: best.rank - next,
    reply: reply(`${sentenceOf(statement, text, desk)}${at(statement.location)}`, [statement.location], {
      confidence: coverage,
      focus: focusOf(statement),
      aside: ownerLine(desk.facts, statement),
      by: 'said',
    }),
  };
}

/** The whole sentence that a statement is of; of one that lists many figures, the piece with the figure asked for. */
function sentenceOf({ location, text }: Statement, asked: string, { facts }: Desk): string {
  const expectation = expectationOf(asked);
  const isOther = () => false;
  const figure = expectation && pieceFor(text, contentOf(asked), { expectation, isOther, keeps: [] });
  if (figure !== undefined) return figure;
  const piece = text.replace(/[。；;，]$/, '');
  const sentences = facts.clause(location)?.text.split(/(?<=[。\n])/) ?? [];
  const whole = sentences.find((sentence) => sentence.includes(piece))?.trim();
  return whole !== undefined && whole.length <= LONGEST ? whole : text;
}

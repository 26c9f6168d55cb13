import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { askingStart, CLAUSE } from '../../question/asking-clause.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf, residueOf } from '../../question/wording.ts';
import { ownerReply, ownersAsked, withoutOwnerWords } from '../../sentences/owners.ts';
import type { Match } from '../../sentences/retrieve.ts';

/** Coverage from which on the words of the clause are clearly those of a sentence. */
const SURE = 0.6;
/** The same where another word of the question points to another group. */
const AGAINST_HINT = 0.72;
/** The same where the clause that asks has no matter, and the one before it may only tell of trouble (`…，嫌手续多，归哪个组`). */
const AGAINST_TOLD = 0.9;
/** How sure the answer is then: more than a word that points somewhere. */
const CLEAR = 0.9;
/** Fewer characters than this say nothing of a matter. */
const SHORTEST = 4;
/** How far the best must be ahead of the next that belongs to someone else. */
const AHEAD = 0.06;

/**
 * A story whose last words say what is asked for (`窗口不管…，哪个组该提升某能力`): the sentence that the asking
 * clause is about, and whose it is. Undefined where that clause names a matter itself or is about no sentence.
 */
export const answerAskedClause: Handler = (question, desk) => {
  if (isNamedAnywhere(question) || /副?组长|办公室副?主任/.test(question.text)) return undefined;
  if (SEVERAL.test(question.masked) || !ownersAsked(question.masked) || isNamed(question)) return undefined;
  const { parts, isOwn } = askedParts(question);
  const match = ownedBy(parts, desk);
  if (
    !match ||
    match.coverage < (isElsewhere(question, match) ? (isOwn ? AGAINST_HINT : AGAINST_TOLD) : SURE) ||
    isAnothers(question, match, desk)
  )
    return undefined;
  const found = ownerReply(question, desk.facts, match);
  return found && { ...found, confidence: CLEAR, isOwner: true, spoken: [...question.residue] };
};

/** All groups of a unit, or bodies of another kind, are other questions. */
const SEVERAL = /哪[几些两俩二三四]|几个|都有|一共|企业(?:牵头|是)/;

/** A number, a place or a person: the structure knows better. */
const isNamedAnywhere = ({ mentions }: Question) =>
  mentions.some((m) => m.how === 'number' || (m.how !== 'hint' && m.kind !== 'unit'));

/** So it does of a firm name within the clause that asks. */
function isNamed({ text, mentions }: Question): boolean {
  const firm = mentions.filter((m) => m.how !== 'hint');
  const start = firm.length > 0 ? askingStart(text) : 0;
  return firm.some((m) => m.start >= start || start === 0);
}

/** The content of the asking clause, or, where it only asks, of what goes before it. */
function askedParts({ text }: Question): { parts: readonly string[]; isOwn: boolean } {
  const clauses = [...text.matchAll(CLAUSE)].map((clause) => clause[0]);
  const at = clauses.findLastIndex((clause) => ownersAsked(clause));
  for (const i of [at, at - 1]) {
    const said = withoutOwnerWords(clauses[i] ?? '');
    if (residueOf(said).join('').length >= SHORTEST) return { parts: contentOf(said), isOwn: i === at };
  }
  return { parts: [], isOwn: false };
}

/** The best sentence that is someone's, if it is well ahead of the sentences of others. */
export function ownedBy(parts: readonly string[], { retriever, facts }: Desk): Match | undefined {
  const matches = retriever.search({ parts, boost: (s) => (s.isTopic ? 1.02 : 1) });
  const [best] = matches;
  const own = best ? ownersOf(best, facts) : [];
  if (!best || own.length === 0) return undefined;
  const rival = matches.find((m) => !ownersOf(m, facts).some((no) => own.includes(no)));
  return best.coverage - (rival?.coverage ?? 0) >= AHEAD ? best : undefined;
}

/** The groups whose matter a sentence is. */
export const ownersOf = ({ statement }: Match, facts: Facts) =>
  statement.groups.length > 0
    ? statement.groups
    : statement.measures.flatMap((no) => facts.measure(no)?.groups ?? []);

/**
 * With the words that ask for an owner the question is one of a rule for all (`主管部门是谁`); or the whole story is that
 * of another's sentence, and the asking clause has only words of office (`…，手续归哪个组理顺`).
 */
function isAnothers({ content }: Question, match: Match, { retriever, facts }: Desk): boolean {
  const [best] = retriever.search({ parts: content });
  if (best === undefined || best.coverage < SURE) return false;
  const owners = ownersOf(best, facts);
  const own = ownersOf(match, facts);
  return (
    owners.length === 0 || (best.weight >= MUCH_MORE * match.weight && !owners.some((no) => own.includes(no)))
  );
}

const MUCH_MORE = 1.5;

/** Whether all words that point to a group point to another one. */
function isElsewhere(question: Question, { statement }: Match): boolean {
  const hinted = mentioned(question, 'group', true).map(({ no }) => no);
  return hinted.length > 0 && !hinted.some((no) => statement.groups.includes(no));
}

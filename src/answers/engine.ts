import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';
import {
  completeFromContext,
  completeFromPart,
  hasOwnWords,
  type Turn,
  withLastAsked,
} from './conversation.ts';
import type { Mention } from './entities.ts';
import { indexFacts } from './facts.ts';
import { fold } from './fold.ts';
import type { Desk, Handler } from './handler.ts';
import { answerClauses, answerParts, answerSeries } from './handlers/clauses.ts';
import { answerBodies, answerLabels, answerWholes } from './handlers/counts.ts';
import { answerDocument } from './handlers/documents.ts';
import { answerGroups, answerSubLeads } from './handlers/groups.ts';
import { answerMeasures } from './handlers/measures.ts';
import { answerBareNumber, answerNumbered } from './handlers/numbered.ts';
import { answerOtherFields, answerPeople, answerSurnames } from './handlers/people.ts';
import { answerAbsent, answerLive } from './handlers/refusals.ts';
import { answerRules } from './handlers/rules.ts';
import { answerScenario } from './handlers/scenario.ts';
import { answerSets } from './handlers/sets.ts';
import { answerSmallTalk } from './handlers/small-talk.ts';
import { answerStrangers } from './handlers/strangers.ts';
import { answerExactly, answerMoreOf, answerSuperlatives } from './handlers/superlatives.ts';
import { answerFigures, answerTargets } from './handlers/targets.ts';
import { answerUnitInGroup, answerUnits } from './handlers/units.ts';
import { answerClaims } from './handlers/verify.ts';
import { buildLinker, type Linker } from './link.ts';
import type { LiveResolver } from './live.ts';
import { buildLookup, type Lookup } from './lookup.ts';
import { collectNames } from './names.ts';
import { digitize } from './numerals.ts';
import { type Question, readQuestion } from './parse.ts';
import { type Reply, refuse, reply, toAnswer } from './reply.ts';
import { type Resolution, type Resolvable, resolveName } from './resolve.ts';
import { buildRetriever } from './retrieve.ts';
import { splitQuestions } from './split.ts';
import { collectStatements } from './statements.ts';
import { buildSynonyms } from './synonyms.ts';
import type { Context, Engine } from './types.ts';

/** Asked in this order; the first that is sure answers. */
const HANDLERS: readonly Handler[] = [
  answerSmallTalk,
  answerAbsent,
  answerLive,
  answerStrangers,
  answerClaims,
  answerBareNumber,
  answerSurnames,
  answerOtherFields,
  answerLabels,
  answerExactly,
  answerMoreOf,
  answerSuperlatives,
  answerSets,
  answerNumbered,
  answerTargets,
  answerSubLeads,
  answerUnitInGroup,
  answerBodies,
  answerMeasures,
  answerClauses,
  answerGroups,
  answerPeople,
  answerDocument,
  answerParts,
  answerSeries,
  answerWholes,
  answerUnits,
  answerScenario,
];

/** A structured answer that only tells what there is about a thing, for want of a question. */
const OVERVIEW = 0.8;
/** Share of the words left over that a statement must have to be the answer instead. */
const EXPLAINED = 0.45;
/** Share of words that stand nowhere, from which on they are more than a way of putting it. */
const UNKNOWN = 0.6;
const NOTHING = '通知里没有写这件事，不能替它回答。';
/** Earlier turns looked at. */
const MEMORY = 3;

/** The question engine, and what else other features ask of the same understanding. */
export interface NoticeEngine extends Engine {
  /** Makes out what a command's argument names. */
  resolve(kind: Resolvable, text: string): Resolution;
  /** What a text mentions, in order. */
  linkEntities(text: string): Mention[];
  lookup: Lookup;
}

/**
 * Builds the question engine over one notice and the way people speak about it. `live` answers what only the
 * reports know.
 */
export function createEngine(model: NoticeModel, lexicon: Lexicon, live?: LiveResolver): NoticeEngine {
  const facts = indexFacts(model);
  const linker = buildLinker(collectNames(model, lexicon), facts, lexicon.rewrites);
  const retriever = buildRetriever(collectStatements(facts, lexicon), buildSynonyms(lexicon.synonyms));
  const contrasts = lexicon.contrasts.map((row) => row.map((side) => side.split('|').map(fold).join('|')));
  const desk: Desk = { facts, retriever, contrasts, live };
  return {
    ask(question, context = []) {
      const { reply: found } = converse(question, context, linker, desk);
      return found.live ?? toAnswer(found, facts);
    },
    resolve: (kind, text) => resolveName(kind, text, { linker, facts }),
    linkEntities: (text) => linker.link(digitize(fold(text))),
    lookup: buildLookup(facts),
  };
}

function converse(raw: string, context: Context, linker: Linker, desk: Desk): Turn {
  let last: Turn | undefined;
  for (const earlier of context.slice(-MEMORY)) last = take(earlier, last, linker, desk);
  return take(raw, last, linker, desk);
}

/** One message: completed from the last turn where it is elliptic, cut where it asks several things. */
function take(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const question = readQuestion(raw, linker);
  const full = last && completeFromContext(question, last, desk);
  const complete = full === undefined ? question : readQuestion(full, linker);
  const pieces = splitQuestions(complete.text);
  if (pieces.length < 2) {
    const other = last && full !== undefined ? withLastAsked(question, last) : undefined;
    const readings = other === undefined ? [complete] : [readQuestion(other, linker), complete];
    const turns = (last && hasOwnWords(last.question) ? readings : readings.reverse()).map((reading) => ({
      question: reading,
      reply: decide(reading, desk),
    }));
    return (
      turns.find((turn) => isAnswer(turn.reply)) ?? turns[0] ?? { question: complete, reply: refuse(NOTHING) }
    );
  }
  let before: Turn | undefined;
  const turns = pieces.map((piece) => {
    before = takeOne(piece, before, linker, desk);
    return before;
  });
  return { question: complete, reply: joinReplies(turns.map((turn) => turn.reply)) };
}

function takeOne(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const question = readQuestion(raw, linker);
  const ofPaper = last && answerDocument(question, desk);
  if (ofPaper) return { question, reply: ofPaper };
  const full =
    last &&
    (/呢$/.test(question.text)
      ? completeFromContext(question, last, desk)
      : completeFromPart(question, last, desk));
  const complete = full === undefined ? question : readQuestion(full, linker);
  return { question: complete, reply: decide(complete, desk) };
}

/** The answers to the parts of one message, a line each; an answer as soon as one part has one. */
function joinReplies(replies: readonly Reply[]): Reply {
  const lines = replies.flatMap((r) => r.lines.slice(0, 3));
  const cites = replies.flatMap((r) => r.cites);
  const kinds = replies.map((r) => r.kind);
  const kind = kinds.find((k) => k === 'answer') ?? kinds[0] ?? 'refuse';
  return reply([...new Set(lines)], cites, {
    kind,
    focus: replies.flatMap((r) => r.focus),
    confidence: Math.min(...replies.map((r) => r.confidence)),
  });
}

/** The first sure answer; where words are left that no structure explains, the statements are heard too. */
function decide(question: Question, desk: Desk): Reply {
  const structured = firstOf(question, desk);
  if (structured && structured.kind !== 'answer') return structured;
  const leftOver = wordsLeft(question, structured);
  if (structured && leftOver.length === 0 && structured.confidence > OVERVIEW) return structured;
  const stated = answerRules(question, desk) ?? refuse(NOTHING);
  if (!structured) return isAnswer(stated) ? stated : (answerFigures(question, desk) ?? stated);
  if (structured.confidence > OVERVIEW) {
    if (!stated.isNearest && explains(stated, leftOver, desk)) return stated;
    const isKnown = desk.retriever.unknownShare(leftOver) < UNKNOWN;
    return structured.isOwner && isKnown ? structured : beside(structured, leftOver);
  }
  if (isAnswer(stated)) return stated;
  const isBare = question.residue.join('').length === 0;
  const figures = answerFigures(question, desk);
  if (figures) return figures;
  if (stated.isNearest) return beside(structured, leftOver);
  if (stated.isPartial || (!isBare && leftOver.join('').length > 2)) return stated;
  return beside(structured, leftOver);
}

/** A structured answer that leaves words of the question unaccounted for says so first. */
function beside(structured: Reply, leftOver: readonly string[]): Reply {
  if (leftOver.length === 0) return structured;
  const no = `通知里没有写“${leftOver.join('、')}”。`;
  return {
    ...structured,
    lines: [no, ...structured.lines.map((line, i) => (i === 0 ? `只写了：${line}` : line))],
    isPartial: true,
  };
}

const isAnswer = (found: Reply) => found.kind === 'answer' && !found.isPartial;

/** Words of two characters and more that the structured answer does not account for. */
function wordsLeft(question: Question, structured: Reply | undefined): string[] {
  const spoken = structured?.spoken ?? [];
  const bare = question.residue.map((part) => spoken.reduce((text, word) => text.replace(word, ','), part));
  return bare.flatMap((part) => part.split(',')).filter((part) => part.length > 1);
}

/** Whether a statement has the words that structure left over. */
function explains(stated: Reply, leftOver: readonly string[], desk: Desk): boolean {
  const [place] = stated.cites;
  if (place === undefined || leftOver.length === 0) return false;
  const [best] = desk.retriever.search({ parts: leftOver, only: (s) => s.location === place });
  return (best?.coverage ?? 0) >= EXPLAINED;
}

function firstOf(question: Question, desk: Desk): Reply | undefined {
  for (const handler of HANDLERS) {
    const found = handler(question, desk);
    if (found) return found;
  }
  return undefined;
}

import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';
import { completeFromContext, type Turn } from './conversation.ts';
import { indexFacts } from './facts.ts';
import type { Desk, Handler } from './handler.ts';
import { answerClauses } from './handlers/clauses.ts';
import { answerBodies, answerWholes } from './handlers/counts.ts';
import { answerDocument } from './handlers/documents.ts';
import { answerGroups, answerSubLeads } from './handlers/groups.ts';
import { answerMeasures } from './handlers/measures.ts';
import { answerPeople } from './handlers/people.ts';
import { answerAbsent } from './handlers/refusals.ts';
import { answerRules } from './handlers/rules.ts';
import { answerSets } from './handlers/sets.ts';
import { answerSmallTalk } from './handlers/small-talk.ts';
import { answerStrangers } from './handlers/strangers.ts';
import { answerSuperlatives } from './handlers/superlatives.ts';
import { answerUnitInGroup, answerUnits } from './handlers/units.ts';
import { answerClaims } from './handlers/verify.ts';
import { buildLinker, type Linker } from './link.ts';
import { collectNames } from './names.ts';
import { type Question, readQuestion } from './parse.ts';
import { type Reply, toAnswer } from './reply.ts';
import { buildRetriever } from './retrieve.ts';
import { collectStatements } from './statements.ts';
import { buildSynonyms } from './synonyms.ts';
import type { Context, Engine } from './types.ts';

/** Asked in this order; the first that is sure answers. */
const HANDLERS: readonly Handler[] = [
  answerSmallTalk,
  answerAbsent,
  answerStrangers,
  answerClaims,
  answerSuperlatives,
  answerSets,
  answerSubLeads,
  answerUnitInGroup,
  answerMeasures,
  answerClauses,
  answerGroups,
  answerPeople,
  answerBodies,
  answerDocument,
  answerWholes,
  answerUnits,
];

/** A structured answer below this leaves the word to the statements, and speaks again if they are silent. */
const SURE = 0.6;
/** Earlier turns looked at. */
const MEMORY = 3;

/** Builds the question engine over one notice and the way people speak about it. */
export function createEngine(model: NoticeModel, lexicon: Lexicon): Engine {
  const facts = indexFacts(model);
  const linker = buildLinker(collectNames(model, lexicon), facts);
  const retriever = buildRetriever(collectStatements(facts, lexicon), buildSynonyms(lexicon.synonyms));
  const desk: Desk = { facts, retriever };
  return {
    ask(question, context = []) {
      return toAnswer(converse(question, context, linker, desk).reply, facts);
    },
  };
}

function converse(raw: string, context: Context, linker: Linker, desk: Desk): Turn {
  let last: Turn | undefined;
  for (const earlier of context.slice(-MEMORY)) last = take(earlier, last, linker, desk);
  return take(raw, last, linker, desk);
}

function take(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const question = readQuestion(raw, linker);
  const full = last && completeFromContext(question, last, desk.facts);
  const complete = full === undefined ? question : readQuestion(full, linker);
  return { question: complete, reply: decide(complete, desk) };
}

function decide(question: Question, desk: Desk): Reply {
  let doubtful: Reply | undefined;
  for (const handler of HANDLERS) {
    const found = handler(question, desk);
    if (!found) continue;
    if (found.confidence > SURE || found.kind !== 'answer') return found;
    doubtful ??= found;
  }
  const stated = answerRules(question, desk);
  if (stated && (stated.kind === 'answer' || !doubtful)) return stated;
  if (doubtful) return doubtful;
  return stated as Reply;
}

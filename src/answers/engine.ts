import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';
import { isOnlyTalk, withoutSideClauses } from './beside/side-clauses.ts';
import { fold } from './characters/fold.ts';
import { digitize } from './characters/numerals.ts';
import { asOtherName } from './conversation/carry-on.ts';
import { completeFromContext, hasOwnWords, withLastAsked } from './conversation/conversation.ts';
import { answerFollowUp } from './conversation/follow-up-replies.ts';
import { asksToList, rephrasings } from './conversation/follow-ups.ts';
import { heldAgainst, heldIn } from './conversation/held-against.ts';
import { otherMatter } from './conversation/other-matter.ts';
import { isRatherAlone, isSelfContained } from './conversation/self-contained.ts';
import { standsAlone } from './conversation/stands-alone.ts';
import { eachOrdinal } from './conversation/swaps.ts';
import { withWordsOfTold } from './conversation/words-misheard.ts';
import { decide, isAnswer, isOverview, isToThePoint, NOTHING, SELF_STANDING } from './decide.ts';
import { deskOf } from './desk-of.ts';
import { inDialogue } from './dialogue/index.ts';
import { returned } from './dialogue/returns.ts';
import { talkOf } from './dialogue/talk.ts';
import { indexFacts } from './facts.ts';
import type { Desk } from './handler.ts';
import { answerNumberLed } from './handlers/numbered.ts';
import { answerWholly } from './handlers/read-wholly.ts';
import { answerSmallTalk, receives, talkAsTyped } from './handlers/small-talk.ts';
import { answerPartsTaken } from './handlers/units/parts-taken.ts';
import { type Chooser, choiceLearnt } from './intents/choice.ts';
import { type Classifier, guessesOf } from './intents/classify.ts';
import { leaningOn, reread } from './intents/second-reading.ts';
import { type Shape, shapeOf } from './intents/shape.ts';
import type { Places } from './learnt/places.ts';
import type { LiveResolver } from './live.ts';
import { buildLookup, type Lookup } from './lookup.ts';
import type { Mention } from './names/entities.ts';
import { buildLinker, type Linker } from './names/link.ts';
import { collectNames } from './names/names.ts';
import { type Resolution, type Resolvable, resolveName } from './names/resolve.ts';
import { answerEachAlone } from './parts/each-alone.ts';
import { nameAskedLast } from './parts/name-asked-last.ts';
import { isInIt } from './parts/one-breath.ts';
import { answerPieces, isOutside } from './parts/pieces.ts';
import { splitQuestions } from './parts/split.ts';
import { withoutAbsent } from './parts/without-absent.ts';
import { answerMemberships } from './query/memberships.ts';
import { ofOnlyGroup, withNames } from './query/pronouns.ts';
import { type Question, readQuestion, remembering } from './question/parse.ts';
import { joinReplies, type Reply, toAnswer } from './replies/reply.ts';
import { withTarget } from './replies/target-instead.ts';
import { answerNearby } from './sentences/nearby.ts';
import { asTold } from './told/as-told.ts';
import { withNamesakesTold } from './told/namesakes.ts';
import { askedOfBoth } from './told/told-both.ts';
import { askedOfTold } from './told/told-first.ts';
import { exactly, type Turn } from './turn.ts';
import type { Context, Engine } from './types.ts';

/** Earlier turns looked at. */
const MEMORY = 3;

/** A longer message is a text, and goes on from nothing. */
const LONGEST = 200;

/** The question engine, and what else other features ask of the same understanding. */
export interface NoticeEngine extends Engine {
  /** Makes out what a command's argument names. */
  resolve(kind: Resolvable, text: string): Resolution;
  /** What a text mentions, in order. */
  linkEntities(text: string): Mention[];
  lookup: Lookup;
  /** The same engine with other words of the people who ask. */
  withLexicon(lexicon: Lexicon): NoticeEngine;
  /** A question without its names: what it is after is learnt from such shapes. */
  shapeOf(question: string, context?: Context): Shape;
}

/** What was learnt from judged questions (`npm run train`). */
interface Learnt {
  /** What a question is after by its wording: the same for every notice. */
  guess?: Classifier;
  /** Which of the replies found is most likely right. */
  choose?: Chooser;
  /** Where in this notice its answer stands. */
  places?: Places | undefined;
}

/**
 * Builds the question engine over one notice and the way people speak about it. `live` answers what only the
 * reports know; `learnt` is what questions were after that were asked before.
 */
export function createEngine(
  model: NoticeModel,
  lexicon: Lexicon,
  live?: LiveResolver,
  learnt: Learnt = {},
): NoticeEngine {
  const { guess = guessesOf, choose = choiceLearnt, places } = learnt;
  const facts = indexFacts(model);
  const linker = buildLinker(collectNames(model, lexicon), facts, lexicon);
  const desk: Desk = { ...deskOf(facts, lexicon), live, guess, choose, places };
  return {
    ask(question, context = []) {
      const memory = remembering(linker);
      const turn = converse(question, context, memory, desk);
      const found = withTarget(turn, memory, desk);
      return found.live ?? toAnswer(found, facts);
    },
    resolve: (kind, text) => resolveName(kind, text, { linker, facts }),
    linkEntities: (text) => linker.link(digitize(fold(text))),
    shapeOf(question, context = []) {
      const memory = remembering(linker);
      const last = context.length > 0 ? lastOf(context, memory, desk) : undefined;
      const told = asTold(memory.written(question), last !== undefined, memory, desk);
      return shapeOf(readQuestion(told, memory), facts, leaningOn(last));
    },
    lookup: buildLookup(facts),
    withLexicon: (words) => createEngine(model, words, live, learnt),
  };
}

function converse(raw: string, context: Context, linker: Linker, desk: Desk): Turn {
  return takeNext(raw, lastOf(context, linker, desk), linker, desk);
}

function lastOf(context: Context, linker: Linker, desk: Desk): Turn | undefined {
  let last: Turn | undefined;
  for (const earlier of context.slice(-MEMORY)) {
    const turn = takeNext(earlier, last, linker, desk);
    // `好的，记下了` does not change what is spoken of.
    last = turn.reply.kind === 'chat' ? (last ?? turn) : turn;
  }
  return last;
}

/** The next message of a conversation, read by the rules and, where they found little, by its wording as a whole. */
function takeNext(typed: string, before: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const message = linker.written(typed);
  const told = withWordsOfTold(asTold(message, before !== undefined, linker, desk), before, desk.facts);
  const turn = readNext(message, told, before, linker, desk);
  const question = readQuestion(told, linker);
  // What was told beside the question, and left out, tells nothing of what it is after.
  const asked = isAnswer(turn.reply) && question.text.includes(turn.question.text) ? turn.question : question;
  const read = reread(turn, asked, turn.isAlone ? undefined : leaningOn(before), linker, desk);
  if (before && !turn.isAlone) return read;
  const parts = {
    read: (part: string) => readQuestion(part, linker),
    alone: (part: string) => takeOne(part, linker, desk),
  };
  return answerEachAlone(message, read, parts) ?? read;
}

/** A part of a message as if nothing else were said. */
function takeOne(part: string, linker: Linker, desk: Desk): Turn {
  const told = asTold(part, false, linker, desk);
  const turn = take(told, undefined, linker, desk);
  return reread(turn, readQuestion(told, linker), undefined, linker, desk);
}

/**
 * The next message of a conversation: it may go on from an earlier turn than the last, or from none. `raw`: the message
 * without what is told beside it.
 */
function readNext(message: string, raw: string, before: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const typed = message.length > LONGEST ? undefined : talkAsTyped(message);
  if (typed && !before) return { question: readQuestion(message, linker), reply: typed };
  const back = before && returned(raw, before);
  if (raw.length > LONGEST) return { ...take(raw, undefined, linker, desk), before };
  if (back) return { ...take(back.text, back.last, linker, desk), before };
  if (!before) return take(raw, undefined, linker, desk);
  const held = heldIn(raw) ?? heldIn(message);
  const beside = held && heldAgainst(readNext(held.asked, held.asked, before, linker, desk), before, held);
  if (beside) return { ...beside, before };
  const own = readQuestion(raw, linker);
  // After a measure a bare number is the next one's.
  const isOfMeasures = before.reply.focus.some(({ kind }) => kind === 'measure');
  const numbered = isOfMeasures ? undefined : answerNumberLed(own, desk);
  const ofAll = numbered ?? (OF_TOLD.test(raw) ? undefined : answerPartsTaken(own, desk));
  if (ofAll?.readsAll) return { question: own, reply: ofAll, before, isAlone: true };
  const isAlone = standsAlone(raw, linker.link(digitize(fold(raw))));
  const talked = isAlone ? undefined : talkOn(readQuestion(raw, linker), before, linker, desk);
  if (talked) return { ...talked, before };
  if (typed) return { question: readQuestion(message, linker), reply: typed, before };
  const alone = take(raw, undefined, linker, desk);
  if (isAlone || isSelfContained(alone, raw, before)) return { ...alone, before, isAlone: true };
  const leaning = take(raw, before, linker, desk);
  return { ...(isRatherAlone(alone, leaning, raw, before) ? alone : leaning), before };
}

/** Says that only some of what was told is meant; else what is asked of all groups is. */
const OF_TOLD = /里[头面边]|其中|当中|这[些几个]|那[些几个]|[他她它]|还有|呢$|^那/;

/** One message: without what it says beside the question, where that is answered or the whole is not; else as a whole. */
function take(message: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const raw = withNamesakesTold(message, desk.facts);
  const restated = askedOfBoth(raw, linker) ?? askedOfTold(raw, linker);
  const core = withoutSideClauses(raw, linker, desk, last !== undefined);
  const isWhole = restated === undefined && core === undefined;
  const inOne = isWhole ? undefined : answerWholly(readQuestion(raw, linker), desk);
  if (inOne) return exactly({ question: readQuestion(raw, linker), reply: inOne });
  const told = restated === undefined ? undefined : takeWhole(restated, last, linker, desk);
  if (told && isToThePoint(told.reply)) return told;
  const turn = core === undefined ? undefined : takeWhole(core, last, linker, desk);
  if (turn && (isAnswer(turn.reply) || turn.reply.kind === 'chat' || isSurelyNot(turn.reply))) return turn;
  const answer = (text: string) => takeWhole(text, last, linker, desk);
  const whole = withoutAbsent(answer(raw), raw, answer, linker, desk);
  const isNearer = turn?.reply.kind === 'refuse' && whole.reply.kind === 'answer';
  const found = turn && !isAnswer(whole.reply) && whole.reply.kind !== 'chat' && !isNearer ? turn : whole;
  const named = found.reply.isPartial ? nameAskedLast(raw) : undefined;
  const ofLast = named === undefined ? undefined : takeWhole(named, undefined, linker, desk);
  if (ofLast && isToThePoint(ofLast.reply)) return ofLast;
  const isTalk =
    found.reply.kind === 'refuse' && isOnlyTalk(raw, linker, desk) && !isOutside(found.question, desk);
  return isTalk ? { ...found, reply: receives() } : found;
}

/** A refusal that knows why: what goes beside the question does not answer it. That nothing was found is no such reason. */
const isSurelyNot = ({ kind, confidence, isPartial, lines }: Reply) =>
  kind === 'refuse' && confidence >= SELF_STANDING && !isPartial && lines[0] !== NOTHING;

/** One message: completed from the last turn where it is elliptic, cut where it asks several things. */
function takeWhole(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const talked = last && talkOn(readQuestion(raw, linker), last, linker, desk);
  if (talked) return talked;
  const question = readQuestion(last ? asOtherName(raw) : raw, linker);
  const talk = answerSmallTalk(question, desk);
  if (talk) return { question, reply: talk };
  const ofGroup = last && (ofOnlyGroup(question, last, desk.facts) ?? isInIt(question, last, desk.facts));
  if (ofGroup !== undefined) return takeWhole(ofGroup, undefined, linker, desk);
  const named = last && withNames(question, last, desk.facts);
  const meant = named === undefined ? undefined : readQuestion(named, linker);
  const membership = meant && answerMemberships(meant, desk);
  if (membership) return { question: meant, reply: membership };
  const each = last ? eachOrdinal(question.text).map((one) => takeWhole(one, last, linker, desk)) : [];
  if (each.length > 1) return { question, reply: joinReplies(each.map((turn) => turn.reply)) };
  const goneOn = last && goOn(question, last, linker, desk);
  if (goneOn) return goneOn;
  const full = last && completeFromContext(question, last, desk);
  const complete = full === undefined ? question : readQuestion(full, linker);
  const pieces = splitQuestions(complete.text);
  if (pieces.length < 2) {
    const other = last && withLastAsked(question, last);
    const readings = other === undefined ? [complete] : [readQuestion(other, linker), complete];
    const order = last && hasOwnWords(last.question) && !isNumbered(question) ? readings : readings.reverse();
    const sure = order.find((reading) => isToThePoint(decide(reading, desk)));
    const meant = sure ?? order[0] ?? complete;
    const found = { question: meant, reply: decide(meant, desk) };
    const matter = last && otherMatter(question, last, found, linker, desk);
    if (matter) return matter;
    if (full !== undefined && isClearer(question, found, desk))
      return { question, reply: decide(question, desk) };
    const isPlaced = full !== undefined && isNumbered(complete);
    return last && !isAnswer(found.reply) && question.mentions.length === 0 && !isPlaced
      ? { ...found, reply: answerNearby(question, last.reply.cites.slice(0, 1), desk) ?? found.reply }
      : found;
  }
  return answerPieces(complete, pieces, last, { linker, desk });
}

/** A short question that a sentence answers surely, and hardly once the last subject is put to it. */
function isClearer(question: Question, found: Turn, desk: Desk): boolean {
  if (question.mentions.length > 0 || found.reply.confidence >= HARDLY || !hasOwnWords(question))
    return false;
  const alone = decide(question, desk);
  return isAnswer(alone) && alone.confidence >= SELF_STANDING;
}

const HARDLY = 0.7;

/** A message that leans on what the last answer told. */
function talkOn(question: Question, last: Turn, linker: Linker, desk: Desk): Turn | undefined {
  const turn = inDialogue(talkOf(question, last, linker, desk));
  return turn && isToThePoint(turn.reply) ? exactly(turn) : turn;
}

/** A message that says only what differs from the last one, or asks into the last answer. */
function goOn(question: Question, last: Turn, linker: Linker, desk: Desk): Turn | undefined {
  const read = (text: string) => readQuestion(text, linker);
  const direct = answerFollowUp(question, last, { ...desk, read });
  if (direct) return direct;
  const isTold = asksToList(question.text, question.folded) && /：.+[、；]/.test(last.reply.lines[0] ?? '');
  if (isTold) return { question: last.question, reply: last.reply };
  for (const full of rephrasings(question, last, { facts: desk.facts, linker })) {
    const turn = { question: read(full), reply: decide(read(full), desk) };
    if (isAnswer(turn.reply) && !isOverview(turn.reply)) return turn;
  }
  return undefined;
}

const isNumbered = (question: Question) => question.mentions.some((m) => m.how === 'number');

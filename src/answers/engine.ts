import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';
import { asOtherName } from './carry-on.ts';
import { completeFromContext, completeFromPart, hasOwnWords, withLastAsked } from './conversation.ts';
import { decide, isAnswer, isOverview } from './decide.ts';
import { inDialogue } from './dialogue/index.ts';
import { returned } from './dialogue/returns.ts';
import type { Talk } from './dialogue/talk.ts';
import { titleOfTold } from './dialogue/titles.ts';
import type { Mention } from './entities.ts';
import { expectationOf, satisfies } from './expect.ts';
import { indexFacts } from './facts.ts';
import { fold } from './fold.ts';
import { answerFollowUp, useOf } from './follow-up-replies.ts';
import { asksToList, rephrasings } from './follow-ups.ts';
import type { Desk } from './handler.ts';
import { answerBodyPosts } from './handlers/body-posts.ts';
import { answerDocument, answerPaperFields } from './handlers/documents.ts';
import { answerAbsent, asksActual } from './handlers/refusals.ts';
import { answerRestOfList } from './handlers/rest-of-list.ts';
import { answerSmallTalk, receives } from './handlers/small-talk.ts';
import { answerUnnamed } from './handlers/unnamed.ts';
import { answerUntold } from './handlers/untold.ts';
import { buildLinker, type Linker } from './link.ts';
import type { LiveResolver } from './live.ts';
import { buildLookup, type Lookup } from './lookup.ts';
import { matterSwaps } from './matter-swaps.ts';
import { collectNames } from './names.ts';
import { withNamesInPlace } from './names-in-place.ts';
import { withNamesakesTold } from './namesakes.ts';
import { answerAround, answerNearby } from './nearby.ts';
import { withoutNoise } from './noise.ts';
import { digitize } from './numerals.ts';
import { inOneBreath, isInIt, isParallel, isWhole, withAllSubjects } from './one-breath.ts';
import { issuersAsked } from './other-papers.ts';
import { withoutOwnPaper } from './own-paper.ts';
import { type Question, readQuestion, remembering } from './parse.ts';
import { answerMemberships } from './query/memberships.ts';
import { ofOnlyGroup, withNames } from './query/pronouns.ts';
import { joinReplies, type Reply, toAnswer } from './reply.ts';
import { type Resolution, type Resolvable, resolveName } from './resolve.ts';
import { retrieverOf } from './retriever-of.ts';
import { rounded } from './rounded.ts';
import { isRatherAlone, isSelfContained } from './self-contained.ts';
import { isOfTheNotice, isOnlyTalk, withoutSideClauses } from './side-clauses.ts';
import { splitQuestions } from './split.ts';
import { standsAlone } from './stands-alone.ts';
import { standsWithoutStory, withoutStories } from './stories.ts';
import { eachOrdinal } from './swaps.ts';
import { withTarget } from './target-instead.ts';
import { askedOfTold } from './told-first.ts';
import type { Turn } from './turn.ts';
import type { Context, Engine } from './types.ts';

/** Earlier turns looked at. */
const MEMORY = 3;

/** A longer message is a text, and goes on from nothing. */
const LONGEST = 200;

/** A part that is answered so surely by itself needs nothing of the part before it. */
const SELF_STANDING = 0.95;

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
  const linker = buildLinker(collectNames(model, lexicon), facts, lexicon);
  const retriever = retrieverOf(facts, lexicon);
  const contrasts = lexicon.contrasts.map((row) => row.map((side) => side.split('|').map(fold).join('|')));
  const idOf = new Map(model.units.map(({ id, name }) => [name, id]));
  const unitClasses = lexicon.unitClasses.map(({ say, units }) => ({
    say: say.map(fold),
    units: units.flatMap((name) => idOf.get(name) ?? []),
  }));
  const desk: Desk = { facts, retriever, contrasts, unitClasses, live };
  return {
    ask(question, context = []) {
      const memory = remembering(linker);
      const turn = converse(question, context, memory, desk);
      const found = rounded({ ...turn, reply: withTarget(turn, memory, desk) }, facts);
      return found.live ?? toAnswer(found, facts);
    },
    resolve: (kind, text) => resolveName(kind, text, { linker, facts }),
    linkEntities: (text) => linker.link(digitize(fold(text))),
    lookup: buildLookup(facts),
  };
}

function converse(raw: string, context: Context, linker: Linker, desk: Desk): Turn {
  let last: Turn | undefined;
  for (const earlier of context.slice(-MEMORY)) last = takeNext(earlier, last, linker, desk);
  return takeNext(raw, last, linker, desk);
}

/** The next message of a conversation: it may go on from an earlier turn than the last, or from none. */
function takeNext(message: string, before: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const told = withoutStories(
    withoutOwnPaper(withoutNoise(message), desk.facts),
    (rest) => before !== undefined || (standsWithoutStory(rest) && isOfTheNotice(rest, linker, desk)),
  );
  const raw = withNamesInPlace(told, linker);
  const back = before && returned(raw, before);
  if (raw.length > LONGEST) return { ...take(raw, undefined, linker, desk), before };
  if (back) return { ...take(back.text, back.last, linker, desk), before };
  if (!before) return take(raw, undefined, linker, desk);
  const isAlone = standsAlone(raw, linker.link(digitize(fold(raw))));
  const talked = isAlone ? undefined : talkOn(readQuestion(raw, linker), before, linker, desk);
  if (talked) return { ...talked, before };
  const alone = take(raw, undefined, linker, desk);
  if (isAlone || isSelfContained(alone, raw, before)) return { ...alone, before };
  const leaning = take(raw, before, linker, desk);
  return { ...(isRatherAlone(alone, leaning, raw, before) ? alone : leaning), before };
}

/** One message: without what it says beside the question, where that is answered or the whole is not; else as a whole. */
function take(message: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const raw = withNamesakesTold(message, desk.facts);
  const restated = askedOfTold(raw, linker);
  const told = restated === undefined ? undefined : takeWhole(restated, last, linker, desk);
  if (told && isToThePoint(told.reply)) return told;
  const core = withoutSideClauses(raw, linker, desk, last !== undefined);
  const turn = core === undefined ? undefined : takeWhole(core, last, linker, desk);
  if (turn && (isAnswer(turn.reply) || turn.reply.kind === 'chat' || isSurelyNot(turn.reply))) return turn;
  const whole = withoutAbsent(takeWhole(raw, last, linker, desk), raw, last, linker, desk);
  const found = turn && !isAnswer(whole.reply) && whole.reply.kind !== 'chat' ? turn : whole;
  const isTalk =
    found.reply.kind === 'refuse' && isOnlyTalk(raw, linker, desk) && !isOutside(found.question, desk);
  return isTalk ? { ...found, reply: receives() } : found;
}

/** A refusal that knows why: what goes beside the question does not answer it. */
const isSurelyNot = ({ kind, confidence, isPartial }: Reply) =>
  kind === 'refuse' && confidence >= SELF_STANDING && !isPartial;

const AND = /^(.{4,40})(?:[,，]|[和跟与及]|以及|还有|外加|再加上?|连同|顺带|顺便)(.{2,24})$/;

/** `印发日期和执行到哪天`: what the notice has of it, and that it has not the rest. */
function withoutAbsent(turn: Turn, raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const absent = turn.reply.kind === 'refuse' ? answerAbsent(turn.question, desk) : undefined;
  const [, first, rest] = absent ? (raw.match(AND) ?? []) : [];
  if (!absent || first === undefined || rest === undefined || isName(first, linker)) return turn;
  if (answerAbsent(readQuestion(first, linker), desk) || !answerAbsent(readQuestion(rest, linker), desk))
    return turn;
  const found = takeWhole(first, last, linker, desk);
  return isAnswer(found.reply) ? { ...turn, reply: joinReplies([found.reply, absent]) } : turn;
}

/** `某组，电话多少`: the name is only whose it is. */
const isName = (text: string, linker: Linker) => /^[A-Z](?:小?组)?$/.test(readQuestion(text, linker).masked);

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
  const isOfPosts = pieces.every((piece) => NAMES_POST.test(piece));
  const inOne =
    answerUntold(complete, desk) ??
    answerRestOfList(complete, desk) ??
    answerMemberships(complete, desk) ??
    (isOfPosts ? answerBodyPosts(complete, desk) : answerPaperFields(complete, desk));
  if (inOne) return { question: complete, reply: inOne };
  let before = startOf(pieces[0] ?? '', last, linker);
  const turns: Turn[] = [];
  for (const piece of pieces) {
    const whole = withAllSubjects(piece, turns, desk.facts);
    before = takeOne(
      whole,
      isParallel(piece, pieces[turns.length - 1], linker) ? undefined : before,
      linker,
      desk,
    );
    turns.push(before);
  }
  return { question: complete, reply: joinReplies(withNearby(turns, desk)) };
}

/** A part about a post in a body, or where its office is. */
const NAMES_POST = /组长|主任|副|正|(?:设|放|挂)在?哪/;

const isToThePoint = (found: Reply) => isAnswer(found) && !isOverview(found);

/** `某事呢` after the figure of something else: asked of this, where the answer found says nothing of it. */
function otherMatter(
  question: Question,
  last: Turn,
  found: Turn,
  linker: Linker,
  desk: Desk,
): Turn | undefined {
  const [said, ...wordings] = matterSwaps(question, last);
  const isMeant =
    said !== undefined &&
    isAbout(found.reply, said) &&
    satisfies(found.reply.lines[0] ?? '', expectationOf(last.question.text));
  if (said === undefined || isMeant) return undefined;
  for (const wording of wordings) {
    const turn = {
      question: readQuestion(wording, linker),
      reply: decide(readQuestion(wording, linker), desk),
    };
    if (isAnswer(turn.reply) && isAbout(turn.reply, said)) return turn;
  }
  return undefined;
}

const isAbout = (found: Reply, said: string) => fold(found.lines[0] ?? '').includes(said);

/** A short question that a sentence answers surely, and hardly once the last subject is put to it. */
function isClearer(question: Question, found: Turn, desk: Desk): boolean {
  if (question.mentions.length > 0 || found.reply.confidence >= HARDLY || !hasOwnWords(question))
    return false;
  const alone = decide(question, desk);
  return isAnswer(alone) && alone.confidence >= SELF_STANDING;
}

const HARDLY = 0.7;

/** A message that leans on what the last answer told. */
const talkOn = (question: Question, last: Turn, linker: Linker, desk: Desk): Turn | undefined =>
  inDialogue(talkOf(question, last, linker, desk));

function talkOf(question: Question, last: Turn, linker: Linker, desk: Desk): Talk {
  const taken = (text: string) => {
    const full = readQuestion(text, linker);
    return { question: full, reply: decide(full, desk) };
  };
  const ask = (text: string) => {
    const turn = taken(text);
    return isAnswer(turn.reply) ? turn : undefined;
  };
  return { question, last, facts: desk.facts, link: linker.link, ask, take: taken };
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

/** The first part goes on from the last message only where it puts another name in its place (`那19条呢，…`). */
function startOf(piece: string, last: Turn | undefined, linker: Linker): Turn | undefined {
  const isSwap = /^那?.{1,12}呢$/.test(piece) && readQuestion(piece, linker).mentions.length > 0;
  return isSwap ? last : undefined;
}

/** What no notice says, or nobody knows yet: another sentence does not make up for it. */
const isOutside = (question: Question, desk: Desk) =>
  asksActual(question.text) ||
  (answerAbsent(question, desk) ?? answerUnnamed(question, desk))?.kind === 'refuse';

/** A part without an answer is looked for where the other parts were answered. */
function withNearby(turns: readonly Turn[], desk: Desk): Reply[] {
  const places = turns.flatMap((turn) => (isAnswer(turn.reply) ? turn.reply.cites.slice(0, 1) : []));
  return turns.map((turn, i) => {
    if (isAnswer(turn.reply) || isOutside(turn.question, desk)) return turn.reply;
    const before = turns[i - 1]?.reply ?? turns[i + 1]?.reply;
    const around =
      before && !turn.reply.isPartial ? answerAround(turn.question, before, desk.facts) : undefined;
    return answerNearby(turn.question, places, desk) ?? around ?? turn.reply;
  });
}

/** `…是哪个，身上兼着啥职`: what he is whom the part before was answered with. */
const titleOfPart = (question: Question, last: Turn, linker: Linker, desk: Desk) =>
  titleOfTold(talkOf(question, last, linker, desk));

/** A figure without what it is of (`压成几个环节`, `几天能办下来`). */
const BARE_FIGURE =
  /^(?:要|得|能|需|最多|最迟|一共|总共)*(?:(?:压|降|缩|减|精简|压缩|提|提升|办)(?:成|到|至|结|完|下来)?)?(?:几|多少)(?:个|天|步|道|项|张)?(?:环节|工作日|天|日|材料|表单)?(?:能|内|之内|以内)?(?:办|拿|批|弄)?(?:下来|完|好|到|结|成)?[?？]?$/;

function takeOne(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const question = readQuestion(raw, linker);
  const [issuers] = last ? issuersAsked(question.text, last) : [];
  if (issuers !== undefined) return takeOne(issuers, undefined, linker, desk);
  const ofPaper = last && question.residue.join('').length <= 2 ? answerDocument(question, desk) : undefined;
  if (ofPaper) return { question, reply: ofPaper };
  const title = last && titleOfPart(question, last, linker, desk);
  if (title) return title;
  const use = last && useOf(question.text, last, desk.facts);
  if (use) return { question, reply: use };
  const named = last && inOneBreath(question, last, desk.facts);
  if (named !== undefined)
    return { question: readQuestion(named, linker), reply: decide(readQuestion(named, linker), desk) };
  const full =
    last &&
    (/呢$|他|她|人家|这位/.test(question.text)
      ? completeFromContext(question, last, desk)
      : completeFromPart(question, last, desk));
  const complete = full === undefined ? question : readQuestion(full, linker);
  const alone = full === undefined ? undefined : decide(question, desk);
  const isOfPaper = full !== undefined && /附件/.test(full);
  if (alone && isAnswer(alone) && alone.confidence >= SELF_STANDING && isWhole(question) && !isOfPaper)
    return { question, reply: alone };
  const subject = last?.question.mentions[0]?.text;
  const isOfSubject = subject !== undefined && full === undefined && BARE_FIGURE.test(question.text);
  const ofSubject = isOfSubject ? readQuestion(`${subject}${question.text}`, linker) : undefined;
  const said = ofSubject && { question: ofSubject, reply: decide(ofSubject, desk) };
  if (said && isToThePoint(said.reply)) return said;
  const found = { question: complete, reply: decide(complete, desk) };
  if (isAnswer(found.reply) || subject === undefined || question.text.includes(subject)) return found;
  const again = readQuestion(`${subject}${question.text}`, linker);
  const other = { question: again, reply: decide(again, desk) };
  return isAnswer(other.reply) ? other : found;
}

const isNumbered = (question: Question) => question.mentions.some((m) => m.how === 'number');

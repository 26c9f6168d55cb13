import { quantitiesIn } from '../characters/numerals.ts';
import { completeFromContext, completeFromPart } from '../conversation/conversation.ts';
import { itemOfList, useOf } from '../conversation/follow-up-replies.ts';
import { otherMatter } from '../conversation/other-matter.ts';
import { issuersAsked } from '../conversation/other-papers.ts';
import { decide, isAnswer, isSure, isToThePoint, SELF_STANDING } from '../decide.ts';
import { claimOfTold } from '../dialogue/claims/claims-of-told.ts';
import { itemOfTold } from '../dialogue/lists/item-of-told.ts';
import { chargedOfTold } from '../dialogue/people/charged-of-told.ts';
import { headOfTold } from '../dialogue/people/head-of-told.ts';
import { hisOrNot } from '../dialogue/people/his-or-not.ts';
import { officeOfTold } from '../dialogue/people/office-of-told.ts';
import { titleOfTold } from '../dialogue/people/titles.ts';
import { swapped } from '../dialogue/slots/swapped.ts';
import { talkOf } from '../dialogue/talk.ts';
import { memberOfBody } from '../dialogue/units/member-of-body.ts';
import { ofThatUnit } from '../dialogue/units/that-unit.ts';
import type { Desk } from '../handler.ts';
import { answerOnlyClaims } from '../handlers/claims/only-claims.ts';
import { answerDocument, answerPaperFields } from '../handlers/paper/documents.ts';
import { answerBodyPosts } from '../handlers/people/body-posts.ts';
import { answerRestOfList } from '../handlers/places/rest-of-list.ts';
import { answerWholly } from '../handlers/read-wholly.ts';
import { answerAbsent, asksActual } from '../handlers/refusals/refusals.ts';
import { answerUnnamed } from '../handlers/refusals/unnamed.ts';
import { answerUntold } from '../handlers/refusals/untold.ts';
import { answerMemberAndGroups, answerMembersNamed } from '../handlers/units/member-units.ts';
import { answerLeadAndOther } from '../handlers/units/units-in-group.ts';
import { leaningOn, reread } from '../intents/second-reading.ts';
import type { Linker } from '../names/link.ts';
import { answerMemberships } from '../query/memberships.ts';
import { withNames } from '../query/pronouns.ts';
import { expectationOf, satisfies } from '../question/expect.ts';
import { type Question, readQuestion } from '../question/parse.ts';
import { joinReplies, type Reply } from '../replies/reply.ts';
import { answerAround, answerNearby } from '../sentences/nearby.ts';
import { exactly, type Turn } from '../turn.ts';
import { figureOfPart } from './figure-of-part.ts';
import { inOneBreath, isParallel, isWhole, withAllSubjects } from './one-breath.ts';
import { slotsRead } from './slots-read.ts';
import { isToldAlready } from './told-already.ts';

/** What reads and answers a piece. */
interface Reader {
  linker: Linker;
  desk: Desk;
}

/** A question that was cut into pieces: as a whole where some handler knows it so, else piece by piece. */
export function answerPieces(
  complete: Question,
  pieces: readonly string[],
  last: Turn | undefined,
  { linker, desk }: Reader,
): Turn {
  const inOne = slotsRead(complete.text) ? undefined : asOne(complete, pieces, desk);
  if (inOne) return { question: complete, reply: inOne };
  let before = startOf(pieces[0] ?? '', last, linker);
  const turns: Turn[] = [];
  for (const said of pieces) {
    const piece = said.replace(ADDS_ONE, '');
    if (isToldAlready(piece, before?.reply, desk.facts)) continue;
    const whole = withAllSubjects(piece, turns, desk.facts);
    const start = isParallel(piece, pieces[turns.length - 1]?.replace(ADDS_ONE, ''), linker)
      ? undefined
      : before;
    const read = ofSubjectTold(whole, turns, linker, desk) ?? takeOne(whole, start, linker, desk);
    // What it is of is as much a part of a bare figure as its own words.
    const asked = BARE_FIGURE.test(whole) ? read.question : readQuestion(whole, linker);
    before = reread(read, asked, leaningOn(start), linker, desk, true);
    turns.push(before);
  }
  const reply = joinReplies(withNearby(turns, desk));
  const isEachSure = isEachTold(turns, pieces);
  return { question: complete, reply: inOneSentence(complete, turns, reply, desk) ?? reply, isEachSure };
}

/** Whether each part was surely answered, and by something of its own. */
const isEachTold = (turns: readonly Turn[], pieces: readonly string[]) =>
  new Set(turns.map(({ reply }) => reply.lines[0])).size === pieces.length &&
  turns.every(({ reply }) => isSure(reply));

/** The message as a whole, where some handler knows it so. */
function asOne(complete: Question, pieces: readonly string[], desk: Desk): Reply | undefined {
  const isOfPosts = pieces.every((piece) => NAMES_POST.test(piece));
  return (
    answerUntold(complete, desk) ??
    answerRestOfList(complete, desk) ??
    answerMemberships(complete, desk) ??
    answerOnlyClaims(complete, desk) ??
    answerMembersNamed(complete, desk) ??
    answerMemberAndGroups(complete, desk) ??
    answerLeadAndOther(complete, desk) ??
    answerWholly(complete, desk) ??
    (isOfPosts ? answerBodyPosts(complete, desk) : answerPaperFields(complete, desk))
  );
}

/** Several figures that stand in one sentence, where it was cut so that one of them is not told. */
function inOneSentence(
  complete: Question,
  turns: readonly Turn[],
  joined: Reply,
  desk: Desk,
): Reply | undefined {
  const places = new Set(turns.map((turn) => turn.reply.cites[0]));
  const isOfFigures = turns.every(({ question }) => ASKS_FIGURE.test(question.text));
  if (turns.length < 3 || !isOfFigures || places.size > 1 || figuresIn(joined) >= turns.length)
    return undefined;
  const whole = decide(complete, desk);
  return isAnswer(whole) && places.has(whole.cites[0]) && figuresIn(whole) >= turns.length
    ? { ...whole, readsAll: true }
    : undefined;
}

const ASKS_FIGURE = /多少|几/;
const figuresIn = ({ lines }: Reply) =>
  new Set(
    lines.flatMap((line) =>
      quantitiesIn(line.replace(/（[^（）]*）|第\d+[条组]|附件\d/g, '')).map((q) => q.text),
    ),
  ).size;

/** `…？还有某事多久报一回`: it only says that one more thing is asked. */
const ADDS_ONE =
  /^(?:还有(?:就是)?|再有(?:就是)?|再就是|另外(?:就是)?)[,，]?(?!谁|哪|几|啥|什么|多少|别|其[他它余]|没|人|单位|组)(?=[\u4e00-\u9fff]+(?:谁|哪|啥|什么|几|多[少久大高长]))/;

/** A part about a post in a body, or where its office is. */
const NAMES_POST = /组长|主任|副|正|(?:设|放|挂)在?哪/;

/** The first part goes on from the last message only where it puts another name in its place (`那19条呢，…`). */
function startOf(piece: string, last: Turn | undefined, linker: Linker): Turn | undefined {
  const isSwap = /^那?.{1,12}呢$/.test(piece) && readQuestion(piece, linker).mentions.length > 0;
  return isSwap ? last : undefined;
}

/** What no notice says, or nobody knows yet: another sentence does not make up for it. */
export const isOutside = (question: Question, desk: Desk) =>
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

/**
 * `…是哪个，身上兼着啥职`, `…写的是哪家，它那个主任叫啥`, `…最后一条谁牵头，倒数第二条呢`: of what the part before it was answered
 * with.
 */
function talkOfPart(question: Question, last: Turn, linker: Linker, desk: Desk): Turn | undefined {
  const talk = talkOf(question, last, linker, desk);
  return (
    titleOfTold(talk) ??
    chargedOfTold(talk) ??
    memberOfBody(talk) ??
    headOfTold(talk) ??
    hisOrNot(talk) ??
    claimOfTold(talk) ??
    ofThatUnit(talk) ??
    officeOfTold(talk) ??
    itemOfTold(talk) ??
    (/^倒数.*呢$/.test(question.text) ? swapped(talk) : undefined)
  );
}

/** A figure without what it is of (`压成几个环节`, `几天能办下来`, `走几步`). */
const BARE_FIGURE =
  /^(?:要|得|能|需|最多|最迟|一共|总共)*(?:(?:压|降|缩|减|精简|压缩|提|提升|办|走|跑|过|填|交|报|盖|等)(?:成|到|至|结|完|下来|掉|短|低|少|去)?)?(?:几|多少)(?:个|天|步|道|项|张|趟|次|份|样)?(?:环节|工作日|天|日|材料|表单|表|手续|步骤|窗口|章)?(?:能|内|之内|以内)?(?:办|拿|批|弄)?(?:下来|完|好|到|结|成)?[?？]?$/;

/** A bare figure of what the parts before it named, the last of them that named anything. */
function ofSubjectTold(piece: string, turns: readonly Turn[], linker: Linker, desk: Desk): Turn | undefined {
  const subject = turns.findLast(({ question }) => question.mentions.length > 0)?.question.mentions[0];
  if (subject?.kind !== 'group' || !BARE_FIGURE.test(piece)) return undefined;
  const question = readQuestion(`${subject.text}${piece}`, linker);
  const found = decide(question, desk);
  const hasFigure = isAnswer(found) && satisfies(found.lines[0] ?? '', expectationOf(piece));
  return hasFigure ? { question, reply: { ...found, readsAll: true } } : undefined;
}

function takeOne(raw: string, last: Turn | undefined, linker: Linker, desk: Desk): Turn {
  const question = readQuestion(raw, linker);
  const [issuers] = last ? issuersAsked(question.text, last) : [];
  if (issuers !== undefined) return takeOne(issuers, undefined, linker, desk);
  const ofPaper = last && question.residue.join('').length <= 2 ? answerDocument(question, desk) : undefined;
  if (ofPaper) return { question, reply: ofPaper };
  const talked = last && talkOfPart(question, last, linker, desk);
  if (talked) return talked;
  const item =
    last && itemOfList(question.text, last, { ...desk, read: (text) => readQuestion(text, linker) });
  if (item) return { question, reply: item };
  const use = last && useOf(question.text, last, desk.facts);
  if (use) return { question, reply: use };
  const meant = last && withNames(question, last, desk.facts);
  const membership = meant && answerMemberships(readQuestion(meant, linker), desk);
  if (membership) return { question: readQuestion(meant, linker), reply: membership };
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
  const isOfItself = isWhole(question) && !BARE_FIGURE.test(question.text);
  const isOfPaper = full !== undefined && /附件/.test(full);
  if (alone && isAnswer(alone) && alone.confidence >= SELF_STANDING && isOfItself && !isOfPaper) {
    const ofItself = { question, reply: alone };
    return figureOfPart(question, ofItself, last, linker, desk) ?? ofItself;
  }
  const subject = last?.question.mentions[0]?.text;
  const isOfSubject = subject !== undefined && full === undefined && BARE_FIGURE.test(question.text);
  const ofSubject = isOfSubject ? readQuestion(`${subject}${question.text}`, linker) : undefined;
  const said = ofSubject && { question: ofSubject, reply: decide(ofSubject, desk) };
  if (said && isToThePoint(said.reply)) return exactly(said);
  const found = { question: complete, reply: decide(complete, desk) };
  const matter = last && otherMatter(question, last, found, linker, desk);
  if (matter) return matter;
  const figure = figureOfPart(question, found, last, linker, desk);
  if (figure) return figure;
  if (isAnswer(found.reply) || subject === undefined || question.text.includes(subject)) return found;
  const again = readQuestion(`${subject}${question.text}`, linker);
  const other = { question: again, reply: decide(again, desk) };
  return isAnswer(other.reply) ? other : found;
}

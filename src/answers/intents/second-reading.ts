import { hasOwnWords } from '../conversation.ts';
import { decide, isAnswer, NOTHING } from '../decide.ts';
import type { Desk } from '../handler.ts';
import { answerRules } from '../handlers/rules.ts';
import { receives } from '../handlers/small-talk.ts';
import type { Linker } from '../link.ts';
import { type Question, readQuestion } from '../parse.ts';
import { joinReplies, type Reply } from '../reply.ts';
import type { Retriever } from '../retrieve.ts';
import type { Turn } from '../turn.ts';
import { isBesideAsked } from './beside-asked.ts';
import type { Guess } from './classify.ts';
import { INTENTS, type Intent } from './intents.ts';
import { isOfAPart, tellsAllNamed } from './named.ts';
import { type Before, type Shape, shapeOf } from './shape.ts';

/**
 * How probable a plain question has to be to be answered instead of what was read, by how that was found. The rules
 * read a question word by word and decline what they do not know; its wording as a whole is the second witness.
 */
const LEAST = {
  nothing: 0.2,
  partial: 0.3,
  unknown: 0.4,
  refused: 0.9,
  weak: 0.45,
  sure: 0.75,
  read: 0.88,
  exact: 0.97,
  recited: 0.7,
};
const NEVER = 2;
/** Structured answers are this sure. */
const SURE = 0.9;
/** Or so. */
const SETTLED = 0.95;
/** From which probability on a message is talk. */
const TALK = 0.6;
/** From which probability on what was found is said to be only near: a sentence, and what is sure. */
const ABSENT = { sentence: 0.6, sure: 0.95 };
/** Sentences found less surely than this may speak of something else. */
const NEAR = 0.75;
/** From which probability on nothing is said beside the plain answer. */
const CLEAR = 0.75;

/** A turn whose reply is the answer to the plain question that its wording asks, where the rules found less. */
export function reread(
  turn: Turn,
  question: Question,
  before: Before | undefined,
  linker: Linker,
  desk: Desk,
  isPiece = false,
): Turn {
  const reply = secondReading(turn.reply, question, before, linker, desk, isPiece);
  return reply ? { ...turn, reply } : turn;
}

/** What a message after a turn may lean on. */
export const leaningOn = (turn: Turn | undefined): Before | undefined =>
  turn && { question: turn.question, told: turn.reply.focus };

function secondReading(
  found: Reply,
  question: Question,
  before: Before | undefined,
  linker: Linker,
  desk: Desk,
  isPiece: boolean,
): Reply | undefined {
  if (!desk.guess || found.kind === 'chat' || found.kind === 'clarify' || found.live || found.readsAll)
    return undefined;
  const shape = shapeOf(question, desk.facts, before);
  const guesses = desk.guess(shape);
  const [first] = guesses;
  if (!first) return undefined;
  const { intent, plain, probability } = first;
  if (intent === 'talk')
    return probability >= TALK && !isSure(found) && shape.own.length === 0 ? receives() : undefined;
  if (intent === 'other') return before ? undefined : fromPlace(found, question, desk);
  if (intent === 'absent') {
    const isOpen = found.kind === 'answer' && !found.isPartial;
    return isOpen && probability >= (found.confidence < NEAR ? ABSENT.sentence : ABSENT.sure)
      ? asNear(found)
      : undefined;
  }
  const isShort = leavesOut(plain ?? '', shape);
  if (
    plain === undefined ||
    probability < leastFor(found, intent, plain, question) + (isShort ? LEFT_OUT : 0)
  )
    return undefined;
  if (isSure(found) && intent === 'subLeads' && isOfItem(question) && !/还是/.test(question.text))
    return undefined;
  if (isBesideAsked(intent, question)) return undefined;
  const isOfOthers = COUNTS_ALL.has(intent) && namesSomething(question);
  if (isOfNobody(intent) && (isPiece || probability < (isOfOthers || isSure(found) ? OF_OTHERS : OF_NOBODY)))
    return undefined;
  if (before && found.kind === 'refuse' && shape.own.length === 0 && hasOwnWords(question)) return undefined;
  if (isPiece && isOwnMatter(found, question, shape)) return undefined;
  if (
    isSure(found) &&
    (isOfAPart(question, found, desk.facts) || tellsAllNamed(found, plain, shape, question))
  )
    return undefined;
  if (isSure(found) && (isVerdict(found) || RECITES.has(intent))) return undefined;
  const other = withSecond(guesses, (question) => plainly(question, linker, desk));
  if (!isAnswer(other)) return undefined;
  const isPadded =
    found.isPartial ||
    (found.confidence < SETTLED && found.lines.length > other.lines.length && !asksBeside(question, plain));
  return holds(found, other) && !(isPadded && probability >= CLEAR) ? undefined : other;
}

/** One item of a group is named: what is asked of it is not asked of all of them. */
const isOfItem = ({ mentions }: Question) =>
  mentions.some(({ kind, how, entities }) => kind === 'subLead' && how !== 'hint' && entities.length === 1);

/** A whole text told is no better than whether a claim about it is so. */
const RECITES: ReadonlySet<Guess['intent']> = new Set([...(['measureText', 'duty'] as const)]);
const isVerdict = ({ lines: [first = ''] }: Reply) =>
  /^(?:是的|不是|对|没有|不|不全对|一样|不一样)[，。]|^还有：|的?责任单位还有：/.test(first);

/** What is asked of a group or a measure, by the words for it. */
const SLOTS: readonly RegExp[] = [/牵头/, /分包|分管/, /责任单位|配合/, /职责|责任分工/];
/** Whether a question asks for more slots than the plain one, which the rules answered together. */
const asksBeside = ({ masked }: Question, plain: string) => {
  const [asked = 0, answered = 0] = [masked, plain].map(
    (text) => SLOTS.filter((slot) => slot.test(text)).length,
  );
  return asked > answered;
};

/** Whether a plain question is not about all that is named: it may miss half of what is asked. */
const leavesOut = (plain: string, { own }: Shape) => own.some((name) => !plain.includes(name));
const LEFT_OUT = 0.25;

/** From which probability on the answer stands at a place, whatever was found elsewhere. */
const THERE = 0.85;
/** The same where nothing was found: there may be nothing. */
const ONLY_THERE = 0.95;

/** What the sentences of the place say where such questions are answered, if what was found comes from elsewhere. */
function fromPlace(found: Reply, question: Question, desk: Desk): Reply | undefined {
  const [place, probability] = mostProbable(desk.places?.(question.text));
  const isOpen = found.kind === 'answer' || found.lines[0] === NOTHING;
  const least = found.kind === 'answer' ? THERE : ONLY_THERE;
  if (place === undefined || probability < least || !isOpen || found.cites.includes(place)) return undefined;
  const there = answerRules(question, { ...desk, retriever: within(place, desk.retriever) });
  return there && isAnswer(there) ? there : undefined;
}

function mostProbable(places: ReadonlyMap<string, number> = new Map()): [string | undefined, number] {
  let best: [string | undefined, number] = [undefined, 0];
  for (const [place, probability] of places) if (probability > best[1]) best = [place, probability];
  return best;
}

/** Only the statements of one place. */
const within = (place: string, { search, unknownShare }: Retriever): Retriever => ({
  search: ({ only, ...rest }) =>
    search({ ...rest, only: (one) => one.location === place && (only === undefined || only(one)) }),
  unknownShare,
});

/** A part that names nobody, with words of its own that a sentence has: what the part before told is not meant. */
const isOwnMatter = (found: Reply, question: Question, { own }: Shape) =>
  own.length === 0 && isAnswer(found) && found.confidence >= OWN_WORDS && hasOwnWords(question);
const OWN_WORDS = 0.95;

/** Answers to plain questions: there are only so many, and each is asked in many words. */
const answered = new WeakMap<Desk, Map<string, Reply>>();
const KEPT = 2000;

function plainly(question: string, linker: Linker, desk: Desk): Reply {
  const known = answered.get(desk) ?? new Map<string, Reply>();
  answered.set(desk, known);
  const found = known.get(question) ?? decide(readQuestion(question, linker), desk);
  if (known.size < KEPT) known.set(question, found);
  return found;
}

const isSure = ({ kind, confidence, isPartial }: Reply) =>
  kind === 'answer' && confidence >= SURE && !isPartial;

function leastFor(found: Reply, intent: Guess['intent'], plain: string, question: Question): number {
  const { kind, lines, isPartial, isNearest, confidence } = found;
  if (saysMore(question, plain)) return LEAST.exact;
  if (kind === 'refuse') {
    if (lines[0] === NOTHING) return LEAST.nothing;
    // Who is not in the notice is not somebody whose name is like his.
    if (/\{p\}/.test(INTENTS[intent as Intent]) || isOfNobody(intent)) return NEVER;
    return UNKNOWN_WORDS.test(lines[0] ?? '') ? LEAST.unknown : LEAST.refused;
  }
  const isNear = isPartial || isNearest;
  if (isNear && RECITES.has(intent)) return LEAST.recited;
  if (isNear) return TOLD_ABSENT.test(lines[0] ?? '') ? LEAST.refused : LEAST.partial;
  if (question.mentions.some((mention) => mention.kind === 'subLead')) return LEAST.exact;
  if (DENIES.test(question.masked) && confidence >= SETTLED) return LEAST.exact;
  if (isVerdict(found) || RECITES.has(intent) || DENIES.test(question.masked)) return LEAST.read;
  if (confidence < SURE) return LEAST.weak;
  if (isOfNobody(intent)) return LEAST.exact;
  return readsWhole(found, question) || asksBeside(question, plain) ? LEAST.read : LEAST.sure;
}

/** What is said to be absent is named: not only some words of the question. */
const TOLD_ABSENT = /^通知里没有写(?!“)/;
/** What a question wants of the answer beyond the plain ones. */
const MORE: readonly RegExp[] = [/最/, /一样|是不是一家/, /各(?!单位|相关|部门)|分别/, /几处/, /单位的$/];
const saysMore = ({ masked }: Question, plain: string) =>
  MORE.some((more) => more.test(masked) && !more.test(plain));
/** Words of the question stand nowhere: that is no reason of its own. */
const UNKNOWN_WORDS = /^通知里没有“/;
/** A plain question denies nothing. */
const DENIES = /没(?!人)|不|未|除|无/;

/** Whether no word of the question was left over. */
const readsWhole = ({ spoken = [] }: Reply, { residue }: Question) =>
  spoken.length > 0 && residue.length > 0 && residue.every((word) => spoken.includes(word));

/** A plain question without a name says nothing of what it is about: it has to be clearer, and no part of a message. */
const isOfNobody = (intent: Guess['intent']) => intent in INTENTS && !INTENTS[intent as Intent].includes('{');
const OF_NOBODY = 0.6;
/** Where something is named that it leaves out, it has to be clearer still. */
const OF_OTHERS = 0.85;
/** Any number asked for looks like theirs. */
const COUNTS_ALL: ReadonlySet<Guess['intent']> = new Set([
  'groupCount',
  'allGroups',
  'measureCount',
] as const);
const namesSomething = ({ mentions }: Question) =>
  mentions.some(({ how, kind }) => how !== 'hint' && kind !== 'body' && kind !== 'office');

/** What is asked of a group beside another thing (`里头有某局没有，顺便名单给我`). */
const BESIDE: ReadonlySet<Guess['intent']> = new Set([
  ...(['leader', 'lead', 'responsible', 'duty', 'size', 'isIn', 'isLead', 'isLeader', 'partIn'] as const),
]);
/** From which probability on a second thing is answered as well, where the first is not clear. */
const SECOND = 0.2;
const UNCLEAR = 0.75;

/** The answer to the first guess; where it is not clear which of two things of a group is asked, to both. */
function withSecond([first, second]: readonly Guess[], ask: (question: string) => Reply): Reply {
  const found = ask(first?.plain ?? '');
  if (!first || second?.plain === undefined) return found;
  const isBoth =
    first.probability < UNCLEAR &&
    second.probability >= SECOND &&
    BESIDE.has(first.intent) &&
    BESIDE.has(second.intent);
  const other = isBoth ? ask(second.plain) : undefined;
  return other && isAnswer(found) && isAnswer(other) && !holds(found, other)
    ? joinReplies([found, other])
    : found;
}

/** What was found, said to be beside the point. */
const asNear = (found: Reply): Reply => ({
  ...found,
  lines: ['通知里没有直接写这一点。', ...found.lines.map((line, i) => (i === 0 ? `只写了：${line}` : line))],
  isPartial: true,
});

/** Whether an answer says all that another one says. */
function holds(found: Reply, other: Reply): boolean {
  const said = bare(found);
  return (
    found.kind === 'answer' &&
    bare(other)
      .split(BETWEEN)
      .every((word) => said.includes(word))
  );
}

/** An answer without its places and numbers of groups. */
const bare = ({ lines }: Reply) => lines.join('\n').replace(/（[^（）]*）/g, '');

/** What stands between names, offices and figures in an answer. */
const BETWEEN =
  /[：:，,、；;。\n]|的责任单位|的责任分工|由|分包|分管|总?牵头|共|在|个|家|项|等?相关单位|是的|不是|都|第\d+[组条]/;

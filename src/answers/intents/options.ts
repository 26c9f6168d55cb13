import { hasOwnWords } from '../conversation/conversation.ts';
import { decide, isAnswer, isOverview } from '../decide.ts';
import type { Desk } from '../handler.ts';
import { answerRules } from '../handlers/rules/rules.ts';
import { receives } from '../handlers/small-talk.ts';
import type { Linker } from '../names/link.ts';
import { splitQuestions } from '../parts/split.ts';
import { readQuestion } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import { ownersAsked } from '../sentences/owners.ts';
import type { Retriever } from '../sentences/retrieve.ts';
import type { Option, OptionName } from './choice.ts';
import type { Guess } from './classify.ts';
import { isOfAPart, isToldBefore, tellsAllNamed } from './named.ts';
import { saidNearest } from './said.ts';
import { holds } from './same-said.ts';
import {
  countsAll,
  denies,
  howFound,
  isOfNobody,
  isOfPerson,
  isSure,
  isVerdict,
  probabilityOf,
  readsWhole,
  recites,
  signsOfAgreed,
  signsOfFound,
  signsOfNear,
  signsOfPlain,
  signsOfSaid,
  signsOfSaidToo,
  signsOfTalk,
  signsOfThere,
  type Witnessed,
} from './signs.ts';

/** Less probable readings are not tried: each is a question to be answered. */
const LEAST = { plain: 0.08, there: 0.3, other: 0.1, said: 0.05, talk: 0.15, absent: 0.6 };
/** A wording more probable than this, which the rules read as the same, is surely read. */
const AGREED = 0.75;
const PLAIN: readonly OptionName[] = ['plain1', 'plain2', 'plain3'];

/**
 * The replies that a question could get, what the rules found first. An answer that says no more than an earlier one is
 * none of its own: it speaks for that one. `isPiece`: the question is a part of a message that asks several things.
 */
export function optionsFor(seen: Witnessed, isPiece: boolean, linker: Linker, desk: Desk): Option[] {
  const { found, question, guesses } = seen;
  const options: Option[] = [{ name: 'found', reply: found, signs: {} }];
  for (const [i, plain] of likelyPlain(guesses).entries()) {
    if (isPast(plain, seen, isPiece)) continue;
    const reply = plainly(plain.plain, linker, desk);
    if (!isAnswer(reply)) continue;
    // Rules and wording agree: nothing else is looked for.
    if (plain === guesses[0] && plain.probability > AGREED && isAnswer(found) && holds(found, reply))
      return options;
    // A whole text is no better than the piece of it that is asked for.
    if (recites(plain.intent) && isSure(found) && holds(reply, found)) continue;
    if (isSettled(seen, reply, isPiece)) continue;
    if (isOfFewer(seen, reply) || isToldBefore(question, found, reply)) continue;
    const same = options.findIndex((one) => isAnswer(one.reply) && holds(one.reply, reply));
    const held = options[same];
    if (held) options[same] = { ...held, signs: added(held.signs, signsOfAgreed(seen, plain)) };
    else options.push({ name: PLAIN[i] ?? 'plain3', reply, signs: signsOfPlain(seen, plain, reply) });
  }
  const there = answerThere(seen, desk);
  if (there && !options.some(({ reply }) => isAnswer(reply) && holds(reply, there.reply)))
    options.push(there);
  if (mayBeSaid(seen, isPiece)) addSaid(options, seen, desk);
  if (probabilityOf('talk', guesses) > LEAST.talk && seen.shape.own.length === 0 && !isSure(found))
    options.push({ name: 'talk', reply: receives(), signs: signsOfTalk(seen) });
  const isWhole = isSure(found) && readsWhole(found, question);
  if (isAnswer(found) && !isWhole && probabilityOf('absent', guesses) > LEAST.absent)
    options.push({ name: 'near', reply: asNear(found), signs: signsOfNear(seen) });
  const [own, ...others] = options;
  // Alone it is given whatever speaks for it.
  return own === undefined || others.length === 0
    ? options
    : [{ ...own, signs: added(signsOfFound(seen), own.signs) }, ...others];
}

/** A guess that is a plain question. */
type PlainGuess = Guess & { plain: string };

const likelyPlain = (guesses: readonly Guess[]) =>
  guesses
    .filter((guess): guess is PlainGuess => guess.plain !== undefined)
    .slice(0, PLAIN.length)
    .filter(({ probability }) => probability >= LEAST.plain);

/**
 * Whether a sentence may tell more than what was found: not more than a verdict, a refusal that knows why, or what all
 * of the words led to.
 */
function mayBeSaid({ found, question, guesses, before }: Witnessed, isPiece: boolean): boolean {
  if (isVerdict(found) || howFound(found) === 'refused') return false;
  if (before !== undefined && isAnswer(found) && found.confidence >= LEANING) return false;
  // A sentence says what is to be done, and not who has it.
  if (isAnswer(found) && ownersAsked(question.masked) !== undefined) return false;
  if (isAnswer(found) && (ASKS_EACH.test(question.text) || splitQuestions(question.text).length > 1))
    return false;
  if (!isSure(found)) return true;
  const isWhole = question.residue.length === 0 || readsWhole(found, question);
  return !(isPiece || isWhole) && probabilityOf('other', guesses) > LEAST.said;
}

/** The sentence that has most of the question; where an answer says as much, it speaks for that one. */
function addSaid(options: Option[], seen: Witnessed, desk: Desk): void {
  const said = saidNearest(seen.question, seen.places, desk);
  if (!said) return;
  const same = options.findIndex((one) => isAnswer(one.reply) && holds(one.reply, said.reply));
  const held = options[same];
  if (held) options[same] = { ...held, signs: added(held.signs, signsOfSaidToo(said)) };
  else options.push({ name: 'said', reply: said.reply, signs: signsOfSaid(seen, said.reply, said) });
}

/** Signs with others counted in. */
function added(signs: Option['signs'], more: Option['signs']): Option['signs'] {
  const sum: Record<string, number> = { ...signs };
  for (const name in more) sum[name] = (sum[name] ?? 0) + (more[name] ?? 0);
  return sum;
}

/** Whether a plain question is past what is asked, however probable its wording. */
function isPast(
  { intent, plain }: PlainGuess,
  { found, question, shape, before, facts }: Witnessed,
  isPiece: boolean,
): boolean {
  // What was told of a part that is named, of each of several, or of whether it is so, is more than a plain answer.
  const isMore = () =>
    isVerdict(found) || isOfAPart(question, found, facts) || tellsAllNamed(found, plain, shape, question);
  if (isSure(found) && isMore()) return true;
  const left = shape.own.filter((name) => !plain.includes(name));
  // `某事那个具体谁牵头` after somebody's groups: what is read to the last word is of the name that it says.
  const isOfNoneNamed = shape.own.length > 0 && left.length === shape.own.length;
  const isWhole = question.residue.length === 0 || readsWhole(found, question);
  if (before && isOfNoneNamed && isSure(found) && isWhole) return true;
  const isEither = /还是/.test(question.text) && left.length > 0;
  if (isAnswer(found) && (isEither || left.length > 2)) return true;
  // Any number asked for looks like that of all groups, any day like that of the paper.
  if (found.kind === 'answer' && countsAll(intent, question)) return true;
  // Times and places that are counted are not groups, and of a thing that is only named there is an overview.
  const isOpen = found.kind === 'refuse' || found.isPartial === true;
  if (isOpen && COUNTS_TIMES.test(question.text)) return true;
  if (recites(intent) && isOverview(found) && question.residue.join('') === '') return true;
  const how = howFound(found);
  // Who is not in the notice is not somebody whose name is like his.
  if ((how === 'refused' || how === 'unknown') && isOfPerson(intent)) return true;
  // What the rules found of somebody, and not the point, is not told without saying so.
  if (how === 'partial' && !before && isOfPerson(intent) && denies(question)) return true;
  // A refusal that knows why is not of nobody, and what a text does not say it does not say as a whole.
  if (how === 'refused' && (isOfNobody(intent) || recites(intent))) return true;
  const isUnnamed = shape.own.length === 0;
  // A matter of its own that stands nowhere is not the one told before.
  if (before && found.kind === 'refuse' && isUnnamed && hasOwnWords(question)) return true;
  if (!isPiece) return false;
  // A part that names nobody and points to what was told, or has words of its own that a sentence has, says what it means.
  const isOwn = POINTS.test(question.text) || (hasOwnWords(question) && found.confidence >= OWN_WORDS);
  return (isUnnamed && isSure(found) && isOwn) || isOfNobody(intent);
}

const COUNTS_TIMES = /几[处回]/;
const OWN_WORDS = 0.95;
const POINTS = /[那这][条个家位组]|它/;

/** Of several things asked together, what was told surely of each is neither cut short nor padded. */
function isSettled({ found, question, shape }: Witnessed, reply: Reply, isPiece: boolean): boolean {
  if (!isSure(found)) return false;
  if (isPiece) return found.confidence >= OWN_WORDS && shape.own.length > 0 && holds(reply, found);
  return splitQuestions(question.text).length > 1 && !holds(reply, found);
}

/** Several things are asked together and told of: whether an answer is of some of them only. */
function isOfFewer({ found, question }: Witnessed, { focus }: Reply): boolean {
  if (!isAnswer(found) || splitQuestions(question.text).length < 2) return false;
  const told = new Set(found.focus.map((one) => JSON.stringify(one)));
  const same = new Set(focus.map((one) => JSON.stringify(one)));
  return same.size > 0 && same.size < told.size && [...same].every((one) => told.has(one));
}

/** What the sentences of the likeliest place say, where the question may be one that only its own words ask. */
function answerThere(seen: Witnessed, desk: Desk): Option | undefined {
  if (probabilityOf('other', seen.guesses) < LEAST.other) return undefined;
  const isSeveral = isAnswer(seen.found) && splitQuestions(seen.question.text).length > 1;
  if (isSeveral || (seen.before !== undefined && seen.found.confidence >= LEANING)) return undefined;
  const [place, probability] = mostProbable(seen.places);
  // What was found there already is not looked for once more.
  const isThere = place !== undefined && isAnswer(seen.found) && seen.found.cites.includes(place);
  if (place === undefined || probability < LEAST.there || isThere) return undefined;
  const reply = answerRules(seen.question, { ...desk, retriever: within(place, desk.retriever) });
  if (!reply || !isAnswer(reply)) return undefined;
  return { name: 'there', reply, signs: signsOfThere(seen, reply, place, probability) };
}

/** From which confidence on an answer that leans on what was told is not looked for by its words alone. */
const LEANING = 0.85;
/** One sentence seldom says it of each. */
const ASKS_EACH = /分别|各(?:是|要|得|自|占|压|多少|几|怎么|牵|归|由|有)/;

function mostProbable(places: ReadonlyMap<string, number>): [string | undefined, number] {
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

/** What was found, said to be beside the point. */
const asNear = (found: Reply): Reply => ({
  ...found,
  lines: ['通知里没有直接写这一点。', ...found.lines.map((line, i) => (i === 0 ? `只写了：${line}` : line))],
  isPartial: true,
});

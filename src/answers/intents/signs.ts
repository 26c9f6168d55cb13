import { NOTHING } from '../decide.ts';
import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import { signsOfAnswer, signsOfWords, VERDICT } from './answer-signs.ts';
import { isBesideAsked } from './beside-asked.ts';
import type { Signs } from './choice.ts';
import type { Guess } from './classify.ts';
import { INTENTS, type Intent } from './intents.ts';
import { holds } from './same-said.ts';
import type { Before, Shape } from './shape.ts';

/** A question with what the rules found for it, and what its wording as a whole tells of it. */
export interface Witnessed {
  found: Reply;
  question: Question;
  shape: Shape;
  /** Most probable first. */
  guesses: readonly Guess[];
  before: Before | undefined;
  facts: Facts;
  /** Where its answer may stand, by what was asked before. */
  places: ReadonlyMap<string, number>;
}

/** How the rules came to what they found. */
export function howFound({ kind, lines: [first = ''], confidence, isNearest, isPartial }: Reply): string {
  if (kind === 'refuse')
    return first === NOTHING ? 'nothing' : UNKNOWN_WORDS.test(first) ? 'unknown' : 'refused';
  if (isNearest) return 'nearest';
  if (isPartial) return 'partial';
  return SURENESS.find(([least]) => confidence >= least)?.[1] ?? 'weak';
}

/** Words of the question stand nowhere: that is no reason of its own. */
const UNKNOWN_WORDS = /^通知里没有“/;
const SURENESS = [
  [0.95, 'settled'],
  [0.9, 'sure'],
  [0.75, 'good'],
  [0.6, 'fair'],
] as const;
const SURE = 0.9;
const OVERVIEW = 0.8;

/** What speaks for what the rules found. */
export function signsOfFound(seen: Witnessed): Signs {
  const { found, question, guesses, before, places } = seen;
  const { text, masked, mentions } = question;
  const how = howFound(found);
  return {
    [`found ${how}`]: 1,
    [`found ${how} ${before ? 'after another' : 'alone'}`]: 1,
    [`found by ${found.by ?? 'none'}`]: 1,
    'found confidence': found.confidence,
    'found other': oddsOf('other', guesses),
    'found absent': oddsOf('absent', guesses),
    'found verdict': one(isVerdict(found)),
    'found denies': one(denies(question)),
    'found reads all': one(readsWhole(found, question)),
    'found settled reads all': one(found.confidence >= SURENESS[0][0] && readsWhole(found, question)),
    'found of an item': one(mentions.some(({ kind, how }) => kind === 'subLead' && how !== 'hint')),
    'found asked more': one(MORE.some((more) => more.test(masked))),
    'found long': Math.min(LONG, text.length) / (LONG / 2),
    'found overview': one(found.confidence <= OVERVIEW && found.cites.length > 0),
    ...signsOfWords(question, found, places, seen.facts),
    ...(found.kind === 'answer' && !found.isPartial ? signsOfAnswer(question, found, 'found') : {}),
  };
}

/** What speaks for the answer to a plain question. */
export function signsOfPlain(seen: Witnessed, plain: Guess, reply: Reply): Signs {
  const { found, question, shape, before, places } = seen;
  const how = howFound(found);
  const { intent, probability } = plain;
  const asked = plain.plain ?? '';
  const isNobodys = isOfNobody(intent);
  return {
    ...signsOfWords(question, reply, places, seen.facts),
    ...signsOfAnswer(question, reply, 'plain'),
    ...signsOfAgreed(seen, plain),
    plain: 1,
    [`plain for ${how}`]: 1,
    [`plain ${intent}`]: 1,
    'plain probability': probability,
    ...Object.fromEntries(STEPS.map((least) => [`plain from ${least}`, one(probability > least)])),
    [`plain clear for ${how}`]: one(probability > CLEAR),
    'plain of nobody': one(isNobodys),
    'plain leaves all names': one(isNobodys && namesSomething(question)),
    'plain counts all': one(countsAll(intent, question)),
    'plain leaves one name': one(shape.own.some((name) => !asked.includes(name))),
    'plain recites': one(recites(intent)),
    'plain says less': one(MORE.some((more) => more.test(question.masked) && !more.test(asked))),
    'plain asks one of two': one(slotsIn(question.masked) > slotsIn(asked)),
    'plain beside': one(isBesideAsked(intent, question)),
    'plain of a person': one(isOfPerson(intent)),
    'plain for verdict': one(isVerdict(found)),
    'plain denied surely': one(isSure(found) && denies(question)),
    'plain holds found': one(found.kind === 'answer' && holds(reply, found)),
    'plain denied': one(denies(question)),
    'plain after another': one(before !== undefined),
    'plain of what was told': one(shape.own.length === 0 && !isNobodys),
    'plain same place': one(reply.cites.some((cite) => found.cites.includes(cite))),
    'plain of figures': one(FIGURES.test(question.text)),
  };
}

/** What speaks for a reply that says what a plain question's answer says as well. */
export const signsOfAgreed = ({ guesses }: Witnessed, plain: Guess): Signs => ({
  agreed: 1,
  'agreed odds': logit(plain.probability),
  'agreed first': one(plain === guesses[0]),
});

/** What speaks for the sentences of the likeliest place. */
export function signsOfThere(seen: Witnessed, reply: Reply, place: string, probability: number): Signs {
  const { found, question, guesses, before, places } = seen;
  const how = howFound(found);
  return {
    ...signsOfWords(question, reply, places, seen.facts),
    ...signsOfAnswer(question, reply, 'there'),
    there: 1,
    [`there for ${how}`]: 1,
    'there odds': logit(probability),
    'there other': oddsOf('other', guesses),
    'there after another': one(before !== undefined),
    'there confidence': reply.confidence,
    'there less sure': Math.max(0, found.confidence - reply.confidence),
    'there as found': one(found.cites.includes(place)),
  };
}

/** What speaks for the sentence that has most of the question as it was put. */
export function signsOfSaid(seen: Witnessed, reply: Reply, { coverage, ahead }: SaidMatch): Signs {
  const { found, question, guesses, before, places } = seen;
  const how = howFound(found);
  return {
    ...signsOfWords(question, reply, places, seen.facts),
    ...signsOfAnswer(question, reply, 'said'),
    said: 1,
    [`said for ${how}`]: 1,
    [`said for ${how} ${before ? 'after another' : 'alone'}`]: 1,
    [`said for ${found.by ?? 'none'}`]: 1,
    'said coverage': coverage,
    'said ahead': ahead,
    'said other': oddsOf('other', guesses),
    'said absent': oddsOf('absent', guesses),
    'said less sure': Math.max(0, found.confidence - coverage),
    'said as found': one(reply.cites.some((cite) => found.cites.includes(cite))),
    'said first other': one(guesses[0]?.intent === 'other'),
    'said for verdict': one(isVerdict(found)),
    'said where all was read': one(readsWhole(found, question)),
    'said where something is named': one(namesSomething(question)),
  };
}

/** How much of a question a sentence has (0…1), and how much more than the next one of another place. */
export interface SaidMatch {
  coverage: number;
  ahead: number;
}

/** What speaks for a reply that the sentence which has most of the question says as well. */
export const signsOfSaidToo = ({ coverage, ahead }: SaidMatch): Signs => ({
  'said too': 1,
  'said too coverage': coverage,
  'said too ahead': ahead,
});

/** What speaks for saying that the point is not in the notice. */
export function signsOfNear({ found, guesses, before }: Witnessed): Signs {
  return {
    near: 1,
    [`near for ${howFound(found)}`]: 1,
    'near absent': oddsOf('absent', guesses),
    'near other': oddsOf('other', guesses),
    'near confidence': found.confidence,
    'near first': one(guesses[0]?.intent === 'absent'),
    'near after another': one(before !== undefined),
  };
}

/** What speaks for taking a message for talk. */
export function signsOfTalk({ found, guesses, question }: Witnessed): Signs {
  return {
    talk: 1,
    [`talk for ${howFound(found)}`]: 1,
    'talk odds': oddsOf('talk', guesses),
    'talk long': Math.min(LONG, question.text.length) / (LONG / 2),
  };
}

/** A figure that is no number of a group or measure. */
const FIGURES = /(?<!第)\d(?![组条])/;

/** A plain question denies nothing. */
const DENIES = /没(?!人)|不|未|除|无/;
/** Whether a question denies something. */
export const denies = ({ masked }: Question) => DENIES.test(masked);
/** What a question wants of the answer beyond the plain ones. */
const MORE: readonly RegExp[] = [/最/, /一样|是不是一家/, /各(?!单位|相关|部门)|分别/, /几处/, /单位的$/];
/** What is asked of a group or a measure, by the words for it. */
const SLOTS: readonly RegExp[] = [/牵头/, /分包|分管/, /责任单位|配合/, /职责|责任分工/];
const slotsIn = (text: string) => SLOTS.filter((slot) => slot.test(text)).length;
/** A whole text told is no better than whether a claim about it is so. */
const RECITES: ReadonlySet<Guess['intent']> = new Set([...(['measureText', 'duty'] as const)]);
/** Whether the answer to a plain question is a whole text. */
export const recites = (intent: Guess['intent']) => RECITES.has(intent);
/** Any number asked for looks like theirs. */
const COUNTS_ALL: ReadonlySet<Guess['intent']> = new Set([
  'groupCount',
  'allGroups',
  'measureCount',
  'docDate',
] as const);

/** Whether a plain question names nobody: it says nothing of what it is about. */
export const isOfNobody = (intent: Guess['intent']) =>
  intent in INTENTS && !INTENTS[intent as Intent].includes('{');
/** Whether a plain question is about a person. */
export const isOfPerson = (intent: Guess['intent']) =>
  intent in INTENTS && INTENTS[intent as Intent].includes('{p}');
const namesSomething = ({ mentions }: Question) =>
  mentions.some(({ how, kind }) => how !== 'hint' && kind !== 'body' && kind !== 'office');

/** Whether a plain question counts all that there is, where something is named. */
export const countsAll = (intent: Guess['intent'], question: Question) =>
  COUNTS_ALL.has(intent) && namesSomething(question);

/** Whether no word of the question was left over. */
export const readsWhole = ({ spoken = [] }: Reply, { residue }: Question) =>
  spoken.length > 0 && residue.length > 0 && residue.every((word) => spoken.includes(word));
/** Whether a reply is an answer that the rules are sure of. */
export const isSure = ({ kind, confidence, isPartial }: Reply) =>
  kind === 'answer' && confidence >= SURE && !isPartial;
/** Whether a reply says whether something is so. */
export const isVerdict = ({ lines: [first = ''] }: Reply) => VERDICT.test(first);

/** Probabilities from which on a plain question is likelier by a step. */
const STEPS = [0.5, 0.8, 0.95];
const CLEAR = 0.8;
/** Characters of a long question: more make no difference. */
const LONG = 60;

/** How probable something is among the guesses. */
export const probabilityOf = (intent: Guess['intent'], guesses: readonly Guess[]) =>
  guesses.find((guess) => guess.intent === intent)?.probability ?? 0;
const oddsOf = (intent: Guess['intent'], guesses: readonly Guess[]) => logit(probabilityOf(intent, guesses));
/** The logarithm of the odds of a probability, which is not taken for nothing nor for all. */
const logit = (probability: number) =>
  Math.log(Math.max(LITTLE, probability) / Math.max(LITTLE, 1 - probability));
const LITTLE = 1e-3;
const one = (is: boolean) => (is ? 1 : 0);

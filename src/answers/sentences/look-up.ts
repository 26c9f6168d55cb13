import { fold } from '../characters/fold.ts';
import type { Desk } from '../handler.ts';
import { isClaim } from '../question/claims.ts';
import { expectationOf } from '../question/expect.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { contentOf, residueOf } from '../question/wording.ts';
import { CODE, findStatements } from './find-statements.ts';
import { ownersAsked, withoutOwners, withoutOwnerWords } from './owners.ts';
import { inPrintedWords } from './printed-words.ts';
import type { Match } from './retrieve.ts';
import { isHeavy, isPlain, isSure, SURE } from './sureness.ts';
import { soundKey } from './terms.ts';
import { asksWhere, withoutWhere } from './where-asked.ts';

/** Content without which the rest of a question is not looked up alone. */
const SHORTEST_REST = 5;
/** Fewer characters beside the words that ask for an owner are no matter. */
const SHORTEST_MATTER = 2;
/** From so many characters on, most of them of the notice, a clause has a matter of its own. */
const OWN_MATTER = 4;
const UNKNOWN = 0.5;

/** The statements for a question; words that ask for an owner are left out where the question finds nothing whole. */
export function lookUp(question: Question, desk: Desk) {
  const whole = inPrintedWords(contentAsked(question), question, desk);
  const found = { parts: whole, matches: search(question, desk, whole) };
  const bare = withoutOwners(question, whole);
  if (bare === whole) return found;
  const isOwners = !isRestricted(question) && isBeside(found.matches[0], residueOf(bare.join(',')), desk);
  if (isSure(found.matches, isRestricted(question)) && !isOwners) return found;
  const matches = search(question, desk, bare);
  return isOwners && isByChance(matches[0], residueOf(bare.join(','))) ? found : { parts: bare, matches };
}

/** Whether a sentence has no two characters of a matter together, nor two that sound so: one alone stands in many words. */
function isByChance(match: Match | undefined, matter: readonly string[]): boolean {
  if (!match) return true;
  const { folded, asks, around } = match.statement;
  const there = pairsOf(`${folded},${asks},${around}`);
  const heard = new Set([...there].map(soundKey));
  return ![...pairsOf(matter.join(','))].some((pair) => there.has(pair) || heard.has(soundKey(pair)));
}

/** Pairs of characters, without those of ways of talking. */
const pairsOf = (text: string) =>
  new Set(
    [...text]
      .slice(1)
      .flatMap((char, i) => (/[老,，|]/.test(`${text[i]}${char}`) ? [] : [`${text[i]}${char}`])),
  );

/** So little of a matter that it is chance. */
const HARDLY_SAID = 0.1;

/** Whether a sentence has only the words that ask for an owner, and nothing of the matter. */
function isBeside(match: Match | undefined, matter: readonly string[], { retriever }: Desk): boolean {
  if (!match || matter.join('').length <= SHORTEST_MATTER) return false;
  const [said] = retriever.search({ parts: matter, only: (s) => s === match.statement });
  return (said?.coverage ?? 0) <= HARDLY_SAID;
}

/** Whether a question names the place, the measure or the group by number, so that only its sentences count. */
export function isRestricted(question: Question): boolean {
  return question.mentions.some((m) => m.how === 'number' && m.kind !== 'subLead');
}

/** Figures and periods of a claim are what is to be checked, not what is looked for. */
function contentAsked(question: Question): string[] {
  const codes = question.text.match(new RegExp(CODE, 'g')) ?? [];
  const isNamed = question.mentions.some((m) => m.how !== 'hint');
  if (codes.length === 1 && !isNamed && (expectationOf(question.text) || isFigureClaim(question)))
    return codes;
  if (asksWhere(question.text)) {
    const placed = contentOf(withoutWhere(question.text).replace(/附件\d/g, ','));
    if (placed.length > 0) return placed;
  }
  if (!isClaim(question)) return question.content;
  const units = question.mentions.filter((m) => m.kind === 'unit' && m.how !== 'hint').map((m) => m.text);
  const plain = (part: string) =>
    units
      .reduce((text, unit) => text.replace(unit, ','), part)
      .replace(units.length > 0 ? /负责|牵头|来管|管/ : /^$/, ',');
  const bare = question.content.map((part) => plain(part).replace(CLAIMED, ',').split(','));
  const left = bare.flat().filter((part) => part !== '');
  return left.length > 0 ? left : question.content;
}

const isFigureClaim = (question: Question) =>
  isClaim(question) && /\d/.test(question.text.replace(CODE, '').replace(/附件\d/, ''));

const CLAIMED =
  /每个?(?:季度?|[年月周天半])|半年|[一二两三四六\d]个月|\d+(?:\.\d+)?(?:%|个?工作日|个?[天日月年小时]|[个项条家次])|百分之[一二三四五六七八九十百]+/g;

/** A long lead-in (`外地老板来投资，…`) may hide the question: what follows it is tried alone. */
function search(question: Question, desk: Desk, parts: readonly string[]): Match[] {
  const whole = findStatements(question, desk, parts);
  if (isSure(whole) || question.mentions.some((m) => m.how !== 'hint')) return whole;
  const hints = question.mentions.map((m) => m.text);
  for (let cut = question.text.indexOf(','); cut >= 0; cut = question.text.indexOf(',', cut + 1)) {
    const tail = question.text.slice(cut + 1);
    const rest = [
      ...contentOf(tail.replace(/附件\d/g, ',')),
      ...hints.filter((hint) => !tail.includes(hint)),
    ];
    if (rest.join('').length < SHORTEST_REST) break;
    if (onlyAsks(question, rest) || onlyAsksWhere(tail)) continue;
    const found = toldByTheRest(findStatements(question, desk, rest), whole);
    if (isSure(found) && isHeavy(found, whole) && isOfHinted(question, found)) return found;
  }
  const clauses = question.text.split(',');
  const last = clauses.at(-1) ?? '';
  const isToldLast = saysMatter(last, desk) && !onlyAsksWhere(last);
  for (const [i, piece] of clauses.entries()) {
    if (isToldLast && i < clauses.length - 1) continue;
    const parts = contentOf(piece.replace(/附件\d/g, ','));
    if (piece === question.text || parts.join('').length < SHORTEST_REST) continue;
    if (onlyAsks(question, parts) || onlyAsksWhere(piece)) continue;
    const found = toldByTheRest(findStatements(question, desk, parts), whole);
    if (isSure(found) && isHeavy(found, whole) && isOfHinted(question, found)) return found;
  }
  const spoken = question.mentions.at(-1);
  const [, ...more] = question.mentions;
  if (spoken && more.length > 0) {
    const parts = contentOf(question.text.slice(spoken.start));
    const found = toldByTheRest(findStatements(question, desk, parts), whole);
    if (isSure(found) && isHeavy(found, whole)) return found;
  }
  return withQuoted(question, whole);
}

/** What a clause that was left out tells of a statement, against what the clause looked up does. */
const OF_THE_REST = 0.6;

/** Of what a clause alone finds, that which the other clauses speak of as well comes first. */
function toldByTheRest(found: readonly Match[], whole: readonly Match[]): Match[] {
  const [nearest] = found;
  if (!nearest || !isPlain(nearest)) return [...found];
  const covered = new Map(whole.map(({ statement, coverage }) => [statement, coverage]));
  const worth = ({ statement, coverage }: Match) =>
    isPlain({ ...nearest, coverage }) ? coverage + OF_THE_REST * (covered.get(statement) ?? 0) : coverage - 1;
  return [...found].sort((a, b) => worth(b) - worth(a));
}

/** How much a sentence must cover beside a word that it sets in quotes. */
const QUOTING = 0.24;

/** `“刷脸办”是哪项业务的新办法`: a sentence near the best that sets a word of the question in quotes is the one meant. */
function withQuoted({ text }: Question, matches: readonly Match[]): Match[] {
  const quoting = matches
    .slice(0, NEAREST_FEW)
    .find(
      ({ statement, coverage }) =>
        coverage >= QUOTING &&
        [...statement.text.matchAll(/“([^“”]{3,10})”/g)].some(([, word = '']) => text.includes(fold(word))),
    );
  return quoting
    ? [{ ...quoting, coverage: Math.max(quoting.coverage, SURE) }, ...matches.filter((m) => m !== quoting)]
    : [...matches];
}

const NEAREST_FEW = 6;

/** Whether what a clause alone finds is of the matter that the other clauses point to, or of none. */
function isOfHinted(question: Question, [best]: readonly Match[]): boolean {
  const hinted = mentioned(question, 'group', true).map(({ no }) => no);
  const groups = best?.statement.groups ?? [];
  return hinted.length === 0 || groups.length === 0 || hinted.some((no) => groups.includes(no));
}

/** A clause with words of the notice that are more than a way of asking: what goes before it is only its story. */
const saysMatter = (clause: string, { retriever }: Desk) => {
  const parts = residueOf(withoutOwnerWords(clause));
  return parts.join('').length >= OWN_MATTER && retriever.unknownShare(parts) < UNKNOWN;
};

/** A clause that only asks whose the matter before it is (`归哪位领导包着`). */
const onlyAsks = (question: Question, parts: readonly string[]) =>
  ownersAsked(question.masked) !== undefined &&
  residueOf(withoutOwnerWords(parts.join(','))).join('').length < SHORTEST_MATTER;

/** A clause that only asks in which place the matter before it stands (`这算哪个聚焦`). */
const onlyAsksWhere = (clause: string) =>
  asksWhere(clause) && contentOf(withoutWhere(clause)).join('').length < SHORTEST_REST;

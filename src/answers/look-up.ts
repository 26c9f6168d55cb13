import { claimsFrequency, isClaim } from './claims.ts';
import { otherSideOf, sidesAsked } from './contrast.ts';
import { expectationOf, FREQUENCY, satisfies } from './expect.ts';
import { fold } from './fold.ts';
import type { Desk } from './handler.ts';
import { attachmentIn } from './headings.ts';
import { headingsSaid } from './headings-said.ts';
import { quantitiesIn } from './numerals.ts';
import { ownersAsked, withoutOwners, withoutOwnerWords } from './owners.ts';
import { mentioned, type Question } from './parse.ts';
import { inPrintedWords } from './printed-words.ts';
import type { Match } from './retrieve.ts';
import { soughtIn } from './sought.ts';
import type { Statement } from './statements.ts';
import { isHeavy, isPlain, isSure, STANDS_OUT, SURE } from './sureness.ts';
import { soundKey } from './terms.ts';
import { asksWhere, placeNoun, withoutWhere } from './where-asked.ts';
import { contentOf, residueOf } from './wording.ts';

/** What a statement of another group than the one named loses. */
const OTHERS = 0.92;
/** What a statement of the only group that a word points to gains. */
const ONLY_HINT = 1.08;
/** What a statement gains that tells what is sought. */
const SOUGHT = 1.2;
/** What a statement gains that stands under a heading of the sort asked for (`哪个聚焦`). */
const UNDER = 1.2;
/** What a statement gains of a place where such questions were answered before, as probable as it is. */
const ASKED_THERE = 1.2;
/** A place that is less probable than not gains nothing. */
const gainOf = (probability: number) => (probability < 0.5 ? 0 : ASKED_THERE * probability);
/** What a statement gains whose heading is said. */
const HEADED = 1.15;
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

/** The headings that a place stands under. */
export function headingsOver(facts: Desk['facts'], location: string): string {
  const clause = facts.clause(location);
  const parent = clause?.parent === undefined ? undefined : facts.clause(clause.parent);
  return `${clause?.heading ?? ''}${parent?.heading ?? ''}`;
}

/** A clause that only asks in which place the matter before it stands (`这算哪个聚焦`). */
const onlyAsksWhere = (clause: string) =>
  asksWhere(clause) && contentOf(withoutWhere(clause)).join('').length < SHORTEST_REST;

/** Statements that have what the question wants of them come first. */
function wantedOf(question: Question): ((statement: Statement) => boolean) | undefined {
  if (isClaim(question)) {
    if (claimsFrequency(question.text)) return (s) => satisfies(s.folded, FREQUENCY);
    const units = quantitiesIn(question.text)
      .map((q) => q.unit)
      .filter((unit) => unit !== '' && unit !== '次');
    return (s) => quantitiesIn(s.folded).some((q) => units.includes(q.unit));
  }
  const expectation = expectationOf(question.text);
  return expectation && ((s) => satisfies(s.folded, expectation));
}

const LISTED =
  /哪(?:[些几]|[一二三四五六七八九十两]?)(?:个|种|家|项|类|样)?(?!单位|部门)([\u4e00-\u9fff]{2})/;

/** `PM10` where the statement speaks of `PM2.5` only. */
function isOtherCode(text: string, { folded }: Statement): boolean {
  const codes = text.match(new RegExp(CODE, 'g')) ?? [];
  return codes.length > 0 && CODE.test(folded) && !codes.some((code) => folded.includes(code));
}

const CODE = /(?<![a-z])[a-z]{1,8}\d+(?:\.\d+)?/;

/** The notice proper is asked for beside an attachment. */
const MAIN_TOO = /正文|主文|通知[里中上]/;

/** Statements for the content, those of the mentioned matters first. */
function findStatements(
  question: Question,
  { retriever, contrasts, facts, places: learnt }: Desk,
  parts: readonly string[] = question.content,
): Match[] {
  const groups = new Set(mentioned(question, 'group', true).map(({ no }) => no));
  const firm = new Set(mentioned(question, 'group').map(({ no }) => no));
  const lastClause = question.text.lastIndexOf(',');
  const isFirm = question.mentions.some(
    (m) => m.kind === 'group' && m.how !== 'hint' && m.start > lastClause,
  );
  const measures = new Set(mentioned(question, 'measure').map(({ no }) => no));
  const places = mentioned(question, 'clause').map(({ location }) => location);
  const headed = headingsSaid(question.text, facts);
  const wanted = wantedOf(question);
  const isSought = soughtIn(question.text);
  const key = question.content.join('');
  const noun = question.text.match(LISTED)?.[1];
  const sides = sidesAsked(question.text, contrasts);
  const isOwnText = /正文/.test(question.text);
  const asksMeasure = /第几条|哪一?条/.test(question.text);
  const placed = /哪|第几/.test(question.text) ? placeNoun(question.text) : undefined;
  const asksList = /哪[几些]|有什么|都有/.test(question.text);
  const attachment = attachmentIn(question.text);
  const within = (s: Statement) => places.some((p) => s.location === p || s.location.startsWith(p));
  const likely = learnt?.(question.text);
  // Where a group is named, its place is likely whatever is asked.
  const gainAt = (s: Statement) =>
    s.groups.some((no) => firm.has(no)) ? 0 : gainOf(likely?.get(s.location) ?? 0);
  const boost = (s: Statement) => {
    let factor = (s.isTopic ? 1.02 : 1) * (1 + gainAt(s));
    if (s.groups.some((no) => firm.has(no))) factor *= 1.1;
    else if (s.groups.some((no) => groups.has(no))) factor *= groups.size === 1 ? ONLY_HINT : 1.02;
    else if (isFirm && s.groups.length > 0) factor *= OTHERS;
    if (places.some((p) => s.location.startsWith(p))) factor *= 1.1;
    if (headed.some((p) => s.location.startsWith(p))) factor *= HEADED;
    if (s.askKeys.includes(key)) factor *= 1.08;
    if (sides.length > 1 && sides.every((side) => s.folded.includes(side))) factor *= 1.2;
    if (asksMeasure && s.measures.length === 1) factor *= /\d$/.test(s.location) ? 1.18 : 1.15;
    if (wanted?.(s)) factor *= 1.08;
    if (isSought?.(s.folded)) factor *= SOUGHT;
    if (placed !== undefined && headingsOver(facts, s.location).includes(placed)) factor *= UNDER;
    if (noun !== undefined && s.text.includes(`等${noun}`)) factor *= 1.08;
    if (asksList && (s.text.match(/、/g)?.length ?? 0) > 2) factor *= 1.04;
    if (attachment === undefined && isOwnText) factor *= s.location.startsWith('附件') ? 0.85 : 1.05;
    if (attachment !== undefined) factor *= s.location.startsWith(attachment) ? 1.08 : 0.6;
    return factor;
  };
  const numbered = question.mentions.some((m) => m.kind === 'group' && m.how === 'number');
  const only =
    measures.size > 0
      ? (s: Statement) => s.measures.some((no) => measures.has(no))
      : places.length > 0 && question.mentions.some((m) => m.kind === 'clause' && m.how === 'number')
        ? within
        : numbered
          ? (s: Statement) => s.groups.some((no) => firm.has(no))
          : undefined;
  const rows = isClaim(question)
    ? contrasts.filter((row) => !row.some((side) => side.includes('|')))
    : contrasts;
  const isOther = otherSideOf(question.text, rows);
  const all = retriever.search({ parts, boost, ...(only && { only }) });
  const there =
    attachment === undefined || MAIN_TOO.test(question.text)
      ? []
      : all.filter(({ statement }) => statement.location.startsWith(attachment));
  const found = ((there[0]?.coverage ?? 0) >= STANDS_OUT ? there : all).filter(
    ({ statement }) => !isOther(statement.folded) && !isOtherCode(question.text, statement),
  );
  if (!wanted || !isClaim(question)) return found;
  const comparable = found.filter(({ statement, coverage }) => coverage >= STANDS_OUT && wanted(statement));
  return comparable.length > 0 ? comparable : found;
}

import { otherSideOf, sidesAsked } from '../characters/contrast.ts';
import { quantitiesIn } from '../characters/numerals.ts';
import type { Desk } from '../handler.ts';
import { attachmentIn } from '../names/headings.ts';
import { headingsSaid } from '../names/headings-said.ts';
import { claimsFrequency, isClaim } from '../question/claims.ts';
import { expectationOf, FREQUENCY, satisfies } from '../question/expect.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { soughtIn } from '../question/sought.ts';
import type { Match } from './retrieve.ts';
import type { Statement } from './statements.ts';
import { STANDS_OUT } from './sureness.ts';
import { placeNoun } from './where-asked.ts';

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
/** The headings that a place stands under. */
export function headingsOver(facts: Desk['facts'], location: string): string {
  const clause = facts.clause(location);
  const parent = clause?.parent === undefined ? undefined : facts.clause(clause.parent);
  return `${clause?.heading ?? ''}${parent?.heading ?? ''}`;
}

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
function isOtherCode(codes: readonly string[], { folded }: Statement): boolean {
  return codes.length > 0 && CODE.test(folded) && !codes.some((code) => folded.includes(code));
}

/** A letter code with a number (`PM10`). */
export const CODE = /(?<![a-z])[a-z]{1,8}\d+(?:\.\d+)?/;
const CODES = new RegExp(CODE, 'g');

/** The notice proper is asked for beside an attachment. */
const MAIN_TOO = /正文|主文|通知[里中上]/;

/** Statements for the content, those of the mentioned matters first. */
export function findStatements(
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
  const codes = question.text.match(CODES) ?? [];
  const all = retriever.search({ parts, boost, ...(only && { only }) });
  const there =
    attachment === undefined || MAIN_TOO.test(question.text)
      ? []
      : all.filter(({ statement }) => statement.location.startsWith(attachment));
  const found = ((there[0]?.coverage ?? 0) >= STANDS_OUT ? there : all).filter(
    ({ statement }) => !isOther(statement.folded) && !isOtherCode(codes, statement),
  );
  if (!wanted || !isClaim(question)) return found;
  const comparable = found.filter(({ statement, coverage }) => coverage >= STANDS_OUT && wanted(statement));
  return comparable.length > 0 ? comparable : found;
}

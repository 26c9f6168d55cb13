import { publishedRanking } from '../../db/queries/rankings.ts';
import { standingEntries } from '../../db/queries/score-entries.ts';
import { boardParts, groupParts } from '../../db/queries/scoring-facts.ts';
import type { Card } from '../cards/elements.ts';
import { UserError } from '../errors.ts';
import { labelsOf } from '../people/labels.ts';
import { maySee, scopeOf } from '../progress/scope.ts';
import { readSnapshot } from '../ranking/snapshot.ts';
import type { ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { boardOf } from './boards.ts';
import { type BoardView, boardCard, unitCard } from './cards.ts';
import { scoresOf } from './scores.ts';
import { isQuarter, quartersOf, type SpanId, spanName } from './span.ts';

/** One board of a span. @throws UserError where nothing was ever opened. */
export async function shownBoard({ deps }: ReportAct, view: BoardView): Promise<Card> {
  const [scores, parts] = await Promise.all([
    scoresOf(deps, view.span),
    boardParts(deps.db, quartersOf(view.span)),
  ]);
  if (scores.length === 0) throw neverOpened(view.span);
  return boardCard(view, boardOf(view.board, scores, parts), deps.notice);
}

/** A unit's score for who may see it: its own people, its leaders, the office. @throws UserError */
export async function shownUnit(act: ReportAct, of: { unit: string; span: SpanId }): Promise<Card> {
  const { deps, rights } = act;
  const parts = await groupParts(deps.db, quartersOf(of.span));
  const groups = parts.filter(({ unit }) => unit === of.unit).map(({ group_no }) => group_no);
  const name = unitNameOf(act, of.unit);
  if (!maySee(scopeOf(rights, deps.notice), { unit: of.unit, groups }))
    throw new UserError(`${name}的评分只给该单位自己、分包领导和办公室看。`);
  const scores = await scoresOf(deps, of.span);
  if (scores.length === 0) throw neverOpened(of.span);
  const score = scores.find(({ unit }) => unit === of.unit);
  if (score === undefined) throw new UserError(`${name}在${spanName(of.span)}没有要报送的事项，没有评分。`);
  const entries = isQuarter(of.span)
    ? (await standingEntries(deps.db, of.span)).filter(({ unit }) => unit === of.unit)
    : [];
  const people = score.rows.flatMap((row) => row.enteredBy ?? []);
  const labels = await labelsOf(deps, [...new Set(people)]);
  const published = await publishedOf(act, of);
  return unitCard(score, {
    name,
    labels,
    isOffice: rights.isOffice,
    entries,
    ...(published && { published }),
  });
}

/** What was published of a unit; undefined before. */
async function publishedOf(
  { deps }: ReportAct,
  { unit, span }: { unit: string; span: SpanId },
): Promise<{ shown: number; place: number } | undefined> {
  const row = await publishedRanking(deps.db, span);
  return row && readSnapshot(row.content).units.find((one) => one.unit === unit);
}

function neverOpened(span: SpanId): UserError {
  return new UserError(`没有开过${spanName(span)}的报送，没有评分。`);
}

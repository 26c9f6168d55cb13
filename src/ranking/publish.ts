import { workChat } from '../../db/queries/chats.ts';
import { periodById } from '../../db/queries/periods.ts';
import {
  insertRanking,
  publishedRanking,
  type RankingRow,
  rankingBefore,
  rankingRevision,
} from '../../db/queries/rankings.ts';
import { reviewQueue } from '../../db/queries/reviews.ts';
import type { Card, Element } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId } from '../ids.ts';
import { labelsOf } from '../people/labels.ts';
import { audit, type Change, type ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { periodName } from '../reports/period.ts';
import { scoresOf } from '../scoring/scores.ts';
import { quartersOf, type SpanId, spanName } from '../scoring/span.ts';
import { type Moves, publishedCard, rankingCard } from './card.ts';
import { changesBetween } from './changes.ts';
import { correctionNote } from './correction-cards.ts';
import { groundOf, hindranceOf, type Round, roundOf } from './round.ts';
import {
  type Frozen,
  freeze,
  movesSince,
  readSnapshot,
  type Snapshot,
  snapshotOf,
  unmarkedText,
} from './snapshot.ts';

/** A ranking that is not published: what it would be, and what speaks against publishing it now. */
export interface Draft extends Frozen {
  snapshot: Snapshot;
  moves: Moves | undefined;
  /** Chinese sentences. */
  warnings: string[];
  round: Round | undefined;
}

/** The ranking of a span from what is stored now. @throws UserError where nothing was ever opened */
export async function draftOf(act: ReportAct, span: SpanId): Promise<Draft> {
  const scores = await scoresOf(act.deps, span);
  const snapshot = snapshotOf(span, scores, (unit) => unitNameOf(act, unit));
  if (snapshot === undefined) throw new UserError(`没有开过${spanName(span)}的报送，没有排名。`);
  const [moves, warnings, round] = await Promise.all([
    movesOf(act.deps, snapshot, act.now),
    warningsOf(act.deps, span),
    roundOf(act.deps, span, act.now),
  ]);
  const unmarked = unmarkedText(snapshot);
  return {
    snapshot,
    ...freeze(snapshot),
    moves,
    warnings: [...warnings, ...(unmarked === undefined ? [] : [unmarked])],
    round,
  };
}

/**
 * What publishing a draft sends and writes. Unless the round of objections is over or every unit agrees, a reason is
 * demanded; it is kept. The work group is the only place it goes to.
 *
 * @throws UserError without a reason or a work group
 */
export async function publication(
  act: ReportAct,
  of: { draft: Draft; reason: string },
): Promise<Change & { row: RankingRow }> {
  const reason = of.reason || groundOf(of.draft.round);
  if (reason === undefined)
    throw new UserError(`没有发布：请先写明发布理由（${hindranceOf(of.draft.round)}）。`);
  const { db } = act.deps;
  const chat = await workChat(db);
  if (chat === undefined)
    throw new UserError('没有发布：还没有绑定工作群。请在工作群里 @我 发“/绑定”，选工作群，再回来发布。');
  const { snapshot, content, hash, moves } = of.draft;
  const { span, rubric } = snapshot;
  const row: RankingRow = {
    span,
    revision: 1,
    content,
    hash,
    rubric,
    reason,
    chat_id: chat,
    published_by: act.sender,
    published_at: act.now,
  };
  const key = postKey(row);
  const shown = rankingCard(snapshot, { hash, moves, revision: 1 });
  return {
    row,
    messages: [{ key, cardKey: key, to: { chat: chat as ChatId }, body: { type: 'card', card: shown } }],
    writes: [
      insertRanking(db, row),
      audit(act, 'publish-ranking', { subject: `ranking:${span}`, detail: `${hash} ${reason}` }),
    ],
  };
}

/** Names the card of a revision in the work group. */
export function postKey({ span, revision }: Pick<RankingRow, 'span' | 'revision'>): string {
  return revision === 1 ? `ranking:${span}` : `ranking:${span}:${revision}`;
}

/** What was published as everybody sees it: the newest revision, or the one that is named; undefined before. */
export async function shownRanking(
  deps: Deps,
  of: { span: SpanId; revision?: number | undefined },
): Promise<Card | undefined> {
  const newest = await publishedRanking(deps.db, of.span);
  if (newest === undefined || of.revision === undefined || of.revision === newest.revision)
    return newest && rankingCardOf(deps, newest);
  const row = await rankingRevision(deps.db, { span: of.span, revision: of.revision });
  return row && rankingCardOf(deps, row, newest.revision);
}

/** The card of a published row. @param newer the newest revision, where the row is none any more */
export async function rankingCardOf(deps: Deps, row: RankingRow, newer?: number): Promise<Card> {
  const snapshot = readSnapshot(row.content);
  return rankingCard(snapshot, {
    hash: row.hash,
    moves: await movesOf(deps, snapshot, row.published_at),
    revision: row.revision,
    newer,
    above: await correctionAbove(deps, row),
  });
}

/** 更正说明 of a later revision, with what it changed. */
async function correctionAbove({ db }: Deps, row: RankingRow): Promise<Element[]> {
  const { span, revision, reason } = row;
  if (revision === 1) return [];
  const before = await rankingRevision(db, { span, revision: revision - 1 });
  if (before === undefined) return [];
  const changes = changesBetween(readSnapshot(before.content), readSnapshot(row.content));
  return correctionNote({ revision, reason, changes });
}

/** The published ranking as the office sees it: with who, when and why. */
export async function shownPublication(deps: Deps, row: RankingRow): Promise<Card> {
  const snapshot = readSnapshot(row.content);
  const labels = await labelsOf(deps, [row.published_by]);
  return publishedCard(snapshot, {
    row,
    moves: await movesOf(deps, snapshot, row.published_at),
    by: labels(row.published_by),
  });
}

async function movesOf({ db }: Deps, snapshot: Snapshot, at: number): Promise<Moves | undefined> {
  const earlier = await rankingBefore(db, { span: snapshot.span, at });
  if (earlier === undefined) return undefined;
  return { since: earlier.span, by: movesSince(readSnapshot(earlier.content), snapshot) };
}

/** A half-year or a year is warned of by quarter. */
async function warningsOf({ db }: Deps, span: SpanId): Promise<string[]> {
  const all = await Promise.all(
    quartersOf(span).map(async (id) => {
      const period = await periodById(db, id);
      if (period === undefined || period.opened_at === null)
        return [`${periodName(id)}没有开过报送，不计入。`];
      const waiting = (await reviewQueue(db, id)).length;
      return [
        ...(waiting > 0 ? [`${periodName(id)}还有${waiting}份报告没有审核，质量暂计0分。`] : []),
        ...(period.status === 'locked' ? [] : [`${periodName(id)}还没有锁定，分数还可能变。`]),
      ];
    }),
  );
  return all.flat();
}

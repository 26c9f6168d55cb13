import { workChat } from '../../db/queries/chats.ts';
import { liaisonsOf } from '../../db/queries/people.ts';
import { insertRanking, publishedRanking, type RankingRow } from '../../db/queries/rankings.ts';
import type { Card } from '../cards/elements.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { whenToTell } from '../reminders/quiet.ts';
import {
  type Asked,
  actOfClick,
  answeredPrivately,
  audit,
  type Change,
  carried,
  demandOffice,
  info,
  pressed,
  type ReportAct,
  success,
  warning,
} from '../reports/act.ts';
import { parseSpan, type SpanId, spanName } from '../scoring/span.ts';
import { LONGEST_REASON, rankingCard } from './card.ts';
import { type Changes, changesBetween, isNothing } from './changes.ts';
import { correctedUnitCard, correctionDryRun, correctionNote } from './correction-cards.ts';
import { type Draft, draftOf, postKey, rankingCardOf, shownPublication } from './publish.ts';
import { readSnapshot } from './snapshot.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The platform changes a card for 14 days. */
const CHANGEABLE_MS = 13 * DAY_MS;

/** A published ranking beside what the stored facts give now. */
interface Correction {
  act: ReportAct;
  span: SpanId;
  published: RankingRow;
  draft: Draft;
  changes: Changes;
}

/** `/排名 <期> 更正 <理由>`: what would change, for the office to confirm. @throws UserError where nothing would */
export async function correctionOutcome(
  act: ReportAct,
  asked: Asked,
  of: { span: SpanId; reason: string },
): Promise<Outcome> {
  demandOffice(act, '更正排名');
  if (of.reason === '')
    throw new UserError(`请写上更正的理由，例如：/排名 ${of.span} 更正 某单位的指标值录入有误`);
  const correction = await correctionOf(act, of.span);
  if (isNothing(correction.changes)) throw nothingToCorrect(correction);
  return answeredPrivately(asked, dryRun(correction, of.reason.slice(0, LONGEST_REASON)));
}

async function correctionOf(act: ReportAct, span: SpanId): Promise<Correction> {
  const published = await publishedRanking(act.deps.db, span);
  if (published === undefined)
    throw new UserError(`${spanName(span)}的排名还没有公布，不用更正：改好以后直接公布。`);
  const draft = await draftOf(act, span);
  return {
    act,
    span,
    published,
    draft,
    changes: changesBetween(readSnapshot(published.content), draft.snapshot),
  };
}

function nothingToCorrect({ span, published }: Correction): UserError {
  return new UserError(
    `没有更正：${spanName(span)}现在算出来的分数和名次，与已公布的第${published.revision}版完全一样。请先改正有误的数据（“/评分 单位 ±N 更正 理由”、取消录错的加减分、补审报告等），再发更正。`,
  );
}

function dryRun({ span, published, draft, changes }: Correction, reason: string): Card {
  const { hash, warnings } = draft;
  return correctionDryRun({ span, revision: published.revision + 1, hash, changes, reason, warnings });
}

/** 确认更正: once. The second click is told, and nothing is published that was not seen. */
export async function correct(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '更正排名');
  const correction = await correctionOf(act, parseSpan(carried(event, 'span')));
  const { published, draft, changes } = correction;
  const reason = fieldOf(event.form, 'reason').slice(0, LONGEST_REASON);
  if (Number(carried(event, 'revision')) !== published.revision + 1)
    return pressed(event, {
      toast: info(`已经更正为第${published.revision}版，没有重复更正`),
      card: await shownPublication(deps, published),
    });
  if (isNothing(changes)) throw nothingToCorrect(correction);
  if (draft.hash !== carried(event, 'hash'))
    return pressed(event, {
      toast: warning('没有更正：预览以后分数有变化，请看过新的预览'),
      card: dryRun(correction, reason),
    });
  if (reason === '') throw new UserError('没有更正：请写上更正说明。');
  const { row, messages, writes } = await corrected(correction, reason);
  return pressed(event, {
    toast: success(`已更正为第${row.revision}版，已发到工作群`),
    card: await shownPublication(deps, row),
    messages,
    writes,
  });
}

async function corrected(correction: Correction, reason: string): Promise<Change & { row: RankingRow }> {
  const { act, span, published, draft, changes } = correction;
  const { db } = act.deps;
  const chat = await workChat(db);
  if (chat === undefined)
    throw new UserError('没有更正：还没有绑定工作群。请在工作群里 @我 发“/绑定”，选工作群，再回来更正。');
  const { snapshot, content, hash, moves } = draft;
  const revision = published.revision + 1;
  const row: RankingRow = {
    span,
    revision,
    content,
    hash,
    rubric: snapshot.rubric,
    reason,
    chat_id: chat,
    published_by: act.sender,
    published_at: act.now,
  };
  const key = postKey(row);
  const shown = rankingCard(snapshot, {
    hash,
    moves,
    revision,
    above: correctionNote({ revision, reason, changes }),
  });
  return {
    row,
    messages: [
      { key, cardKey: key, to: { chat: chat as ChatId }, body: { type: 'card', card: shown } },
      ...(await outdated(act, published)),
      ...(await unitsTold(correction, row)),
    ],
    writes: [
      insertRanking(db, row),
      audit(act, 'correct-ranking', {
        subject: `ranking:${span}`,
        detail: `第${revision}版 ${hash} ${reason}`,
      }),
    ],
  };
}

/** The earlier card in the work group says that there is a newer one, as long as the platform changes it. */
async function outdated(act: ReportAct, published: RankingRow): Promise<OutboundMessage[]> {
  if (act.now - published.published_at >= CHANGEABLE_MS) return [];
  return [
    {
      key: `ranking-outdated:${published.span}:${published.revision}`,
      to: { card: postKey(published) },
      body: { type: 'card', card: await rankingCardOf(act.deps, published, published.revision + 1) },
    },
  ];
}

async function unitsTold({ act, span, changes }: Correction, row: RankingRow): Promise<OutboundMessage[]> {
  const { revision, reason } = row;
  const all = [...changes.totals, ...changes.places].map(async (change) => {
    const liaisons = await liaisonsOf(act.deps.db, change.unit, act.today);
    return [...new Set(liaisons.map(({ openId }) => openId))].map(
      (person): OutboundMessage => ({
        key: `ranking-corrected:${span}:${revision}:${change.unit}:${person}`,
        to: { person: person as OpenId },
        body: { type: 'card', card: correctedUnitCard({ span, revision, reason, change }) },
        notBefore: whenToTell(act.now, act.calendar),
      }),
    );
  });
  return (await Promise.all(all)).flat();
}

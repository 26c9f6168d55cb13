import type { Write } from '../../db/database.ts';
import { type BriefRow, changeBrief, lastBriefNo } from '../../db/queries/briefs.ts';
import { workChat } from '../../db/queries/chats.ts';
import { liaisonsOf } from '../../db/queries/people.ts';
import { addScoreEntry, cancelScoreEntry, scoreEntry } from '../../db/queries/score-entries.ts';
import { UserError } from '../errors.ts';
import type { ChatId, OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { audit, type Change, type ReportAct } from '../reports/act.ts';
import { briefName, entryOf, faultOf, matterOf, postKey } from './brief.ts';
import { briefCard, toldCard } from './cards.ts';
import { type BriefDesk, NOT_STANDING } from './desk.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The platform changes a card for 14 days; nearer to that a message of its own is surer. */
const CHANGEABLE_MS = 13 * DAY_MS;

const subjectOf = ({ id }: BriefRow) => `brief:${id}`;

/**
 * 发布: the brief gets the year's next number, goes to the work group once, gives the unit its points, and the unit's
 * liaisons hear of it (四（四）).
 *
 * @throws UserError without a work group, for a text that is not fit, or for a report that the office has not
 */
export async function publication(desk: BriefDesk): Promise<Change & { desk: BriefDesk; isTold: boolean }> {
  const { act, brief } = desk;
  const { db } = act.deps;
  const fault = faultOf(brief);
  if (fault !== undefined) throw new UserError(`没有发布：${fault}`);
  if (!desk.isStanding) throw new UserError(`没有发布：${NOT_STANDING}`);
  const chat = await workChat(db);
  if (chat === undefined)
    throw new UserError('没有发布：还没有绑定工作群。请在工作群里 @我 发“/绑定”，选工作群，再回来发布。');
  const year = act.today.slice(0, 4);
  const to = {
    status: 'published' as const,
    year,
    no: (await lastBriefNo(db, year)) + 1,
    chat_id: chat,
    published_by: act.sender,
    published_at: act.now,
  };
  const after = { ...desk, brief: { ...brief, ...to, version: brief.version + 1 } };
  const key = postKey(brief);
  const unit = await told(after);
  return {
    desk: after,
    isTold: unit.length > 0,
    messages: [
      { key, cardKey: key, to: { chat: chat as ChatId }, body: { type: 'card', card: briefCard(after) } },
      ...unit,
    ],
    writes: [
      ...changeBrief(db, brief, to),
      ...entryWrites(after),
      audit(act, 'publish-brief', { subject: subjectOf(brief), detail: briefName(to) ?? '' }),
    ],
  };
}

function entryWrites({ act, brief, points }: BriefDesk): Write[] {
  if (brief.scored === 0 || points.each <= 0) return [];
  return [
    addScoreEntry(act.deps.db, {
      id: entryOf(brief),
      period: brief.period,
      unit: brief.unit,
      kind: 'add',
      source: 'brief',
      points: points.each,
      matter: matterOf(brief),
      reason: brief.title,
      evidence: briefName(brief) ?? '',
      entered_by: act.sender,
      at: act.now,
    }),
  ];
}

/** 撤回 with its reason: the number stays taken, the points are taken back, the group's card and the unit say so. */
export async function withdrawal(desk: BriefDesk, because: string): Promise<Change & { desk: BriefDesk }> {
  const { act, brief } = desk;
  const { db } = act.deps;
  const to = {
    status: 'withdrawn' as const,
    withdrawn_by: act.sender,
    withdrawn_at: act.now,
    withdrawn_because: because,
  };
  const after = { ...desk, brief: { ...brief, ...to, version: brief.version + 1 } };
  const entry = await scoreEntry(db, entryOf(brief));
  const stands = entry !== undefined && entry.cancelled_at === null;
  return {
    desk: after,
    messages: [...groupTold(act, after), ...(await told(after))],
    writes: [
      ...changeBrief(db, brief, to),
      ...(stands
        ? cancelScoreEntry(db, entry.id, {
            by: act.sender,
            at: act.now,
            because: `${briefName(brief)}撤回：${because}`,
          })
        : []),
      audit(act, 'withdraw-brief', { subject: subjectOf(brief), detail: because }),
    ],
  };
}

function groupTold(act: ReportAct, after: BriefDesk): OutboundMessage[] {
  const { chat_id: chat, published_at: at } = after.brief;
  if (chat === null || at === null) return [];
  const isFresh = act.now - at < CHANGEABLE_MS;
  return [
    {
      key: `brief-withdrawn:${after.brief.id}`,
      to: isFresh ? { card: postKey(after.brief) } : { chat: chat as ChatId },
      body: { type: 'card', card: briefCard(after) },
    },
  ];
}

async function told(after: BriefDesk): Promise<OutboundMessage[]> {
  const { act, brief } = after;
  const liaisons = await liaisonsOf(act.deps.db, brief.unit, act.today);
  return [...new Set(liaisons.map(({ openId }) => openId))].map((person) => ({
    key: `brief-${brief.status}:${brief.id}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'card', card: toldCard(after) },
    notBefore: whenToTell(act.now, act.calendar),
  }));
}

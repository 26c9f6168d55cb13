import { keepFile } from '../../db/queries/files.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { audit, info, pressed, success, warning } from '../reports/act.ts';
import { type BulletinDesk, isOpen } from './desk.ts';
import { deskCard, LONGEST_REASON, STATES } from './desk-card.ts';
import { doubtsNow } from './own.ts';
import { filesSent, madeAnnex } from './paper.ts';
import { deskOfClick, isSeen, settled } from './settle.ts';

/** 看文件: docx and annex as they stand, to whoever presses. */
export async function sendFiles(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '看通报的文件');
  const files = await filesSent(desk, { to: { person: event.operator }, key: event.eventId });
  return { toast: success('文件已发到单聊'), ...files };
}

/** 送审: what the presser has seen, with the annex as it is now; the others of the office are told. */
export async function sendForApproval(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '送审通报');
  if (!isOpen(desk.row)) return asItIs(event, desk, `现在是${STATES[desk.row.state].name}，不用再送审`);
  if (!isSeen(desk, event)) return changedMeanwhile(event, desk, '没有送审：内容刚有变化，请看过再送审');
  const { act, row } = desk;
  const annex = await madeAnnex(desk);
  const annexId = `bulletin-annex:${act.key}`;
  const now = settled(desk, {
    state: 'sent',
    sent_by: act.sender,
    sent_at: act.now,
    decided_by: null,
    decided_at: null,
    reason: '',
    annex_file: annexId,
    own_doubts: await doubtsNow(desk),
  });
  const after = now.desk;
  const others = await membersBut(desk);
  return pressed(event, {
    toast:
      others.length > 0
        ? success('已送审，办公室其他同志会收到')
        : warning('已送审。办公室还没有另一位同志，请先绑定：/绑定 办公室 @某人'),
    card: deskCard(after),
    messages: others.map((person) => told(after, person, 'sent')),
    writes: [
      ...now.writes,
      ...keepFile(deps.db, { id: annexId, ...annex, now: act.now }),
      audit(act, 'bulletin-send', { subject: `bulletin:${row.period}:${row.revision}` }),
    ],
  });
}

/** 退回, with a reason: the text may be changed again. */
export async function returnBulletin(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '退回通报');
  const { act, row } = desk;
  if (row.state !== 'sent' && row.state !== 'approved')
    return asItIs(event, desk, `现在是${STATES[row.state].name}，不能退回`);
  const reason = fieldOf(event.form, 'reason').slice(0, LONGEST_REASON);
  if (reason === '') throw new UserError('没有退回：请先写退回理由。');
  if (!isSeen(desk, event)) return changedMeanwhile(event, desk, '没有退回：刚有变化，请看过再办', reason);
  const now = settled(desk, { state: 'returned', decided_by: act.sender, decided_at: act.now, reason });
  return decided(event, {
    before: desk,
    after: now.desk,
    writes: now.writes,
    says: '已退回',
    action: 'bulletin-return',
  });
}

/** 批准, by a second person of the office. */
export async function approveBulletin(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '批准通报');
  const { act, row } = desk;
  if (row.state !== 'sent') return asItIs(event, desk, `现在是${STATES[row.state].name}，不能批准`);
  if (row.sent_by === act.sender) throw new UserError('没有批准：这一稿是您送审的，请办公室另一位同志批准。');
  if (!isSeen(desk, event)) return changedMeanwhile(event, desk, '没有批准：刚有变化，请看过再办');
  const now = settled(desk, { state: 'approved', decided_by: act.sender, decided_at: act.now });
  return decided(event, {
    before: desk,
    after: now.desk,
    writes: now.writes,
    says: '已批准，可以发布',
    action: 'bulletin-approve',
  });
}

function decided(
  event: ClickEvent,
  of: { before: BulletinDesk; after: BulletinDesk; writes: Outcome['writes']; says: string; action: string },
): Outcome {
  const { before, after } = of;
  const { act, row } = before;
  const sender = row.sent_by;
  return pressed(event, {
    toast: success(of.says),
    card: deskCard(after),
    messages: sender === null || sender === act.sender ? [] : [told(after, sender, after.row.state)],
    writes: [
      ...of.writes,
      audit(act, of.action, {
        subject: `bulletin:${row.period}:${row.revision}`,
        detail: after.row.state === 'returned' ? after.row.reason : '',
      }),
    ],
  });
}

/** The card before somebody else of the office, who is not disturbed at night. */
function told(desk: BulletinDesk, person: string, what: string): OutboundMessage {
  const { act, row } = desk;
  return {
    key: `bulletin:${row.period}:${row.revision}:${row.version}:${what}:${person}`,
    to: { person: person as OpenId },
    // His own texts that were kept aside are his; this card is not of his asking.
    body: { type: 'card', card: deskCard({ ...desk, clashes: [] }) },
    notBefore: whenToTell(act.now, act.calendar),
  };
}

async function membersBut({ act }: BulletinDesk): Promise<string[]> {
  const members = await officeMembers(act.deps.db, act.deps.office);
  return members.filter((person) => person !== act.sender);
}

export function asItIs(event: ClickEvent, desk: BulletinDesk, says: string): Outcome {
  return pressed(event, { toast: info(says), card: deskCard(desk) });
}

/** Nothing is done that the presser has not seen: he gets the card as it is now. */
export function changedMeanwhile(event: ClickEvent, desk: BulletinDesk, says: string, typed = ''): Outcome {
  const now = settled(desk);
  return pressed(event, { toast: warning(says), card: deskCard(now.desk, { typed }), writes: now.writes });
}

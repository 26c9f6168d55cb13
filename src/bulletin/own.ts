import {
  awaitedDocx,
  awaitOwnDocx,
  latestBulletin,
  newestBulletinPeriod,
  noLongerAwaited,
} from '../../db/queries/bulletins.ts';
import { keepFile, storedFile } from '../../db/queries/files.ts';
import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { downloaded } from '../report-files/download.ts';
import { actOf, audit, info, pressed, success } from '../reports/act.ts';
import { type PeriodId, parsePeriod, periodName } from '../reports/period.ts';
import { type BulletinDesk, bulletinDesk, isOpen } from './desk.ts';
import { deskCard } from './desk-card.ts';
import { figureCheck, list } from './figures.ts';
import { awaitedCard } from './own-card.ts';
import { MOST_OWN_MB, ownDocxText } from './own-docx.ts';
import { docxName, sha256Of } from './paper.ts';
import { textOf } from './parts.ts';
import { closedBecause, deskOfClick, settled } from './settle.ts';

const RIGHT = '上传定稿';
const AWAITED_MS = 2 * 60 * 60_000;
const LONGEST_NAME = 80;

/** 上传定稿: the presser's next docx is the one to publish. */
export async function awaitOwn(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  demandOpen(desk);
  const now = settled(desk);
  const { period, revision } = desk.row;
  return {
    toast: info('请把定稿（docx）直接发给我'),
    messages: [
      {
        key: `bulletin-own:${event.eventId}`,
        to: { person: event.operator },
        body: { type: 'card', card: awaitedCard(desk) },
      },
    ],
    writes: [...now.writes, awaitOwnDocx(deps.db, event.operator, { period, revision, now: desk.act.now })],
  };
}

/** 不用这个定稿 */
export async function dropOwn(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  demandOpen(desk);
  if (desk.row.own_file === null) return pressed(event, { toast: info('没有定稿'), card: deskCard(desk) });
  const none = {
    own_file: null,
    own_name: null,
    own_size: null,
    own_sha256: null,
    own_doubts: '',
    own_by: null,
    own_at: null,
  };
  const now = settled(desk, none);
  return pressed(event, {
    toast: success('不用定稿了，发布系统生成的文件'),
    card: deskCard(now.desk),
    writes: [...now.writes, audit(desk.act, 'bulletin-own-drop', { subject: subjectOf(desk) })],
  });
}

/**
 * A file that somebody of the office sends in his own chat after 上传定稿; undefined for any other.
 *
 * @throws UserError that says what is wrong with it
 */
export async function readOwnDocx(deps: Deps, event: AttachmentMessage): Promise<Outcome | undefined> {
  if (event.chatType !== 'direct' || event.attachment.type !== 'file') return undefined;
  const act = await actOf(deps, { sender: event.sender, key: event.messageId });
  if (!act.rights.isOffice) return undefined;
  const awaited = await awaitedDocx(deps.db, act.sender, act.now - AWAITED_MS);
  if (awaited === undefined) return undefined;
  const { name } = event.attachment;
  // Somebody who reports for a unit as well may mean it for his report.
  if (!/\.docx$/i.test(name) && act.rights.units.length > 0) return undefined;
  if (!/\.docx$/i.test(name))
    throw new UserError('正在等通报的定稿，只收 docx，这个文件没有收下。请另存为 docx 再发。');
  const content = await downloaded(deps, event, MOST_OWN_MB);
  const text = ownDocxText(content);
  const desk = await bulletinDesk(act, parsePeriod(awaited.period) as PeriodId);
  if (desk.row.revision !== awaited.revision)
    throw new UserError('通报已经发布，定稿没有收下。要改请发更正。');
  demandOpen(desk);
  const id = `bulletin-own:${act.key}`;
  const own = {
    own_file: id,
    own_name: name.replace(/[\u0000-\u001f]/g, '').slice(-LONGEST_NAME),
    own_size: content.length,
    own_sha256: sha256Of(content),
    own_doubts: doubts(desk, text),
    own_by: act.sender,
    own_at: act.now,
  };
  const now = settled(desk, own);
  return {
    messages: [
      {
        key: `answer:${act.key}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: deskCard(now.desk) },
      },
    ],
    writes: [
      ...now.writes,
      ...keepFile(deps.db, { id, name: docxName(desk.row), content, now: act.now }),
      noLongerAwaited(deps.db, act.sender),
      audit(act, 'bulletin-own', { subject: subjectOf(desk), detail: own.own_sha256 }),
    ],
  };
}

/**
 * A docx that somebody of the office sends though none is awaited, while a bulletin may still be changed: how it is
 * taken instead. Undefined for any other; it looks after all others.
 */
export async function readUnawaitedDocx(
  deps: Deps,
  { chatType, attachment, sender, messageId }: AttachmentMessage,
): Promise<Outcome | undefined> {
  if (chatType !== 'direct' || attachment.type !== 'file' || !/\.docx$/i.test(attachment.name))
    return undefined;
  const act = await actOf(deps, { sender, key: messageId });
  const period = act.rights.isOffice
    ? await newestBulletinPeriod(deps.db, { isPublished: false })
    : undefined;
  const row = period === undefined ? undefined : await latestBulletin(deps.db, period);
  if (row === undefined || !isOpen(row)) return undefined;
  throw new UserError(
    `没有收下：现在没有在等定稿。要用它作${periodName(row.period as PeriodId)}通报的定稿，请先发“/通报 ${row.period} 定稿”，再发一次文件。`,
  );
}

/** As `own_doubts`, of the stored file and the facts as they are now. */
export async function doubtsNow(desk: BulletinDesk): Promise<string> {
  const id = desk.row.own_file;
  const file = id === null ? undefined : await storedFile(desk.act.deps.db, id);
  return file === undefined ? '' : doubts(desk, ownDocxText(file.content));
}

/** The key figures of the facts that the file does not have; a sentence, empty where it has them all. */
function doubts({ fresh }: BulletinDesk, text: string): string {
  const key = [textOf(fresh, 'overall'), firstLine(fresh, 'filing'), firstLine(fresh, 'targets')].join('\n');
  const { missing } = figureCheck(key, text);
  return missing.length === 0 ? '' : `定稿里没有找到系统里的${list(missing)}。`;
}

function firstLine(fresh: BulletinDesk['fresh'], id: string): string {
  return textOf(fresh, id).split('\n')[0] ?? '';
}

function demandOpen(desk: BulletinDesk): void {
  const closed = closedBecause(desk);
  if (closed !== undefined) throw new UserError(`现在不能换定稿：${closed}。`);
}

function subjectOf({ row }: BulletinDesk): string {
  return `bulletin:${row.period}:${row.revision}`;
}

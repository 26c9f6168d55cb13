import { createHash } from 'node:crypto';
import { inHand } from '../../db/queries/drafts.ts';
import {
  type EvidenceRow,
  evidenceById,
  evidenceOf,
  keepEvidence,
  moveEvidence,
  removeEvidence,
} from '../../db/queries/evidence.ts';
import type { AttachmentMessage } from '../attachments.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { quoted } from '../people/texts.ts';
import { actOfClick, audit, pressed, type ReportAct, success } from '../reports/act.ts';
import type { Desk } from '../reports/desk.ts';
import { closedFor } from '../reports/fill-actions.ts';
import { ownDesks } from '../reports/own.ts';
import { evidenceCard, type Place, placeValue, removedCard } from './evidence-card.ts';
import { fileKind } from './file-kinds.ts';

/** 佐证材料: at most so many MB a file. */
export const MOST_EVIDENCE_MB = 20;
/** An item that was opened this long ago is no longer what a file is meant for. */
const IN_HAND_MS = 2 * 60 * 60_000;
const LONGEST_NAME = 120;

/** A file becomes evidence of the item in hand; without one, of the item that is chosen on the card. @throws UserError */
export async function evidenceOutcome(
  act: ReportAct,
  event: AttachmentMessage,
  of: { bytes: Uint8Array; desks: readonly Desk[] },
): Promise<Outcome> {
  const places = placesOf(of.desks);
  if (places.length === 0) throw new UserError(closedText(of.desks));
  const kind = fileKind(of.bytes, event.attachment.name);
  const sha256 = createHash('sha256').update(of.bytes).digest('hex');
  const known = await sameFile(act, of.desks, sha256);
  if (known !== undefined) throw new UserError(`这个文件已经存过了（${quoted(known.name)}），没有再存。`);
  const place = await placeInHand(act, places);
  const row: EvidenceRow = {
    id: event.messageId,
    period: place?.desk.key.period ?? '',
    unit: place?.desk.key.unit ?? '',
    item: place?.item ?? '',
    message_id: event.messageId,
    file_key: event.attachment.key,
    type: event.attachment.type,
    name: evidenceName(event, kind),
    size: of.bytes.length,
    sha256,
    by: act.sender,
    at: act.now,
    removed_at: null,
  };
  return {
    messages: [
      {
        key: `answer:${act.key}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: evidenceCard(row, { places }) },
      },
    ],
    writes: [
      keepEvidence(act.deps.db, row),
      audit(act, 'evidence', { subject: subjectOf(row), detail: `${row.item} ${sha256}` }),
    ],
  };
}

/** 存为佐证, 改放到所选事项. */
export async function placeEvidence(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const desks = await ownDesks(act);
  const row = await ownRow(act, event, desks);
  const places = placesOf(desks);
  const place = places.find((one) => placeValue(one) === event.form['place']);
  if (place === undefined)
    throw new UserError(places.length === 0 ? closedText(desks) : '请先选一项，再点按钮。');
  const { key } = place.desk;
  const moved = { ...row, period: key.period, unit: key.unit, item: place.item };
  return pressed(event, {
    toast: success('已存为佐证'),
    card: evidenceCard(moved, { places }),
    writes: [
      ...moveEvidence(deps.db, row, { ...key, item: place.item }),
      audit(act, 'evidence-move', { subject: subjectOf(moved), detail: `${place.item} ${row.sha256}` }),
    ],
  });
}

/** 不作佐证. */
export async function dropEvidence(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const desks = await ownDesks(act);
  const row = await ownRow(act, event, desks);
  return pressed(event, {
    toast: success('已移除'),
    card: removedCard(row),
    writes: [
      ...removeEvidence(deps.db, row, act.now),
      audit(act, 'evidence-remove', { subject: subjectOf(row), detail: `${row.item} ${row.sha256}` }),
    ],
  });
}

/** Evidence that the one who clicks may still change. @throws UserError */
async function ownRow(act: ReportAct, event: ClickEvent, desks: readonly Desk[]): Promise<EvidenceRow> {
  const row = await evidenceById(act.deps.db, String(event.value['id']));
  if (row === undefined || row.removed_at !== null)
    throw new UserError('这个文件已经不是佐证了。需要时把文件再发一次。');
  if (row.item === '') {
    if (row.by !== act.sender) throw new UserError('这个文件由发送的人自己选定放在哪一项。');
    return row;
  }
  const desk = desks.find(({ key }) => key.period === row.period && key.unit === row.unit);
  if (desk === undefined)
    throw new UserError('您不能改动这份报告的佐证材料：没有绑定到该单位，或本期已锁定。');
  const closed = closedFor(desk);
  if (closed !== undefined) throw new UserError(`佐证材料没有改动：${closed}`);
  return row;
}

/** Items of reports that can still be edited. */
function placesOf(desks: readonly Desk[]): Place[] {
  return desks
    .filter((desk) => closedFor(desk) === undefined)
    .flatMap((desk) =>
      desk.sheet.items.map(({ item, title, position }) => ({ desk, item, title: `${position}. ${title}` })),
    );
}

function closedText(desks: readonly Desk[]): string {
  const [first] = desks.flatMap((desk) => closedFor(desk) ?? []);
  return `文件没有存为佐证：${first ?? '现在没有要您填报的内容。'}`;
}

async function placeInHand(act: ReportAct, places: readonly Place[]): Promise<Place | undefined> {
  if (places.length === 1) return places[0];
  const hand = await inHand(act.deps.db, act.sender);
  if (hand === undefined || hand.at < act.now - IN_HAND_MS) return undefined;
  return places.find((place) => placeValue(place) === `${hand.period}|${hand.unit}|${hand.item}`);
}

async function sameFile(
  act: ReportAct,
  desks: readonly Desk[],
  sha256: string,
): Promise<EvidenceRow | undefined> {
  const all = await Promise.all(desks.map(({ key }) => evidenceOf(act.deps.db, key)));
  return all.flat().find((row) => row.sha256 === sha256);
}

/** What a file is called; a picture that was sent as one has no name. */
export function evidenceName({ attachment }: AttachmentMessage, kind: string): string {
  const name = attachment.name.replace(/[\u0000-\u001f]/g, '').trim();
  return name === '' ? `图片.${kind}` : name.slice(-LONGEST_NAME);
}

function subjectOf({ period, unit }: Pick<EvidenceRow, 'period' | 'unit'>): string {
  return `report:${period}:${unit}`;
}

import { createHash } from 'node:crypto';
import { inHand, takeInHand } from '../../db/queries/drafts.ts';
import {
  type EvidenceRow,
  evidenceById,
  keepEvidence,
  ledgerEvidence,
  OF_LEDGER,
  removeEvidence,
} from '../../db/queries/evidence.ts';
import { type LedgerEntryRow, ledgerEntry } from '../../db/queries/ledger.ts';
import type { AttachmentMessage } from '../attachments.ts';
import { button, type Card, card, lines, markdown, text } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { mayReportFor } from '../people/rights.ts';
import { quoted } from '../people/texts.ts';
import { downloaded } from '../report-files/download.ts';
import { evidenceName, MOST_EVIDENCE_MB } from '../report-files/evidence.ts';
import { fileKind } from '../report-files/file-kinds.ts';
import { actOf, actOfClick, audit, carried, pressed, type ReportAct, success } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { closedAlready, notFound, notOwn } from './texts.ts';

/** After the button was pressed, files belong to the entry for so long. */
const IN_HAND_MINUTES = 30;

/** 传佐证材料: the files that one sends next belong to the entry. @throws UserError */
export async function takeEntryInHand(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const { no, unit } = await ownEntry(act, carried(event, 'no'));
  return pressed(event, {
    toast: success(`请在单聊里直接发文件或照片，${IN_HAND_MINUTES}分钟内都记到${no}`),
    writes: [takeInHand(deps.db, act.sender, { period: OF_LEDGER, unit, item: no, now: act.now })],
  });
}

/** A file that is sent after 传佐证材料; undefined where nobody has pressed it just now. @throws UserError */
export async function readLedgerEvidence(deps: Deps, event: AttachmentMessage): Promise<Outcome | undefined> {
  if (event.chatType !== 'direct') return undefined;
  const act = await actOf(deps, { sender: event.sender, key: event.messageId });
  const hand = await inHand(deps.db, event.sender);
  if (hand?.period !== OF_LEDGER || hand.at < act.now - IN_HAND_MINUTES * 60_000) return undefined;
  const entry = await ownEntry(act, hand.item);
  const bytes = await downloaded(deps, event, MOST_EVIDENCE_MB);
  const kind = fileKind(bytes, event.attachment.name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = (await ledgerEvidence(deps.db, entry.no)).find((row) => row.sha256 === sha256);
  if (known !== undefined) throw new UserError(`这个文件已经存过了（${quoted(known.name)}），没有再存。`);
  const row = {
    ...{ id: event.messageId, period: OF_LEDGER, unit: entry.unit, item: entry.no },
    ...{ message_id: event.messageId, file_key: event.attachment.key, type: event.attachment.type },
    ...{ name: evidenceName(event, kind), size: bytes.length, sha256, by: act.sender, at: act.now },
  };
  return {
    messages: [
      {
        key: `answer:${act.key}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: keptCard(act, row, entry) },
      },
    ],
    writes: [
      keepEvidence(deps.db, row),
      audit(act, 'ledger-evidence', { subject: `ledger:${entry.no}`, detail: sha256 }),
    ],
  };
}

/** 不作佐证. @throws UserError */
export async function dropLedgerEvidence(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const row = await evidenceById(deps.db, carried(event, 'id'));
  if (row === undefined || row.period !== OF_LEDGER || row.removed_at !== null)
    throw new UserError('这个文件已经不是佐证了。需要时把文件再发一次。');
  const { no } = await ownEntry(act, row.item);
  return pressed(event, {
    toast: success('已移除'),
    card: card({
      summary: `${no}佐证材料：已移除`,
      header: { title: `台账 ${no} · 佐证材料`, subtitle: '已移除', template: 'grey' },
      elements: [markdown(`**${lines([row.name])}**`), text('不再作为佐证。需要时把文件再发一次。')],
    }),
    writes: [
      ...removeEvidence(deps.db, row, act.now),
      audit(act, 'ledger-evidence-remove', { subject: `ledger:${no}`, detail: row.sha256 }),
    ],
  });
}

/** An entry of one's own unit that is not closed. @throws UserError */
async function ownEntry(act: ReportAct, no: string): Promise<LedgerEntryRow> {
  const entry = await ledgerEntry(act.deps.db, no);
  if (entry === undefined) throw new UserError(notFound(no));
  if (!mayReportFor(act.rights, entry.unit)) throw new UserError(notOwn(unitNameOf(act, entry.unit)));
  if (entry.status === 'closed') throw new UserError(closedAlready(no));
  return entry;
}

function keptCard(act: ReportAct, row: Pick<EvidenceRow, 'id' | 'name'>, entry: LedgerEntryRow): Card {
  return card({
    summary: `${entry.no}：已收到一份佐证材料`,
    header: {
      title: `台账 ${entry.no} · 佐证材料`,
      subtitle: unitNameOf(act, entry.unit),
      template: 'green',
    },
    elements: [
      markdown(`**${lines([row.name])}**`),
      text('已存为这一条的佐证，办公室核对销号时能看到名称。还有就接着发。'),
      button({ label: '不作佐证', value: { action: 'ledger-evidence-remove', id: row.id } }),
      text('只记下文件的名称、大小和校验值，文件本身留在飞书；佐证可以不传。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

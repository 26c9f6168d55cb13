import { createHash } from 'node:crypto';
import type { Write } from '../../db/database.ts';
import { storeFile } from '../../db/queries/files.ts';
import { dayAt } from '../clock.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import { annexXlsx } from './annex.ts';
import { type BulletinDesk, isOpen, partsOf } from './desk.ts';
import { bulletinDocx } from './docx.ts';

/** A file of a bulletin: one that is stored, by its id, or one made now. */
export type BulletinFile = { id: string } | { name: string; content: Uint8Array };

/** The docx as it stands: the one that was published, the office's own one, or that of the sections. */
export async function docxOf(desk: BulletinDesk): Promise<BulletinFile> {
  const id = desk.row.docx_file ?? desk.row.own_file;
  return id === null ? madeDocx(desk) : { id };
}

/** The docx of the sections; before approval it says that it is a 送审稿. */
export async function madeDocx({
  row,
  act,
  sections,
}: BulletinDesk): Promise<{ name: string; content: Uint8Array }> {
  const paper = {
    parts: partsOf(sections),
    year: dayAt(act.now).slice(0, 4),
    isDraft: isOpen(row) || row.state === 'sent',
    ...(row.note !== '' && { correction: row.note }),
  };
  return { name: docxName(row), content: await bulletinDocx(paper) };
}

/** 附表: of the facts as they are now; once sent for approval, as they were then. */
export async function annexOf(desk: BulletinDesk): Promise<BulletinFile> {
  const { row } = desk;
  return isOpen(row) || row.annex_file === null ? madeAnnex(desk) : { id: row.annex_file };
}

export async function madeAnnex({
  row,
  act,
  facts,
}: BulletinDesk): Promise<{ name: string; content: Uint8Array }> {
  return {
    name: `${row.period}-通报附表.xlsx`,
    content: await annexXlsx({ ...facts, notice: act.deps.notice }),
  };
}

/** `2026Q4-通报.docx`, `2026Q4-通报更正1.docx` */
export function docxName({ period, revision }: { period: string; revision: number }): string {
  return `${period}-通报${revision > 1 ? `更正${revision - 1}` : ''}.docx`;
}

/** The docx and the annex as they stand, to one place. @param of `key` names what asks for them */
export async function filesSent(
  desk: BulletinDesk,
  of: { to: Target; key: string },
): Promise<{ messages: OutboundMessage[]; writes: Write[] }> {
  const { db } = desk.act.deps;
  const files = [await docxOf(desk), await annexOf(desk)].map((file, index) => {
    const key = `bulletin:${of.key}:${index}`;
    return 'id' in file ? { key, ...file } : { key, id: key, made: file };
  });
  return {
    messages: files.map(({ key, id }) => ({ key, to: of.to, body: { type: 'file', fileId: id } })),
    writes: files.flatMap((file) =>
      'made' in file ? storeFile(db, { id: file.id, ...file.made, now: desk.act.now }) : [],
    ),
  };
}

/** SHA-256, hex. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

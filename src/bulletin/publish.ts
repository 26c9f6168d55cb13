import { insertBulletin, type SectionRow } from '../../db/queries/bulletins.ts';
import { workChat } from '../../db/queries/chats.ts';
import { keepFile, storedFile } from '../../db/queries/files.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { audit, pressed, success } from '../reports/act.ts';
import { momentName } from '../reports/texts.ts';
import { asItIs, changedMeanwhile } from './decide.ts';
import type { BulletinDesk } from './desk.ts';
import { deskCard, LONGEST_NOTE, STATES } from './desk-card.ts';
import { madeDocx, sha256Of } from './paper.ts';
import { publishedMessages } from './published.ts';
import { UNTOUCHED } from './sections.ts';
import { deskOfClick, isSeen, settled } from './settle.ts';

/** 发布: once, what was approved, to the work group. The second click is told so. */
export async function publishBulletin(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '发布通报');
  const { row } = desk;
  if (row.state === 'published')
    return asItIs(event, desk, `${momentName(row.published_at ?? 0)}已经发布过，没有再发`);
  if (row.state !== 'approved')
    return asItIs(event, desk, `没有发布：现在是${STATES[row.state].name}，批准以后才能发布`);
  if (!isSeen(desk, event)) return changedMeanwhile(event, desk, '没有发布：刚有变化，请看过再发布');
  const chat = await workChat(deps.db);
  if (chat === undefined)
    throw new UserError('没有发布：还没有绑定工作群。请在工作群里 @我 发“/绑定”，选工作群，再回来发布。');
  return published(event, desk, chat as ChatId);
}

async function published(event: ClickEvent, desk: BulletinDesk, chat: ChatId): Promise<Outcome> {
  const { act } = desk;
  const { docx, writes } = await frozenDocx(desk);
  const hash = sha256Of(await content(desk, docx.sha256));
  const now = settled(desk, {
    state: 'published',
    docx_file: docx.id,
    docx_sha256: docx.sha256,
    hash,
    chat_id: chat,
    published_by: act.sender,
    published_at: act.now,
  });
  const after = now.desk;
  const key = `bulletin:${desk.row.period}:${desk.row.revision}`;
  return pressed(event, {
    toast: success('已发布到工作群'),
    card: deskCard(after),
    messages: publishedMessages(after, { to: { chat }, key, cardKey: key }),
    writes: [...writes, ...now.writes, audit(act, 'bulletin-publish', { subject: key, detail: hash })],
  });
}

/** The docx that is posted: the office's own one is kept already. */
async function frozenDocx(
  desk: BulletinDesk,
): Promise<{ docx: { id: string; sha256: string }; writes: Outcome['writes'] }> {
  const { row, act } = desk;
  if (row.own_file !== null && row.own_sha256 !== null)
    return { docx: { id: row.own_file, sha256: row.own_sha256 }, writes: [] };
  const file = await madeDocx(desk);
  const id = `bulletin-docx:${row.period}:${row.revision}`;
  return {
    docx: { id, sha256: sha256Of(file.content) },
    writes: keepFile(act.deps.db, { id, ...file, now: act.now }),
  };
}

/** What the hash is of: every section, the note, and the hashes of both files; canonical JSON. */
async function content({ row, sections, act }: BulletinDesk, docx: string): Promise<string> {
  const annex = row.annex_file === null ? undefined : await storedFile(act.deps.db, row.annex_file);
  return JSON.stringify({
    period: row.period,
    revision: row.revision,
    note: row.note,
    sections: sections.map(({ section, title, text }) => [section, title, text]),
    docx,
    annex: annex === undefined ? '' : sha256Of(annex.content),
  });
}

/** 更正: a new revision that begins from what was published, and says what it corrects. */
export async function correctBulletin(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, '更正通报');
  const { act, row } = desk;
  if (row.state !== 'published') return asItIs(event, desk, '更正稿已经在办');
  const note = fieldOf(event.form, 'note').slice(0, LONGEST_NOTE);
  if (note === '') throw new UserError('没有更正：请先写更正什么、为什么。');
  const key = { period: row.period, revision: row.revision + 1 };
  const next = { ...key, ...UNTOUCHED, note, made_by: act.sender, made_at: act.now };
  const sections = desk.sections.map((one): SectionRow => ({ ...one, ...key, version: 1 }));
  const after: BulletinDesk = {
    ...desk,
    row: next,
    sections,
    stale: [],
    clashes: [],
    earlier: desk.sections,
    earlierFile: row.own_name ?? undefined,
  };
  return pressed(event, {
    toast: success('更正稿已建好，请修改后送审'),
    card: deskCard(after),
    writes: [
      ...insertBulletin(deps.db, next, sections),
      audit(act, 'bulletin-correct', { subject: `bulletin:${key.period}:${key.revision}`, detail: note }),
    ],
  });
}

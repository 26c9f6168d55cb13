import {
  type BulletinClashRow,
  closeBulletinClash,
  keepBulletinClash,
  keepSave,
  type SectionRow,
} from '../../db/queries/bulletins.ts';
import { choicesOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { audit, carried, info, pressed, success, warning } from '../reports/act.ts';
import type { BulletinDesk } from './desk.ts';
import { deskCard } from './desk-card.ts';
import { baseOf, bulletinClashCard, editCard } from './edit-card.ts';
import { LONGEST_SECTION, typedIn } from './pieces.ts';
import { figureWarnings, freshText } from './sections.ts';
import { closedBecause, deskOfClick, type Settled, sectionIn, settled, withSection } from './settle.ts';

const RIGHT = '修改通报';

/** 修改, of a section's own button or chosen from a list. @throws UserError for everybody but the office */
export async function openSection(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  const closed = closedBecause(desk);
  if (closed !== undefined) return pressed(event, { toast: warning(closed), card: deskCard(desk) });
  const [chosen] = choicesOf(event.form, 'section');
  const name = carried(event, 'section') || chosen;
  if (name === undefined) throw new UserError('请先选一项，再点“修改”。');
  const section = sectionIn(desk, name);
  const now = settled(desk);
  const clash = ownClash(desk, section);
  return pressed(event, {
    toast: info(section.title),
    card: clash ? bulletinClashCard(now.desk, section, clash) : editCard(now.desk, section),
    writes: now.writes,
  });
}

/** 返回 */
export async function backToBulletin(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { desk, writes } = settled(await deskOfClick(deps, event, RIGHT));
  return pressed(event, { toast: info('通报'), card: deskCard(desk), writes });
}

/** 保存: what somebody else has written meanwhile is never overwritten, and neither text is lost. */
export async function saveSection(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  const section = sectionIn(desk, carried(event, 'section'));
  const text = typedIn(event.form);
  // No new card: what is typed stays in the fields as it is.
  if (text === '')
    throw new UserError('没有保存：没有文字。要用系统写的请点“恢复原文”；这一部分没有内容请写“无”。');
  if (text.length > LONGEST_SECTION)
    throw new UserError(`没有保存：共${text.length}字，最多${LONGEST_SECTION}字。请删减，或另外上传定稿。`);
  const base = carried(event, 'base');
  if (text === section.text || baseOf(text) === base) return back(event, settled(desk), '没有改动');
  const closed = closedBecause(desk);
  const isTheirs = section.edited_by !== null && baseOf(section.text) !== base;
  if (closed === undefined && !isTheirs) return saved(event, { desk, section, text });
  return keptAside(event, { desk, section, text, closed });
}

function back(event: ClickEvent, { desk, writes }: Settled, says: string): Outcome {
  return pressed(event, { toast: info(says), card: deskCard(desk), writes });
}

interface Typed {
  desk: BulletinDesk;
  section: SectionRow;
  text: string;
}

function saved(event: ClickEvent, typed: Typed): Outcome {
  const { desk, writes } = storedText(typed);
  const after = sectionIn(desk, typed.section.section);
  const doubts = figureWarnings([after], desk.fresh);
  return pressed(event, {
    toast: doubts.length === 0 ? success('已保存') : warning('已保存，有数字和系统里的不一样，请核对'),
    card: deskCard(desk),
    writes,
  });
}

/** The text as the section's, a person's from now on. */
function storedText({ desk, section, text }: Typed): Settled {
  const { act } = desk;
  const edited = { edited_by: act.sender, edited_at: act.now };
  const composed = freshText(section, desk.fresh) ?? section.composed;
  const { desk: after, writes } = withSection(settled(desk, {}), section, { text, composed, ...edited });
  return {
    desk: withWarnings(after),
    writes: [
      ...writes,
      keepSave(act.deps.db, section, { text, by: act.sender, at: act.now }),
      audit(act, 'bulletin-edit', { subject: subjectOf(desk), detail: section.section }),
    ],
  };
}

function withWarnings(desk: BulletinDesk): BulletinDesk {
  return { ...desk, warnings: figureWarnings(desk.sections, desk.fresh) };
}

function keptAside(
  event: ClickEvent,
  { desk, section, text, closed }: Typed & { closed: string | undefined },
): Outcome {
  const { act, row } = desk;
  const known = desk.clashes.find(
    (one) => one.by === act.sender && one.section === section.section && one.text === text,
  );
  const clash: BulletinClashRow = known ?? {
    id: act.key,
    period: row.period,
    revision: row.revision,
    section: section.section,
    text,
    by: act.sender,
    at: act.now,
    closed_at: null,
  };
  return pressed(event, {
    toast: warning(
      closed === undefined
        ? '这一部分刚被改过，两份都在，请选定'
        : `没有写进通报：${closed}。您写的已单独留存`,
    ),
    card: closed === undefined ? bulletinClashCard(desk, section, clash) : deskCard(desk),
    writes: known ? [] : [keepBulletinClash(act.deps.db, clash)],
  });
}

/** 用我的, 用对方的 */
export async function chooseText(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  const clash = desk.clashes.find((one) => one.id === carried(event, 'clash'));
  if (clash === undefined) return back(event, settled(desk), '已经选定了');
  if (clash.by !== desk.act.sender) throw new UserError('这两份文字由写的人自己选定。');
  const closed = closedBecause(desk);
  if (closed !== undefined) throw new UserError(`现在不能选：${closed}。您写的还留着。`);
  const section = sectionIn(desk, clash.section);
  const isMine = carried(event, 'take') === 'mine';
  const now = isMine ? storedText({ desk, section, text: clash.text }) : settled(desk);
  const left = desk.clashes.filter((one) => one !== clash);
  return pressed(event, {
    toast: success(isMine ? '已用您写的' : '已用对方的'),
    card: deskCard({ ...now.desk, clashes: left }),
    writes: [...now.writes, ...closeBulletinClash(deps.db, clash.id, desk.act.now)],
  });
}

/** 恢复原文: the section is the system's again; what was written stays in the history. */
export async function restoreSection(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOfClick(deps, event, RIGHT);
  const closed = closedBecause(desk);
  if (closed !== undefined) throw new UserError(`没有恢复：${closed}。`);
  const section = sectionIn(desk, carried(event, 'section'));
  if (section.edited_by === null) return back(event, settled(desk), '现在就是原文');
  const text = freshText(section, desk.fresh) ?? section.composed;
  const { desk: after, writes } = withSection(settled(desk, {}), section, {
    text,
    composed: text,
    edited_by: null,
    edited_at: null,
  });
  return pressed(event, {
    toast: success('已恢复原文'),
    card: deskCard(withWarnings(after)),
    writes: [
      ...writes,
      audit(desk.act, 'bulletin-restore', { subject: subjectOf(desk), detail: section.section }),
    ],
  });
}

function ownClash(desk: BulletinDesk, { section }: SectionRow): BulletinClashRow | undefined {
  return desk.clashes.find((one) => one.section === section && one.by === desk.act.sender);
}

function subjectOf({ row }: BulletinDesk): string {
  return `bulletin:${row.period}:${row.revision}`;
}

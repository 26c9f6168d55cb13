import type { Write } from '../../db/database.ts';
import {
  type BulletinRow,
  changeBulletin,
  changeSection,
  insertBulletin,
  type SectionRow,
} from '../../db/queries/bulletins.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import { actOfClick, carried, demandOffice, type ReportAct } from '../reports/act.ts';
import { parsePeriod } from '../reports/period.ts';
import { type BulletinDesk, bulletinDesk, isOpen } from './desk.ts';

/** A desk as it is once its writes are applied. */
export interface Settled {
  desk: BulletinDesk;
  writes: Write[];
}

/**
 * Stores what is new: a bulletin's first draft, sections that say other facts by now, and a change.
 *
 * @param to of its row; an empty one where only its sections change
 */
export function settled(desk: BulletinDesk, to?: Partial<BulletinRow>): Settled {
  const { db } = desk.act.deps;
  if (desk.isNew) {
    const row = { ...desk.row, ...to };
    return { desk: { ...desk, row, isNew: false }, writes: insertBulletin(db, row, desk.sections) };
  }
  if (desk.stale.length === 0 && to === undefined) return { desk, writes: [] };
  return {
    desk: { ...desk, row: { ...desk.row, ...to, version: desk.row.version + 1 }, stale: [] },
    writes: [
      ...changeBulletin(db, desk.row, to ?? {}),
      ...desk.stale.flatMap((stored) => changeSection(db, stored, sectionIn(desk, stored.section))),
    ],
  };
}

/** Gives a section another text. `edited_by` null: it is the system's again. */
export function withSection(
  { desk, writes }: Settled,
  row: SectionRow,
  to: Pick<SectionRow, 'text' | 'composed' | 'edited_by' | 'edited_at'>,
): Settled {
  const changed = { ...row, ...to, version: row.version + 1 };
  const sections = desk.sections.map((one) => (one.section === row.section ? changed : one));
  return {
    desk: { ...desk, sections },
    writes: [...writes, ...changeSection(desk.act.deps.db, row, to)],
  };
}

/** @throws UserError where the card names a section that the bulletin does not have */
export function sectionIn(desk: BulletinDesk, section: string): SectionRow {
  const found = desk.sections.find((one) => one.section === section);
  if (found === undefined) throw new UserError('找不到这一部分，请重新发“/通报”。');
  return found;
}

/** The desk of the bulletin that a card is about. @param what the office alone may do, e.g. `修改通报` @throws UserError */
export async function deskOfClick(deps: Deps, event: ClickEvent, what: string): Promise<BulletinDesk> {
  const act = await actOfClick(deps, event);
  return deskFor(act, carried(event, 'period'), what);
}

/** As `deskOfClick`, for a period as it is named. @throws UserError */
export async function deskFor(act: ReportAct, period: string, what: string): Promise<BulletinDesk> {
  demandOffice(act, what);
  return bulletinDesk(act, parsePeriod(period));
}

/** Whether the one who presses has seen the bulletin as it is now. */
export function isSeen(desk: BulletinDesk, event: ClickEvent): boolean {
  const { revision, version } = desk.row;
  const isSame =
    carried(event, 'revision') === String(revision) && carried(event, 'version') === String(version);
  return isSame && desk.stale.length === 0 && !desk.isNew;
}

const CLOSED_BECAUSE = {
  sent: '已经送审，退回以后才能改',
  approved: '已经批准，退回以后才能改',
  published: '已经发布；要改请点“更正”',
} as const;

/** Why nothing can be changed now; undefined while it can. */
export function closedBecause({ row }: BulletinDesk): string | undefined {
  return isOpen(row) ? undefined : CLOSED_BECAUSE[row.state as keyof typeof CLOSED_BECAUSE];
}

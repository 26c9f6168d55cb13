import { UserError } from '../errors.ts';
import type { Sheet, SheetRow } from '../files/sheet.ts';
import { readRole } from './bind-request.ts';
import type { NoticeNames } from './notice-names.ts';
import { unitMeant } from './notice-names.ts';
import type { UnitRole } from './rights.ts';

const COLUMNS = {
  unit: /^(?:所属|所在|成员|责任|工作)?(?:单位|部门)(?:名称|全称|简称)?$/,
  name: /^(?:联络员|联系人|人员)?(?:姓名|名字)$|^联络员$|^联系人$/,
  mobile: /^(?:联络员|联系人)?(?:手机|移动电话|联系电话|电话|联系方式)(?:号码?)?$/,
  role: /^(?:联络员|人员)?(?:角色|身份|类型|类别)$/,
} as const;
type Column = keyof typeof COLUMNS;
type Columns = Partial<Record<Column, number>>;

const HEADING_ROWS = 10;
const MOST_ROWS = 300;

/** A row of the roster that was understood; whose the number is, is not known yet. */
export interface RosterLine {
  /** Row of the sheet. */
  no: number;
  unitId: string;
  name: string;
  mobile: string;
  role: UnitRole;
}

/** A row that was not, and what to do about it; never with the phone number. */
export interface RosterFault {
  no: number;
  says: string;
}

export interface Roster {
  lines: RosterLine[];
  faults: RosterFault[];
}

/** 联络员名册: reads the first sheet that has the headings. Columns in any order. @throws UserError without headings. */
export function readRoster(sheets: readonly Sheet[], names: NoticeNames): Roster {
  for (const { rows } of sheets) {
    for (const [index, heading] of rows.slice(0, HEADING_ROWS).entries()) {
      const columns = columnsOf(heading);
      if (columns.unit !== undefined && columns.mobile !== undefined)
        return readRows(rows.slice(index + 1), columns, names);
    }
  }
  throw new UserError(
    '没有找到表头。表格里要有“单位”“手机”两列，还可以有“姓名”“角色”，顺序不限。发“/联络员 导入”可以拿到模板。',
  );
}

function columnsOf(row: SheetRow): Columns {
  const columns: Columns = {};
  for (const [index, cell] of row.cells.entries()) {
    const heading = cell.normalize('NFKC').replace(/[\s*:：]|\([^)]*\)/g, '');
    for (const [column, pattern] of Object.entries(COLUMNS) as [Column, RegExp][])
      if (columns[column] === undefined && pattern.test(heading)) columns[column] = index;
  }
  return columns;
}

function readRows(rows: readonly SheetRow[], columns: Columns, names: NoticeNames): Roster {
  const roster: Roster = { lines: [], faults: [] };
  let unit = '';
  for (const row of rows) {
    const cell = (column: Column) => row.cells[columns[column] ?? -1]?.trim() ?? '';
    // Merged cells hold their text in the first row only.
    unit = cell('unit') || unit;
    if (cell('name') === '' && cell('mobile') === '') continue;
    if (roster.lines.length + roster.faults.length >= MOST_ROWS)
      throw new UserError(`名册太长：一次最多${MOST_ROWS}人，请分几次导入。`);
    const read = readLine(names, { unit, name: cell('name'), mobile: cell('mobile'), role: cell('role') });
    if (typeof read === 'string') roster.faults.push({ no: row.no, says: read });
    else roster.lines.push({ no: row.no, ...read });
  }
  return roster;
}

function readLine(
  names: NoticeNames,
  said: { unit: string; name: string; mobile: string; role: string },
): Omit<RosterLine, 'no'> | string {
  if (said.unit === '') return '没有写单位';
  const role = readRole(said.role);
  if (role === undefined) return `不认识身份“${said.role.slice(0, 10)}”，请写联络员、副联络员或负责人`;
  const mobile = readMobile(said.mobile);
  if (mobile === undefined)
    return said.mobile === '' ? '没有写手机号' : '手机号不完整或有多个，请写一个11位号码';
  try {
    return { unitId: unitMeant(names, said.unit).id, name: said.name.slice(0, 30), mobile, role };
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** A mainland number as its 11 digits, another with its country's code. */
function readMobile(said: string): string | undefined {
  const bare = said.normalize('NFKC').replace(/[\s()（）-]/g, '');
  const mainland = /^(?:\+?86|0086)?(1\d{10})$/.exec(bare)?.[1];
  return mainland ?? /^\+(?!86)\d{8,15}$/.exec(bare)?.[0];
}

/** One person in one unit, as the roster wants it. */
export interface Wish {
  unitId: string;
  openId: string;
  name: string;
  role: UnitRole;
}

/** Who the lines mean. @param openIds by mobile number; the numbers end here. */
export function wishesOf(
  lines: readonly RosterLine[],
  openIds: ReadonlyMap<string, string>,
): { wishes: Wish[]; faults: RosterFault[] } {
  const wishes = new Map<string, Wish & { no: number }>();
  const faults: RosterFault[] = [];
  for (const { no, unitId, name, mobile, role } of lines) {
    const openId = openIds.get(mobile);
    const who = name === '' ? '这个手机号' : `${name}的手机号`;
    if (openId === undefined) {
      faults.push({ no, says: `${who}查不到人：请核对号码，或请管理员把他加进应用的可用范围` });
      continue;
    }
    const earlier = wishes.get(`${unitId} ${openId}`);
    if (earlier !== undefined) faults.push({ no, says: `与第${earlier.no}行是同一单位的同一个人，已略过` });
    else wishes.set(`${unitId} ${openId}`, { unitId, openId, name, role, no });
  }
  return { wishes: [...wishes.values()].map(({ no: _, ...wish }) => wish), faults };
}

/** What a wish changes against what stands. */
export interface RosterChange extends Wish {
  kind: 'new' | 'role' | 'same';
  from?: UnitRole;
}

/** The roster against what stands now. It adds and changes; whoever is not in it stays as he is. */
export function changesOf(
  wishes: readonly Wish[],
  standing: readonly { subject: string; open_id: string; role: string }[],
): RosterChange[] {
  return wishes.map((wish) => {
    const now = standing.find((row) => row.subject === wish.unitId && row.open_id === wish.openId);
    if (now === undefined) return { ...wish, kind: 'new' };
    return now.role === wish.role
      ? { ...wish, kind: 'same' }
      : { ...wish, kind: 'role', from: now.role as UnitRole };
  });
}

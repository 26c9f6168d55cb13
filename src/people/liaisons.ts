import { type BindingRow, liveBindings } from '../../db/queries/people-bindings.ts';
import { type LeaveRow, leavesBetween } from '../../db/queries/people-leave.ts';
import { UNIT_ROLES, type UnitRole } from '../../db/schema.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Act } from './act.ts';
import { claimElements } from './claim-cards.ts';
import { dayName } from './days.ts';
import { type Labels, labelsOf } from './labels.ts';
import type { Named } from './notice-names.ts';
import { ROLE_NAMES } from './texts.ts';

const UNITS_A_PAGE = 30;
const MOST_PEOPLE_SHOWN = 4;
const MOST_CLAIMS_SHOWN = 5;

/** 联络员 by unit. */
export interface ListView {
  page: number;
  /** A direct chat: only there are the units without one named, and claims decided. */
  isPrivate: boolean;
  /** A claim that has just been decided. */
  without?: string;
}

interface Roll {
  act: Act;
  bindings: readonly BindingRow[];
  leaves: readonly LeaveRow[];
  labels: Labels;
}

/** Who acts for which unit; for the office also what waits for it and which units have nobody. */
export async function liaisonCard(act: Act, view: ListView): Promise<Card> {
  const roll = await readRoll(act);
  const { units } = act.names;
  const shown = units.slice(view.page * UNITS_A_PAGE, (view.page + 1) * UNITS_A_PAGE);
  const claims = roll.bindings.filter((row) => row.status === 'proposed' && row.id !== view.without);
  const forOffice = act.rights.isOffice && view.page === 0;
  return card({
    summary: '各单位联络员',
    header: { title: '联络员', subtitle: `${units.length}个单位`, template: 'blue' },
    elements: [
      ...(forOffice && view.isPrivate ? claimList(roll, claims) : []),
      ...(forOffice ? missing(roll, view.isPrivate) : []),
      markdown(shown.map((unit) => unitLine(roll, unit)).join('\n')),
      ...pager(view, units.length),
    ],
  });
}

/** One unit's people; the office can end a binding here. */
export async function unitCard(act: Act, unit: Named, isPrivate: boolean): Promise<Card> {
  const roll = await readRoll(act);
  const rows = ofUnit(roll, unit.id);
  const ends = act.rights.isOffice && isPrivate;
  return card({
    summary: `${unit.name}的联络员`,
    header: { title: unit.name, subtitle: '联络员和负责人', template: 'blue' },
    elements:
      rows.length === 0
        ? [
            text('还没有绑定联络员。'),
            text('本单位的人可以自己发“/绑定 单位名”申请。', { size: 'notation', color: 'grey' }),
          ]
        : rows.flatMap((row) => [markdown(personLine(roll, row)), ...(ends ? [endButton(row)] : [])]),
  });
}

/** Standing bindings, each with a button that ends it: where a person cannot be mentioned. */
export async function endCard(act: Act, rows: readonly BindingRow[], title: string): Promise<Card> {
  const roll = await readRoll(act);
  return card({
    summary: '请选择要解除的绑定',
    header: { title, subtitle: '请选择要解除的绑定', template: 'blue' },
    elements: rows.slice(0, 15).flatMap((row) => [markdown(personLine(roll, row)), endButton(row)]),
  });
}

async function readRoll(act: Act): Promise<Roll> {
  const { db } = act.deps;
  const bindings = await liveBindings(db);
  const leaves = await leavesBetween(db, { fromDay: act.today, toDay: act.today });
  const people = [...bindings.map((row) => row.open_id), ...leaves.map((row) => row.stand_in)];
  return { act, bindings, leaves, labels: await labelsOf(act.deps, people) };
}

function ofUnit({ bindings }: Roll, unitId: string): BindingRow[] {
  return bindings
    .filter((row) => row.kind === 'unit' && row.subject === unitId && row.status === 'confirmed')
    .sort((a, b) => rank(a) - rank(b));
}

const rank = (row: BindingRow) => UNIT_ROLES.indexOf(row.role as UnitRole);

function unitLine(roll: Roll, unit: Named): string {
  const rows = ofUnit(roll, unit.id);
  const people = rows.slice(0, MOST_PEOPLE_SHOWN).map((row) => personLine(roll, row));
  const more = rows.length > MOST_PEOPLE_SHOWN ? `等${rows.length}人` : '';
  return `**${escapeMarkdown(unit.name)}**　${people.join('、') || '—'}${more}`;
}

function personLine({ act, leaves, labels }: Roll, row: BindingRow): string {
  const leave = leaves.find((one) => one.open_id === row.open_id);
  const away = leave ? `，请假到${dayName(leave.to_day, act.today)}，由${labels(leave.stand_in)}代` : '';
  return `${labels(row.open_id)}（${ROLE_NAMES[row.role]}${away}）`;
}

function missing(roll: Roll, isPrivate: boolean): Element[] {
  const served = new Set(
    roll.bindings
      .filter((row) => row.status === 'confirmed' && row.role !== 'unit-head')
      .map((row) => row.subject),
  );
  const units = roll.act.names.units.filter((unit) => !served.has(unit.id));
  if (units.length === 0) return [text('每个单位都有联络员。', { color: 'green' }), divider()];
  const named = isPrivate
    ? `：${units.map((unit) => escapeMarkdown(unit.name)).join('、')}`
    : '，名单请在单聊里查看';
  return [markdown(`⚠️ **${units.length}个单位还没有联络员**${named}`), divider()];
}

function claimList(roll: Roll, claims: readonly BindingRow[]): Element[] {
  if (claims.length === 0) return [];
  const shown = claims.slice(0, MOST_CLAIMS_SHOWN);
  return [
    markdown(`**${claims.length}项绑定申请等您确认**`),
    ...shown.flatMap((claim) => claimElements(roll.act, claim, roll.labels, 'list')),
    divider(),
  ];
}

function endButton(row: BindingRow): Element {
  return buttonRow([button({ label: '解除', type: 'danger', value: { action: 'unbind', id: row.id } })]);
}

function pager({ page, isPrivate }: ListView, units: number): Element[] {
  const last = Math.ceil(units / UNITS_A_PAGE) - 1;
  const turn = (label: string, to: number) =>
    button({ label, value: { action: 'liaisons', page: to, in: isPrivate ? 'direct' : 'group' } });
  const buttons = [
    ...(page > 0 ? [turn('上一页', page - 1)] : []),
    ...(page < last ? [turn('下一页', page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [buttonRow(buttons)];
}

import type { Write } from '../../db/database.ts';
import { keepClash, savedContent, saveItem, takeInHand } from '../../db/queries/drafts.ts';
import { changeReport, type ItemSheet } from '../../db/queries/reports.ts';
import { UserError } from '../errors.ts';
import type { ReportAct } from './act.ts';
import { audit } from './act.ts';
import { type Content, contentOf, type FieldName, fieldsOf, isSameContent, NO_CONTENT } from './content.ts';
import type { Desk } from './desk.ts';
import { merged } from './merge.ts';
import { readContent } from './revision.ts';
import { startOf } from './start.ts';
import { readValue } from './values.ts';

/** The item of a desk that a button names; without a name the first one. @throws UserError */
export function itemOn(desk: Desk, id: string): ItemSheet {
  const item = id === '' ? desk.sheet.items[0] : desk.sheet.items.find((one) => one.item === id);
  if (item === undefined) throw new UserError('这一项已经不在本期报送里了，请发“/报送”重新打开。');
  return item;
}

/** The writes that put a content into an item and mark the report as begun. */
export function savedItem(desk: Desk, item: ItemSheet, content: Content): Write[] {
  const { act, key } = desk;
  return [
    ...itemSaved(desk, item, content),
    ...changeReport(act.deps.db, desk.sheet.report, {
      status: desk.sheet.report.status === 'none' ? 'draft' : desk.sheet.report.status,
      carried: 0,
    }),
    audit(act, 'save', {
      subject: `report:${key.period}:${key.unit}`,
      detail: `${item.item} v${item.version + 1}`,
    }),
  ];
}

/** The writes of one item alone: who saves several changes the report once. */
export function itemSaved(desk: Desk, item: ItemSheet, content: Content): Write[] {
  const { act, key } = desk;
  const { progress, problems, next_steps } = content;
  return saveItem(
    act.deps.db,
    { ...key, item: item.item, version: item.version },
    {
      fields: { progress, problems, next_steps, coordinate: content.coordinate ? 1 : 0 },
      values: item.values.map((value) => {
        const raw = content.values[value.indicator] ?? '';
        const reading = readValue(raw, value);
        return {
          indicator: value.indicator,
          raw,
          value: reading.kind === 'number' ? reading.value : null,
          no_data: reading.kind === 'no-data' ? reading.reason : null,
        };
      }),
      content: JSON.stringify(content),
      by: act.sender,
      now: act.now,
    },
  );
}

/** An item as it stands once a content is saved: what the next card shows. */
export function itemAfter(desk: Desk, item: ItemSheet, content: Content): ItemSheet {
  return {
    ...item,
    progress: content.progress,
    problems: content.problems,
    next_steps: content.next_steps,
    coordinate: content.coordinate ? 1 : 0,
    version: item.version + 1,
    updated_at: desk.act.now,
    updated_by: desk.act.sender,
    values: item.values.map((value) => ({ ...value, raw: content.values[value.indicator] ?? '' })),
  };
}

/** A desk with some items changed, as it is after the writes. */
export function deskWith(
  desk: Desk,
  items: readonly ItemSheet[],
  report: Partial<Desk['sheet']['report']>,
): Desk {
  const changed = new Map(items.map((item) => [item.item, item]));
  return {
    ...desk,
    sheet: {
      report: { ...desk.sheet.report, version: desk.sheet.report.version + 1, ...report },
      items: desk.sheet.items.map((item) => changed.get(item.item) ?? item),
    },
  };
}

/** What a form leads to: nothing new, a save, or a save with fields that two hands wrote. */
export type Saving =
  | { kind: 'same' }
  | { kind: 'saved'; content: Content }
  | { kind: 'clash'; content: Content; fields: FieldName[] };

/** Holds what was typed against the draft as it is now and as it was when the form was shown. */
export async function savingOf(
  desk: Desk,
  item: ItemSheet,
  typed: { mine: Content; base: number },
): Promise<Saving> {
  const fields = fieldsOf(item);
  const theirs = contentOf(item);
  if (isSameContent(typed.mine, theirs, fields)) return { kind: 'same' };
  if (typed.base === item.version) return { kind: 'saved', content: typed.mine };
  const base = await shownAt(desk, item, typed.base);
  const { content, clashes } = merged({ base, theirs, mine: typed.mine }, fields);
  if (clashes.length > 0) return { kind: 'clash', content, fields: clashes };
  return isSameContent(content, theirs, fields) ? { kind: 'same' } : { kind: 'saved', content };
}

/** Keeps what could not go into the draft. */
export function keptAside(
  desk: Desk,
  item: ItemSheet,
  of: { mine: Content; base: number; fields: readonly FieldName[] },
): Write[] {
  const { act, key } = desk;
  return [
    keepClash(act.deps.db, {
      id: act.key,
      ...key,
      item: item.item,
      base_version: of.base,
      content: JSON.stringify(of.mine),
      open_fields: JSON.stringify(of.fields),
      by: act.sender,
      at: act.now,
    }),
    audit(act, 'keep', { subject: `report:${key.period}:${key.unit}`, detail: item.item }),
  ];
}

/** Remembers the item that somebody has before him: where a file that he sends belongs. */
export function inHandOf(act: ReportAct, item: ItemSheet): Write {
  return takeInHand(act.deps.db, act.sender, {
    period: item.period,
    unit: item.unit,
    item: item.item,
    now: act.now,
  });
}

/** What a form showed whose item was at a version. */
async function shownAt(desk: Desk, item: ItemSheet, version: number): Promise<Content> {
  if (version === 0) return startOf(desk, item);
  const saved = await savedContent(desk.act.deps.db, { ...desk.key, item: item.item }, version);
  return saved === undefined ? NO_CONTENT : readContent(saved);
}

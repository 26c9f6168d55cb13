import type { ItemSheet } from '../../db/queries/reports.ts';
import { type Content, contentOf, type FieldName, fieldIn, fieldsOf } from '../reports/content.ts';
import type { Desk } from '../reports/desk.ts';
import { savingOf } from '../reports/fill.ts';
import { startOf } from '../reports/start.ts';
import type { FormFault, FormRow } from './form-read.ts';

/** What a stored form holds until it is decided. */
export interface FormPlan {
  rows: FormRow[];
  faults: FormFault[];
}

/** What a form does to one item, as the draft stands now. */
export interface FormChange {
  item: ItemSheet;
  /** What the form says, for the fields that it has. */
  mine: Content;
  base: number;
  /** What the item becomes; undefined where nothing is to be written. */
  content: Content | undefined;
  /** Fields of it that are other than in the draft. */
  fields: FieldName[];
  /** Fields that somebody else changed too, after the form was made. */
  clashes: FieldName[];
  /** It only takes over what was reported last time. */
  isCarried: boolean;
}

/** Holds a form against the draft as it is now. Items that the form leaves as they are do not appear. */
export async function formChanges(desk: Desk, { rows }: Pick<FormPlan, 'rows'>): Promise<FormChange[]> {
  const changes = await Promise.all(
    rows.map(async (row) => {
      const item = desk.sheet.items.find((one) => one.item === row.item);
      return item === undefined ? undefined : changeOf(desk, item, row);
    }),
  );
  return changes
    .filter((change) => change !== undefined)
    .filter((change) => change.fields.length > 0 || change.clashes.length > 0);
}

async function changeOf(desk: Desk, item: ItemSheet, row: FormRow): Promise<FormChange> {
  const theirs = contentOf(item);
  const mine = contentIn(row, theirs, item);
  const saving = await savingOf(desk, item, { mine, base: row.base });
  const content = saving.kind === 'same' ? undefined : saving.content;
  const fields = content === undefined ? [] : differing(item, content, theirs);
  const start = startOf(desk, item);
  return {
    item,
    mine,
    base: row.base,
    content: fields.length === 0 ? undefined : content,
    fields,
    clashes: saving.kind === 'clash' ? saving.fields : [],
    isCarried: item.version === 0 && content !== undefined && differing(item, content, start).length === 0,
  };
}

/** The form's fields over the draft: a cell that could not be read leaves the draft as it is. */
function contentIn(row: FormRow, theirs: Content, item: ItemSheet): Content {
  const text = (field: FieldName): string => {
    const value = row.fields[field] ?? fieldIn(theirs, field);
    return typeof value === 'string' ? value : '';
  };
  return {
    progress: text('progress'),
    problems: text('problems'),
    next_steps: text('next_steps'),
    coordinate: (row.fields.coordinate ?? theirs.coordinate) === true,
    values: Object.fromEntries(
      item.values
        .map(({ indicator }) => [indicator, text(`indicator_${indicator}`)] as const)
        .filter(([, raw]) => raw !== ''),
    ),
  };
}

function differing(item: ItemSheet, a: Content, b: Content): FieldName[] {
  return fieldsOf(item).filter((field) => fieldIn(a, field) !== fieldIn(b, field));
}

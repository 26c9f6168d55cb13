import type { ItemSheet } from '../../db/queries/reports.ts';

/** 进展 · 问题 · 下一步: the text fields of an item, as the form names them. */
export const TEXT_FIELDS = ['progress', 'problems', 'next_steps'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Most characters of a text field: the most that the platform's input takes. */
export const LONGEST_TEXT = 1_000;
/** Most characters of an indicator's field: a number, or 暂无数据 with its reason. */
export const LONGEST_VALUE = 200;

/** What is written about an item: `values` the raw texts by indicator. */
export interface Content {
  progress: string;
  problems: string;
  next_steps: string;
  /** 需分包领导协调 */
  coordinate: boolean;
  values: Record<string, string>;
}

/** A field of an item's form: a text field, `coordinate`, `indicator_<id>`. */
export type FieldName = TextField | 'coordinate' | `indicator_${string}`;

export const NO_CONTENT: Content = {
  progress: '',
  problems: '',
  next_steps: '',
  coordinate: false,
  values: {},
};

/** What an item says now. */
export function contentOf(item: ItemSheet): Content {
  return {
    progress: item.progress,
    problems: item.problems,
    next_steps: item.next_steps,
    coordinate: item.coordinate === 1,
    values: Object.fromEntries(item.values.filter(({ raw }) => raw !== '').map((v) => [v.indicator, v.raw])),
  };
}

/** Whether anything stands in an item; the wish for coordination alone is none. */
export function hasContent(content: Content): boolean {
  return (
    TEXT_FIELDS.some((field) => content[field].trim() !== '') ||
    Object.values(content.values).some((raw) => raw.trim() !== '')
  );
}

/** The fields of an item in the order of its form. */
export function fieldsOf(item: Pick<ItemSheet, 'values'>): FieldName[] {
  return [...TEXT_FIELDS, ...item.values.map((value) => indicatorField(value.indicator)), 'coordinate'];
}

export function indicatorField(indicator: string): `indicator_${string}` {
  return `indicator_${indicator}`;
}

/** One field of a content. */
export function fieldIn(content: Content, field: FieldName): string | boolean {
  if (field === 'progress' || field === 'problems' || field === 'next_steps' || field === 'coordinate')
    return content[field];
  return content.values[field.slice('indicator_'.length)] ?? '';
}

/** A content with one field taken from another. */
export function withField(content: Content, field: FieldName, from: Content): Content {
  if (field === 'progress' || field === 'problems' || field === 'next_steps')
    return { ...content, [field]: from[field] };
  if (field === 'coordinate') return { ...content, coordinate: from.coordinate };
  const indicator = field.slice('indicator_'.length);
  return { ...content, values: { ...content.values, [indicator]: from.values[indicator] ?? '' } };
}

export function isSameContent(a: Content, b: Content, fields: readonly FieldName[]): boolean {
  return fields.every((field) => fieldIn(a, field) === fieldIn(b, field));
}

/**
 * What a form brings: each field of the item, cleaned; a text that is absent was empty. The selection cannot be
 * emptied: where it is absent nobody has touched it, and it stays.
 */
export function readForm(
  form: Record<string, unknown>,
  item: Pick<ItemSheet, 'values' | 'coordinate'>,
): Content {
  const text = (name: string) => cleaned(form[name]);
  return {
    progress: text('progress'),
    problems: text('problems'),
    next_steps: text('next_steps'),
    coordinate: form['coordinate'] === undefined ? item.coordinate === 1 : isYes(form['coordinate']),
    values: Object.fromEntries(
      item.values
        .map(({ indicator }) => [indicator, text(indicatorField(indicator))] as const)
        .filter(([, raw]) => raw !== ''),
    ),
  };
}

/** Fields that hold more than fits, with their lengths. */
export function tooLong(
  content: Content,
  item: Pick<ItemSheet, 'values'>,
): { field: FieldName; length: number }[] {
  return fieldsOf(item).flatMap((field) => {
    const value = fieldIn(content, field);
    const most = TEXT_FIELDS.some((one) => one === field) ? LONGEST_TEXT : LONGEST_VALUE;
    return typeof value === 'string' && value.length > most ? [{ field, length: value.length }] : [];
  });
}

/** Text as it is kept: no control characters but line breaks and tabs, nothing blank at its ends. */
export function cleaned(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
}

function isYes(value: unknown): boolean {
  if (typeof value !== 'string') return value === true;
  return value !== '' && !/^(?:no|false|0|否|不|无)/i.test(value);
}

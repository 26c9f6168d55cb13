import type { Notice } from '../notice/index-of.ts';
import { originalOf } from './model.ts';
import { type AmendmentContent, FIELD_NAMES, type Subject } from './types.ts';

/** `第7组（某事）牵头单位` */
export function subjectName(notice: Notice, { kind, no, field }: Subject): string {
  const which = kind === 'group' ? `第${no}组（${notice.group(no)?.field ?? ''}）` : `措施第${no}条`;
  return `${which}${FIELD_NAMES[field]}`;
}

/** The names of a field's value; what left the notice keeps its id. */
export function valueNames(notice: Notice, field: Subject['field'], ids: readonly string[]): string {
  const name = (id: string) => (field === 'leader' ? notice.person(id) : notice.unit(id))?.name ?? id;
  return ids.length === 0 ? '（没有写）' : ids.map(name).join('、');
}

/** `修订（自2026-03-01，依据…）：第7组（某事）牵头单位改为…` */
export function amendmentLine(notice: Notice, one: AmendmentContent): string {
  const names = valueNames(notice, one.field, one.value ?? originalOf(notice.model, one) ?? []);
  const change = one.value === null ? `恢复原文：${names}` : `改为${names}`;
  return `修订（自${one.from}，依据${one.basis}）：${subjectName(notice, one)}${change}`;
}

import type { ReportItemRow } from '../../db/queries/reports.ts';
import type { NoticeEngine } from '../answers/engine.ts';

type Item = Pick<ReportItemRow, 'title' | 'group_no' | 'measure_no'>;

/** Splits `某事 已完成……` into what it is about and what is said. A colon does as well as a blank. */
export function nameAndText(args: string): { name: string; said: string } {
  const numbered =
    /^((?:小组|措施|第)?\s*\d+\s*(?:个?小组|组|条措施|条|号)?)(?:[\s:：,，]+|$)([\s\S]*)$/.exec(args);
  const [, name = args, said = ''] = numbered ?? /^([^\s:：]+)[\s:：]*([\s\S]*)$/.exec(args) ?? [];
  return { name: name.replace(/\s/g, ''), said: said.trim() };
}

/** Those of a unit's items that a name stands for: a number, a name of the notice, or words of the title. */
export function itemsMeant<T extends Item>(
  engine: Pick<NoticeEngine, 'resolve'>,
  items: readonly T[],
  name: string,
): T[] {
  const no = Number(/\d+/.exec(name.normalize('NFKC'))?.[0]);
  const isNumber = /^(?:小组|措施|第)?\d+(?:个?小组|组|条措施|条|号)?$/.test(name.normalize('NFKC'));
  if (isNumber) {
    const isGroup = /组/.test(name);
    const isMeasure = /措施|条/.test(name);
    return items.filter(
      (item) =>
        (!isMeasure && item.measure_no === null && item.group_no === no) ||
        (!isGroup && item.measure_no === no),
    );
  }
  // A group by its name is meant before a measure that speaks of the same matter.
  for (const fits of [(title: string) => title.startsWith(name), (title: string) => title.includes(name)]) {
    const byTitle = items.filter((item) => name !== '' && fits(item.title));
    if (byTitle.length > 0) return byTitle;
  }
  const group = engine.resolve('group', name);
  const measure = engine.resolve('measure', name);
  return items.filter(
    (item) =>
      (group.kind === 'found' && group.entity.kind === 'group' && isOfGroup(item, group.entity.no)) ||
      (measure.kind === 'found' &&
        measure.entity.kind === 'measure' &&
        item.measure_no === measure.entity.no),
  );
}

function isOfGroup(item: Item, no: number): boolean {
  return item.measure_no === null && item.group_no === no;
}

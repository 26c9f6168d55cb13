import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { itemsMeant, nameAndText } from '../../src/reports/item-names.ts';
import { formsOf } from '../../src/reports/opening.ts';

const forms = formsOf(defaultNotice());

describe('which item a typed report is about', () => {
  it.each([
    ['finance', '政府采购 进展顺利', ['group:6'], '进展顺利'],
    ['finance', '政府采购：已完成', ['group:6'], '已完成'],
    ['finance', '措施13 完成', ['measure:13'], '完成'],
    ['finance', '措施 13 完成', ['measure:13'], '完成'],
    ['finance', '第6组 完成', ['group:6'], '完成'],
    ['power', '14 完成', ['part:14', 'measure:14'], '完成'],
    ['power', '用电 完成', ['group:7'], '完成'],
    ['power', '幼儿园 完成', [], '完成'],
    ['finance', '政府采购', ['group:6'], ''],
  ])('%s: %s', (unit, typed, wanted, text) => {
    const { name, said } = nameAndText(typed);
    const items = forms.items.filter((item) => item.unit === unit);
    expect(itemsMeant(defaultEngine(), items, name).map((item) => item.item)).toEqual(wanted);
    expect(said).toBe(text);
  });
});

describe('who reports on what (design: lead, sub-lead, own part, owned measures)', () => {
  it('every unit has each item once, in the order of the notice', () => {
    expect(forms.reports).toHaveLength(39);
    for (const { unit } of forms.reports) {
      const ids = forms.items.filter((item) => item.unit === unit).map((item) => item.item);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it.each([
    ['power', ['group:7', 'part:14', 'part:16', 'measure:14']],
    ['audit', ['part:11']],
    ['environment', ['part:11', 'sub:12.5', 'part:14', 'measure:31']],
  ])('%s', (unit, wanted) =>
    expect(forms.items.filter((item) => item.unit === unit).map((item) => item.item)).toEqual(wanted),
  );
  it('the numeric targets of a measure are its indicators', () =>
    expect(forms.values.filter((value) => value.unit === 'environment')).toHaveLength(6));
});

import { expect, it } from 'vitest';
import { amendedModel, inForce } from '../../src/amendments/model.ts';
import { AmendmentContent } from '../../src/amendments/types.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { reportItems } from '../../src/reports/items.ts';

const model = defaultNotice();
const basis = '某办〔2026〕3号';
const lead = (value: string[] | null, from: string): AmendmentContent => ({
  kind: 'group',
  no: 7,
  field: 'leadUnits',
  value,
  from,
  basis,
});
const unitOf = (name: string) => model.units.find((unit) => unit.name === name)?.id ?? '';
const leadsOn = (all: AmendmentContent[], day: string) =>
  amendedModel(model, all, day).groups.find((group) => group.no === 7)?.leadUnits;

it('counts from its day on, and leaves the stored model as it is', () => {
  const before = JSON.stringify(model);
  const change = lead([unitOf('财政局')], '2026-03-01');
  expect(leadsOn([change], '2026-02-28')).toEqual([unitOf('发展改革委'), unitOf('供电中心')]);
  expect(leadsOn([change], '2026-03-01')).toEqual([unitOf('财政局')]);
  expect(reportItems(amendedModel(model, [change], '2026-03-01'), unitOf('财政局'))).toContainEqual(
    expect.objectContaining({ id: 'group:7' }),
  );
  expect(JSON.stringify(model)).toBe(before);
});

it('lets the latest day count, of one day the one entered later, and the original again', () => {
  const late = lead([unitOf('税务局')], '2026-05-01');
  const early = lead([unitOf('财政局')], '2026-03-01');
  expect(leadsOn([late, early], '2026-06-01')).toEqual([unitOf('税务局')]);
  expect(leadsOn([late, lead([unitOf('住建局')], '2026-05-01')], '2026-06-01')).toEqual([unitOf('住建局')]);
  expect(inForce([late, lead(null, '2026-06-01')], '2026-06-01')).toEqual([]);
});

it('keeps only what its kind has', () => {
  const stored = { kind: 'group', no: 7, value: ['tax'], from: '2026-03-01', basis };
  expect(AmendmentContent.safeParse({ ...stored, field: 'supportingUnits' }).success).toBe(false);
  expect(AmendmentContent.safeParse({ ...stored, field: 'leadUnits', basis: '' }).success).toBe(false);
  expect(AmendmentContent.safeParse({ ...stored, field: 'leadUnits', value: [] }).success).toBe(false);
});

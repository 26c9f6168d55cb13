import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPeriod } from '../../db/queries/periods.ts';
import { insertReports } from '../../db/queries/reports.ts';
import { numbersOfMeasures } from '../../db/queries/targets.ts';
import { instantOf } from '../../src/clock.ts';
import type { Assigned } from '../../src/reports/assigned.ts';
import { formsOf } from '../../src/reports/opening.ts';
import { objectivesOf, scopeOfGroup, scopeOfMeasure } from '../../src/targets/scope.ts';
import { standingsOf } from '../../src/targets/standing.ts';
import { fill } from '../progress/filled.ts';
import { startWorld, type World } from '../support/world.ts';

const NOW = instantOf('2027-01-18', '10:00');
/** Spoken of in six groups. */
const SHARED = 'goal-april-30';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  await reported('2026Q2', { indicator: SHARED, group_no: 7, unit: 'power' }, ['measure:14', '12']);
  await reported('2026Q3', { indicator: SHARED, group_no: 7, unit: 'development-reform' }, ['group:7', '31']);
  await reported('2026Q4', { indicator: SHARED, group_no: 21, unit: 'court' }, ['measure:20', '20']);
});
afterAll(() => world.close());

/** A period in which one unit has an objective and its number is accepted. */
async function reported(period: string, given: Assigned, [item, value]: [item: string, value: string]) {
  const { db, notice } = world.service.deps;
  await db.apply([
    ...openPeriod(db, { id: period, opens_on: '2026-01-01', due_on: '2026-01-08' }, { by: 'bot', now: NOW }),
    ...insertReports(db, period, formsOf(notice.model, [given])),
  ]);
  const items = { [item]: { values: { [SHARED]: value } } };
  await fill(db, { period, unit: given.unit }, { status: 'accepted', submittedAt: NOW, items });
}

const standingsIn = async (of: 'group' | 'measure', no: number) => {
  const { db, notice } = world.service.deps;
  const { model } = notice;
  const group = of === 'group' ? notice.group(no) : undefined;
  const measure = of === 'measure' ? notice.measure(no) : undefined;
  const scope = group ? scopeOfGroup(model, group) : measure && scopeOfMeasure(measure);
  if (scope === undefined) throw new Error(`no ${of} ${no}`);
  const indicators = objectivesOf(model, scope).map(({ id }) => id);
  const numbers = await numbersOfMeasures(db, scope.measures, { indicators, group: scope.group });
  return standingsOf(numbers, '2027-01-18').map(({ target, units }) => [
    target.measure_no,
    ...units.map(({ unit, latest, light }) => `${unit} ${latest?.value} ${light}`),
  ]);
};

it('an objective that several groups share stands on the card of the group it was given in', async () => {
  expect(await standingsIn('group', 21)).toEqual([[null, 'court 20 red']]);
  expect(await standingsIn('group', 10)).toEqual([]);
});

it.each([
  ['group', 7],
  ['measure', 14],
] as const)(
  'given to another unit later it is one target still, in whichever item it is reported: %s %i',
  async (of, no) => {
    expect(await standingsIn(of, no)).toEqual([[null, 'power 12 red', 'development-reform 31 green']]);
  },
);

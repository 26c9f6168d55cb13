import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { totalOf } from '../../src/scoring/entries.ts';
import type { UnitFacts } from '../../src/scoring/facts.ts';
import { pointsOf } from '../../src/scoring/points.ts';
import { readRubric } from '../../src/scoring/rubric.ts';
import type { Criterion } from '../../src/scoring/types.ts';
import { BY, entryRow, facts, RUBRIC, valueFacts } from './facts.ts';

const total = (of: UnitFacts) => totalOf(pointsOf(of, BY));
const points = (of: UnitFacts, criterion: Criterion) =>
  totalOf(pointsOf(of, BY).filter((row) => row.criterion === criterion));
const at = (day: string, time: string) => ({ report: { first_submitted_at: instantOf(day, time) } });
const items = (...filled: boolean[]) =>
  filled.map((hasContent, index) => ({ item: `measure:${index}`, title: `措施${index}`, hasContent }));
const returned = (round: number) => ({ round, by: 'ou_office', at: round, reasons: ['内容过简'] });

describe('及时性 20: the first submission, by working days until 18:00', () => {
  it.each([
    ['2027-01-08', '18:00', 20],
    ['2027-01-08', '18:01', 16],
    // Saturday and Sunday are no late days.
    ['2027-01-10', '23:00', 16],
    ['2027-01-11', '18:00', 16],
    ['2027-01-11', '18:01', 12],
    ['2027-01-14', '19:00', 0],
    ['2027-03-01', '09:00', 0],
  ])('%s %s: %d', (day, time, wanted) => {
    expect(points(facts(at(day, time)), 'timeliness')).toBeCloseTo(wanted, 10);
  });

  it('a later submission never gives more', () => {
    const hours = Array.from(
      { length: 400 },
      (_, hour) => instantOf('2027-01-01', '00:30') + hour * 3_600_000,
    );
    const given = hours.map((first_submitted_at) => total(facts({ report: { first_submitted_at } })));
    for (const [index, score] of given.entries()) expect(score).toBeLessThanOrEqual(given[index - 1] ?? 105);
  });

  it('never submitted is 0; so is what was taken back and not submitted again; what was returned keeps its day', () => {
    const none = { status: 'none', round: 0, first_submitted_at: null, mark: null } as const;
    expect(total(facts({ report: none }))).toBe(0);
    expect(total(facts({ report: { status: 'draft', mark: null } }))).toBe(0);
    expect(total(facts({ report: { status: 'returned', mark: null }, returns: [returned(1)] }))).toBe(19);
  });
});

describe('完整性 20, 指标 30, 质量 30', () => {
  it('a share of own items with content', () => {
    expect(points(facts({ items: items(true, true, false) }), 'completeness')).toBeCloseTo(40 / 3, 10);
  });

  it('the mean of what is reached; nothing reported is 0, an accepted reason is left out', () => {
    const half = valueFacts({ raw: '40', value: 40 });
    const nothing = valueFacts({ raw: '', value: null });
    const excused = valueFacts({ raw: '暂无数据：x', value: null, no_data: 'x', no_data_accepted: 1 });
    expect(points(facts({ values: [valueFacts(), half] }), 'indicators')).toBeCloseTo(22.5, 10);
    expect(points(facts({ values: [valueFacts(), nothing] }), 'indicators')).toBeCloseTo(15, 10);
    expect(points(facts({ values: [half, excused] }), 'indicators')).toBeCloseTo(15, 10);
  });

  it.each([
    ['no indicators', []],
    ['none that can be measured', [valueFacts({ comparator: 'qualitative', target: null })]],
    ['only excused ones', [valueFacts({ value: null, no_data: 'x', no_data_accepted: 1 })]],
  ])('%s: the weight goes to the others in proportion', (_, values) => {
    const rows = pointsOf(facts({ values, report: { mark: '中' } }), BY);
    expect(rows.map(({ max }) => max.toFixed(4))).toEqual(['28.5714', '28.5714', '0.0000', '42.8571']);
    expect(totalOf(rows)).toBeCloseTo(((20 + 20 + 18) * 100) / 70, 10);
  });

  it.each([
    ['优', 30],
    ['良', 24],
    ['中', 18],
    ['差', 9],
    [null, 0],
  ] as const)('mark %s: %d', (mark, wanted) => {
    expect(points(facts({ report: { mark } }), 'quality')).toBeCloseTo(wanted, 10);
  });

  it('a unit with nothing at all to be measured has 0, not a fraction of nothing', () => {
    const rubric = readRubric({
      ...RUBRIC,
      weights: { timeliness: 0, completeness: 50, indicators: 50, quality: 0 },
    });
    expect(totalOf(pointsOf(facts({ items: [], values: [] }), { ...BY, rubric }))).toBe(0);
  });
});

describe('加分 ≤ 5, 扣分 ≤ 20, floor 0, ceiling 105', () => {
  it('what is beyond the cap is kept and shown as capped', () => {
    const entries = [1, 2, 3].map((no) => entryRow({ id: `${no}`, matter: `${no}` }));
    const rows = pointsOf(facts({ entries }), BY).filter(({ criterion }) => criterion === 'add');
    expect(rows.map((row) => row.points)).toEqual([2, 2, 1]);
    expect(rows[2]?.reason).toContain('合计上限5分，实计1分');
    expect(total(facts({ entries }))).toBe(105);
  });

  it('what puts a score right has no cap, and leaves the rest its own', () => {
    const add = (id: string, of: { points: number; reason: string }) =>
      entryRow({ id, matter: id, source: 'other', ...of });
    const entries = [
      add('1', { points: 4, reason: '典型经验 甲' }),
      add('2', { points: 8, reason: '异议采纳：迟报系系统故障' }),
      add('3', { points: 4, reason: '典型经验 乙' }),
      { ...add('4', { points: 20, reason: '更正 指标值误录' }), kind: 'deduct' as const },
      { ...add('5', { points: 19, reason: '通报批评' }), kind: 'deduct' as const },
    ];
    const rows = pointsOf(facts({ entries }), BY);
    expect(rows.filter(({ criterion }) => criterion === 'add').map((row) => row.points)).toEqual([4, 8, 1]);
    expect(points(facts({ entries }), 'deduct')).toBe(-39);
    expect(rows.find(({ points: given }) => given === 8)?.reason).toContain('更正得分，不占上限');
  });

  it('returns 1, overdue 2, criticism 5', () => {
    const overdue = [{ no: '2026-001', problem: '系统未对接', dueOn: '2026-12-01' }];
    const entries = [entryRow({ kind: 'deduct', source: 'criticism', points: 5, reason: '通报批评' })];
    expect(total(facts({ returns: [returned(1), returned(2)], overdue, entries }))).toBe(91);
    const many = [1, 2, 3, 4, 5].map((no) => entryRow({ kind: 'deduct', points: 5, id: `${no}` }));
    expect(points(facts({ entries: many }), 'deduct')).toBe(-20);
  });

  it('never below 0, and the rows still add up', () => {
    const entries = [entryRow({ kind: 'deduct', points: 5 })];
    const report = { status: 'none', round: 0, first_submitted_at: null, mark: null } as const;
    const rows = pointsOf(facts({ report, entries }), BY);
    expect(totalOf(rows)).toBe(0);
    expect(rows.at(-1)).toMatchObject({ criterion: 'bound', points: 5 });
  });

  it('never above the ceiling, where the office has raised the cap', () => {
    const rubric = readRubric({ ...RUBRIC, adds: { perBrief: 2, cap: 20 } });
    const entries = [entryRow({ points: 12 })];
    expect(totalOf(pointsOf(facts({ entries }), { ...BY, rubric }))).toBe(105);
  });
});

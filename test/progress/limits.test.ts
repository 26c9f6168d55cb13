import { describe, expect, it } from 'vitest';
import type { ItemText } from '../../db/queries/progress.ts';
import { assertFits } from '../../src/cards/limits.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';
import { countsCard, liveCard, PROGRESS_VIEWS, progressCard } from '../../src/progress/cards.ts';
import { tell } from '../../src/progress/live-answers.ts';
import type { UnitStanding } from '../../src/progress/standing.ts';
import type { PeriodState } from '../../src/progress/state.ts';

/** Every character of it is escaped in markdown. */
const AWKWARD = '*_[]()#`~<>'.repeat(100);

const notice = indexNotice(defaultNotice());
const everything = { isAll: true, groups: new Set<number>(), units: new Set<string>() };

/** Four hundred units with names as awkward as they come, each in several groups. */
function crowd(): PeriodState {
  const statuses = ['none', 'draft', 'submitted', 'returned', 'accepted'] as const;
  const units = Array.from(
    { length: 400 },
    (_, index): UnitStanding => ({
      unit: `*[单位${index}](http://x)_${'名'.repeat(20)}`,
      status: statuses[index % 5] ?? 'none',
      items: 12,
      filled: 5,
      groups: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22],
      submittedAt: 1_800_000_000_000,
    }),
  );
  const period = {
    id: '2026Q4',
    status: 'open' as const,
    opens_on: '2026-12-24',
    due_on: '2027-01-08',
    opened_at: 0,
    opened_by: 'bot',
    locked_at: null,
    locked_by: null,
    settings_version: 1,
    version: 1,
  };
  return { period, phase: 'open', units, named: [], now: 1_800_000_000_000, today: '2027-01-15' };
}

describe('cards of progress stay below the platform’s limits', () => {
  const state = crowd();
  const reader = { scope: everything, notice };

  it.each(PROGRESS_VIEWS)('on every page, by %s', (by) => {
    for (let page = 0; page < 25; page++)
      expect(() => assertFits(progressCard(state, reader, { by, page }))).not.toThrow();
  });

  it('beyond the last page the last one is shown', () => {
    const last = progressCard(state, reader, { by: 'units', page: 999 });
    expect(JSON.stringify(last)).not.toContain('下一页');
    expect(last).toEqual(progressCard(state, reader, { by: 'units', page: 19 }));
  });

  it('with counts only', () => {
    expect(() => assertFits(countsCard(state, '数量'))).not.toThrow();
  });

  it('as the answer to any question', () => {
    const text: ItemText = {
      unit: 'x',
      item: 'group:7',
      kind: 'measure',
      title: AWKWARD.slice(0, 60),
      location: '三、7',
      group_no: 7,
      progress: AWKWARD,
      problems: AWKWARD,
      next_steps: AWKWARD,
      coordinate: 1,
    };
    const texts = Array.from({ length: 100 }, () => text);
    for (const wish of [
      { kind: 'missing', group: undefined },
      { kind: 'group', group: 7 },
      { kind: 'coordinate' },
    ] as const) {
      const card = liveCard(AWKWARD, tell(wish, { state, reader, texts }), '2026Q4');
      expect(() => assertFits(card), wish.kind).not.toThrow();
    }
  });
});

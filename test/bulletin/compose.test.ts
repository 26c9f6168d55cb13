import { describe, expect, it } from 'vitest';
import type { ItemSheet, ReportSheet } from '../../db/queries/reports.ts';
import { composed } from '../../src/bulletin/compose.ts';
import { textOf } from '../../src/bulletin/parts.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';

const item = (of: Partial<ItemSheet>): ItemSheet =>
  ({
    item: 'x',
    kind: 'measure',
    title: '措施',
    group_no: 7,
    measure_no: null,
    progress: '',
    problems: '',
    next_steps: '',
    values: [],
    ...of,
  }) as ItemSheet;
const sheet = (unit: string, items: ItemSheet[]): ReportSheet =>
  ({
    report: { unit, status: 'accepted', mark: '良', round: 1, first_submitted_at: 0 },
    items,
  }) as unknown as ReportSheet;
const text = (id: string, sheets: ReportSheet[]) =>
  textOf(
    composed({
      period: { id: '2026Q4', due_on: '2027-01-08' } as never,
      sheets,
      notice: indexNotice(defaultNotice()),
      briefs: [],
    }),
    id,
  );

describe('what a bulletin says of a task group', () => {
  it('each unit speaks before any speaks again, a measure is named, the same words stand once', () => {
    const own = [1, 2, 3].map((no) =>
      item({ item: `m${no}`, kind: 'measure', measure_no: 10 + no, progress: `第${no}件事已办成。` }),
    );
    const said = text('group:7', [
      sheet('power', [
        item({ item: 'g', kind: 'group', progress: '牵头工作已开展。' }),
        ...own,
        item({ item: 'again', kind: 'group-part', progress: '牵头工作已开展。' }),
      ]),
      sheet('housing', [item({ item: 'p', kind: 'group-part', progress: '占路审批已提速。' })]),
    ]).split('\n');
    expect(said.slice(1)).toEqual([
      '供电中心：牵头工作已开展。',
      '住建局：占路审批已提速。',
      '供电中心（措施11）：第1件事已办成。',
      '供电中心（措施12）：第2件事已办成。',
    ]);
  });

  it('a list of problems has no brackets within brackets', () => {
    const part = item({ kind: 'group-part', title: '获得电力（本单位承担部分）', problems: '人手不足。' });
    expect(text('problems', [sheet('housing', [part])])).toBe('1.住建局（获得电力）：人手不足。');
  });

  it('a list that is cut has heard each unit once, and what repeats itself stands last', () => {
    const steps = (no: number, next_steps: string) =>
      item({ item: `m${no}`, title: `措施${no}`, next_steps });
    const said = text('next', [
      sheet('power', [steps(1, '年底办完。'), steps(2, '年底办完。'), steps(3, '再减一个环节。')]),
      sheet('housing', [steps(4, '推行网上办。')]),
    ]);
    expect(said.split('\n')).toEqual([
      '1.供电中心（措施1）：年底办完。',
      '2.住建局（措施4）：推行网上办。',
      '3.供电中心（措施3）：再减一个环节。',
      '4.供电中心（措施2）：年底办完。',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { REPORT_STATUSES } from '../../db/schema-reports.ts';
import { text } from '../../src/cards/elements.ts';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { type Content, NO_CONTENT, readForm, tooLong } from '../../src/reports/content.ts';
import { differences } from '../../src/reports/diff.ts';
import { merged } from '../../src/reports/merge.ts';
import { pagesOf, sizeOf } from '../../src/reports/paging.ts';
import { brokenDueRule, PERIOD_PHASES, phaseOf } from '../../src/reports/period.ts';
import { isCopied, likeness, shinglesOf } from '../../src/reports/similarity.ts';
import { allows, receiptOf, UNIT_ACTS } from '../../src/reports/states.ts';
import { withText } from '../../src/reports/typed.ts';

const calendar = publishedCalendar();
const content = (fields: Partial<Content>): Content => ({ ...NO_CONTENT, ...fields });

describe('a period', () => {
  const period = { status: 'open', due_on: '2027-01-07' } as const;
  it.each([
    ['2027-01-07', '18:00', 'open'],
    ['2027-01-07', '18:01', 'late'],
  ] as const)('%s %s is %s', (day, time, phase) => expect(phaseOf(period, instantOf(day, time))).toBe(phase));
  it('is locked when the office has locked it', () =>
    expect(phaseOf({ ...period, status: 'locked' }, 0)).toBe('locked'));

  it.each([
    ['2026-11-25', '2026-12-02', undefined],
    ['2026-11-25', '2026-12-01', 'too-soon'],
    ['2026-11-25', '2026-11-20', 'too-soon'],
    ['2026-11-25', '2026-12-05', 'day-off'],
  ])('announced on %s and due on %s breaks %s', (today, due, rule) =>
    expect(brokenDueRule(due, today, calendar)).toBe(rule),
  );
});

describe('what a unit may do', () => {
  const table = REPORT_STATUSES.flatMap((status) =>
    PERIOD_PHASES.map((phase) => [
      `${status} ${phase}`,
      UNIT_ACTS.filter((act) => allows(act, { status }, phase)).join(' '),
    ]),
  );
  it('by state and phase', () =>
    expect(Object.fromEntries(table)).toEqual({
      'none open': 'edit submit',
      'none late': 'edit submit',
      'none locked': '',
      'draft open': 'edit submit',
      'draft late': 'edit submit',
      'draft locked': '',
      'submitted open': 'withdraw',
      'submitted late': 'withdraw',
      'submitted locked': '',
      'returned open': 'edit submit',
      'returned late': 'edit submit',
      'returned locked': '',
      'accepted open': '',
      'accepted late': '',
      'accepted locked': '',
    }));
  it('a receipt names period, unit and round', () =>
    expect(receiptOf({ period: '2026Q4', no: 8, round: 2 })).toBe('2026Q4-008-2'));
});

describe('two hands', () => {
  const fields = ['progress', 'problems', 'indicator_x'] as const;
  const base = content({ progress: '原', problems: '原', values: { x: '1' } });
  it.each([
    [
      'only mine',
      content({ progress: '我', problems: '原', values: { x: '1' } }),
      base,
      { progress: '我' },
      [],
    ],
    [
      'only theirs',
      base,
      content({ progress: '他', problems: '原', values: { x: '2' } }),
      { progress: '他' },
      [],
    ],
    [
      'different fields',
      { ...base, progress: '我' },
      { ...base, problems: '他' },
      { progress: '我', problems: '他' },
      [],
    ],
    ['the same change', { ...base, progress: '同' }, { ...base, progress: '同' }, { progress: '同' }, []],
    [
      'the same field',
      { ...base, progress: '我' },
      { ...base, progress: '他' },
      { progress: '他' },
      ['progress'],
    ],
    [
      'one emptied it',
      { ...base, values: {} },
      { ...base, values: { x: '3' } },
      { values: { x: '3' } },
      ['indicator_x'],
    ],
  ])('%s', (_, mine, theirs, wanted, clashes) => {
    const result = merged({ base, theirs, mine }, fields);
    expect(result.content).toMatchObject(wanted);
    expect(result.clashes).toEqual(clashes);
  });
});

describe('a form', () => {
  const item = { values: [{ indicator: 'x' }], coordinate: 0 } as never;
  it('is read with what is absent empty, control characters gone, and line breaks of one kind', () => {
    const bell = String.fromCharCode(7);
    expect(readForm({ progress: ` 一\r\n二${bell} `, indicator_x: '５', coordinate: 'yes' }, item)).toEqual({
      progress: '一\n二',
      problems: '',
      next_steps: '',
      coordinate: true,
      values: { x: '５' },
    });
    for (const no of ['no', '', false, '不需要'])
      expect(readForm({ coordinate: no }, item).coordinate).toBe(false);
  });
  it('says what does not fit', () => {
    expect(tooLong(content({ problems: '长'.repeat(1001) }), item)).toEqual([
      { field: 'problems', length: 1001 },
    ]);
    expect(tooLong(content({ problems: '长'.repeat(1000) }), item)).toEqual([]);
  });
});

describe('typed text', () => {
  it.each([
    ['已完成', { progress: '已完成' }],
    ['进展：已完成 问题：缺人 下一步：招人', { progress: '已完成', problems: '缺人', next_steps: '招人' }],
    ['已完成。存在的问题：缺人', { progress: '已完成。', problems: '缺人' }],
  ])('%s', (said, wanted) => expect(withText(NO_CONTENT, said)).toMatchObject(wanted));
  it('is added to what stands there', () =>
    expect(withText(content({ progress: '一' }), '二').progress).toBe('一\n二'));
});

describe('likeness', () => {
  const of = (text: string) => shinglesOf(text) ?? new Uint32Array();
  const long = '牵头完成惠企资金专项审计三个，发现问题七个，全部督促整改到位，挽回损失二十余万元。';
  it.each([
    [long, long, true],
    [long, long.replace('三个', '四个'), true],
    [long, `　${long.replaceAll('，', ' ')}`, true],
    [long, '组织召开政银企对接会两场，促成贷款三千万元，为十二家小微企业解决了融资难题。', false],
    [long, long + long, false],
  ])('%s | %s', (a, b, wanted) => expect(isCopied(of(a), of(b))).toBe(wanted));
  it('short texts are not compared', () => expect(shinglesOf('已完成，正常推进')).toBeUndefined());
  it('is 1 for the same and 0 for strangers', () => {
    expect(likeness(of(long), of(long))).toBe(1);
    expect(likeness(of(long), of('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'))).toBe(0);
  });
});

describe('differences', () => {
  it.each([
    ['一。二。', '一。三。', 'same:一。|gone:二。|new:三。'],
    ['', '一。', 'new:一。'],
    ['一。二。三。', '三。', 'gone:一。|gone:二。|same:三。'],
    ['一\n二', '一\n二', 'same:一|same:二'],
  ])('%j → %j', (before, after, wanted) =>
    expect(
      differences(before, after)
        .map((piece) => `${piece.how}:${piece.text.trim()}`)
        .join('|'),
    ).toBe(wanted),
  );
  it('a thousand sentences take no time', () =>
    expect(differences('一。'.repeat(500), '二。'.repeat(500))).toHaveLength(1000));
});

describe('pages', () => {
  it('keep blocks whole and hold what fits', () => {
    const blocks = Array.from({ length: 40 }, (_, i) => [text(`${i} ${'字'.repeat(600)}`)]);
    const pages = pagesOf(blocks);
    expect(pages.flat()).toHaveLength(40);
    for (const page of pages) expect(sizeOf(page).bytes).toBeLessThanOrEqual(17 * 1024);
    expect(pagesOf([])).toEqual([[]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../db/calendar/china.json' with { type: 'json' };
import { checkArrangement } from '../../src/reminders/arrangement.ts';
import { readArrangementTable } from '../../src/reminders/arrangement-table.ts';
import { readArrangementText } from '../../src/reminders/arrangement-text.ts';
import { Calendar, plusDays } from '../../src/reminders/calendar.ts';
import { publishedCalendar, withYear } from '../../src/reminders/china.ts';
import { DAYS_OF_OTHER_YEARS } from './more-papers.ts';

const known = publishedCalendar();
const checked = (text: string) => checkArrangement(readArrangementText(text), known);

/** As published by the State Council's General Office (国办发明电), the sentences about days in full. */
const PAPERS: [year: number, text: string][] = [
  [
    2012,
    `国务院办公厅关于2012年部分节假日安排的通知
一、元旦：1月1日至3日放假调休，共3天。2011年12月31日（星期六）上班。
二、春节：1月22日至28日放假调休，共7天。1月21日（星期六）、1月29日（星期日）上班。
三、清明节：4月2日至4日放假调休，共3天。3月31日（星期六）、4月1日（星期日）上班。
四、劳动节：4月29日至5月1日放假调休，共3天。4月28日（星期六）上班。
五、端午节：6月22日至24日放假公休，共3天。
六、中秋节、国庆节：9月30日至10月7日放假调休，共8天。9月29日（星期六）上班。`,
  ],
  [
    2017,
    `国务院办公厅关于2017年部分节假日安排的通知
一、元旦：1月1日放假，1月2日（星期一）补休。
二、春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
三、清明节：4月2日至4日放假调休，共3天。4月1日（星期六）上班。
四、劳动节：5月1日放假，与周末连休。
五、端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
六、中秋节、国庆节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。`,
  ],
  [
    2019,
    `国务院办公厅关于2019年部分节假日安排的通知
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  ],
  [
    2024,
    `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  ],
  [
    2025,
    `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  ],
  [
    2026,
    `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
  ],
];
const TEXT = PAPERS.at(-1)?.[1] ?? '';

/** The paper of 2026 as it stands on the government's page, from its title to its last line. */
const WHOLE = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：

　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
${TEXT.replace(/^.*\n/, '')}
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疏导等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。

国务院办公厅
2025年11月4日
（此件公开发布）`;

const daysOf = (year: number) => {
  const all: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = plusDays(day, 1)) all.push(day);
  return all;
};

describe('the published paper of a year', () => {
  it.each([...PAPERS, ...DAYS_OF_OTHER_YEARS])(
    '%i gives the same working days as the stored table',
    (year, text) => {
      const { faults, ...arrangement } = checked(text);
      expect(faults).toEqual([]);
      const bare = { coverageFrom: '2004-01-01', coverageUntil: `${year}-12-31`, off: [], work: [] };
      const fromText = new Calendar(withYear(bare, arrangement));
      // What the next year's paper says of this December is not in this one.
      const own = daysOf(year).filter((day) => day < `${year}-12-25`);
      expect(own.filter((day) => fromText.isWorkday(day) !== known.isWorkday(day))).toEqual([]);
      expect(arrangement.year).toBe(year);
    },
  );

  it('reads the same on one line as on many', () => {
    expect(checked(TEXT.replaceAll('\n', ''))).toMatchObject({ ...checked(TEXT), faults: [] });
  });
});

describe('the whole paper, pasted as it is published', () => {
  const own = { ...checked(TEXT), faults: [] };
  it.each([
    ['as it stands', WHOLE],
    [
      'its number above the title',
      WHOLE.replace(/国办发明电.*\n/, '').replace(/^/, '国办发明电〔2025〕7号\n'),
    ],
    ['without its title', WHOLE.slice(WHOLE.indexOf('各省'))],
    ['on one line', WHOLE.replace(/\s*\n\s*/g, '')],
    ['lines broken to blanks', WHOLE.replace(/\s*\n\s*/g, ' ')],
    ['without the remark below the date', WHOLE.replace('（此件公开发布）', '')],
  ])('%s', (_, text) => {
    expect(checked(text)).toEqual(own);
  });

  it('a day without its verb is no date of signing', () => {
    const said = (text: string) => checked(text).faults.map(({ says }) => says);
    expect(said(WHOLE.replace('10月10日（周六）上班', '10月10日（周六）'))[0]).toContain(
      '没有说是放假还是上班',
    );
    expect(said(`${TEXT}\n2026年10月10日（周六）。`)[0]).toContain('没有说是放假还是上班');
    expect(said(`${TEXT}\n10月11日。`)[0]).toContain('没有说是放假还是上班');
  });
});

describe('a wrong paper', () => {
  it.each([
    ['4月6日（周一）放假', '4月31日（周一）放假', 4, '没有4月31日'],
    ['4月4日（周六）至6日（周一）放假，共3天', '4月6日（周日）放假', 4, '4月6日写的是周日，实际是周一'],
    [
      '6月19日（周五）至21日（周日）放假，共3天',
      '6月19日（周五）至21日（周日）放假，共4天',
      6,
      '共4天，但列出的是3天',
    ],
    ['5月9日（周六）上班', '5月8日（周五）上班', 5, '本来就上班'],
    ['5月9日（周六）上班', '5月3日（周日）上班', 5, '又是放假又是上班'],
    ['六、中秋节：9月25日（周五）至27日（周日）放假，共3天。', '', 8, '没有读到中秋节'],
    ['10月1日（周四）至7日（周三）', '10月7日（周三）至1日（周四）', 8, '不像一个假期'],
    ['5月9日（周六）上班', '5月9日（周六）', 5, '没有说是放假还是上班'],
  ])('“%s” as “%s” is named with its line %i', (from, to, line, says) => {
    const text = from.startsWith('4月6日')
      ? TEXT.replace('4月4日（周六）至6日（周一）放假，共3天', to)
      : TEXT.replace(from, to);
    const { faults } = checked(text);
    expect(faults.map((fault) => `${fault.line} ${fault.says}`).join('\n')).toMatch(
      new RegExp(`${line} .*${says}`),
    );
  });

  it('without a year, or with the year before it missing', () => {
    const yearless = checked(TEXT.replace(/^.*\n/, ''));
    expect(yearless.faults[0]?.says).toContain('没有写是哪一年');
    const skipping = checkArrangement({ ...readArrangementText(TEXT), year: 2030 }, known);
    expect(skipping.faults.some((fault) => fault.says.includes('请先导入2029年'))).toBe(true);
  });

  it('never throws, whatever is pasted', () => {
    const piece = fc.constantFrom(
      '一、元旦：',
      '1月1日',
      '至',
      '31日',
      '（周四）',
      '放假',
      '，共3天',
      '。',
      '上班',
      '13月',
      '\n',
      '2027年',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { off, work, faults } = checked(pieces.join(''));
        expect([...off, ...work].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
        expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a table', () => {
  const rows = (days: readonly (readonly string[])[]) => [
    { name: '', rows: days.map((cells, index) => ({ no: index + 1, cells: [...cells] })) },
  ];
  const of2026 = (list: readonly string[], says: string) =>
    list.filter((day) => day.startsWith('2026')).map((day) => [says, day.replaceAll('-', '/')]);

  it('says the same as the text', () => {
    const sheet = rows([['安排', '日期'], ...of2026(table.off, '放假'), ...of2026(table.work, '上班')]);
    const { faults, off, work, year } = checkArrangement(readArrangementTable(sheet), known);
    expect(faults).toEqual([]);
    expect({ off, work, year }).toEqual({
      off: table.off.filter((day) => day.startsWith('2026')),
      work: table.work.filter((day) => day.startsWith('2026')),
      year: 2026,
    });
  });

  it('names the row that is wrong', () => {
    const sheet = rows([
      ['日期', '安排'],
      ['2026-02-30', '放假'],
      ['2026年5月1日', ''],
      ['下周2', '放假'],
    ]);
    const says = checkArrangement(readArrangementTable(sheet), known).faults.map((f) => `${f.line}${f.says}`);
    expect(says.join('\n')).toMatch(/2.*没有2月30日/);
    expect(says.join('\n')).toMatch(/3没有写是放假还是上班/);
    expect(says.join('\n')).toMatch(/4.*没有读到日期/);
  });
});

import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/notice/check.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';

const model = defaultNotice();
const notice = indexNotice(model);

describe('what the notice holds', () => {
  it('is counted', () => {
    expect(checkNotice(model).counts).toMatchObject({
      leaders: 11,
      officeDeputies: 5,
      memberUnits: 36,
      assignments: 9,
      groups: 22,
      subLeads: 6,
      parts: 4,
      measures: 31,
      missingMeasures: 3,
      cutMeasures: 2,
    });
  });

  it('numbers groups and measures without a hole', () => {
    expect(model.groups.map((group) => group.no)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(model.measures.map((measure) => measure.no)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
  });

  it('joins sentences that a page break cut', () => {
    expect(notice.clause('三、4')?.text).toContain('报税后流程指数');
    expect(notice.group(11)?.responsibleText).toMatch(/司法分局等相关单位$/);
    expect(notice.measure(16)?.text).toContain('“百千万”三年行动');
  });

  it('keeps slips of the pen', () => {
    expect(notice.measure(19)?.text).toContain('依法明显消减');
  });
});

describe('task groups (三)', () => {
  it.each([
    [7, '申晓东', ['发展改革委', '供电中心'], ['自然资源和规划局', '城管局', '住建局', '公安分局'], true],
    [5, '高鸿', ['开放招商中心'], ['发展改革委', '财政局', '住建局', '税务局'], true],
    [20, '冯利民', ['人力资源社会保障局'], ['财政局', '公安分局'], false],
    [22, '冯利民', ['高新区法院筹备处'], ['工信局'], false],
    [1, '姜坤峰', ['工委统战部'], [], true],
  ])('第%i组', (no, leader, leads, responsible, openEnded) => {
    const group = notice.group(no);
    const names = (ids: string[] = []) => ids.map((id) => notice.unit(id)?.name);
    expect(notice.person(group?.leader ?? '')?.name).toBe(leader);
    expect(names(group?.leadUnits)).toEqual(leads);
    expect(names(group?.responsibleUnits)).toEqual(responsible);
    expect(group?.openEnded).toBe(openEnded);
  });

  it('lists every responsible unit of the verbatim list, and nothing else', () => {
    for (const group of model.groups) {
      const listed = [...group.responsibleUnits, ...group.collectives].length;
      const text = group.responsibleText.replace(/“[^”]*”/g, '').replace(/等相关单位$/, '');
      expect(listed, group.name).toBe(text.split('、').length);
    }
  });

  it('names nobody for 各相关单位', () => {
    const open = model.groups.filter((group) => group.collectives.includes('各相关单位'));
    expect(open.map((group) => group.no)).toEqual([1, 3, 9, 13]);
    expect(open.every((group) => group.openEnded && group.responsibleUnits.length === 0)).toBe(true);
  });
});

describe('measures (附件1)', () => {
  it('has the legible responsibility of the two cut ones', () => {
    const names = (ids: string[] = []) => ids.map((id) => notice.unit(id)?.name);
    expect(names(notice.measure(7)?.leadUnits)).toEqual(['住建局']);
    expect(names(notice.measure(7)?.supportingUnits)).toEqual(['行政审批与大数据管理局']);
    expect(names(notice.measure(11)?.leadUnits)).toEqual(['自然资源和规划局']);
    expect(names(notice.measure(11)?.supportingUnits)).toEqual([
      '税务局',
      '住建局',
      '财政局',
      '行政审批与大数据管理局',
    ]);
  });

  it('invents nothing for the missing ones', () => {
    for (const no of [8, 9, 10]) {
      expect(notice.measure(no)).toMatchObject({ text: '', leadUnits: [], responsibleUnits: [], groups: [] });
    }
  });

  it('names an owner for every measure that is there', () => {
    const ownerless = model.measures.filter((m) => m.leadUnits.length + m.responsibleUnits.length === 0);
    expect(ownerless.map((measure) => measure.no)).toEqual([8, 9, 10]);
  });

  it('names every unit of the closing bracket', () => {
    for (const measure of model.measures.filter((m) => m.status === 'whole')) {
      const bracket = measure.text.slice(measure.text.lastIndexOf('（') + 1, -1);
      const names = bracket
        .replace(/(?:按职责分工|按分工)?负责$/, '')
        .replace(/等(?:区直)?相关(?:部门|单位)$/, '')
        .split(/牵头，|、/);
      const stored = [
        measure.leadUnits,
        measure.supportingUnits,
        measure.responsibleUnits,
        measure.collectives,
      ];
      expect(stored.flat().length, measure.location).toBe(names.length);
    }
  });
});

describe('units', () => {
  it('have one canonical name whatever they are called', () => {
    const calls = [
      ['发改委', '发展改革委'],
      ['审批局', '行政审批与大数据管理局'],
      ['人力资源和社会保障局', '人力资源社会保障局'],
      ['焦作水务公司', '市水务公司'],
      ['城市管理局', '城管局'],
      ['供电公司', '供电中心'],
    ];
    for (const [called, name] of calls) expect(notice.unitNamed(called ?? '')?.name).toBe(name);
  });

  it('lists the members in the order of the notice', () => {
    const names = model.bodies[0]?.memberUnits.map((id) => notice.unit(id)?.name);
    const clause = notice.clause('一')?.text ?? '';
    const listed = /成员：区(.+)等单位主要负责同志/.exec(clause.replace(/\s/g, ''))?.[1];
    expect(names?.join('、')).toBe(listed);
  });

  it('knows every place a spelling is used in', () => {
    const places = notice.unitNamed('信访局')?.spellings.flatMap((spelling) => spelling.locations);
    expect(places).toEqual(['三、21']);
  });
});

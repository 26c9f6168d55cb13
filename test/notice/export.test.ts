import { describe, expect, it } from 'vitest';
import { defaultNotice } from '../../src/notice/default.ts';
import { exportNotice } from '../../src/notice/export.ts';

const exported = exportNotice(defaultNotice());

/** Whether a list holds a row with these values. */
const has = (rows: readonly object[], row: object) =>
  expect(rows).toContainEqual(expect.objectContaining(row));

describe('notice export', () => {
  it('has the keys of the contract, and no others', () => {
    expect(Object.keys(exported)).toEqual([
      'document',
      'leaders',
      'office',
      'memberUnits',
      'assignments',
      'groups',
      'measures',
      'indicators',
      'gaps',
      'conflicts',
    ]);
    expect(Object.keys(exported.groups[0] ?? {})).toEqual([
      'no',
      'name',
      'leader',
      'leadUnits',
      'subLeads',
      'responsibleUnits',
      'openEnded',
      'duty',
      'location',
    ]);
  });

  it('says who the notice names', () => {
    expect(exported.document).toEqual({
      title: '关于进一步完善优化营商环境工作推进机制的通知',
      number: '焦示党办〔2021〕5号',
      date: '2021-05-26',
    });
    expect(exported.leaders).toHaveLength(11);
    expect(exported.leaders[0]).toEqual({
      name: '吕沛',
      role: '组长',
      titles: ['区党工委书记', '管委会主任'],
    });
    expect(exported.leaders.slice(1).every((leader) => leader.role === '副组长')).toBe(true);
    expect(exported.office).toEqual({
      seat: '发展改革委',
      head: '侯建华',
      deputies: ['刘会来', '赵洪波', '张慧', '李抗美', '时东风'],
    });
  });

  it('says names, never ids', () => {
    const { gaps, conflicts, ...named } = exported;
    expect(JSON.stringify({ ...named, gaps, conflicts })).not.toMatch(/"[a-z]+-[a-z-]+"/);
    expect(exported.memberUnits).toHaveLength(36);
    has(exported.assignments, { leader: '申晓东', items: ['获得电力'], location: '二' });
    has(exported.groups, { no: 19, openEnded: false, leader: '侯建华', leadUnits: ['工商分局'] });
  });

  it('keeps named groups of bodies and leaves out those that name nobody', () => {
    expect(exported.groups[18]?.responsibleUnits).toEqual([
      '行政审批与大数据管理局',
      '“双随机、一公开”领导小组成员单位',
      '企业信息公示联席会议成员单位',
    ]);
    expect(exported.groups[0]?.responsibleUnits).toEqual([]);
    expect(exported.measures[0]?.supportingUnits).toEqual([]);
  });

  it('holds the targets', () => {
    const year = { deadline: '2021-12-31' };
    has(exported.indicators, { location: '附件1·三（一）', value: 90, comparator: '>=', unit: '%', ...year });
    has(exported.indicators, {
      location: '附件1·三（二）',
      value: 3,
      comparator: '<=',
      unit: '个工作日',
      ...year,
    });
    has(exported.indicators, {
      location: '附件1·三（二）',
      value: 80,
      comparator: 'reduce',
      unit: '%',
      ...year,
    });
    has(exported.indicators, { location: '附件1·二', value: 20, comparator: 'about', unit: '%', ...year });
    has(exported.indicators, {
      location: '附件1·13',
      value: 15,
      comparator: '<=',
      unit: '日',
      deadline: null,
    });
    has(exported.indicators, { location: '附件1·31', value: 56, comparator: '<=', unit: '微克/立方米' });
    has(exported.indicators, { location: '附件2·三（六）', value: 6, comparator: '>=', unit: '个' });
    has(exported.indicators, { location: '附件2·三（六）', value: 10, comparator: '<=', unit: '个' });
    has(exported.indicators, { what: '政府采购的采购意向全公开', comparator: 'qualitative', value: null });
  });

  it('says what the source lacks', () => {
    expect(exported.gaps.map((gap) => gap.location)).toEqual([
      '附件1·7',
      '附件1·8',
      '附件1·9',
      '附件1·10',
      '附件1·11',
    ]);
  });
});

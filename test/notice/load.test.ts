import { describe, expect, it } from 'vitest';
import json from '../../db/notice/model.json' with { type: 'json' };
import { ConfigError } from '../../src/errors.ts';
import { loadNotice } from '../../src/notice/load.ts';
import type { NoticeModel } from '../../src/notice/types.ts';

/** Loads the stored notice with something broken; the sentence it is refused with. */
function refusalOf(breakIt: (model: NoticeModel) => unknown): string {
  const model = loadNotice(structuredClone(json));
  breakIt(model);
  try {
    loadNotice(model);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
};

describe('the stored notice', () => {
  it('is sound', () => {
    expect(refusalOf(() => undefined)).toBe('');
  });

  it.each<[string, (model: NoticeModel) => unknown, string]>([
    ['a wrong shape', (m) => Object.assign(at(m.groups, 6), { no: 'seven' }), 'groups[6].no：'],
    ['a wrong day', (m) => Object.assign(m.document, { date: '2021年5月' }), 'document.date：'],
    ['a place twice', (m) => m.clauses.push(at(m.clauses, 3)), '条款位置“三”出现了两次'],
    ['an unknown leader', (m) => Object.assign(at(m.groups, 6), { leader: 'x' }), '三、7：没有编号为“x”的人'],
    ['an unknown unit', (m) => at(m.groups, 6).leadUnits.push('y'), '三、7：没有编号为“y”的单位'],
    ['an unknown group', (m) => at(m.measures, 13).groups.push(23), '附件1·14：没有第23个小组'],
    ['an unknown measure', (m) => at(m.indicators, 8).measures.push(32), '没有第32条措施'],
    ['an unknown part', (m) => Object.assign(at(m.measures, 13), { part: 9 }), '附件1·14：没有第9部分'],
    ['an unknown sub-item', (m) => Object.assign(at(m.measures, 23), { subItem: 7 }), '没有第7个分项'],
    ['a missing parent', (m) => Object.assign(at(m.clauses, 4), { parent: '六' }), '上级“六”不存在'],
    [
      'an unknown place',
      (m) => at(m.gaps, 0) && Object.assign(at(m.gaps, 0), { location: '附件9' }),
      '附件9',
    ],
    [
      'an unknown body',
      (m) => Object.assign(at(at(m.people, 0).roles, 0), { body: '某组' }),
      '没有机构“某组”',
    ],
    ['a name of two', (m) => at(m.units, 8).aliases.push('发改委'), '“发改委”是两个单位的名称或俗称'],
    ['a spelling as alias', (m) => at(m.units, 0).aliases.push('纪工委'), '俗称“纪工委”是通知里的写法'],
    ['a member less', (m) => at(m.bodies, 0).memberUnits.pop(), '高新热力：标为成员单位，名单里没有'],
    [
      'words not in the notice',
      (m) => Object.assign(at(m.groups, 6), { duty: '保供' }),
      '“保供”不在“三、7”的原文里',
    ],
    ['a changed measure', (m) => Object.assign(at(m.measures, 13), { text: '' }), '措施14与条款“附件1·14”'],
    ['an unsaid gap', (m) => m.gaps.pop(), '附件1·11：残缺，但没有说明或没有列入缺页'],
    [
      'an invented text',
      (m) => {
        const clause = m.clauses.find((candidate) => candidate.location === '附件1·9');
        Object.assign(clause ?? {}, { text: '简化办税。' });
      },
      '附件1·9：标为缺失，却有正文',
    ],
    [
      'a number without value',
      (m) => Object.assign(at(m.indicators, 0), { value: undefined }),
      '定性指标没有数值，其余的要有',
    ],
    ['a range upside down', (m) => Object.assign(at(m.indicators, 0), { upTo: 0 }), '上限不大于下限'],
  ])('is refused with %s', (_, breakIt, sentence) => {
    expect(refusalOf(breakIt)).toContain(sentence);
  });

  it('is refused when it is no notice at all', () => {
    expect(() => loadNotice('x')).toThrow(/不能使用：\n- 文件：/);
  });

  it('names twenty faults and counts the rest', () => {
    const message = refusalOf((m) => {
      for (const group of m.groups) group.leader = 'x';
    });
    expect(message.split('\n')).toHaveLength(22);
    expect(message).toMatch(/另有 2 处$/);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';
import { documentOrder, normalizeLocation } from '../../src/notice/locations.ts';

describe('a place has one spelling', () => {
  it.each(defaultNotice().clauses)('$location is its own', ({ location }) => {
    expect(normalizeLocation(location)).toBe(location);
  });

  it.each([
    ['附件一第14条', '附件1·14'],
    ['附件1第三部分第14条', '附件1·14'],
    ['附件1 第十四条措施', '附件1·14'],
    ['第14条', '附件1·14'],
    ['措施31', '附件1·31'],
    ['第三部分第7组', '三、7'],
    ['第七组', '三、7'],
    ['三7', '三、7'],
    ['第二十二个专项工作小组', '三、22'],
    ['正文第四部分第二条', '四（二）'],
    ['四(2)', '四（二）'],
    ['附件1第三部分第（二）部分', '附件1·三（二）'],
    ['附件１三（二）', '附件1·三（二）'],
    ['附件二的前言', '附件2·前言'],
    ['附件二第三部分第六条', '附件2·三（六）'],
    ['附2三(6)', '附件2·三（六）'],
    ['第五部分', '五'],
  ])('%s', (said, location) => {
    expect(normalizeLocation(said)).toBe(location);
  });

  it.each(['', '附件2', '附件十', '第', '哈哈', '附件2第七条', '第零组', '第三部分总体要求'])(
    '“%s” is none',
    (said) => {
      expect(normalizeLocation(said)).toBeUndefined();
    },
  );
});

it('places are sorted as they stand in the document', () => {
  const inOrder = documentOrder(indexNotice(defaultNotice()));
  const places = ['附件2·一', '附件9', '附件1·14', '三、10', '附件1·三（二）', '附件1·13', '三、9', '一'];
  expect(places.sort(inOrder)).toEqual([
    '一',
    '三、9',
    '三、10',
    '附件1·13',
    '附件1·三（二）',
    '附件1·14',
    '附件2·一',
    '附件9',
  ]);
});

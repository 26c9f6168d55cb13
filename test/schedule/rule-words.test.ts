import { describe, expect, it } from 'vitest';
import { type Rule, type RuleContent, type RuleId, ruleOf } from '../../src/schedule/rule.ts';
import { readRuleWords } from '../../src/schedule/rule-words.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';

const RULES = rulesFrom([]);
const moved = new Map(RULES).set('T-3', { ...ruleOf(RULES, 'T-3'), offset: -4 } as Rule);

function read(text: string, rules = RULES): [RuleId, Partial<RuleContent> | string] {
  const { rule, change } = readRuleWords(text, rules);
  if (change.as !== 'change') return [rule.spec.id, change.as];
  const before: RuleContent = rule;
  const differing = Object.entries(change.content).filter(
    ([name, value]) => JSON.stringify(before[name as keyof RuleContent]) !== JSON.stringify(value),
  );
  return [rule.spec.id, Object.fromEntries(differing)];
}

describe('a change in words', () => {
  it.each<[string, [RuleId, Partial<RuleContent> | string]]>([
    ['催报 T-3', ['T-3', 'look']],
    ['催报T+1', ['T+1', 'look']],
    ['t-0', ['T-0', 'look']],
    ['周报', ['digest', 'look']],
    ['报送期开启', ['open', 'look']],
    ['催报 T-3 改为 T-4 09:13', ['T-3', { offset: -4, time: '09:13' }]],
    ['催报　Ｔ-3　改为　Ｔ-4　９：１３', ['T-3', { offset: -4, time: '09:13' }]],
    ['催报 T+1 改为 后2个工作日', ['T+1', { offset: 2 }]],
    ['催报 T-3 改为 当天 15:11', ['T-3', { offset: 0, time: '15:11' }]],
    ['催报 T-0 改到 10:41', ['T-0', { time: '10:41' }]],
    ['每周动态 改为 第二个工作日 10:23', ['digest', { offset: 1, time: '10:23' }]],
    ['开启预告 改为 前2个工作日', ['dry-run', { offset: -2 }]],
    ['催报 T+1 发给 联络员、分包领导', ['T+1', { to: ['liaison', 'leader'] }]],
    ['催报 T-3 开头 请在{截止}前报送。', ['T-3', { wording: '请在{截止}前报送。' }]],
    ['催报 T-3 开头 您好，请报送｛期｝！', ['T-3', { wording: '您好，请报送{期}！' }]],
    ['每周动态 过时 1个工作日', ['digest', { latest: 1 }]],
    ['每周动态 关闭', ['digest', { isOn: false }]],
    ['台账到期提醒 改为 前2个工作日', ['ledger-unit', { offset: -2 }]],
    ['退回后催报 改为 退回日后4个工作日 10:12', ['returned', { offset: 4, time: '10:12' }]],
    ['通报 关闭', ['bulletin-draft', { isOn: false }]],
    ['催报 T-3 恢复默认', ['T-3', 'reset']],
    ['T+1 发给 联络员、负责人', ['T+1', { to: ['liaison', 'unit-head'] }]],
    ['台账逾期提醒 改为 整改期限后1个工作日 09:13', ['ledger-overdue', { time: '09:13' }]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('knows a moved rung by its day of now, and by the one it had', () => {
    expect(read('催报 T-4', moved)).toEqual(['T-3', 'look']);
    expect(read('催报 T-3', moved)).toEqual(['T-3', 'look']);
    const swapped = new Map(moved).set('T+1', { ...ruleOf(RULES, 'T+1'), offset: -3 } as Rule);
    expect(read('催报 T-3', swapped)).toEqual(['T+1', 'look']);
  });
});

it.each([
  ['台账 关闭', '没有“台账 关闭”这条规则'],
  ['天气', '没有“天气”这条规则。可以写：', '催报 T-3'],
  ['催报', '催报有4次，请写明改哪一次：催报 T-3（截止日前3个工作日 09:07）、'],
  ['催报 T-9', '没有“催报 T-9”这条规则', '催报 T+1（截止日后1个工作日 09:07）'],
  ['催报 T-3 提前', '没看懂“提前”', '改为 T-4 09:13'],
  ['催报 T-3 改为 明天', '没看懂时间“明天”'],
  ['催报 T-3 改为 明天 09:13', '没看懂时间“明天 09:13”，请写成 T-4 09:13 这样'],
  ['每周动态 改为 每周二 9:17', '没看懂时间“每周二 9:17”，请写成 第2个工作日 09:13 这样'],
  ['台账逾期提醒 改为 次日 9:17', '请写成 整改期限后1个工作日 09:13 这样'],
  ['催报 T-3 改为 T-4 25:13', '没看懂时间'],
  ['催报 T-3 改为', '没看懂时间'],
  ['每周动态 发给 张三', '不认识“张三”，可选：办公室、分包领导'],
  ['每周动态 过时 很久', '请写数字'],
])('refuses %s: %s', (text, ...says) => {
  for (const one of says) expect(() => readRuleWords(text, RULES)).toThrow(one);
});

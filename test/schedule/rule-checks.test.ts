import { describe, expect, it } from 'vitest';
import { type Rule, type RuleContent, type RuleId, ruleOf } from '../../src/schedule/rule.ts';
import { ruleSavedCard } from '../../src/schedule/rule-cards.ts';
import { changeFaults, contentFaults, neverGoing } from '../../src/schedule/rule-checks.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';

const RULES = rulesFrom([]);

function faults(id: RuleId, to: Partial<RuleContent>): string {
  const { spec } = ruleOf(RULES, id);
  return contentFaults(spec, { ...spec.defaults, ...to }).join('\n');
}

function withChange(id: RuleId, to: Partial<Rule>, rules = RULES) {
  return new Map(rules).set(id, { ...ruleOf(rules, id), ...to });
}

it('finds no fault with the defaults', () => {
  for (const { spec } of RULES.values()) expect(contentFaults(spec, spec.defaults)).toEqual([]);
  expect([...neverGoing(RULES)]).toEqual([]);
});

describe('a rule by itself', () => {
  it.each([
    ['09:00', '整点或半点'],
    ['14:30', '整点或半点'],
    ['07:59', '休息时间'],
    ['20:00', '休息时间'],
    ['20:07', '休息时间'],
    ['08:01', ''],
    ['19:59', ''],
  ])('at %s: %s', (time, says) => {
    expect(faults('T-3', { time })).toEqual(says === '' ? '' : expect.stringContaining(says));
  });

  it.each<[RuleId, number, string]>([
    ['T+3', 20, ''],
    ['T+3', 21, '早已锁定，永远不会发出'],
    ['open', -5, ''],
    ['open', -4, '减轻基层负担'],
    ['dry-run', 1, '可选开启日前5个工作日至开启日当天'],
    ['ledger-unit', 0, '可选整改期限前10个工作日和当天至整改期限前1个工作日和当天'],
    ['digest', 5, '可选每周第一个工作日至每周第五个工作日'],
  ])('%s with %i working days: %s', (id, offset, says) => {
    expect(faults(id, { offset })).toEqual(says === '' ? '' : expect.stringContaining(says));
  });

  it.each<[RuleId, Partial<RuleContent>, string]>([
    ['T-3', { to: [] }, '永远不会发出'],
    ['T-3', { to: [], isOn: false }, ''],
    ['digest', { to: ['unit-head'] }, '不能发给单位负责人，可选：办公室、分包领导'],
    ['round-over', { time: '17:07' }, '异议期当天18:00才满'],
    ['round-over', { time: '09:07', offset: 1 }, ''],
    ['T-3', { latest: 0 }, '1—10个工作日'],
    ['open', { latest: 2 }, '没有“过时不发”的期限'],
    ['T-3', { wording: '请在{截止}前报送{期}，{单位}。' }, ''],
    ['T-3', { wording: '请{姓名}报送' }, '“{姓名}”不认识，可用：{期} {截止} {单位}'],
    ['digest', { wording: '{期}动态' }, '没有可用的占位符'],
    ['T-3', { wording: '请在{截止前报送' }, '花括号没有成对'],
    ['T-3', { wording: '请**尽快**报送' }, '普通文字'],
    ['T-3', { wording: '<at id=all></at>' }, '普通文字'],
    ['T-3', { wording: '见https://example.com' }, '普通文字'],
    ['T-3', { wording: '第一行\n第二行' }, '普通文字'],
    ['T-3', { wording: '报'.repeat(81) }, '有81个字，最多80个字'],
  ])('%s %j: %s', (id, to, says) => {
    expect(faults(id, to)).toEqual(says === '' ? '' : expect.stringContaining(says));
  });
});

describe('rules beside each other', () => {
  it.each<[RuleId, Partial<Rule>, string]>([
    ['T-3', { offset: -10 }, '催报 T-10永远不会发出：不晚于报送期开启'],
    ['T-3', { offset: -12 }, '不晚于报送期开启'],
    ['T-3', { offset: -10, time: '15:11' }, ''],
    ['dry-run', { offset: 0 }, '不早于开启的时间（09:07）'],
    ['dry-run', { offset: 0, time: '08:07' }, ''],
    ['T-3', { offset: 0 }, '催报 T-0已在同一天'],
    ['T+1', { offset: 0, time: '15:11' }, '催报 T-0已在同一天'],
    ['open', { isOn: false }, '“开启预告”永远不会发出：“报送期开启”已关闭'],
    ['T-3', { offset: -5 }, ''],
  ])('%s %j: %s', (id, to, says) => {
    const found = changeFaults(RULES, withChange(id, to), id).join('\n');
    expect(found).toEqual(says === '' ? '' : expect.stringContaining(says));
  });

  it('names another rule that would never go because of the change', () => {
    const early = withChange('T-3', { offset: -9 });
    const found = changeFaults(early, withChange('open', { offset: -8 }, early), 'open');
    expect(found.join('\n')).toContain('改了以后，“催报 T-9”永远不会发出：不晚于报送期开启');
  });

  it('names the earlier of two rungs at one time', () => {
    const twice = withChange('T+1', { offset: 3 });
    expect([...neverGoing(twice)]).toEqual([['T+1', '与另一次催报同时，只发那一次']]);
  });

  it('does not speak again of what never went before', () => {
    const dead = withChange('T-3', { offset: -11 });
    expect([...neverGoing(dead).keys()]).toEqual(['T-3']);
    expect(changeFaults(dead, withChange('T+1', { offset: 2 }, dead), 'T+1')).toEqual([]);
  });
});

it('a period that no more opens by itself is said so when the rule is closed', () => {
  const rules = rulesFrom([]);
  const words = (id: 'open' | 'digest', isOn: boolean) =>
    JSON.stringify(ruleSavedCard({ ...ruleOf(rules, id), isOn }, ['状态：开启 → 关闭']));
  expect(words('open', false)).toContain('每期要由办公室发“/报送 开启”');
  expect(words('open', true)).not.toContain('/报送 开启');
  expect(words('digest', false)).toContain('本周不补发');
});

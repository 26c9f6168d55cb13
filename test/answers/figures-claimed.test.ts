import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

it.each([
  ['采购合同签订30日压到15日，这个没记错吧', '是的'],
  ['采购合同签订30日压到10日，对吧', '不是'],
  ['示范点去年6个、今年再加10个，对吧', '是的'],
  ['示范点去年10个、今年再加6个，我没记反吧', '不是'],
  ['行政处罚信息公开率百分之百，一条例外也没有是吧', '不是'],
  ['专项巡察是不是跟着市委第六轮走的', '不是'],
  ['专项评价只评乡镇吧', '不是'],
])('%s', (question, verdict) => {
  expect(defaultEngine().ask(question).text.startsWith(verdict)).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string) => engine.ask(question).text;

describe('told first, then asked of who was told of', () => {
  it.each([
    ['水气那组是城管局带头的我知道，它另外配合的组有哪些呢', /^城管局.*获得电力.*不动产登记/],
    ['水务公司跟城管、中裕一道牵头水气，此外它还进了哪两个组', /^市水务公司.*办理建筑许可.*不动产登记/],
    ['政法委自己牵头法治化那个不用说了，它还点名进了别的哪个组', /^工委政法委.*信用环境/],
    ['招商中心的同志以为自己光管跨境贸易，实际上前后一共在几个组露面，叫啥', /^开放招商中心.*4个.*信用环境/],
    ['成员单位里没有人社局，可它是不是牵头了一个组', /劳动力市场监管服务/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));

  it('what the answer is not to be is no part of the question', () =>
    expect(says('食药监分局进了哪几个组，可别拿质监的给我充数')).not.toContain('质监'));

  it('a unit asked for in a told list of groups is not asked about by itself', () =>
    expect(says('公安分局在法治、电力、税费三个组里，哪个组没它')).toContain('缴纳税费'));
});

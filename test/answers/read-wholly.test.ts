import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string) => defaultEngine().ask(question);

describe('the paper of those above that a part goes by', () => {
  it.each([
    ['各组的分工，对着市里几号文来的', '〔2021〕6号'],
    ['设这些专项小组，上头依据的是哪份文', '〔2021〕6号'],
    ['专项组怎么分的工，按市里啥文，不要附件那个8号', '〔2021〕6号'],
    ['附件1对标的是市里几号文', '〔2021〕8号'],
    ['行动方案照着市里哪份文定的', '〔2021〕8号'],
  ])('%s', (question, number) => {
    expect(ask(question).text).toContain(number);
  });
});

describe('how many items a place has', () => {
  it.each([
    ['附件1组织实施下面带括号的几项，五还是六', '共5项'],
    ['附件2第三个聚焦（诚信那个）底下列了几条', '共3条'],
    ['附件2的工作要求，不止“建章立制”那一条吧，总共几条', '共6条'],
    ['正文第四部分写了几项', '共4项'],
    ['稿子里写“某位区领导包领域”，第二部分列了几位', '共9位'],
  ])('%s', (question, count) => {
    expect(ask(question).text).toContain(count);
  });
});

describe('what a wording that is often asked does not replace', () => {
  it.each([
    ['比比牵头的组，财政局跟税务局哪家多', '一样多'],
    ['进了组、但没列进领导小组成员的，有哪些单位', '金融工作局'],
    ['专项小组是19个吧', '不是。共22个'],
    ['副组长我点了是8位，报上去没问题吧', '不是。共10名'],
    ['哪三个组责任单位只点了一家', '市场监管'],
    ['“各相关单位”四个字打发的，是哪几个组', '政务服务'],
    ['区领导分包那份清单里，哪个组落下了', '包容普惠创新'],
    ['税务、财政两家坐一桌的有哪些组', '不动产登记'],
    ['既在15组又在16组的企业有哪些', '企业共2家'],
    ['老百姓接电和接水限的天数一样吗', '不一样'],
    ['附件1封面上的全称', '优化行动方案'],
  ])('%s', (question, told) => {
    expect(ask(question).text).toContain(told);
  });
});

describe('what is not there', () => {
  it.each([
    '执行组长是哪位',
    '检查组下周去谁那儿',
    '我们镇便民中心的主任是谁',
    '搞评价的第三方机构，名字叫什么公司',
    '“九要”里头第二条是啥',
  ])('%s', (question) => {
    expect(ask(question).kind).toBe('refuse');
  });
});

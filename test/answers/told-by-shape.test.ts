import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string, ...before: string[]) => defaultEngine().ask(question, before).text;

describe('groups told by their shape or their place', () => {
  it.each([
    ['一带六的组责任单位有哪些', /包容普惠创新（第12组）的责任单位/],
    ['带几个分项的那个组哪位区领导分包', /第12组）由申晓东/],
    ['双层牵头的组总牵头是谁', /第12组）由发展改革委总牵头/],
    ['收尾的组是哪个', /保护中小投资者（第22组）/],
    ['排在最前面的那个组叫什么名', /（第1组）/],
    ['供电中心牵头的那个组叫啥', /获得电力（第7组）/],
    ['12组六小块各归哪家', /综合立体交通指数：住建局/],
    ['立体交通那一小项谁领', /综合立体交通指数由住建局牵头/],
    ['招商引资这个分项谁拿着', /市场开放度由开放招商中心牵头/],
    ['责任单位写得含糊、只说各相关单位的是哪些组', /共4个：.*第1组.*第3组.*第9组.*第13组/],
    ['法院扛了俩组，哪俩', /牵头2个组/],
    ['哪几个组就两家配合', /劳动力市场监管服务（第20组）/],
    ['信用组里哪几个分局', /共6家：.*统计分局/],
    ['不动产组里有几家企业', /共4家：.*高新热力/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });

  it('does not count the groups where one is only helped', () => {
    expect(ask('法院扛了俩组，哪俩')).not.toContain('不动产登记');
  });
});

describe('whether one unit is wherever another is', () => {
  it.each([
    ['审计局参加的组城管局也都参加吗', /^是的.*信用环境/],
    ['民政局在的组，财政局是不是都在', /^不是.*不在的有包容普惠创新/],
    ['质监分局配合的组，食药监分局都配合吗', /^不是.*不当责任单位的有获得用水用气/],
    ['财政局去了、审计局没去的，列一下', /财政局参加而审计局不参加的组/],
    ['供电不在、热力在的组', /高新热力参加而供电中心不参加的组/],
    ['财政跟审计凑在几个组', /都在的组共1个：信用环境/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});

describe('a person by half a name, and what else he is', () => {
  it.each([
    ['侯包了哪几摊', /侯建华分包6项/],
    ['冯和申谁管的多', /冯利民多/],
    ['申跟高谁名下的组多', /申晓东多1个：申晓东分包2个组/],
    ['名字带“峰”字的赵主任分包什么', /赵俊峰分包1项/],
    ['申晓东本职干什么的', /申晓东：高新区党工委委员/],
    ['刘春明除了当副组长，还挂着什么头衔', /纪工委书记/],
    ['通知里有位男同志叫万英奎，啥职务', /万英奎：区管委会副主任/],
    ['作风建设另外成立的领导小组，二当家是谁', /副组长共2名：刘春明、冯利民/],
    ['平时管事的那个办公室，主任是谁', /侯建华/],
    ['招投标、政务服务是不是都在一把手手里', /不是/],
    ['俊峰主任那一摊叫啥名堂', /赵俊峰分包1项/],
    ['高主任管不管信用', /^不是/],
    ['包四项的有几位', /共1位：冯利民/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });

  it('leaves a surname that two leaders share, and a word that is none', () => {
    expect(ask('赵分的哪一摊')).not.toMatch(/赵俊/);
    expect(ask('高分的企业有哪些')).not.toContain('高鸿');
  });

  it('goes on to the next leader', () => {
    expect(ask('侯呢', '吕沛分包什么')).toMatch(/侯建华分包6项/);
  });
});

describe('what others tell before the question, and figures held against each other', () => {
  it.each([
    ['个体户们天天抱怨贷不到钱，归哪位区领导包', /获得信贷（第10组）由吕沛分包/],
    ['科长叫我拟个汇报，说先给管信用的区领导过目，给谁', /信用环境（第11组）由侯建华分包/],
    ['同学要办厂，跑来问我招工那组谁牵头', /劳动力市场监管服务（第20组）由人力资源社会保障局牵头/],
    ['口岸通关时间跟破产案件审理用时，哪个压缩得狠', /口岸整体通关时间压缩得多/],
    ['4月提升50%的和提升30%的哪个项数多', /提升30%以上的多，6项比3项/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });

  it('still writes nothing for anybody', () => {
    expect(ask('帮我写篇发言稿')).toMatch(/不代写|不能代为/);
  });
});

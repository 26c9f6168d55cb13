import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('a message that goes on from the last one', () => {
  it.each([
    ['政法委牵头哪个组', '统战的呢', '两个行动'],
    ['赵俊峰分包啥', '俊生呢', '建筑许可'],
    ['附件1第20条谁负责', '那21呢', '司法分局'],
    ['附件1第28条谁牵头', '再往下一条也是它？', '组织部'],
    ['附件1第17条谁牵头', '那19条呢，也是它吗', '开放招商中心'],
    ['附件1第4条配合单位有哪些', '第5条比它少了哪两家', '人力资源社会保障局、行政审批与大数据管理局'],
    ['侯建华分包几项', '比吕沛多几个', '3项'],
    ['领导小组设几个副组长', '念念名字', '许海玲'],
    ['哪个领导分包得最多', '最多的是几项', '6项'],
    ['宣传组责任单位写的啥', '还有哪几个组也是这么写的', '政务服务'],
    ['市里那份文号焦办文〔2021〕6号', '咱区这份呢', '焦示党办〔2021〕5号'],
    ['附件2的领导小组组长是谁', '办公室主任呢', '赵洪波'],
    ['人社局牵头哪个组', '那它是成员单位不', '不在'],
    ['污水处理率多少', '绿化呢', '37%'],
    ['小微企业装电几天', '水呢', '2 个工作日'],
    ['解决商业纠纷要压到多少天', '破产那个呢', '30%'],
    ['第16组责任单位有哪些', '比17组多几家', '多5家'],
    ['法院牵头哪两个组', '配合单位各有哪些', '保护中小投资者（第22组）的责任单位'],
    ['获得电力哪几家牵头', '附件1里也是这两家吗', '不一样'],
    ['生态环境局分项牵头啥', '在附件1里呢', '第31条'],
    ['第12组分项牵头都有谁', '人才那项是谁', '人力资源社会保障局牵头'],
    ['跨境贸易哪个单位牵头', '这家单位在第12组里又牵哪个分项', '市场开放度'],
  ])('%s → %s', (before, now, said) => {
    expect(ask(before, now).text).toContain(said);
  });

  it('picks among the people just named, and again among them', () => {
    const turns = ['办公室副主任都有谁', '里头哪个是纪委的', '那管统战的呢'];
    expect(ask(...turns.slice(0, 2)).text).toMatch(/^赵洪波/);
    expect(ask(...turns).text).toMatch(/^张慧/);
  });

  it('asks of each group that the last answer was about', () => {
    const { text } = ask('申晓东包的是哪块', '牵头的哪两家', '配合的呢');
    expect(text).toContain('城管局');
    expect(text).toContain('文体旅局');
  });

  it('looks into the part of a list that was just told', () => {
    expect(ask('四个工作制度分别是啥', '第二个里说的考核多久一次').text).toContain('每季度或半年');
    expect(ask('正文一共几个部分', '最后一个部分讲啥').text).toMatch(/^工作要求/);
  });

  it('tells the rest of a sentence and its other half', () => {
    expect(ask('每个单位要明确一名领导', '还有呢').text).toContain('联络员');
    expect(ask('不尽力的单位要追责', '那尽力的呢').text).toContain('奖励');
  });

  it('says what results are used for where the last answer stands', () => {
    expect(ask('作风专项评价请谁来做', '评完拿来干啥').text).toContain('年终考核');
  });

  it.each([
    ['税务局牵头哪个组、金融局牵头哪个组，分包领导是不是同一个', ['缴纳税费', '获得信贷', '一样']],
    ['三组八组各是谁家牵头', ['宣传部', '行政审批与大数据管理局']],
    ['季度通报谁来发，每年测评又是谁搞', ['办公室', '管委会']],
    ['采购合同几天签好、几天备案好，哪个局负责', ['15日', '2个工作日', '财政局']],
    ['统战部和宣传部各牵头哪个组，谁分包', ['姜坤峰', '赵俊峰']],
    ['哪个组责任单位最多，哪个最少', ['信用环境', '保护中小投资者']],
    ['第7组谁牵头？附件1里对应哪条？那条谁牵头？', ['发展改革委、供电中心', '附件1第14条：供电中心牵头']],
    ['金融局牵头的组有几家责任单位，其中有法院吗', ['科创局', '是的']],
    ['领导小组组长是谁？附件2那个呢？', ['作风建设专项行动领导小组组长是吕沛']],
    ['20、21、22三个组谁牵头', ['人力资源社会保障局', '高新区法院筹备处']],
    ['第三方评估评什么，结果怎么用', ['年终考核']],
    ['附件2第三块第四项措施叫什么，靠谁评', ['专项评价', '第三方评估机构']],
  ])('answers each part of %s', (question, said) => {
    for (const part of said) expect(ask(question).text).toContain(part);
  });

  it('looks for the same in the other paper', () => {
    expect(ask('测评结果跟啥挂钩', '附件1里也是这几样吗').text).toContain('财政预算内支出');
  });
});

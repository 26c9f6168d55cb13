import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string) => defaultEngine().ask(question);

describe('asked of each of several', () => {
  it.each([
    ['问两个：第3组谁分包，第7组谁牵头', ['赵俊峰', '供电中心']],
    ['用电组、水气组，各是哪位领导哪个单位在抓', ['申晓东', '供电中心', '赵俊生', '城管局']],
    ['贷款和交税这两摊是同一个领导包吗？牵头单位各是谁', ['吕沛', '金融工作局', '税务局']],
    ['专利和办执照的牵头单位是一家不', ['一样', '工商分局']],
    ['水、采购各谁牵头', ['城管局', '财政局']],
    ['招商谁牵头，人才谁牵头', ['开放招商中心', '人力资源社会保障局']],
    ['附件1里 污水 绿化率 分别多少', ['97%', '37%']],
    ['俩办公室，大的那个主任是谁，作风的主任是谁', ['侯建华', '赵洪波']],
    ['开公司几天？另外管这事的领导是哪位', ['一日办结', '侯建华']],
    ['路网跟蓝天两个分项 谁牵头', ['住建局', '生态环境局']],
    ['我区文号跟市里文号', ['焦示党办〔2021〕5号', '焦办文〔2021〕6号']],
  ])('%s', (question, parts) => {
    const { text } = ask(question);
    for (const part of parts) expect(text).toContain(part);
  });
});

describe('of somebody or something else', () => {
  it.each([
    '高鸿飞是哪位',
    '教育一把手是谁',
    '高新热力的老板是哪个',
    '第三方机构叫什么名',
    '罚单能不能撤',
    '酒店评五星找哪个部门',
    '宽带报装几天',
    '打官司律师费一般多少',
    '罚了三万，能减吗',
    '老人低保去哪申请',
    '孩子上小学划片找谁',
  ])('%s', (question) => {
    expect(ask(question).kind).toBe('refuse');
  });

  it.each([
    ['市里两办发的那个通知几号', '焦办文〔2021〕6号'],
    ['这红头的号多少', '焦示党办〔2021〕5号'],
    ['张慧同志是干啥的', '统战部部长'],
    ['巡察排第几轮', '第六轮'],
    ['三份清单 哪三份', '没有展开写'],
  ])('%s', (question, told) => {
    expect(ask(question).text).toContain(told);
  });

  it.each(['你哪位呀', '这回准', '早，今天第一天上班，请多关照', '加班到现在', '不愧是你', '你是哪家做的'])(
    '%s',
    (said) => {
      expect(ask(said).kind).toBe('chat');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const asked = (question: string) => defaultEngine().ask(question, []);

describe('what no notice of this kind tells, in more words', () => {
  it.each([
    '市里那边抓跨境贸易的是哪位副市长',
    '省里管政务服务的是哪位副省长',
    '环评批复压到几天了',
    '安评报告几个工作日出',
    '超过三个工作日没送电，供电中心赔我钱吗',
    '办慢了给不给补偿',
    '联合验收备案要住建窗口收哪几样材料',
    '作风专项检查组谁带队',
    '巡察组谁领队',
    '二手房契税怎么算',
    '所聘第三方评估机构，名称？',
    '聘请的监督员，姓名？',
    '该文件由哪位领导签发，签发人一栏',
    '公司注册最少要多少注册资本',
    '商品房预售归哪个组管',
    '宠物管理划到哪个组',
  ])('%s', (question) => {
    expect(asked(question).kind).toBe('refuse');
  });

  it.each([
    ['跨境贸易谁分包', '高鸿'],
    ['申报材料精简为几项', '1 项'],
    ['第7组谁带队', '申晓东'],
    ['施工许可放在哪个组', '第14组'],
    ['监督员从哪些人里聘', '人大代表'],
    ['印发日期和签发人', '2021年5月26日'],
  ])('%s: %s', (question, said) => {
    expect(asked(question).text).toContain(said);
  });
});

describe('a figure asked behind who has a group', () => {
  it.each([
    ['建筑许可归谁分包，环节压到几个，审批全流程几天', ['赵俊生', '6个', '17天']],
    ['用水用气谁牵头，申报材料精简到几项，报装几个工作日', ['城管局', '1 项', '2 个工作日']],
    ['企业开办谁分包，森林覆盖率多少', ['侯建华', '35%']],
    ['获得电力谁分包，高压办理几个工作日', ['申晓东', '21 个工作日']],
  ])('%s: %j', (question, said) => {
    for (const one of said) expect(asked(question).text).toContain(one);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string) => engine.ask(question).text;

function says(question: string, words: readonly string[], never: readonly string[] = []): void {
  const text = ask(question);
  for (const word of words) expect(text).toContain(word);
  for (const word of never) expect(text).not.toContain(word);
}

describe('whether what is told of somebody is all', () => {
  it.each([
    ['民政局出现在信用环境、包容普惠、建筑许可，列全了吗', ['漏了1个', '执行合同及办理破产（第21组']],
    ['写“侯建华同志分包招投标、政务服务”，是不是漏了几项', ['漏了4个', '市场监管']],
    ['税务局牵头缴纳税费，没别的了吧', ['是的', '缴纳税费（第4组']],
    ['审批局是不是光牵头招投标', ['不是', '政务服务（第9组']],
    ['吕沛就分包缴税这一项吗', ['不是', '政府采购', '获得信贷']],
    ['信访局只配合破产组，对吧', ['是的']],
    ['食药监分局两处露面：法治化，第二处是', ['信用环境（第11组']],
    ['高鸿分包跨境贸易和招投标，漏了没', ['没有漏', '招投标（第8组）不由高鸿分包']],
  ])('%s', (question, words) => says(question, words));

  it('a plain question does not stand in its place', () => {
    says('中裕燃气是不是只跟水气那一个组有关系', ['不是', '不动产登记', '办理建筑许可']);
  });
});

describe('somebody told by what he has', () => {
  it.each([
    ['抓信贷的那位区领导，除了信贷，另外还背着哪几块', ['缴纳税费', '政府采购'], ['获得信贷（第10组）、']],
    ['管着人才流动那个分项的，还牵头哪个组', ['人力资源社会保障局', '劳动力市场监管服务'], []],
    ['信贷、采购、交税，三样都在他手里的领导是哪位', ['都由吕沛分包'], []],
    ['房本过户跟开公司，这两件事上头是同一个领导吗', ['侯建华', '赵俊生'], ['是的']],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('titles and places in a list', () => {
  it.each([
    ['刘春明同志的职务我写成区党工委副书记，核一下', ['不是', '区纪工委书记']],
    ['姜坤峰名片印的是管委会副主任，对吗', ['是的']],
    ['刘会来是管组织还是综合办的', ['区综合办公室主任']],
    ['万英奎顶着副组长，不会什么都没分管吧', ['万英奎没有分包的事项']],
    ['赵洪坡是什么职务', ['赵洪波', '纪工委副书记']],
    ['副组长名单里排第三位的是谁，职务也要', ['许海玲']],
    ['副组长的顺序里，赵俊峰前面一位是谁', ['申晓东']],
    ['侯建华在副组长里排第几', ['排第9，共10位']],
    ['统战部那边兼办公室副主任的，叫啥', ['张慧'], ['时东风']],
    ['办公室副主任里没有吕沛吧？都有谁', ['刘会来', '时东风'], []],
  ])('%s', (question, words, never = []) => says(question, words, never));
});

describe('members and units of a group', () => {
  it.each([
    ['财政局、金融局、工商分局都是成员单位吗', ['财政局、工商分局在领导小组成员单位名单里，金融工作局不在']],
    [
      '信访局在成员单位里我翻了三遍没有，是不是就没它的活儿了',
      ['不在领导小组成员单位名单里', '执行合同及办理破产'],
    ],
    ['第11组里名字带“工委”的单位有哪几家', ['共4家', '工委统战部'], ['财政局']],
    ['政府采购组是财政局牵头还是审批局牵头，另一家干啥', ['财政局牵头', '行政审批与大数据管理局是责任单位']],
    ['两家筹备处牵头的组有哪些', ['执行合同及办理破产', '保护中小投资者'], ['第2组']],
    ['宣传组的责任单位一家一家写名字了没有', ['没有点名责任单位', '各相关单位'], ['0家']],
    ['市场开放度是其中的一个分项，归谁家管', ['开放招商中心'], ['科创局']],
    ['招商中心都领了哪些组的任务', ['跨境贸易']],
    ['@审计局老周 你们被写进哪个组了', ['信用环境']],
    ['只晓得招投标归审批局，不清楚配合的有哪几家', ['发展改革委', '农业农村局']],
    ['有没有几家单位共同牵头的组', ['获得电力', '获得用水用气']],
    ['配合单位那栏就写了“各有关单位”几个字的是哪些组', ['政务服务', '营商环境宣传']],
    ['有个组牵头单位就列了两家，是哪个组、哪两家', ['获得电力', '供电中心']],
  ])('%s', (question, words, never = []) => says(question, words, never));
});

describe('groups besides the one that is named', () => {
  it.each([
    ['中裕燃气就管用水用气一组，别的组没它吧', ['不是', '办理建筑许可', '不动产登记']],
    ['税务局只管缴纳税费组，其他组都不参加吧', ['不是', '跨境贸易']],
    ['高鸿包跨境贸易，其他组都没他吧', ['是的', '共分包1个组']],
    ['供电中心在获得电力组，别的组有没有它', ['还在2个组']],
  ])('%s', (question, words) => says(question, words));
});

describe('parts claimed of several, in words that confirm', () => {
  it.each([
    ['政府采购组，审批局牵头、财政局配合，是这么排的不', ['不是', '由财政局牵头'], ['是的']],
    ['信用环境组发改委牵头、税务局配合，是这样写的吧', ['是的', '责任单位']],
    ['政府采购组审批局配合，财政局牵头，是这样吗', ['是的']],
  ])('%s', (question, words, never = []) => says(question, words, never));
});

describe('more than the notice says', () => {
  it.each([
    ['一日办结是说所有审批都一天办完？', ['不是。企业开办全部实现一日办结']],
    ['两年以上未结的破产案件清一半就算完成，是吧', ['不是。', '基本清零']],
    ['是不是一切单位都要每季度报告', ['是的，各单位每季度']],
  ])('%s', (question, words) => says(question, words));

  it('is not denied where the notice says nothing of how many', () => {
    says('是不是所有项目都试行取消强制监理', ['试行取消强制外部监理'], ['不是。']);
  });
});

describe('somebody who is in no notice', () => {
  it.each([
    '建筑许口组的配合单位带不带气象局',
    '气象局算不算建筑许可组的责任单位',
    '跨境贸易组的责任单位有商务局没有',
  ])('%s', (question) => says(question, ['通知里没有'], ['责任单位：']));
});

describe('whether there is nobody else', () => {
  it.each([
    ['第22组除了法院筹备处还有别人吗', ['是的', '工信局']],
    ['信贷组除了金融局就没别的单位了吗', ['不是', '科创局']],
    ['22组除开法院筹备处没有其他单位了对吧', ['不是', '工信局']],
    ['水气组除了城管局就没别家牵头了吗', ['不是', '中裕燃气']],
    ['附件1第13条除了财政局没有别的单位了吧', ['是的', '财政局']],
    ['附件1第16条就金融局一家吗', ['不是', '工商分局']],
  ])('%s', (question, words, never = []) => says(question, words, never));
});

describe('names claimed of a group, with who really is there', () => {
  it.each([
    ['企业开办组我记得有税务局和财政局', ['不全对', '责任单位是人力资源社会保障局']],
    ['第7组我记得有教育局跟财政局', ['不是', '责任单位是自然资源和规划局']],
    ['信用环境组有法院、街道办，对吗', [], ['责任单位是工委宣传部']],
    ['企业开办组有税务局和公安分局，对吧', ['是的'], ['责任单位是']],
  ])('%s', (question, words, never = []) => says(question, words, never));
});

describe('a unit that only the attachment has among the leads', () => {
  it.each([
    '监管那块附件1多出来一家牵头的，谁',
    '市场监管在附件1里多了一家牵头，是哪家',
    '市场监管牵头单位附件1比正文多了谁',
    '附件1里市场监管多写了一家牵头的是谁',
  ])('%s', (question) => says(question, ['多的是行政审批与大数据管理局']));

  it('is none where the leads are the same, or one group has to be told from another', () => {
    says('政府采购附件1多出来一家牵头的是谁', ['财政局'], ['多的是']);
    says('监管那块谁牵头', ['您问的是哪一组'], ['多的是']);
  });
});

describe('stories in everyday words', () => {
  it.each([
    ['农科院一个专家愿来我公司兼着干，又怕职称、工资受影响，文件给不给撑腰', ['兼职', '职称评定']],
    ['省科学院一位教授想到企业兼职，文件支持吗', ['挂职、兼职']],
    ['俩年往上没判完的破产案清一半就算完成，是吧', ['不是。', '基本清零']],
    ['新车间要增容，拉电缆得刨路还得动绿化带，好几个部门各说各的，这归哪个专项组去捋', ['获得电力（第7组）']],
  ])('%s', (question, words) => says(question, words));

  it('still names who is in no notice', () => {
    says('气象局的专家牵头哪个组', ['通知里没有气象局']);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { listsWhatItCounts } from '../../src/answers/sentences/counted-lists.ts';

const ask = (question: string) => defaultEngine().ask(question);

describe('what the notice does not hold', () => {
  it.each([
    ['人社局牵头那组的联络员叫啥名', '联络员'],
    ['住建局分管建筑许可的副局长是谁', '副局长'],
    ['焦作市获得电力提升专项行动方案的文号给我', '文号'],
    ['一季度通报哪家单位垫底了', '没有写'],
    ['22年底目标又定多少', '没有写'],
    ['2021年4月实际提升了多少', '没有写'],
    ['焦办文6号全文发我', '没有收录它的内容'],
    ['申晓东啥时候分管电力的', '任职时间'],
    ['通知有效期到哪年', '有效期'],
    ['哪些单位评上先进了', '没有写'],
    ['小卖部不干了 跑税务消户 得带哪几样材料', '没有写办事要带的材料'],
    ['玻璃让砸了 找哪个部门赔', '赔偿、维修'],
    ['路灯坏了谁修', '赔偿、维修'],
    ['房本丢了去哪补办', '赔偿、维修'],
    ['停水了 抢修打哪个号', '没有'],
    ['政务大厅在哪', '具体地点'],
    ['哪家单位被约谈过', '实际完成情况'],
    ['哪家中介进驻了', '实际完成情况'],
    ['评标专家名单', '评标专家'],
    ['第六轮巡察组长是谁', '组长'],
    ['中标候选人是谁', '候选人'],
    ['检查组现在在哪', '实际完成情况'],
    ['4月份那个10%最后达标没？', '实际完成情况'],
    ['双随机那个91%达标了没', '实际完成情况'],
    ['今年测评谁家排第一', '实际完成情况'],
    ['假如被测评的单位对排名不服气，通知给没给申诉或复核的口子？', '没有写申诉、复核'],
    ['对测评结果不服能不能申诉', '没有写申诉、复核'],
    ['12345工单几个工作日内必须回市民', '没有写工单'],
    ['这次调整之前，信用环境组是谁分包的', '调整之前'],
    ['冯晓东是哪位副组长', '没有“冯晓东”'],
    ['副组长里那个刘春光，哪边的书记', '没有“刘春光”'],
    ['市场主体退出专项组在第几号', '没有“市场主体退出”这个专项小组'],
    ['公交几点末班', '办公时间'],
    ['被举报了要不要罚款', '罚款'],
    ['某某检测是干啥的公司', '企业的情况'],
    ['贷款担保费率多少', '范围'],
  ])('%s', (question, said) => {
    const answer = ask(question);
    expect(answer.kind).toBe('refuse');
    expect(answer.text).toContain(said);
  });

  it.each([
    ['现在办电实际几天', '3 个工作日'],
    ['去年办营业执照平均几天', '一日办结'],
    ['去年用气报装花了几天', '2 个工作日'],
  ])('%s: refused, with the target that is set for it', (question, target) => {
    const { kind, text, citations } = ask(question);
    expect(kind).toBe('refuse');
    expect(text).toMatch(/^通知里没有写实际完成情况.*\n通知写的目标：/);
    expect(text).toContain(target);
    expect(citations).toHaveLength(1);
  });

  it.each(['目前空气质量优良天数多少天', '现在破产案件办了几件'])(
    '%s: refused, and no target of something else told',
    (question) => {
      expect(ask(question)).toMatchObject({ kind: 'refuse', citations: [] });
      expect(ask(question).text).not.toContain('通知写的目标');
    },
  );

  it('says beside the refusal what is written', () => {
    expect(ask('各单位的联络员叫什么').text).toContain('明确一名干部为联络员');
  });

  it.each([
    ['监督员从哪些人里聘', '人大代表'],
    ['每个单位要明确几名联络员', '一名'],
    ['PM10年均要多少', '99'],
    ['通关时间跟17年比压多少', '80%'],
    ['四挂钩分别挂啥', '干部任用'],
    ['哪些单位会被约谈', '进展缓慢'],
    ['动不动就罚款检查，市场监管哪位分管', '侯建华'],
    ['停水了归哪个组管', '获得用水用气'],
    ['纳税时间上年压过一截，今年接着压多少', '再压缩5%'],
    ['外商有意见没处说，咋安排的投诉', '外商投诉处理办法'],
  ])('%s is answered', (question, said) => {
    expect(ask(question).text).toContain(said);
    expect(ask(question).text).not.toContain('没有展开');
  });

  it('knows no favours for a kind of people', () => {
    expect(ask('俺是残疾人，办事窗口有啥优待').kind).toBe('refuse');
  });

  it('knows no figure that a rise is measured from', () => {
    expect(ask('提升10%的基数值是多少').kind).toBe('refuse');
  });

  it('does not take how many for which', () => {
    expect(ask('今年新培育的示范点是哪几个').text).toMatch(/^通知里没有展开/);
  });

  it('gives no figure of something else', () => {
    expect(ask('总税率要降几个点到多少').text).toMatch(/没有写.*\n只写了：.*降低总税率/);
    expect(ask('污水处理率要提到多少').text).toContain('97%');
  });

  it('tells a list that is as long as its name says from a bare name', () => {
    expect(listsWhatItCounts('将结果与预算、任用、考核、文明单位“四挂钩”', '四挂钩指什么')).toBe(true);
    expect(listsWhatItCounts('形成数据共享“三份清单”', '三份清单是哪三份')).toBe(false);
  });

  it('does not take what a word is used for as its sense', () => {
    expect(ask('百千万是啥意思').text).toContain('没有展开');
    expect(ask('百千万是什么行动').text).not.toContain('没有展开');
    expect(ask('九不得一条一条是啥').text).toContain('没有展开');
  });

  it('says of each part whether the notice has it', () => {
    expect(ask('获得信贷谁包着，今年放了多少贷款').text).toMatch(/吕沛[\s\S]*没有写实际/);
    expect(ask('领导小组办公室设哪儿，主任谁，手机号多少').text).toMatch(/侯建华[\s\S]*没有公布电话/);
  });

  it('tells what it has of two things joined by a word', () => {
    expect(ask('通知印发日期和执行到哪天为止').text).toMatch(/2021年5月26日[\s\S]*没有写有效期/);
    expect(ask('侯建华的职务和手机号').text).toMatch(/区党工委委员[\s\S]*没有公布/);
    expect(ask('招投标哪个领导包、哪家牵头，联系人叫啥').text).toMatch(/侯建华[\s\S]*没有写联系人/);
  });

  it.each(['双创指的是什么', '这个文件的电子版在哪下', '前任办公室主任叫什么'])('%s', (question) => {
    expect(ask(question).kind).toBe('refuse');
  });

  it('says of opening hours beside who leads that they are not there', () => {
    expect(ask('政务服务哪个领导管，大厅周末开不开门').text).toMatch(/侯建华[\s\S]*没有写办公/);
  });

  it('says of a price beside who leads that it is not there', () => {
    expect(ask('用水用气谁牵头，水价多少').text).toMatch(/城管局[\s\S]*没有写价格/);
    expect(ask('钢牙啃硬骨头啥意思').text).not.toMatch(/没有写“/);
  });

  it('says that a day is not there, with how often it is', () => {
    expect(ask('季报几号截止?每季度最后一天?').text).toMatch(/没有写/);
  });

  it('knows nobody who held a post before', () => {
    expect(ask('前一任的组长是哪位同志').kind).toBe('refuse');
    expect(ask('分包领导调整前招投标归谁管').kind).toBe('refuse');
  });
});

describe('where somebody is today, when inspectors come, and trades without a unit', () => {
  it.each([
    ['吕书记今天在区里吗', '行程'],
    ['侯主任明天在单位吗', '行程'],
    ['赵俊生下午在不在', '行程'],
    ['督查组什么时候来', '行程'],
    ['检查组几号到', '行程'],
    ['考核组哪天来', '行程'],
    ['气象在不在里头', '气象'],
    ['水利在哪个组', '水利'],
    ['消防有任务没', '消防'],
  ])('%s', (question, words) => {
    const answer = ask(question);
    expect(answer.kind).toBe('refuse');
    expect(answer.text).toContain(words);
  });

  it.each([
    ['督查多久一次', '定期'],
    ['吕沛在领导小组里吗', '组长'],
    ['应急有份吗', '应急管理局'],
    ['民政的有没有活', '民政局'],
  ])('%s', (question, words) => {
    expect(ask(question).text).toContain(words);
  });
});

describe('what only looks like that', () => {
  it.each([
    ['副组长里那个刘春明，哪边的书记', '区纪工委书记'],
    ['跨境贸易专项组在第几号', '第5组'],
    ['测评结果怎么用', '财力补助支付'],
    ['数据共享三份清单名字', '没有展开写'],
    ['办公室副主任的名字', '刘会来'],
    ['侯建华分包的组名称', '招投标（第8组）'],
    ['2021年底要达标几项', '9项指标'],
  ])('%s', (question, words) => {
    expect(ask(question).text).toContain(words);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('what stands beside a question changes nothing of it', () => {
  it.each([
    ['专项组是21个吧？我照第二部分加出来就21', '不是。共22个'],
    ['成员单位是35家吧，我按名单数下来35家', '不是。'],
    ['分包领导拢共几位，书记也算进去', '共9位'],
    ['分包的区领导有几个，组长也都算上', '共9位'],
    ['信用环境那串责任单位太长了，替我数数几家', '共28家'],
    ['不动产登记的责任单位也太多了，数一下几家', '共'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it.each([
    ['正副组长一共几位', '11'],
    ['财政局牵头的组加上配合的一共几个', '11'],
  ])('but what is counted in does: %s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('the first of a ranking, however it is called', () => {
  it.each([
    ['论参加组数，哪个局是头一名', '财政局，参加11个组'],
    ['按牵头组数，哪家排第一', '牵头3个组，最多'],
    ['论分包项数，谁排第一', '侯建华'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('what is asked in a roundabout way', () => {
  it.each([
    ['第四部分四个制度，小标题给我抄一下', '信息报送制度'],
    ['附件1组织实施那五块，每块标题是啥', '营造良好氛围'],
    ['序号十七那摊叫个啥，谁家打头', '工商分局'],
    ['一家牵仨组的，全区有哪两家', '发展改革委、工商分局'],
    ['公安分局光跟着干、不当头，跟着干的有几个组', '不牵头的组共9个'],
    ['有的组写“分包领导”，有的写成“分管领导”，写分管的挑出来', '写“分管领导”的共5个组'],
    ['有的写分管领导、有的写分包领导，写分包的有几个组', '写“分包领导”的共17个组'],
    ['写分包领导而不写分管领导的是哪些组', '写“分包领导”的共17个组'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it.each([['二零二二年纳税时间再压多少'], ['PM2.5昨天多少'], ['2023年破产用时要压多少']])(
    'figures of another time are in no notice: %s',
    (question) => {
      expect(defaultEngine().ask(question).kind).toBe('refuse');
    },
  );
});

describe('a body and its office', () => {
  it.each([
    ['领导小组办公室不是在综合办公室嘛', '不是。办公室设在发展改革委'],
    ['办公室是在发改委吧', '是的，办公室设在发展改革委'],
    ['领导小组都有谁', '组长是吕沛'],
    ['领导小组由哪些人组成', '成员共36家'],
    ['作风领导小组有哪些人', '副组长共2名'],
    ['办公室那几个副主任都从哪来的', '张慧（工委统战部部长）'],
    ['办公室的五位副主任分别打哪儿抽调来的', '李抗美（工委政法委书记）'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('is asked for its own posts after it was spoken of', () => {
    expect(ask('领导小组办公室设在哪个部门', '一正五副都叫啥')).toMatch(/主任是侯建华.*\n.*副主任共5名/);
    expect(ask('领导小组组长是谁', '一正几副分别是谁')).toContain('副组长共10名');
    expect(ask('领导小组里有哪些人是副组长')).not.toContain('36家');
  });
});

describe('a unit and its groups', () => {
  it.each([
    ['招商中心自个儿牵的以外还给谁帮忙', '另在包容普惠创新（第12组）牵头分项'],
    ['刨去牵头的，人社局还配合哪些组', '另在包容普惠创新（第12组）牵头分项'],
    ['进了专项组，成员单位名单上却没它，这样的单位有谁', '金融工作局'],
    ['参加了小组但成员名单里又没有的单位是哪些', '信访局'],
    ['公安一个头都没牵，陪跑了几个组', '不牵头的组共9个'],
    ['高新热力进的两个组是同一个领导分包吧，谁呀', '是同一位'],
    ['税务局参加的组是不是同一个领导分包', '不是同一位'],
    ['14组跟16组各谁牵头，领导是不是一个', '由赵俊生分包'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it.each([
    ['三级人社平台那句出自哪组', '劳动力市场监管服务（第20组）'],
    ['人社牵头劳动力那个，其余还挂着谁家', '还在5个组'],
    ['办电那条（附件1的）谁打头，哪几家跟着', '发展改革委、自然资源和规划局、公安分局、住建局等配合'],
    ['报装表单缩成1张那条，跟城管搭班的是哪两家', '发展改革委、工商分局配合'],
    ['科创局在12组领哪个分项，附件1又领哪两条', '第24条'],
    ['生态环境局在12组牵头什么，附件1里又领哪几条', '第31条'],
  ])('and the measures: %s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('that only supports groups leads no item of them', () => {
    expect(ask('公安局只配合不牵头的组有哪些')).not.toContain('牵头分项');
  });
});

describe('what the notice only names, or cannot know', () => {
  it.each([
    ['九要九不得逐条来一遍'],
    ['“九要”分别是啥'],
    ['监督员的人选定了没，名单给我'],
    ['破产案子用时要再砍多少', '那现在砍下来没'],
    ['污水处理率目标多少', '目前做到了吗'],
  ])('%s %s', (...turns) => {
    const answer = defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));
    expect(answer.kind).toBe('refuse');
  });

  it.each([['四个聚焦分别是啥'], ['两个行动分别指什么'], ['监督员从哪些人里选']])(
    'but not what it has: %s',
    (question) => {
      expect(defaultEngine().ask(question).kind).toBe('answer');
    },
  );
});

describe('follow-ups', () => {
  it.each([
    [['吕书记分包缴纳税费、政府采购、获得信贷，对不', '中间那样谁家主抓'], '政府采购（第6组）由财政局牵头'],
    [['卫健委在哪些组', '税费那个里头另外两家是谁'], '人力资源社会保障局、财政局'],
    [['农业农村局参加哪些组', '招投标组里另外还有哪几家'], '发展改革委'],
    [['第19组是谁分包', '主要盯哪几个率'], '覆盖率'],
    [['第10组谁牵头', '主要盯住哪些指标'], '信贷'],
    [['附件2头一个聚焦是讲作风的吧', '最末那个聚焦讲啥'], '民生'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('confirm what a place begins with', () => {
    expect(ask('附件2第一个聚焦是讲作风的吧')).toMatch(/^是的/);
    expect(ask('附件2第三个聚焦是讲诚信的吧')).toMatch(/^是的/);
    expect(ask('附件2第三个聚焦是讲作风的吧')).not.toMatch(/^是的/);
  });
});

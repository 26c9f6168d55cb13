import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const asked = (turns: string) => {
  const [last = '', ...before] = turns.split('→').reverse();
  return engine.ask(last, before.reverse());
};

const GOES_ON: readonly [turns: string, ...says: string[]][] = [
  // A figure held against the one told before.
  ['信用环境组有多少家责任单位→知识产权组谁牵头→责任单位数呢，有它多没', '没有', '11家比28家'],
  ['信用环境组有多少家责任单位→政府采购呢，比它少吗', '是的', '1家比28家'],
  ['全区森林覆盖率目标多少→建成区绿化呢，跟刚才那个数一样不', '不一样', '37%'],
  ['污水处理率目标多少→建成区绿化率呢，比它高吗', '没有', '60个百分点'],
  // How many things each of some places counts.
  ['附件2工作重点是哪几个聚焦→第三个底下几条', '共3条'],
  ['附件2工作重点是哪几个聚焦→第三个底下几条→最后一个呢', '第四个', '共4条'],
  ['附件2工作重点有哪些→第一个里面有几项', '共4条'],
  ['附件2工作重点有哪些→头一个底下几条→第二个呢', '第二个'],
  // Another rhythm.
  ['文件里要求一季度一次的事有哪些→那一年一回的呢', '测评', '每年年底'],
  ['每年一次的事有哪些→每季度的呢', '每季度要向'],
  ['按季度要做的事有哪些→换成一年一次的呢', '每年'],
  // A part of what a unit has.
  ['财政局总共进了几个组→刨去它牵头的还剩几个', '10个组'],
  ['住建局在哪些组→除了牵头的还有几个', '获得电力'],
  ['我质监分局的，你帮我看下我们在哪些组→有叫我们挑头的没', '没有牵头'],
  ['住建局在哪些组→有没有牵头的', '办理建筑许可'],
  // Another number, and whether it has changed there.
  ['附件1第28条谁牵头谁配合→29条呢，后面配合的单位变没变', '组织部', '教育局'],
  ['附件1第28条谁牵头→30条呢，牵头的换了没', '文体旅局'],
  // What the leader of a group is elsewhere.
  ['作风建设专项小组哪家牵头→盯这个组的区领导，在附件2里是什么角色', '刘春明', '副组长'],
  ['法治化那组谁牵头→管这个组的领导在附件2是什么职务', '冯利民', '副组长'],
  // The unit that somebody heads.
  ['张慧是哪个部的→这个部牵头的组，归哪位区领导', '姜坤峰'],
  ['李抗美是什么职务→这个委牵头哪个组', '法治化营商环境提升'],
  // What is to come added to what there was.
  ['亲清示范点今年要再培育几个→连去年的算上，顶格能到多少个', '最多16个'],
  ['亲清示范点今年要再培育几个→加上去年的至少有几个', '最少12个'],
  ['亲清示范点加上去年的一共能到多少个', '12—16个'],
  // Somebody by his given name, and whether the neighbour is of the same unit.
  ['赵俊生分包的是哪几块→俊峰那位呢', '营商环境宣传'],
  ['赵俊生分包什么→春明同志的呢', '作风建设'],
  ['附件1第28条哪家牵头→后面那条也是组织部？', '是的', '第29条'],
  ['附件1第29条哪家牵头→下一条也是组织部吗', '不是', '文体旅局'],
  ['第17组谁牵头→前面那个组也是工商分局吗', '不是', '自然资源和规划局'],
];

test.each(GOES_ON)('a message leans on what was told: %s', (turns, ...says) => {
  const answer = asked(turns);
  expect(answer.kind).toBe('answer');
  for (const word of says) expect(answer.text).toContain(word);
});

const BY_ITSELF: readonly [question: string, ...says: string[]][] = [
  // Figures: all of one value, two of one sort, either or both, how many of a list.
  ['凡是要做到百分百的指标，帮我全挑出来', '投诉', '电子化', '行政处罚'],
  ['所有要求达到100%的目标都有哪些', '投诉', '电子化', '行政处罚'],
  ['把百分百的指标列出来', '投诉', '电子化', '行政处罚'],
  ['空气里那俩数，一个细的一个粗的，各压到多少微克', '56', '99'],
  ['大气那两个指标分别要降到多少', '56', '99'],
  [
    '研发那个一成左右的增长，说的是企业研发投入还是加计扣除，还是两头都有',
    '两个都有',
    '研发投入',
    '加计扣除',
  ],
  ['那个30%，指的是破产案件用时还是通关时间', '破产案件审理用时'],
  ['保护中小投资者从几个指标入手', '共6个'],
  ['缴纳税费从多少个指标入手', '共4个'],
  ['污水、林子、城里绿化，这仨百分数谁定得最高', '97%'],
  // All that a unit has, part by part.
  ['人社那摊子，牵一个带一个分项，另外还配合谁', '人才流动便利度', '缴纳税费', '劳动力市场'],
  ['我人社的，牵哪个组、包容普惠里分了哪一项、另外还配合哪些，帮我理清', '人才流动便利度', '企业开办'],
  ['住建局牵头哪个组、领了哪个分项、还配合哪些组', '综合立体交通指数', '办理建筑许可', '跨境贸易'],
  // How a unit is written.
  ['水务公司的名字前后写法不统一，都写成什么了', '市水务公司', '焦作水务公司'],
  ['人社局在文里有几种写法', '2种写法', '人力资源和社会保障局'],
  ['住建局的名称前后统一吗', '不统一', '住房和城乡建设局'],
  ['审计局的名字有几种写法', '只有一种写法'],
  // Rhythms in four characters, and which part of the paper somebody is dealt with by.
  ['材料上写各单位一月一报，文件真这么定的？', '不是', '每季度'],
  ['各单位一季一报，真是这么规定的吗', '是的', '每季度'],
  ['某局整整一个季度没交进展，拿正文哪项制度说它', '信息报送制度'],
  ['推进不力的单位，按哪条制度收拾', '责任追究制度'],
  ['四里头带括号三的，是讲哪个制度的', '责任追究'],
  // What both texts say, and what a list of aspects says.
  ['督查这活到底定期还是不定期，正文附件好像各说各的', '四（三）', '附件1·四（三）'],
  ['请第三方来评，评的是哪些方面', '政策落实', '便民服务'],
  // Slots of one group, its items, and who else leads it.
  ['信贷这边，区领导、牵头的局、附件1第几条，一次说清', '吕沛', '金融工作局', '第16条'],
  ['包容普惠那组，谁拿总，底下又掰成了几摊', '发展改革委', '共6项'],
  ['我水务这边的，通水通气那个组，除了我们还有谁一块儿挑头', '城管局', '中裕燃气'],
  ['报装只填一张表那条，城管牵头我晓得，后头跟着的是哪俩', '发展改革委', '工商分局'],
  ['第15条后头跟着的是哪几家', '发展改革委', '工商分局'],
  // What is told beside the question.
  ['昨儿食堂碰见一位，说“两个行动”归他，我愣是没记住名儿', '姜坤峰'],
  ['组长下面那一溜副的，是几号人', '10名'],
  ['附件二那个作风办，主任也是侯委员兼着吧', '不是', '赵洪波'],
  ['绿化那个，我说城里建成的那片，不是说山上林子，百分之几', '37%'],
  ['开公司压成几个环节、几天办完，这俩数给我', '1个环节', '一日'],
  ['张会部长是管统战的还是管宣传的，开会坐我前头', '统战部'],
  ['货往国外卖、过口岸那摊子，区里哪位主任盯着', '高鸿'],
];

test.each(BY_ITSELF)('what is asked in one message: %s', (question, ...says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe('answer');
  for (const word of says) expect(answer.text).toContain(word);
});

const OTHERS: readonly [turns: string, ...says: string[]][] = [
  ['民政局名字在哪些专项组露过脸', '共在4个'],
  ['科创局连分项牵头算上，卷进几个组', '共在4个'],
  ['亲清示范点今年最多培育几个', '6—10个'],
  ['附件2工作重点是哪几个聚焦→最后一个呢', '民生'],
  ['信用环境组有多少家责任单位→知识产权组呢', '知识产权'],
  ['附近有外卖吗', '与通知无关'],
];

test.each(OTHERS)('asked otherwise it stays what it was: %s', (turns, ...says) => {
  const { text } = asked(turns);
  for (const word of says) expect(text).toContain(word);
});

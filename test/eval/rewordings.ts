/** A way to say the same question otherwise: its name and the change; what does not apply leaves the text as it is. */
export type Rewording = readonly [name: string, change: (question: string) => string];

const bare = (question: string) => question.replace(/[?？。]*$/, '');
const before = (words: string): Rewording => [`${words}…`, (question) => `${words}${question}`];
const after = (words: string): Rewording => [`…${words}`, (question) => `${bare(question)}${words}`];
const swap = (from: RegExp, to: string): Rewording => [`${from.source} → ${to}`, (q) => q.replace(from, to)];
const swaps = (from: RegExp, ...to: string[]): Rewording[] => to.map((word) => swap(from, word));
const isShort = (question: string) => question.length < 16 && !/[,，a-z0-9]/i.test(question);

/** Characters in the traditional script that questions are often dictated in. */
const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'头頭 谁誰 个個 领領 导導 组組 单單 责責 险險 电電 气氣 务務 标標 么麼 业業 办辦 环環 节節 时時 间間 贸貿 税稅 应應 员員 设設 处處 数數',
  ]
    .join('')
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);

const WRAPPED: readonly Rewording[] = [
  before('麻烦问下'),
  before('我们主任让我来打听打听，'),
  before('刚开完会没记住，'),
  before('同志，'),
  before('那个那个'),
  before('请问您知道'),
  before('嗯，'),
  before('@营商助手 '),
  before('😂'),
  before('刚接手这摊，'),
  before('我在写材料，'),
  before('记者朋友问 '),
  before('开会要用 '),
  before('帮忙核一下：'),
  before('各位，'),
  before('你帮我记一下，'),
  after('，领导等着要'),
  after('，我好给领导回话'),
  after('，在线等挺急的'),
  after('，俺记性不好'),
  after(' 谢谢'),
  after(' 我做分工表'),
  after('，给局长看的'),
  after('。见报要用，别给错'),
  after('？局长等着呢'),
  after('，省得跑冤枉路'),
  after('，我核对一下'),
  after(' 发函用'),
  after('——急'),
  after('？？？'),
  after('……'),
  after('🙏🙏'),
  after('[抱拳][玫瑰]'),
];

const TYPED: readonly Rewording[] = [
  ['no marks', (q) => q.replace(/[,，?？。!！:：;；]/g, '')],
  ['spaces for marks', (q) => q.replace(/[,，?？。!！:：;；]/g, ' ').trim()],
  ['English marks', (q) => `${bare(q).replace(/[,，]/g, ', ').replace(/[：:]/g, ': ')}?`],
  ['full width', (q) => q.replace(/[0-9a-zA-Z%.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ['a new line', (q) => q.replace(/[,，]/, '\n')],
  ['spaced out', (q) => (isShort(q) ? [...q].join(' ') : q)],
  ['quoted', (q) => `“${q}”`],
  ['traditional', (q) => [...q].map((char) => TRADITIONAL[char] ?? char).join('')],
  ['said twice', (q) => (isShort(q) ? `${bare(q)}，${q}` : q)],
  ['group first', (q) => q.replace(/^([^,，]{2,10}组)(?:的)?(?=谁|哪|分包|牵头|责任|有)/, '$1，')],
  [
    'asked first',
    (q) => bare(q).replace(/^(.{2,14}?)(谁牵头|谁分包|是谁|归谁管|有哪些|有几个|是多少|几天)$/, '$2，$1'),
  ],
];

const WORDED: readonly Rewording[] = [
  swap(/谁/, '谁谁'),
  swap(/是(?!不是|否)/, '是是'),
  swap(/(?<=.{4})(?=谁|哪|多少|几[个家天])/, '呃'),
  swap(/(?<=.{2})的(?=.{2})/, '滴'),
  swap(/在(?=哪)/, '再'),
  swap(/哪(?=些|家|位|几)/, '那'),
  swap(/是(?=谁|哪|啥|什么|多少)/, '事'),
  swap(/牵头/, '迁头'),
  swap(/吗(?=[?？]?$)/, '嘛'),
  swap(/什么/, '神马'),
  swap(/怎么/, '咋个'),
  swap(/多少(?=个|家|项|天|条|位)/, '几'),
  swap(/牵头(?!单位)/, '挑头'),
  swap(/一共|总共/, '拢共'),
  swap(/(?<=.{2})(?=是谁|谁牵头|谁分包|有哪些|是多少)/, '到底'),
];

/** Words for slots, places and counts, one for another. */
const PUT_OTHERWISE: readonly Rewording[] = [
  ...swaps(/牵头(?!单位)/, '领头', '打头', '领衔', '扛旗', '抓总', '总牵头', '打头阵', '主责'),
  ...swaps(/谁牵头/, '哪家牵头', '谁来牵头', '归谁牵头', '谁牵的头', '牵头的是谁', '谁打头', '哪家领着干'),
  ...swaps(/牵头单位/, '主责单位', '带头单位', '牵头部门', '领头单位', '牵头的单位'),
  ...swaps(/责任单位/, '责任部门', '协办单位', '参与单位', '配合部门', '帮忙的单位'),
  ...swaps(/谁分包/, '哪位领导分包', '分包的是谁', '谁包', '谁挂帅', '归谁分包'),
  ...swaps(/分包领导/, '包联领导', '分管领导', '包干领导', '分包的区领导'),
  ...swaps(/一共|总共/, '统共', '拢共', '合计'),
  ...swaps(/除了/, '除开', '抛开', '撇开', '刨掉', '扣掉'),
  ...swaps(/有哪些/, '有哪几个', '都有哪些', '都是哪些'),
  ...swaps(/是不是/, '是否'),
  ...swaps(/有没有/, '有木有'),
  ...swaps(/附件1/, '附件一', '附一', '第一个附件'),
  ...swaps(/附件2/, '附件二', '附二', '第二个附件'),
  ...swaps(/第(\d+)条/, '那个$1条', '第$1条措施'),
  ...swaps(/[,，]/, '。', '……'),
];

const STOOD_BESIDE: readonly Rewording[] = [
  ...[
    '想问问',
    '对了',
    '照文件',
    '按通知',
    '根据5号文，',
    '文件里',
    '咱区',
    '查一下',
    '帮我看下',
    '小助手，',
  ].map(before),
  ...['急，', '老板问：', '群里有人问 ', '早上好，', 'Q：', '确认一下，', '哎 ', '有人问我'].map(before),
  ...['来着', '呀', '呗', '哈', '咧', '说一下', '列一下', '，说准了', '，一句话', '，简单点', '？我忘了'].map(
    after,
  ),
  ...['，别糊弄', '，按文件说', '，要准', '，帮查查', '，报一下', '？求告知', '，麻烦了', '，念给我听'].map(
    after,
  ),
];

/** Ways in which people word and type the same question. None changes what is asked. */
export const REWORDINGS: readonly Rewording[] = [
  ...WRAPPED,
  ...TYPED,
  ...WORDED,
  ...PUT_OTHERWISE,
  ...STOOD_BESIDE,
];

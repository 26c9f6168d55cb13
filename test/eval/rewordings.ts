/** A way to say the same question otherwise: its name and the change; what does not apply leaves the text as it is. */
export type Rewording = readonly [name: string, change: (question: string) => string];

const bare = (question: string) => question.replace(/[?？。]*$/, '');
const before = (words: string): Rewording => [`${words}…`, (question) => `${words}${question}`];
const after = (words: string): Rewording => [`…${words}`, (question) => `${bare(question)}${words}`];
const swap = (from: RegExp, to: string): Rewording => [`${from.source} → ${to}`, (q) => q.replace(from, to)];
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

/** Ways in which people word and type the same question. None changes what is asked. */
export const REWORDINGS: readonly Rewording[] = [...WRAPPED, ...TYPED, ...WORDED];

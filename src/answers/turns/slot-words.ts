import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

/**
 * What people call the slots of a task group, and the word of the notice for it. Only words that leave no doubt
 * whatever names stand beside them: they are made plain before anything else is read. Those that need a name beside
 * them are in `slots-by-names.ts`.
 */

/** Who helps. */
export const HELPS =
  '(?:配合|搭伙|跟跑|陪跑|协办|协助|协同|协作|帮忙|帮衬|打下手|搭手|搭把手|跟着干(?:活儿?)?)';
const UNITS = '(?:单位|部门|委办局)';
/** Where a noun begins: `和某局配合的单位` is told of units, it names no slot. */
const AS_NOUN = '(?<=^那?|[\\s,，、。?？:：组里的那有是当过名几家个俩仨体其摊和跟与])';
export const COUNTED = '[一二两三四五六七八九十\\d]';
const MANY = `(?:${COUNTED}+|几|多少)`;

const LEADER = '(?:哪(?:一)?[位个]|什么)(?:区)?领导';
const LOOKS_AFTER = '(?:盯|联系|挂|抓|(?<!分)[包管]|负责)';

/** The units that help, as a word or by what they do. */
const helpersAs = (word: string): SpeechTurn[] => [
  [new RegExp(`${HELPS}${UNITS}|(?:参与|参加)(?:单位|部门|方(?!式|案|面))`, 'g'), word],
  [new RegExp(`${AS_NOUN}${HELPS}(?:着?的(?:那些)?|那些)${UNITS}`, 'g'), word],
  [
    new RegExp(
      `${HELPS}的(?=点名|那一?栏|里(?:面|头)?(?:都|也)?(?:有|没)|(?:一共|总共|有|是|共)*(?:多少|几)家|(?:就|只|才)(?:有|写|点|列)?了?${COUNTED}(?:家|个(?:局|单位|部门)))`,
      'g',
    ),
    word,
  ],
  [new RegExp(`(?<=(?:[没不未]点名|当过?|做过?)(?:具体)?的?)${HELPS}的(?=$|[,，、。?？的有是])`, 'g'), word],
  [
    new RegExp(
      `(?<=哪个|谁的)${HELPS}的(?=最?[多少])|${HELPS}的(?=最[多少](?:和|跟|的(?:是)?哪?一?个?组))`,
      'g',
    ),
    word,
  ],
  [
    new RegExp(
      `(?<=(?<![没不])(?:点名|拉|叫|喊)的?)${HELPS}的(?=最[多少])|${HELPS}的(?=(?:没|光|只)(?:点名|写)|名单)|(?<=[,，])${HELPS}的(?=[报念列说数]一)`,
      'g',
    ),
    word,
  ],
  [new RegExp(`(?<=组里?的|[是算当])${HELPS}的(?=(?:吗|吧|不)?[?？]?$)`, 'g'), word],
];

const WHO_LEADS: readonly SpeechTurn[] = [
  // `谁扛的旗`: the verb and its noun are one word.
  [/([扛打挑领带])(?:的|了|着|起)(大?旗|大梁|头阵|头)(?![一二两三])/g, '$1$2'],
  [/(?:主责|主办|主导|领衔|(?<![不没就只])牵头的(?=单位))的?(?:单位|部门|方(?!式|面|案|向))/g, '牵头单位'],
  [/(?<!市场|政府|企业|政策|产业)主导(?!产业|地位|作用|思想)/g, '牵头'],
  [/主责(?!主业)|领衔|扛(?:大)?旗|挑大梁|打头阵|拿总|(?<!工作的)总负责(?!人|的?组长)/g, '牵头'],
  [/领的头(?=$|[,，?？吗吧])|领头(?![羊雁人])|带头(?!人|作用|示范|大哥)/g, '牵头'],
  [/(?<=(?<!小组|办公室|单位|中心|公司|[局委部办区])谁)是(?:总)?头儿?(?=$|[,，、?？谁配和跟])/g, '牵头'],
];

/** A half sentence that breaks off where the group is to be named (`搞某事的那组是`). */
const WHICH_GROUP: readonly SpeechTurn[] = [[/(?<=.{3})那(?:一)?个?组是(?=[?？]?$)/g, '是哪个组']];

/** One way of asking who it is. A measure may have units that are only responsible: there, `哪个单位` stays. */
const WHO: readonly SpeechTurn[] = [
  // `谁才是头`, `这条的头儿是某局吧`.
  [/(?<=谁)(?:才是|当的?)(?:总)?头儿?(?=$|[,，、?？])/g, '牵头'],
  [/(?<=[条块摊]|(?<!领导小)组)的?(?:总)?头儿(?=是|归|不是)/g, '牵头的'],
  [
    /(?:谁|哪(?:一)?家(?!牵头)|(?<!(?:条|措施|附件).{0,10})哪个(?:局|单位|部门))(?:来|在|给)?牵(?:的头|头|的(?=$|[\s,，、?？]))/g,
    '谁牵头',
  ],
  [/谁(?:来|在|给)?(?:分包|(?<!(?:[局委部办]|中心|公司)[^,，]{0,4})分管)(?!领导)/g, '谁分包'],
  [/(?<=还有)哪些(?:部门|局)(?![长里])/g, '哪些单位'],
  [
    new RegExp(`谁(?:来|在)?${LOOKS_AFTER}(?:着|的)?(?=[,，、和跟]?(?:是|归|由)?(?:谁|哪家)牵头)`, 'g'),
    '谁分包',
  ],
  [
    new RegExp(
      `(?<=(?:谁|哪家)牵头(?:的)?[,，、和跟\\s]{0,2}(?:又|是|归|由)*)谁(?:来|在)?${LOOKS_AFTER}(?:着|的)?(?=$|[,，、?？])`,
      'g',
    ),
    '谁分包',
  ],
  [
    new RegExp(
      `(?<=牵头的?(?:单位)?是(?:谁|哪[家个](?:局|单位|部门)?)[,，、\\s])谁(?:来|在)?${LOOKS_AFTER}(?:着|的)?(?=$|[,，、?？])`,
      'g',
    ),
    '谁分包',
  ],
];

/** What the head of a body does, and what stands before it. */
const RUNS_IT =
  '(?:来|在|给)?(?:挂帅|挂总帅|坐镇|掌舵|主事|管事|理事|当家|拿总|掌总|主持(?:工作)?|说了算|拍板|扛(?:大)?旗|挑头|打头|领头|领衔|领着|带队|打理|掌管|管|负责|负总责|总负责|牵总?头?)(?:的|着)?';
const ASIDE = '(?:那边|这边|那头|里|的|又|都|是|由|归|呢|[,，])*';
const BELOW = '(?:底下|下面|下头|下设|手下)?的?(?:那个|这个)?';
const HEAD = '(?:总?头儿?|一把手|总负责人?|老大|当家的?)';
/** Who heads a leading group. */
const HEADS: readonly SpeechTurn[] = [
  [
    /^(?:咱区|全区|区里|整个)*营商环境(?:这摊子?事?|这块|这活儿?|工作)?(?:全区|咱区|区里)?(?:谁|哪位(?:领导)?)(?:挂帅|总负责|负总责|牵总|总牵头|最大|是头|一把手)$/g,
    '领导小组组长是谁',
  ],
  [
    /([\u4e00-\u9fff]{1,4}委会)(?:那边|那头|里)?(?:当家的?|一把手|头儿|老大|掌舵的?)(?=是谁|叫|是哪|谁)/g,
    '$1主任',
  ],
  [
    /^(?:一共|总共|总计)?(?:拉|叫|列|请|点|收)(?:了|进|上)?(?:多少|几)(?:家|个)(?:单位|部门)?(?:进|到|入)了?领导小组$/g,
    '领导小组成员单位一共多少家',
  ],
  [new RegExp(`(?<=领导小组)里?的?(?:谁[是当]${HEAD}|${HEAD}是谁)`, 'g'), '组长是谁'],
  [new RegExp(`(?<=领导小组${ASIDE})谁${RUNS_IT}(?=$|[,，?？])`, 'g'), '组长是谁'],
  [
    new RegExp(
      `(?<=^那?${BELOW}|领导小组${ASIDE}${BELOW}|[,，?？]那?${BELOW})办公室${ASIDE}谁${RUNS_IT}(?=$|[,，?？])`,
      'g',
    ),
    '办公室主任是谁',
  ],
  [new RegExp(`谁[是当]((?:[^,，谁]{0,12})领导小组)的?${HEAD}`, 'g'), '$1组长是谁'],
];

/** The units of a task group, where no leading group has them. */
const MEMBERS: readonly SpeechTurn[] = [
  [/(?<=哪[一几些]?个?(?:专项)?(?:工作)?小?组里?[的之当]{0,2})成员单位/g, '责任单位'],
  [/(?<=牵头(?:单位)?(?:还是|和|跟|或者?|、))成员单位/g, '责任单位'],
  [/(?<=(?<!领导小组.*)[当作挂])成员单位(?=$|[?？,，(（]|[^,，]{0,8}组)/g, '责任单位'],
  [new RegExp(`(?<=${MANY}个(?:专项)?小?组(?:的|里[当做是]))成员单位`, 'g'), '责任单位'],
  [/成员单位(?=(?:那一?栏)?[只就没光全][^,，。?？]{0,10}的组)/g, '责任单位'],
];

/** What is in a group. */
const TAKES_PART: readonly SpeechTurn[] = [
  [new RegExp(`(?:列入|列进|列在|挂进|挂在|进)(?:了|过)?(?=${MANY}个(?:专项)?小?组)`, 'g'), '参加'],
  [/(?<=[家个都局委办部心])(?:进|列入|列进|挂|沾)了?的(?=(?:专项)?小?组)/g, '参加的'],
  [
    /(?<=单位|部门|企业)里?(?:都有谁|有谁|都是谁|都?是?哪几个单位|有哪些部门|是哪些局)(?=[?？]?$)/g,
    '有哪几家',
  ],
];

/** Leaders and what they have: `管` and `抓` only where a leader is asked for or counted by it. */
const WHO_IS_IN_CHARGE: readonly SpeechTurn[] = [
  // What somebody has taken on (`组长本人揽下哪几样`).
  [
    /(?<=(?:组长|书记|主任|领导|区长|同志|[他她]))(?:本人|自己|自个儿?|亲自)?(?:揽|扛|担|认领|兜|领|挑)(?:下|走|过|起)(?:来)?(?:了|的|着)?(?=(?:哪|几|多少|啥|什么)[\u4e00-\u9fff]{0,2}(?:项|样|摊|块|组|核心|指标|任务|事))/g,
    '分包',
  ],
  [/(?<=(?:分包|包|管)(?:了|着)?(?:哪?几|多少))(?:样|项|个)?核心指标/g, '项'],
  // `班子里谁扛的`: of the leaders.
  [
    new RegExp(
      `(?:区|管委会|党工委|工委)*(?:领导)?班子(?:成员)?(?:里|中|当中)?(?:头|面)?(?:是|由|到底)*(?:谁|哪(?:一)?[位个])(?:来|在)?(?:${LOOKS_AFTER}|扛|领|担|顶)(?:着|的|了)*(?=$|[,，、?？呢])`,
      'g',
    ),
    '谁分包',
  ],
  [/(?:联系|挂联|挂包|包挂|挂钩|包干|联点)的?(?:区)?领导(?!小组|班子)/g, '分包领导'],
  [/分包的?(?:那位)?区领导/g, '分包领导'],
  [
    new RegExp(`(?<=${LEADER}(?:来|在|给|具体)*)${LOOKS_AFTER}(?:着)?(?=$|[的呢,，、?？谁]|这|那)`, 'g'),
    '分包',
  ],
  [
    /(?<=(?:[组摊块口][,，\s]?|上头|区里|组(?:各自?|分别|都|又)*[是由归])谁)(?:在|来)?(?:联系|挂|盯)(?:着)?(?=$|[的呢,，、?？谁]|来着)/g,
    '分包',
  ],
  [/(?:联系|挂点|包联)任务/g, '分包任务'],
  [
    new RegExp(
      `(?<=领导(?:各|都|分别|只|就|自己|还|又)+)${LOOKS_AFTER}(?:着|了)?(?=啥|什么|哪|几|${COUNTED}[项个摊块])`,
      'g',
    ),
    '分包',
  ],
  [
    new RegExp(
      `(?<=谁|领导)(?:在|来)?${LOOKS_AFTER}(?:着)?(?=的(?:专项)?(?:小)?组|的那?[几两俩]?个?组)`,
      'g',
    ),
    '分包',
  ],
  [
    new RegExp(
      `${LOOKS_AFTER}(?:着|了)?(?=(?:超过|不止|至少|满|只)?(?:${COUNTED}|几)(?:个|项|摊|块)(?:组)?(?:以上)?的(?:(?:区)?领导|(?:都)?(?:是|有)?(?:哪.?[位个]|谁)))`,
      'g',
    ),
    '分包',
  ],
  [new RegExp(`(?<=^那?)${LOOKS_AFTER}着?的(?=(?:这|那)(?:个人|位))`, 'g'), '分包的'],
  [new RegExp(`${LOOKS_AFTER}着?(?=(?:它|(?:这|那)个?组)的(?:(?:这|那)位)?(?:区)?领导)`, 'g'), '分包'],
  [
    new RegExp(`(?<=(?:副组长|领导)[^,，]{0,8}没(?:有)?)${LOOKS_AFTER}(?=任务|任何|一个|[组事])`, 'g'),
    '分包',
  ],
  [/(?<=^那?个?|组的?|它的?|[,，])(?:包联|分管)领导(?=又?是|叫|呢|谁|名|[?？]?$)/g, '分包领导'],
];

/** Task groups by another word. */
const GROUPS: readonly SpeechTurn[] = [
  [/专班/g, '小组'],
  [/(?<=领导)组(?=组长|副组长|办公室|成员|会议?|开会)/g, '小组'],
  [/(?<=办公室)在(?=哪(?:一)?(?:个|家)(?:单位|局|部门|委)[了的]?[?？]?$)/g, '设在'],
  [/(?<=第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})号?)(?:这|那)(?:一|个)?组/g, '组'],
  [/(?<=[\d一二三四五六七八九十]组)(?:工作|这事儿?|方面)(?=[呢谁归由是的,，?？]|$)/g, ''],
  [/(?<=谁|哪个?组|哪家)的?责任分工(?=里|中|$|[?？])/g, '的职责'],
  [/(?<=组)的?(?:任务|活儿?|责任分工|分工|工作内容)里(?=[^,，谁哪]{0,14}(?:提|写|说|讲|有没有))/g, '职责里'],
];

const plain = buildTurns([
  ...HEADS,
  ...WHO_LEADS,
  ...WHO_IS_IN_CHARGE,
  ...WHO,
  ...WHICH_GROUP,
  ...GROUPS,
  ...MEMBERS,
  ...TAKES_PART,
]);
const withHelpers = buildTurns(helpersAs('责任单位'));
/** A measure has units that support it beside those responsible. */
const OF_MEASURES = /条|措施|附件/;
const withSupporting = buildTurns(helpersAs('配合单位'));

/** A message with the slots of groups in the words of the notice. */
export function plainSlots(message: string): string {
  const said = plain(message);
  return OF_MEASURES.test(said) ? withSupporting(said) : withHelpers(said);
}

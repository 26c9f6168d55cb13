import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

const NUMBER = '(?:[一二三四五六七八九十两]{1,3}|\\d{1,2})';
const GROUPS = '(?:专项|工作)*小?组';

/**
 * Where something belongs, said in loose words: to whom a matter falls, among which groups it is looked for, under
 * which name somebody went before. They are made plain in the message as typed, before anything is cut off it.
 */
const TURNS: readonly SpeechTurn[] = [
  // `以前叫某监，现在某局，进哪些组`: the name of today is the one that is asked of.
  [
    /^(?:以前|原来|过去|早先|从前|老早|原先)(?:的|叫|是|就是|叫做)[^,，。?？]{2,8}[,，\s]+(?:现在|如今|眼下|后来|今年)(?:的|叫|是|改叫|改成|改为|成了|归|叫做|就是)*(?=[^,，。?？]{2,12}[,，\s]?.*(?:哪|几|啥|什么|谁|多少|吗|没))/g,
    '',
  ],
  // `在二十来个小组里头都出现在哪儿`: in which of all of them.
  [
    new RegExp(
      `(?<=[\\u4e00-\\u9fff][,，]?)在?(?:这|那)?(?:${NUMBER}(?:来|多|几)?个|(?:几十|一堆|那么多|这么多)个?)${GROUPS}(?:里|当中|中|之中)(?:头|面|边)?[,，]?(?=(?:都|分别|具体|到底|一共|总共)*(?:出现|在|露|进|参加|占|挂|排)[^,，]{0,6}(?:哪|几|多少))`,
      'g',
    ),
    '',
  ],
  // Groups by other words.
  [/专项(?:的)?(?:班子|班组|队伍|摊子|工作队)/g, '专项小组'],
  [
    /(?:这|那)?(?:回|次|趟)?(?:一共|总共|拢共|共|到底)?(?:搭|拉|立|组|支|凑|拼|攒|成立|设|分)(?:起|出|成|建)?(?:来)?了(?=(?:几|多少)个(?:专项)?(?:工作)?小?组)/g,
    '一共有',
  ],
  [
    new RegExp(
      `(?<=${GROUPS})(?:的)?(?:编号|序号|号)?(?:一共|总共|最后|最多|拢共)*(?:的)?(?:排|编|列|数|标)(?:号)?(?:到|至|了)+(?:第)?(?:几|多少)(?:号|个|组|位)?(?=$|[?？,，])`,
      'g',
    ),
    '一共几个',
  ],
  // To whom it falls.
  [
    /(?<=[\u4e00-\u9fff]{2})[,，]?(?:是|该|应|算|都)*(?:归口(?:在|到|于|给|是|管理)*(?:哪|哪儿|哪里|哪边|谁|谁家|哪家|哪个局|哪个单位)|(?:落|落脚|落实|分|摊|划|派)(?:到|在|给)?(?:了)?(?:的)?(?:哪家|谁家|谁头上|哪家头上|哪个局|哪家手里)|(?:是|算)(?:谁家|哪家)的(?:活儿?|事儿?|差事)?)(?:了|的|呢|呀)?(?=[?？。]?\s*$)/g,
    '归哪个单位牵头',
  ],
  // The longest list.
  [
    /(?:责任单位|单位)?(?:底下|下面|后头|后面|手下)?(?:跟|挂|带|列|缀|拖|排|写)(?:着|了)?的?(?:单位|部门|名单|名字)(?:那|这)?(?:一)?(?:[串溜排长]+)?(?:的)?(?:名字|名单|家数)?(?:拉得|排得|列得)?最(长|短|多|少)/g,
    '责任单位最$1',
  ],
  [/责任单位最长/g, '责任单位最多'],
  [/责任单位最短/g, '责任单位最少'],
];

/** A message with the words for where something belongs in the forms that readers know. */
export const plainPlaces = buildTurns(TURNS);

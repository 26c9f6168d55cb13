import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

/**
 * Words of the north as plain ones: what they say is said in every dialect, so nothing behind needs to know them. Only
 * particles, pronouns and ways of asking; they are put right in the message as typed, before anything is cut off it.
 */

const END = '(?=\\s*(?:$|[,，。?？!！~…)）]))';
/** `好嘞`, `中嘞` by itself is an answer, not a particle of something. */
const NO_ANSWER = '(?<!(?:^|[\\s,，。!！])(?:好|行|中|得|成|可以|走))';
const ASKING = '(?:谁|哪|啥|甚|什么|几|多少|咋|怎|多[久大长])';
/** After these the particle closes what is told of something (`牵头嘞`, `新来嘞`). */
const TELLING =
  '(?:牵头?|挑头|打头|领头|带头|配合|搭手|分包|参[加与]|负责|[包管抓分写说定讲提挂列带跟剩来催]|别|新|点名|有名)';

/** What somebody did with it. */
const DOING = '(?:[包管抓牵写说讲定设开发办搞提来给排列分挂]|同意|要求|规定|负责|配合)';

const TURNS: readonly SpeechTurn[] = [
  [/(?<=[\u4e00-\u9fff\d][不没])[啊呀](?=\s*[?？]?\s*$|[,，])/g, ''],
  [new RegExp(`(?<=[\\u4e00-\\u9fff])${NO_ANSWER}[嘞哩](?=[\\u4e00-\\u9fff“"《\\d])`, 'g'), '的'],
  // Before a space: `牵头嘞 几个组`, but `第二个嘞 材料要用`.
  [new RegExp(`(?<=${TELLING}|(?:我|俺|咱)是[^,，\\s]{1,6})${NO_ANSWER}[嘞哩](?=\\s+[^\\s])`, 'g'), '的'],
  [new RegExp(`(?<=[\\u4e00-\\u9fff])${NO_ANSWER}[嘞哩](?=\\s+[^\\s])`, 'g'), '呢'],
  [new RegExp(`(?<=[不没么吗呢咧]|[,，]不是|(?<![嘞哩的])还是[^,，嘞哩的]{1,8})[嘞哩]${END}`, 'g'), ''],
  // It only ends the question (`是哪三项指标嘞`), or what is asked about ends in it (`是哪年搞嘞`, `咋写嘞`).
  [
    new RegExp(
      `(?<=(?:是[^,，。?？]{1,12}|(?:咋|怎么)[^,，。?？]{0,6})${DOING}[^,，。?？]{0,3})${NO_ANSWER}[嘞哩]${END}`,
      'g',
    ),
    '的',
  ],
  [new RegExp(`(?<=${ASKING}[^,，。?？]{0,8})[嘞哩]${END}`, 'g'), ''],
  [new RegExp(`(?<=${TELLING})${NO_ANSWER}[嘞哩]${END}`, 'g'), '的'],
  [new RegExp(`(?<=[\\u4e00-\\u9fff]{2})${NO_ANSWER}[嘞哩](?=[,，)）])`, 'g'), '的'],
  [/(?<=[\u4e00-\u9fff\d])来着(?=[嘞哩呢]?\s*(?:$|[?？,，。]))/g, ''],
  [
    /(?<=[说报列讲念看查问数算点帮等核理捋对])(?:一哈|哈子|一哈儿|一哈子)(?=\s*(?:$|[,，。?？!！~…]|[嘛嘞噻呗]))/g,
    '一下',
  ],
  [/恁(?=[多大长高远慢快难贵久](?!数|少))/g, '这么'],
  [/恁(?:都|们)/g, '你们'],
  [/恁/g, '你'],
  [/弄(?:啥|甚|嘛)(?!手续|证|材料|东西|表|活动|鬼|玄虚)/g, '干啥'],
  [/[做干](?:甚|嘛)(?![\u4e00-\u9fff])/g, '干啥'],
  [/有[木冇]有|有没(?=[\u4e00-\u9fff]{2})(?!有)/g, '有没有'],
  [/(?:是|由|归|找)?啥人(?=分?包|管|牵|挑|负责|抓|当|兼|任)/g, '谁'],
  [/(?:统|通|拢|归)共(?!和|通|总)|总起来(?!说|看|讲)|满打满算/g, '一共'],
  [/(?:除[开却掉]|刨[去掉了开]|撇[去掉了开]|抛[去掉开]|甩[掉开])(?:了)?(?=[\u4e00-\u9fff])/g, '除了'],
  [/(?<=哪[个位])(?:头头|头儿)(?=[\s,，。?？!！]|$|分?包|管|抓|负责|盯)/g, '领导'],
  [new RegExp(`(?<=(?:${ASKING}|呢|吗|念|列|说|报|给)[^?？]{0,20})[,，\\s]+中不(?:中)?${END}`, 'g'), ''],
  [/(?<=[\u4e00-\u9fff])(?<![什怎那这多要])么(?=\s*[?？]?\s*$)/g, '吗'],
  [/搁(?=哪|里[头面]|附件|正文|[\u4e00-\u9fff]{2,10}(?:组|名单))/g, '在'],
  [/谁们/g, '谁'],
  [/在没在/g, '在不在'],
  [/谢谢[你您恁]?[嘞哩]/g, '谢谢'],
  [/(?:中不中|中不)(?=\s*[?？]?$)/g, '对不对'],
];

const plain = buildTurns(TURNS);
/** Without one of these there is nothing to put right. */
const SOUNDS_LOCAL =
  /[嘞哩恁甚嘛木冇么搁]|谁们|一哈|哈子|在没在|[不没][啊呀]|来着|弄啥|有没|啥人|[统通拢归]共|总起来|满打满算|[除刨撇抛甩][去开掉了却]|头[头儿]|中不/;

/** A message in the words of everywhere. */
export const inPlainWords = (message: string): string =>
  SOUNDS_LOCAL.test(message) ? plain(message) : message;

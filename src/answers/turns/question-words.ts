import { POST_APPOSITIONS } from './post-turns.ts';
import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';
import { THEIR_PEOPLE } from './unit-turns.ts';

/**
 * Places and question words as people shorten or vary them, and the words that all readers know. Like the words for
 * slots they are made plain before anything else is read.
 */

/** The number of a measure. */
const NUM = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';

const PLACES: readonly SpeechTurn[] = [
  // A pause that is written as one (`某组……谁分包`), not a blank and not a second thought.
  [
    /(?<=[\u4e00-\u9fff\d])(?<![设有共是])(?:…+|\.{2,}|。{2,})(?=[\u4e00-\u9fff\d])(?!不是|不对|不不|错了|个)/g,
    '，',
  ],
  // `第（5）项`
  [/第[(（]([一二三四五六七八九十]{1,3}|\d{1,2})[)）](?=[项个条款点组])/g, '第$1'],
  // `附二` for the second annex, but no 附一张 or 附2021.
  [/(?<![交缴])附(?=[一二12](?![\d十百张份个名页条款点]))/g, '附件'],
  [new RegExp(`(?:那|这)个(?=${NUM}条(?!措施|以上|以下))`, 'g'), '第'],
  [
    new RegExp(
      `(?<=附件[12一二](?:里|中|的|上)?(?:的)?第${NUM})(?=的|谁|哪|是|归|由|牵|写|讲|[,，、]|$)`,
      'g',
    ),
    '条',
  ],
  [
    new RegExp(
      `(?<=附件[12一二](?:里|中|的|上)?(?:的)?第${NUM}条[、和跟与])第?(${NUM})(?=[,，\\s]|谁|哪|分别|各|$)`,
      'g',
    ),
    '第$1条',
  ],
];

const ASKING: readonly SpeechTurn[] = [
  // How often, as a noun (`甲与乙是两件事，频次分别怎么定的`).
  [
    /(?<=[\u4e00-\u9fff”"]{2}[跟和与、]["“]?[\u4e00-\u9fff]{2,8}["”]?)(?:这|那)?(?:是|算)(?:两|三|俩|2|3)(?:件|码|回|种|样|个)(?:不同的?)?(?:事|概念|东西|制度)?儿?[,，\s]+(?=.{0,12}(?:各|分别))/g,
    '，',
  ],
  [
    /(?<!会议?|会的)(?:的)?(?:频次|频率|频度)(?:上)?(各自?|分别|都)?(?:是)?(?:怎么|咋|如何|怎样)(?:定|规定|安排|写|要求|说|讲|设)?的?(?=[?？]*$|[,，])/g,
    '$1多久一次',
  ],
  [
    /(?<!会议?|会的)(?:的)?(?:频次|频率|频度)(各自?|分别|都)?(?:是|有)?(?:多少|什么|啥|几次|多高)(?=[?？]*$|[,，])/g,
    '$1多久一次',
  ],
  // Whether a saying is right (`…这个说法准吗，我怎么听说一年`).
  [
    /(?<=[\u4e00-\u9fff]{3})(?:这|那)?(?:个|种)?(?:的)?(?:说法|讲法|提法|传言)(?:到底|究竟|是)?(?:准确?|对|属实|靠谱|可靠|正确|真)的?(?:吗|不|么|吧|嘛|没有?)(?=[?？]*$|[,，])/g,
    '对吗',
  ],
  [
    /(?<=(?:吗|对不对|是不是)[?？]?)[,，\s]+(?:可|但|那)?(?:我|俺|咱)(?:们)?(?:怎么|咋|却|倒|又)+(?:又|还|老)?(?:听说|听人说|听着|记得|记着|看到|印象里?)(?:是|的是|成)?[^,，?？谁哪]{1,12}[?？]*$/g,
    '',
  ],
  [/是否/g, '是不是'],
  // `某督查是定期吗`: how often is not asked in figures.
  [/是(不?定期)(?:的)?[吗么](?=$|[?？])/g, '是不是$1的'],
  [/(?<=[\u4e00-\u9fffA-Z])有无(?=[\u4e00-\u9fff])(?!论)/g, '有没有'],
  [/(?<=[组位家条项局])(?:都)?(?:包括|包含)(?:哪些|哪几个|啥|什么)/g, '有哪些'],
  [/(?<=[在进参加给往向对牵头合]了?|叫上了?)(?:都)?什么(?=(?:专项)?小?组|单位|局|部门)/g, '哪些'],
  [/(?<=^|[有和])(?:什么)(?=(?:单位|部门|局|措施)[^叫名]{2})/g, '哪些'],
];

/** Both parts of a unit, however they are joined. */
const BOTH_PARTS: readonly SpeechTurn[] = [
  [
    /不(?:光|只|仅|单|止)(?:是|算)?牵头的?[,，]?(?:连|还有|再?算上|加上|也)?(?:同|带)?(?:配合|协助|参加)的?(?:都|也|全)?(?:算上?|加上|数上|一起|包括)?/g,
    '牵头加配合',
  ],
];

const plain = buildTurns([...PLACES, ...ASKING, ...BOTH_PARTS, ...POST_APPOSITIONS, ...THEIR_PEOPLE]);

/** A message with its places and question words in the forms that readers know. */
export const plainQuestionWords = (message: string): string => plain(message);

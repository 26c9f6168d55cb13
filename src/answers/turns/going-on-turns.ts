import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

const ONE = '(?:一|1)?';
const STEP_NOUN = '(条|个?组|项|号组)';
/** Words for going back along a row, and for going on. */
const BACK = '(?:退|倒|回退|后退|倒退|往回|回|倒回|退回)';
const ON = '(?:进|前进|顺|顺延|顺着|递进)';
const TO = '(?:回去|回来|回|过去|下去|下来|下|去|上去|上|到)?';
const NUMBER = '(?:编号|序号|号数|号码|号|序)';
const SMALLER = '(?:早|小|少|靠前|往前|前)';
const LARGER = '(?:晚|大|多|靠后|往后|后)';
const STEPS = '(?:一|1)(?:个|位|号|条)?(?:号)?';

/**
 * How people go on from what was just answered: one step along a row, those beside somebody, whether it has changed, in
 * which form it is wanted. Made plain in a message that goes on from another, as typed.
 */
const TURNS: readonly SpeechTurn[] = [
  // The neighbour by its number (`比它早一号的那个组`, `序号小一个的组`).
  [
    new RegExp(
      `^(?:那|再)?(?:比(?:它|这个|那个|该组|这组|这条))?(?:的)?${NUMBER}?(?:比(?:它|这个|那个|该组|这组|这条))?(?:再|还|又|要)?${SMALLER}(?:了)?${STEPS}(?:的)?(?:那|这)?(?:一)?${STEP_NOUN}`,
    ),
    '上一$1',
  ],
  [
    new RegExp(
      `^(?:那|再)?(?:比(?:它|这个|那个|该组|这组|这条))?(?:的)?${NUMBER}?(?:比(?:它|这个|那个|该组|这组|这条))?(?:再|还|又|要)?${LARGER}(?:了)?${STEPS}(?:的)?(?:那|这)?(?:一)?${STEP_NOUN}`,
    ),
    '下一$1',
  ],
  // By a movement (`退回一条`, `往前倒一个组`, `进一条`).
  [
    new RegExp(
      `^(?:那|再|又|接着)*(?:往(?:回|前|上))?(?:再)?(?:${BACK}|数|翻|推|挪)${TO}${ONE}(?<=回.*|退.*|倒.*|前.*|上.*)${STEP_NOUN}(?=[^数]|$)`,
    ),
    '上一$1',
  ],
  [
    new RegExp(
      `^(?:那|再|又|接着)*(?:往(?:后|下))?(?:再)?(?:${ON}|数|翻|推|挪|走)${TO}${ONE}(?<=进.*|顺.*|后.*|下.*)${STEP_NOUN}(?=[^数]|$)`,
    ),
    '下一$1',
  ],
  // The one right behind it, and the one behind that.
  [
    /^(?:那|再)?(?:紧|紧挨|挨)?(?:接|跟|挨)着(?:它)?(?:的|后[面头边]的?|下[面头边]的?)*(?:那|这)?(?:一|1)?(?:个)?(条|组|项)/,
    '下一$1',
  ],
  [/^(?:那|再)?隔(?:着|开|了)?(?:一|1)(?:个)?(条|组|项)(?:的)?(?:那|这)?(?:一)?(?:个|条|组)?/, '下下一$1'],
  [
    /^(?:那|再|接着|然后)*(?:看|说|问|查|来)(?:看|说|一?下)?(?=[上下前后](?:面|边|头)?(?:一|那|的)(?:个|条|组|项))/,
    '',
  ],
  [/^(上|下)一(?:个组|号组)/, '$1一组'],
  // Those who stand beside somebody on a list (`与他并列做副主任的另外四位`).
  [
    /^(?:那|还有)?(?:跟|和|与|同)(?:他|她|它)(?:们)?(?:并列|一起|一道|一块儿?|一同|同为|平级|同级|搭档)(?:的)?(?:做|当|任|担任|是|牵头|配合|负责|参加)*(?:的)?(?:副?(?:主任|组长)|单位|责任单位)?的?(?=(?:另外?|其他|其余|别的|剩下?))/,
    '',
  ],
  // Whether it is another one now: told by who it is.
  [
    /(?<=[\u4e00-\u9fff\d](?:呢|嘞|哩|咧)|[条组])[,，\s]*(?:又|也|还|那|是不是|有没有)*(?:换|变|改)(?:了)?(?:人|家|单位|领导|别家|别人|个人|一家|主|头儿?)?(?:了)?(?:没有?|吗|么|不|没(?:换|变|改))?[?？]*$/,
    '呢',
  ],
  // Whether it is the one told before, by a word for him or by his surname (`那组长呢，也是侯吗`).
  [
    /(?<=(?:呢|嘞|哩|咧))[,，\s]*(?:不会|该不会|总不会|难道|是不是|莫非)?(?:也|还|又)(?:是|归|由)(?:他|她|它|这位|那位|姓?[\u4e00-\u9fff](?:书记|主任|组长|局长|部长|委员|领导)?)(?:分包|牵头|管|兼|当|负责|兼任)?(?:的)?(?:吗|吧|么|不|嘛)?[?？]*$/,
    '',
  ],
  // In which form it is wanted (`…，只报名称`, `…，姓名报全`, `…，挑出来`).
  [
    /(?<=[\u4e00-\u9fff\d])[,，\s]+(?:请|麻烦)?(?:给我|你|帮我)?(?:只|光|就|仅|单)(?:要|用|需)?(?:报|说|念|列|写|给|回|答|要)(?:个|出)?(?:名称|名字|姓名|组名|单位名|全称|简称|数字?|数|结果|人名|名单|名儿)?(?:就行|就好|即可|就可以|就成|得了)?[。.!！]*$/,
    '',
  ],
  [
    /(?<=[\u4e00-\u9fff\d])[,，\s]+(?:请|麻烦)?(?:给我|你|帮我|都|一并|一起|挨个)*(?:把)?(?:名称|名字|姓名|组名|单位名|人名|名单|全称)?(?:都|全)?(?:报|说|念|列|写|挑|拎|点|数|摆|挑选|找)(?:一?下|出来|全|齐|清楚?|完整|来|个|一遍|上来|给我)*[。.!！]*$/,
    '',
  ],
  [/[,，\s]+(?:请|烦请|望|敬请|恳请)(?:续示|明示|示下|赐复|告知|回复|指教|再示|一并告知|释明)[。.!！]*$/, ''],
];

const plainly = buildTurns(TURNS);
/** A longer message says itself what it is about. */
const LONGEST = 60;

/** A message that goes on from another in plain words. */
export const plainlyGoingOn = (message: string) => (message.length > LONGEST ? message : plainly(message));

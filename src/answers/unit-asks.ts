import type { Mention } from './entities.ts';
import { maskMentions, unmasked } from './mask.ts';
import { COUNTED } from './turns/slot-words.ts';
import { buildTurns, type SpeechTurn } from './turns/turns-of-speech.ts';

/** Those of a unit (`某口的同志`, `某事上`). */
const THOSE = '(?:这块|那块|这边|那边|那头|口上?|上)?的?(?:同志|人|干部|这帮人|那帮人|那几个人)?们?';
const ALSO = '(?:到底|现在|自己|也|还|都|得|要|该|又)*';
const NOTHING_LEFT = '(?=[?？]?$|[?？,，][^,，]{0,4}(?:哪|几))';
/** Whether somebody is sent (`要不要出人`, `派不派人`, `得去人吗`). */
const SENDS = [
  '(?:要不要|用不用|该不该|需不需要|是不是也?(?:要|得)|有没有必要)(?:派|出|去)个?人(?:参加|去|开会|到会)?',
  '(派|出|去)不\\1(?:个)?人(?:参加|去|开会)?',
  '(?:派|出|去)个?人(?:参加|去|开会)?(?:不派?|吗|没有?|么)',
].join('|');
const BUNCHES = '(?:拨|摊|块|处|头|路|伙|条线|摊子|个会)';
const MANY = '(?:几|多少|哪几|哪些)';
const HOW_MANY = `(?:${COUNTED}|俩|仨|几|多少)个?(?:专项)?(?:小?组)?`;

/**
 * Ways of asking for the groups of the unit that a message begins with, without the word for taking part. They run over
 * the masked text (U unit, G group, P person).
 */
const TURNS: readonly SpeechTurn[] = [
  [new RegExp(`^U${THOSE}${ALSO}(?:${SENDS})${NOTHING_LEFT}`, 'g'), 'U参加哪些组'],
  [
    new RegExp(
      `^U${THOSE}${ALSO}(?:跟|去|跑|盯|管|忙|凑)(?:着)?(?:的是)?哪(?:几|些)?${BUNCHES}(?=[?？]?$)`,
      'g',
    ),
    'U参加哪些组',
  ],
  // `某口的有没有活`, `某局有任务没有`
  [
    new RegExp(
      `^U${THOSE}${ALSO}(?:(?:有没有|有没|可有)(?:份儿?|活儿?|事儿?|任务|差事|戏)|(?:有|担)(?:份儿?|活儿?|事儿?|任务|差事|戏)(?:没有?|吗|不|么))(?=[?？]?$)`,
      'g',
    ),
    'U在不在里头',
  ],
  // `某局有几摊子事`, `某局手上几摊活`
  [
    new RegExp(
      `^U(?:那边|这边)?(?:一共|总共|到底)?(?:有|(?:手上|手里|手头|名下|肩上|头上)(?:一共|总共|有)*)${MANY}(?:摊子?|档子?|码|桩)(?:事儿?|活儿?|差事)?(?=[?？]?$|[,，].{0,8}组)`,
      'g',
    ),
    'U参加几个组',
  ],
  // `某局 不管大小组 全给我`
  [
    /^U(?:那边|这边)?[,，、]?(?:不管|不论|不分|无论|甭管)(?:是)?(?:大的?小的?|大小|大组小组|哪(?:类|种)|牵头(?:还是|、|和|或)?配合)的?(?:专项)?小?组?[,，]?(?:所有|全部|全|都|统统|一律|一并)*的?(?:专项)?(?:小?组)?(?:给我|要|列|报|说|发我|算|出来|一下|上|了)*(?=[?？]?$)/g,
    'U牵头和配合的组有哪些',
  ],
  // `某公司牵一个配两个，分别啥`
  [
    new RegExp(
      `^U(?:自己)?(?:牵头?|领|带|扛)(?:头|着|了)?${HOW_MANY}[,，、]?(?:又|再|还|另)?(?:配合?|跟|帮|参加)(?:着|了)?${HOW_MANY}[,，]?(?:分别|都|各|是|有|叫)*(?:啥|什么|哪些|哪几个|哪个|哪)?(?:个?组)?(?:列一列|列一下|说一下|报一下)?(?=[?？]?$)`,
      'g',
    ),
    'U牵头哪些组,配合哪些组',
  ],
  // `某口的要不要去某组`
  [
    new RegExp(
      `^U${THOSE}${ALSO}(?:要不要|用不用|该不该|需不需要)(?:派人)?(?:去|进|参加|到|上|跟)(?=Gg?(?:组)?(?:吗|呢)?[?？]?$)`,
      'g',
    ),
    'U要不要参加',
  ],
  // `某局牵头的组和配合的组`
  [
    /^U(?:自己)?牵头的?组?(?:和|跟|与|、|,|，|还有|以及)(?:它)?配合的?组?(?:都|分别|各|有|是|哪些|列一下)*(?=[?？]?$)/g,
    'U牵头和配合的组有哪些',
  ],
  // `某局自己牵某事，别的还配合谁`
  [
    /^U(?:自己|自家)?(?:就|只|光)?(?:牵头?|带|领)(?:头|着|了|的)*(G)[,，]?(?:别的|另外|其他|其余|剩下)的?(?:组)?(?:还|又|都)?(?:配合|参加|在|给)(?:谁|哪些|哪几个|哪个)(?:组|家)?(?:配合)?[,，]?(?:一共|有)*(?:几个)?(?=[?？]?$)/g,
    'U除了$1还配合哪些组',
  ],
  // `某局 第N组 还有`
  [
    /^U[,，、]?(?:除了?)?G[,，]?(?:还有|另外|剩下的?)(?:在)?(?:啥|什么|哪个?|哪些)?(?:组)?呢?(?=[?？]?$)/g,
    'U除了G还在哪些组',
  ],
  // How many units of a kind, in each part.
  [
    /(?<=^G)(?:里[面头]?|中)?(?:的)?(?:有)?(?:几|多少)家(?:在|来)?牵头(?:的)?[,，、]?(?:又|有|另外)?(?:几|多少)家(?:在|来)?配合(?:的)?(?=[?？]?$)/g,
    '的牵头单位几家,责任单位几家',
  ],
  [
    /(?<=^G)(?:里[面头]?|中)?(?:一共|总共|有)*(?:点|写|列)(?:(?:了|上|出)?名(?:字)?|了|出)(?:了|的)*(?:有|是|一共|总共)*(?:几|多少)(?:家|个)(?:单位)?(?=[?？]?$)/g,
    '的责任单位有几家',
  ],
  [
    /(?<=^G)(?:里[面头]?|中|当中)(?:的)?(?:(?:有)?(?:几|多少)家(企业|公司)|(企业|公司)(?:有|是|一共)*(?:几|多少)家)(?=[?？]?$)/g,
    '的责任单位里$1$2有几家',
  ],
  // `某组拆成几小块`: its items.
  [
    /(?<=[GP](?:的|那个|这个|分包的)*(?:大)?组?)(?:里[头面]?|底下|下面|下头)?(?:又|还|再|都|具体)?(?:拆|细分|切|划|分)(?:成|为|作|出)?了?(几|多少)个?(?:小|子|细)?(?:块|项|摊|份|头|分项|部分)(?:来牵头?)?(?=[?？]?$|[,，])/g,
    '的分项有$1个',
  ],
];

const plain = buildTurns(TURNS);
/** Without one of these there is nothing to make plain. */
const HAS_WORD =
  /[几多]|要不要|用不用|该不该|需不需要|牵|另外|剩下|有|担|[派出去]个?人|[派出去]不[派出去]|哪[几些]|摊|档|码|桩|[管论分]|配|[拆细切划]/;

/** A question whose way of asking for the groups of a unit is plain; a bare word for the unit in front counts as its name. */
export function plainUnitAsks(text: string, mentions: readonly Mention[]): string {
  if (!HAS_WORD.test(text)) return text;
  const [first, ...rest] = mentions;
  const isUnit = first?.start === 0 && first.kind === 'unit';
  const named = isUnit ? [{ ...first, how: 'spoken' as const }, ...rest] : mentions;
  const masked = maskMentions(text, named);
  const made = plain(masked);
  if (made === masked) return text;
  return unmasked(made, named) ?? text;
}

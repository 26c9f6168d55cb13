import type { Mention } from '../names/entities.ts';
import { maskMentions, unmasked } from '../names/mask.ts';
import { ROLE_NOUN } from '../names/posts.ts';
import { COUNTED, HELPS } from './slot-words.ts';
import { buildTurns, type SpeechTurn } from './turns-of-speech.ts';

/**
 * Words that stand for a slot of a group, or only point to a group, where the names beside them leave no doubt. Turns
 * run over the masked text (G group, U unit, P person); the letters keep their order.
 */
const TURNS: readonly SpeechTurn[] = [
  // `某口那边领了哪几个组的差事`: work that is handed out is no lead.
  [
    /(?<=U(?:自己|那边|这边|那儿|口上?|又|还|也|都|一共|总共|身上)*)(?:领|接|揽|扛|派|摊|分)(?:了|到|着|上)*(?:(哪[些几两俩三]?|几|多少)个(?:专项)?小?组(?:里|上)?的|(?:哪些|哪几[样件份个]|几[样件份]|啥|什么|多少))(?:差事?|任务|活儿?|事儿?|工作)(?=[?？]?$|[,，])/g,
    '在哪些组',
  ],
  // `某局自己带哪个组`, `某局又带哪些`: what a unit leads.
  [
    /(?<=U(?:自己|自家|自个儿|本身|那边|又|还|也|各|都|分别|总共|一共)*)(?:带|领|扛)(?:着|了|的)?(?=(?:哪|几|啥|什么|多少)|的(?:专项)?小?组)/g,
    '牵头',
  ],
  // What only says that a name comes, or that it is a matter.
  [/那个?(?:什么|啥)(?=[GUPS])/g, ''],
  [
    /(?<=G)(?:工作|(?:这|那)?方面|(?:这|那)(?:件|个|码)?事儿?)(?=[以之]?外|[,，、。?？]|[在谁哪归由和跟与还另里算是吧吗呢]|不[?？]?$|一个|除了|分包|牵头|配合|的?(?:牵头|责任|分包|单位|领导|组))/g,
    '',
  ],
  // Who is in charge of a group.
  [
    /(?<=G(?:[^,，UP]{0,4}[,，]?))(谁)(?:来|在|给)?(?:盯|联系|挂|包|罩)(?:着|的)?(?=$|[,，、?？呢和跟谁哪])/g,
    '$1分包',
  ],
  [/^谁(?:来|在|给)?(?:盯|联系|挂|包)(?:着|的)?(?=G)/g, '谁分包'],
  [/(?<=G.{0,4})(?:盯|挂|抓|管|包|负责)(?:着)?的(?:那位)?(?:区)?领导/g, '分包领导'],
  [
    /(?<![\u4e00-\u9fff])(?:盯|联系|挂)(?:着)?(?=G(?:这|那)?[块组摊]?的?(?:这|那)?[位个](?:区)?领导|G.{0,3}那位|G的人)/g,
    '分包',
  ],
  // What a leader has.
  [
    new RegExp(
      `(?<=P(?:同志|领导|${ROLE_NOUN}|P)?[,，]?(?:[他她]|自己|自个儿|各|都|还|又|也|到底|具体|一共|总共|分别|在|另外|只|就|光|手上|手里|[俩仨]人?|[两三几]个?人)*|^[他她](?:自己|自个儿|还|又)*)(?:盯|联系|挂|抓|包)(?:着|了)?(?=点?(?:哪|几|的(?:列|都|多少|[,，呢]|[?？]?$)|啥|什么|多少)|的(?:专项)?小?组|(?:专项)?小?组|的[是那几]|的?${COUNTED}[个项摊块]|G)`,
      'g',
    ),
    '分包',
  ],
  // `某某是抓啥的`
  [
    /(?<=P(?:同志)?)(?:主要|具体|到底|究竟|平时)*是(?:分管|主管|抓|管|负责|盯)(?:着)?(?:的)?(?:啥|什么|哪(?:一)?(?:块|摊|方面|条线))(?:工作|事儿?|活儿?|的)*(?=[?？]?$)/g,
    '分包什么',
  ],
  // Who is in a group that was named before.
  [/(?<=^[^BO]*G[^BOU]*[,，。?？;；\s](?:那|其|它的?|以及|还有)?)(?:成员单位|组员单位)/g, '责任单位'],
  // Who helps in a group.
  [
    new RegExp(
      `(?<=^[^U]*G(?:里[面头]?|中)?的?)${HELPS}的(?:单位|部门|那些)?(?=(?:都|又|也|各|全|分别|还|只|共|一共|到底)*(?:是|有|叫|点|写|列|多少|几|谁|哪|[一二两三四五六七八九十]家|除|最|$|[?？,，、和跟]|报|数|念|说))(?!有?[哪几啥什]个?么?组)`,
      'g',
    ),
    '责任单位',
  ],
];

const plain = buildTurns(TURNS);
/** Without one of these there is nothing to make plain. */
const HAS_WORD = /[成组]员|那个?[什啥]|工作|方面|事|盯|联系|挂|包|罩|抓|管|负责|的|带|领|扛/;

/** A question whose words for slots are plain by the names that stand beside them. */
export function plainByNames(text: string, mentions: readonly Mention[]): string {
  if (!HAS_WORD.test(text)) return text;
  const masked = maskMentions(text, mentions);
  const made = plain(masked);
  return made === masked ? text : (unmasked(made, mentions) ?? text);
}

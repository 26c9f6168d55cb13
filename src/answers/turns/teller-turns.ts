import type { SpeechTurn } from './turns-of-speech.ts';

/** What asks, somewhere behind. */
const ASKED_BEHIND = '(?=.*(?:谁|哪|什么|啥|几|多少|吗|咋|怎))';
const ASKS_NOT = '[^,，谁哪什啥几吗咋怎]';

/**
 * What is told before the question by others than the asker: who complains of a matter (the matter stays, those who complain
 * are not asked of), what he is sent to write (it is not wanted of the bot), and to whom it is to go.
 */
export const TELLER_TURNS: readonly SpeechTurn[] = [
  // `老板们喊贷不到款，…`
  [
    new RegExp(
      `(?<=^|[,，。])(?:我们?|咱们?|俺们?|这儿|这边|辖区|区里|园区|街上|村里|镇上)?(?:的)?(?:不少|好多|许多|几个|一些|有些)?(?:小)?(?:老板|企业家|企业主|厂长|商户|群众|老百姓|老乡|大伙儿?|居民|业主|店主|摊主|司机|个体户|乡亲|街坊)们?(?:最近|这阵子|这段|都|老|天天|总|整天|直|一直|也|又|来)*(?:喊|抱怨|诉苦|叫苦|吐槽|嚷嚷|嚷|发牢骚|念叨|嘀咕|叫唤|埋怨|哭诉)(?:着|过|道|说)*(?=${ASKS_NOT}{3,}[,，]${ASKED_BEHIND})`,
      'g',
    ),
    '',
  ],
  // `合伙人要办某事，问我某某那个组…`
  [
    new RegExp(
      `^${ASKS_NOT}{2,14}[,，](?:跑?来|过来|老|又|刚)?(?:问|打听)(?:我|俺)(?:说|道|一下)?[,，:：]?(?=${ASKS_NOT}{2,12}组${ASKED_BEHIND})`,
      'g',
    ),
    '',
  ],
  // `主任让我写篇稿子夸夸…，说先送某领导看，送谁`
  [
    new RegExp(
      `^${ASKS_NOT}{0,8}(?:让|叫|要|派|安排|喊|催)(?:我|俺|咱)(?:们)?(?:赶紧|赶快|马上|去|来|今天|明天|给他|给她|帮忙|帮着|也)*(?:写|拟|起草|编|准备|弄|整)(?:一?[份篇个段])?${ASKS_NOT}{1,18}[,，]${ASKED_BEHIND}`,
      'g',
    ),
    '',
  ],
  [
    /(?<=^|[,，])(?:说|讲)?(?:是)?(?:要|得|让)?(?:我)?(?:先)?(?:送|给|报|交|拿|发)(?:给|到)?([^,，谁哪]{2,14}?)(?:看看?|过目|审一?下?|把关|批)(?:一?下)?[,，](?:那)?(?:该|要|得|应该)?(?:送|给|报|交|拿|找|发)(?:给)?(?:谁|哪位)/g,
    '$1是谁',
  ],
];

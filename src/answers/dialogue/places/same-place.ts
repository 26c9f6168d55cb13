import { mentioned } from '../../question/parse.ts';
import { refuse, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What is asked, however it is put, and the words in which a rule says it. */
const SAYS: readonly (readonly [RegExp, RegExp])[] = [
  // What the result is tied to.
  [
    /(?:挂钩?|绑|捆|搭|联系|挂靠|影响)(?:在|着|到|上)?(?:啥|什么|哪|一)|[跟和与](?:啥|什么|哪些?).{0,3}(?:挂|绑|捆|连)/,
    /挂钩/,
  ],
  // What befalls those who do badly.
  [
    /(?:末|后|倒数|垫底|差|不好|不行|慢|靠后|不力|不改).{0,8}(?:咋|怎么?|如何|啥|什么|会)|(?:咋|怎么|如何)(?:收拾|整治?|处理|处置|罚|治|惩|追究|问责)|(?:啥|什么)(?:后果|下场|处罚|说法)|挨(?:啥|什么|批|罚|训)/,
    /督促整改|责任追究|约谈|问责|通报批评|处分|查处|诫勉/,
  ],
  // Whom it looks at first.
  [
    /(?:牵头|打头|先|头一批|首批|重点|带头|试点|开头|起头|点名?了?).{0,6}(?:哪|谁|啥|什么|几家|企业|公司)/,
    /以.{1,24}为重点|先行|率先/,
  ],
  [
    /(?:拿|以|把|挑|选)(?:了)?(?:哪|谁|啥|什么)[^,，]{0,6}(?:当|做|为|作|是)(?:的|个)?(?:重点|试点|样板|典型|示范|突破)/,
    /以.{1,24}为重点|先行|率先/,
  ],
  // What comes of the result.
  [
    /(?:结果|成绩|评分|得分|名次|排名)(?:出来)?(?:了)?(?:又|都|以后|之后|后)*(?:咋|怎么?样?|如何|干啥|做什么|派什么|有(?:啥|什么)|往哪)(?:运?用|使|办|处理|处置|应用|体现|用处|用场)?/,
    /结果.{0,24}(?:挂钩|通报|纳入|应用|运用)/,
  ],
  // Where it is held, what it leans on.
  [
    /(?:阵地|平台|基地|载体|场地|课堂|地盘|地方).{0,5}(?:哪|啥|什么)|(?:依托|靠|借)(?:着)?(?:的)?(?:是)?(?:啥|什么|哪)/,
    /以.{1,24}为(?:阵地|平台|载体|依托)|依托/,
  ],
  // What serves as something (`拿什么当阵地`).
  [
    /(?:拿|以|把|用|靠)(?:了)?(?:哪[里儿个家]?|谁|啥|什么)[^,，]{0,4}(?:当|做|为|作|作为|当成|当作)(?:的|个|是)?(?:阵地|平台|载体|基地|依托|场地|课堂|主线|抓手)/,
    /以.{1,30}为(?:阵地|平台|载体|依托|主线|抓手)|依托/,
  ],
  // Whom it is done to.
  [
    /^(?:那|这回|这次|这轮|这趟|都|主要|到底)*(?:是)?(?:查|巡|评|训|督|检|审|盯|考)(?:的|都|又)*(?:是)?(?:谁|哪[些几]|啥单位|什么单位)|(?:对象|冲着?|针对|范围).{0,4}(?:谁|哪|啥|什么)/,
    /(?:对|到对|向)[^，。]{2,20}(?:单位|部门|街道|企业|人员|负责人)/,
  ],
  // Who comes to it.
  [
    /(?:都)?(?:叫|让|召集|喊|请)(?:的)?(?:是)?(?:谁|哪些人|啥人)(?:来|去|学|参加|看)|谁(?:去|来|都)?(?:学(?:习)?|听|看|参加)(?:学习|活动)?/,
    /组.[^，。]{4,}(?:学习|参加|观看)/,
  ],
  // Who gets it.
  [
    /(?:报|交|送|递|汇报|反映|反馈)(?:给|到|去|往|向)(?:的)?(?:是)?(?:谁|哪|啥)|向谁(?:报|汇报)|谁(?:那儿|那里|手里)/,
    /向[^，。]{2,24}(?:报告|报送|汇报)/,
  ],
  // How often.
  [
    /^(?:那|它|这|又|都|得|要|隔|每|大概)*(?:多(?:久|长时间)|几(?:天|个月|时)|隔多久)[评查考搞来办学巡测开展做弄报通]{0,3}(?:一|1)?(?:次|回|趟|轮|遍)|^(?:一年|每年|1年)[评查考搞来办学巡测开做弄]{0,2}几(?:次|回|趟|轮)/,
    /每(?:年|半年|季度|月|周|两)|适时|定期/,
  ],
  // Whether one has to go there.
  [
    /(?:用不用|要不要|需不需要|还用|还要|非得|必须|得不得|是不是(?:还)?[得要]).{0,4}(?:跑|上门|登门|去(?!哪)|到场|到现场|露面|来人|过去)|(?:跑|上门|登门|到场|到现场)(?:一?趟|过去|办|现场)*(?:吗|不|么|没)[?？]*$|(?:跑|去)(?:几|多少)(?:趟|回|次)/,
    /零上门|不见面|网上|线上|掌上|全程网办/,
  ],
  // What is done with what was found.
  [
    /(?:查|找|排查|摸|翻|揪|发现|收集|收)(?:出|到)?(?:来|的)?(?:了|完|问题|毛病|之后|以后|后)+.{0,3}(?:咋|怎么?|如何|往哪|干啥|做什么)|(?:查|找|揪)出(?:来)?的?(?:问题|毛病).{0,2}(?:咋|怎么?|如何)/,
    /台账|整改措施|清单管理/,
  ],
  // Who is called in.
  [/(?:请|找|聘|雇|委托)(?:的|了)?(?:是)?(?:谁|啥人|什么人)/, /聘请|委托|邀请/],
];
/** Which firm it is that is called in: a name. */
const WHICH_FIRM =
  /(?:请|找|聘|雇|委托)(?:的|了|来)*(?:是|的)*(?:哪(?:一)?(?:家|个)|(?:什么|啥)(?:名字的)?)(?:机构|公司|单位|事务所)?(?:呢|[?？])*$|^(?:那|这)?(?:个|家)?(?:机构|公司)(?:名字|名称)?(?:叫|是)(?:个)?(?:啥|什么|哪家?)/;
const CALLS_IN = /聘请|委托|邀请/;
const LONGEST = 15;
/** A heading says nothing of it. */
const HEADING = 12;
/** A refusal that knows why. */
const SURE = 0.95;
/** A longer sentence is shown by the pieces that say it. */
const LONG = 130;

/** `阵地设哪儿`, `排末尾的咋收拾` after something of a rule: the sentence there that says it in its own words. */
export function ofSamePlace({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  const [place] = last.reply.cites;
  const clause = place === undefined || facts.groupAt(place) ? undefined : facts.clause(place);
  if (!clause || text.length > LONGEST || firmOf(question).some(({ how }) => how !== 'number'))
    return undefined;
  if (mentioned(last.question, 'measure').length > 0) return undefined;
  if (WHICH_FIRM.test(text) && CALLS_IN.test(clause.text))
    return { question, reply: refuse('通知里没有写具体是哪一家。', [], { confidence: SURE }) };
  const sentences = clause.text.split(/(?<=[。；\n])/).filter((one) => one.trim().length > HEADING);
  const says = SAYS.find(([asked, said]) => asked.test(text) && sentences.some((one) => said.test(one)))?.[1];
  const sentence =
    says &&
    likest(
      text,
      sentences.filter((one) => says.test(one)),
    );
  if (!says || sentence === undefined) return undefined;
  const pieces = sentence.split(/(?<=，)/);
  const first = pieces.findIndex((piece) => says.test(piece));
  const said =
    sentence.length <= LONG || first < 0
      ? sentence
      : `${pieces.slice(Math.max(0, first - 1), first + 2).join('')}`.replace(/，$/, '。');
  return {
    question,
    reply: reply(`${said.trim()}${at(clause.location)}`, [clause.location], { focus: last.reply.focus }),
  };
}

/** Of sentences that say it, the one with most of the question's pairs of characters; of equal ones the first. */
function likest(text: string, sentences: readonly string[]): string | undefined {
  const pairs = Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)).filter(
    (pair) => !/[的了着呢吗,，]/.test(pair),
  );
  const count = (one: string) => pairs.filter((pair) => one.includes(pair)).length;
  return sentences.toSorted((a, b) => count(b) - count(a))[0];
}

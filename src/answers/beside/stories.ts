import { bareClause, clausesOf } from './said-clauses.ts';

/**
 * What somebody tells beside his question: who sent him, who quarrelled with him, what he needs the answer for. Such a
 * clause may name units and people, but only as those of the story (`某所老李叫问`, `昨天某局跟俺吵半天`).
 */

const ME = '(?:我|俺|咱)(?:们)?';
const FIND_OUT = '(?:问(?![责题效政])|打听|核实|核对|核|查|确认|咨询|了解)(?:问|一?下|清楚|个事儿?|一嘴|声)*';

/** Trouble of the teller's: where nothing else is said, it may be what he asks about. */
const TROUBLES: readonly RegExp[] = [
  // Somebody was at odds with the teller, or complained to him.
  new RegExp(
    `(?:跟|和|与|对|给|冲|朝|找)${ME}(?:又|还|老|一直|直)*(?:吵|嚷|急(?![着用])|犟|争|闹|抬杠|掰扯|发火|扯皮|理论|红脸|诉苦|抱怨|念叨|嘀咕|打听)`,
  ),
  new RegExp(`(?:骂|训|批评|埋怨|嫌|笑话|数落|怼|熊|吵|催|追|盯)(?:了|着)?${ME}`),
  /挨(?:了|一?顿|顿)*(?:批|训|骂|说|剋|熊|吵)/,
  // How often he went for it.
  /^(?:[\u4e00-\u9fff]{0,4}(?:那边|那儿|那里|那头|窗口|大厅))?(?:来来回回|来来去去|来回|前后|先后|来去|白白?|都|已经|光|就|硬是|愣是|老|我|俺|他|她)*(?:跑|折腾|去|往返|奔波)(?:了|过|有)*(?:来回)?(?:好几|好多|好些|不下|不止|[一二两俩三四五六七八九十几多\d])+(?:来)?(?:趟|回|次|遍|圈)(?:了|腿)?(?:(?:还|都|也|就)*(?:没|不)(?:办|弄|批|拿|领|跑|搞)?(?:成|下来|妥|好|完|到))?(?:了)?$/,
  // Where he did not get it.
  /(?:没|打不|接不)(?:人)?(?:接|通|应|理|响应)$|电话(?:一直)?(?:占线|忙音|没人|不通)|(?:来|打来?|接到?)(?:了|过|个)*电话(?:了|来)?$/,
  /(?:也|都|全|还|又|就|我|俺|他|她)(?:给)?(?:是)?(?:不清楚|说不清楚?|说不准|说不上来|答不上来?|不知道|不晓得|不懂|闹不清|弄不清|没听清|没记住|没记下|没弄明白|记不住|记不清|没吭声)(?:楚)?$/,
  /^(?:[今昨前明]天|刚才|刚刚|刚|方才|上午|下午|早上|会上|开会|刚开完会|上回|上次|那天)[^,，谁哪什啥几多吗呢吧咋怎]{0,6}(?:没听清|没记住|没记全|没记下来?|没听见|走神|打瞌睡|没去|没在|忘了?|糊了?|没听懂)(?:了)?$/,
  /^(?:翻|找|查|填|写|看|算|数|弄)[^,，谁哪什啥几多吗呢吧咋怎]{0,6}(?:卡住|卡壳|卡在这|没着落|没头绪|没找到|没翻着|没找着|半天|糊涂|花了?眼|眼花)(?:了|这了?)?$/,
  // What is printed cannot be read.
  /^(?:[^,，谁哪什啥几多吗呢吧咋怎]{0,4})?(?:印|写|复印|打印|扫描|拍)?(?:得|的)?(?:太|都|有点)?(?:(?:看|认|辨)(?:不|没)(?:太)?(?:清|出|全|明白)(?:楚|来)?|(?:糊|模糊|花|缺|磨掉?|挡住?|盖住)(?:了|掉了?))了?$/,
  /^群里[^,，谁哪什啥几多吗呢吧咋怎]{0,3}(?:吵|争|问|闹|刷屏|讨论|传|说)[^,，谁哪什啥几多吗呢吧咋怎]{0,3}$/,
  /^(?:我|俺)?(?:手头|手边|身边|这会儿|这儿)?没(?:带|拿|有)?(?:文件|材料|电脑|手机|本子|原件|通知)(?:在手边?|在身边)?$/,
  /^(?:我|俺)?(?:[^,，谁哪什啥几多吗呢吧咋怎]{0,4})?(?:脑子|头|眼睛?|人|心里)(?:都|也|全|有点|直)?(?:糊|晕|花|懵|乱|大|没底|没数|发慌|着急)(?:了)?$/,
  /^(?:我|俺)(?:这)?(?:人|个)?(?:眼神|记性|脑子|耳朵|眼睛?|普通话|文化|嘴|手)(?:不|差|笨|慢|背|花|低|没)[^,，谁哪什啥几多吗呢吧咋怎]{0,3}$/,
  /^(?:我|俺)?(?:是)?(?:新来|刚来|才来|新调来|新上手|刚接手)(?:的|没几天|没多久)?(?:啥|什么)(?:都|也)不(?:懂|知道|会|清楚|熟)$/,
  /(?:在|搁)?(?:边上|旁边|跟前|门口|楼下|电话那头|对面)(?:等|站|坐|催|看|问)(?:着)?(?:我|俺)?(?:呢|回话)?$/,
];

/** What he is about: nobody asks for that. */
const ERRANDS: readonly RegExp[] = [
  // Somebody sent him, or waits.
  new RegExp(
    `(?:叫|让|托|喊|派|催|委托|使唤)(?:${ME})?(?:来|去|过来|帮忙|帮着|替[他她])*${FIND_OUT}(?:的)?$`,
  ),
  new RegExp(
    `(?:来人|来电话?|打电话|来信|来函|专门|微信上|群里|过来|跑来)(?:来|过来)?(?:问|打听|催)(?:${ME}|的|了)*$`,
  ),
  /(?:催|追|逼)(?:得|的|着|了)*(?:紧|急|狠|慌|厉害|不行|要命|死人|半天|好几遍|几遍)?$/,
  /等(?:着|得)(?:呢|哩|要|用|急|回话|看|心焦|发慌)*$/,
  /^(?:我|俺|咱)(?:就|只|也|不过)*是(?:个|来)?(?:跑腿|打杂|干活|办事|临时|帮忙|代问|替人问|传话|新来|新人|小白|门外汉|外行|外地)(?:的|人|来的)?$/,
  // What it is for, and when.
  /^(?:材料|稿子?|表格?|通报|报告|方案|汇报|简报|台账|ppt|文件|课件)(?:今天|今晚|明天|下午|上午|马上|明早|晚上|待会儿?|一会儿?|下周|这周)*(?:就|要|得|等着|急着|急|还)*(?:交|报|用|发|上会|送|印|定稿|开|讲|差这个?)(?:了|呢|用)?$/,
  /^(?:[今明后]天|今晚|下午|上午|马上|明早|晚上|待会儿?|一会儿?|下周|这周|周[一二三四五六日])?[^,，谁哪什啥几多吗呢吧咋怎组]{0,4}(?:要|得|急|等|就|急等)(?:着)?(?:写|交|报|用|发文|发|上会|送|印|开会|汇报|培训|讲|填|做|定稿|回)(?:材料|稿子?|表|课|了|呢)?$/,
];

/** Asks, or says what is asked of. */
const TIES =
  /谁|哪|什么|啥(?![也都]不)|几(?!遍|趟|回)|多少|多久|咋|怎|如何|吗|呢$|是不是|有没有|组|牵头|分包|责任单位|附件|第\d/;
/** Words that may mean those of the story. */
const REFERS = /[他她]们?(?!的?组)|它|人家|[这那](?:事|家|个局|单位|人|位|边)/;

const isTold = (clause: string, kinds: readonly RegExp[]) =>
  clause.length <= LONGEST && !TIES.test(clause) && kinds.some((kind) => kind.test(clause));

/** Whether a clause without its marks only tells why something is asked. */
export const isStory = (clause: string) => isTold(clause, ERRANDS) || isTold(clause, TROUBLES);

/** Whether the rest of a message can be read without the story beside it. */
export const standsWithoutStory = (rest: string) => !REFERS.test(rest);

const LONGEST = 18;
/** A longer message is no question with a story beside it. */
const LONGEST_TOLD = 200;

const ASKS = /谁|哪|什么|啥(?![也都]不)|几(?!遍|趟|回)|多少|多久|咋|怎|如何|[吗呢]|[?？]/;
/** Where nothing else asks, this does (`我写的是10% 领导让核`). */
const WANTS_CHECK = /核|确认|对一|[查看]/;

/** Those of a message's clauses that only tell why it is asked. */
export function storiesAmong(clauses: readonly string[]): string[] {
  const isAsked = clauses.some((clause) => ASKS.test(clause));
  return clauses.filter((clause) => isStory(bareClause(clause)) && (isAsked || !WANTS_CHECK.test(clause)));
}

/**
 * A message without the stories in it: they are nothing to look up, even where the rest has no answer. Trouble stays
 * where the rest does not say by itself what it is about.
 */
export function withoutStories(raw: string, saysWhat: (rest: string) => boolean): string {
  const clauses = raw.length > LONGEST_TOLD ? [] : clausesOf(raw);
  const stories = clauses.length < 2 ? [] : storiesAmong(clauses);
  if (stories.length === 0) return raw;
  const all = without(clauses, stories);
  if (all !== '' && saysWhat(all)) return all;
  const errands = stories.filter((clause) => isTold(bareClause(clause), ERRANDS));
  const rest = without(clauses, errands);
  return errands.length > 0 && ASKS.test(rest) && standsWithoutStory(rest) ? rest : raw;
}

const without = (clauses: readonly string[], some: readonly string[]) =>
  clauses
    .filter((clause) => !some.includes(clause))
    .join('')
    .replace(/[,，\s]+$/, '');

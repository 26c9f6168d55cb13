import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { refuse, reply } from '../../replies/reply.ts';
import type { Retriever } from '../../sentences/retrieve.ts';
import { asksRuleNow } from '../../sentences/rule-now.ts';
import { sieved } from '../sieve.ts';
import { ABSENT } from './absences.ts';
import { NO_RESULTS } from './untold-sentences.ts';

/** More groups than there are, told before the question (`有30个组，最后一个是啥`). */
const TOTAL_CLAIMED =
  /(?:有|共|分|设|这|全部|所有)(?:了|成)?(\d{2,3})个(?:专项|工作)*小?组[^,，吗吧]{0,6}[,，].*(?:谁|哪|啥|什么)/;

/** Asks for something to be done, and nothing to be told. */
const DO =
  /^(?:请|麻烦你?|劳驾|你|能不能|可不可以|可以|能|快|给我?)*(?:(?:帮|替|给|代)(?:我|俺|咱|忙|领导|我们|单位)*(?:[把将].{1,14})?.{0,14}(?:转发|转给|转到|发给|发到|发(?:个|一下|封|条|份|篇)|打(?:个)?电话|订|预约|报名|报个名|盖|提交|打印|打出来|复印|导出|下载|上传|翻译|拟|起草|写|编|催|约|设个?|建个?|拉个?|投(?![诉资标])|交|改|删|请假|签|办)|提醒|(?:打印|复印|导出|下载|上传|删掉?|修改)|(?:通知|告诉|转告|叫|喊|催|约|请)(?:一?下)?[UP].{0,8}(?:来|去|到|开会|参会|交|报|快|赶紧)|把.{1,14}(?:转发|转给|发给|发到|打印|删|改成|导出|上传)|(?:订|预约|安排)(?:个|一下|一?[张间])|转发|群发|撤回)/;
const ASKS =
  /([用能该])不\1|还是|谁|哪|什么|啥|几(?![天份个]$)|多少|怎么|咋|吗|多久|如何|是不是|有没有|要不要|[?？]|名单|清单|姓名|名字|[,，][^,，]{0,4}(?:分包|分管|牵头|责任)(?:区?领导|人|单位)/;
/** `把文号发给我`: to be told. */
const TELL =
  /(?:文号|字号|标题|题目|日期|全称|全名|名字|名称|职责|职务|目标|时限)(?:给我|给俺|发|报|说|念|写)(?:给)?(?:我|俺|一下|出来)?$/;
const ONLY_TELLS = '我只回答这份通知里的事，不能代为办理、转发或起草。';

/** What has really been reached. */
const ACTUAL =
  /实测|(?:真实|实实在在|真正)(?:地)?(?:提升|提高|完成|达到|压缩|缩短|减少|降|办|做|拨|花|用|升|是)[^要应,，]{0,4}(?:多少|几)|(?:这会儿|这阵儿|此刻|此时|今天|今儿|眼目前)[^,，要应得]{0,10}(?:多少|几(?![条个家项天日]))|实际(?:上)?(?:提升|提高|完成|达到|压缩|缩短|减少|降|办|做|拨|花|用|升|是)[^要应,，]{0,4}(?:多少|几)/;

/** How much of something has been done by now (`今年办了多少件`). */
const SO_FAR =
  /(?:今年|本年|到现在|至今|截至|已经|这半年|上半年|目前)[^,，列写定设提说分排点规要]{0,8}(?:放|发|办|退|收|查|罚|拿|签|招|建|引|投|批|拨|花|开|补|结|处理|受理|完成|引进|落地)(?:了|成|出|出去|下来|到){1,2}(?:多少|几)/;

/** Whether figures are asked for that only those have who did the work. */
export const asksActual = (text: string) => ACTUAL.test(text) || SO_FAR.test(text);

/** Whether it came about in the end (`那个率达标了没`). */
const OUTCOME =
  /(?:最后|后来|最终|到头来|结果|到底|究竟)[^,，要应该得]{0,6}(?:达标|达到|达成|完成|兑现|实现|做到|压下来|降下来|提上去)(?:了)?(?:没有?|吗|不)[?？]?$|达标了?没有?[?？]?$/;

/** Live figures: what has happened since, which no notice can know. */
const LIVE: readonly RegExp[] = [
  ACTUAL,
  SO_FAR,
  /(?:我|俺|咱)(?:家|们|厂|店|公司)?的?[^,，]{1,14}(?:批|办|发|拨|退|放|查|判|修|装|下)(?:了|完|好|到)?(?:下来|出来|回来|到账)?(?:了)?(?:没有?|吗)$/,
  /(?:我|俺|咱)(?:家|厂|店|公司)的?[^,，]{0,10}(?:啥时候|什么时候|何时|几时|哪天)(?:能|才|可以|会)/,
  /(?:现在|这会儿|眼下|目前|如今|到现在)(?:都|已经|真的?|到底|究竟)*(?:砍|压|降|减|缩|办|完成|达到|做|落实|提|升|清|建|聘|定|选|开通|实现)(?:到|完|成|好|下来|下去|上来|上去|出来|到位|齐|掉|了){1,3}(?:没有?|吗|了没有?|了吗)[?？]?$/,
  OUTCOME,
  /(?:测评|考核|评比|评价|考评|成绩|通报)[^,，要会该应]{0,6}(?:谁|哪[个家](?:单位|局|部门|组)?)家?[^,，要会该应]{0,4}(?:排|拿|居|得)(?:了|在|到)?(?:第?[1一](?!季|轮|批)|头名|榜首|倒数|末)/,
  /(?:现在|这会儿|眼下|目前)(?:到|在|查到|走到)哪(?:里|儿)?(?:了|呢)?$/,
  /(?:通报|简报|排名|名次|结果|测评|考核|评价|得分)[^,，]{0,3}(?:出来|出炉|下来|公布|发下来|出|发|印发)(?:了)?(?:没有?|没|了吗|吗)(?:$|[,，])|^(?:谁|哪[家个](?:单位|局)?)?(?:是)?(?:垫底|倒数第一|排名?最后|末位|第一名|头一名)(?:的)?(?:是|有|的是)?(?:谁|哪[家个])?$/,
  /(?:去年|前年|上年|往年|今年以来|上半年|上个?月|上季度|这季度|本季度|第?[一二三四1-4]季度(?!一[报次回趟])|目前|(?<!出)现在|当前|上次|上回|上一[次回]|最新|截至|至今|眼下|如今)(?![^,，]{0,8}(?:基础|底子))(?!.{0,12}(?:得(?![分奖到])|要(?!求完)|应|最多))(?!.{0,4}(?:得|要|应|限|规定|压[到成至缩减]|管|分包|分管|负责|牵头))[^,，]{0,14}(?:多少|(?<!哪)几|排|名次|怎么样|如何|咋样|进展|完成|达标|得分|情况|实际|平均|做到|到哪)/,
  /(?:哪|谁)(?!.{0,12}(?:名单|怎么|如何|咋|处理|整改|措施))[^,，]{0,12}(?:垫底|倒数第|末位|最差|最落后|拿了?(?:第一|头名|冠军)|得了?第一|评上了?[\u4e00-\u9fff]{0,4}?|获(?:了)?奖|得(?:了)?奖|(?:受|挨)了?(?:表扬|表彰|批评|处分|通报|约谈|批)|(?<![要会该应得])被(?:表扬|表彰|通报|约谈|点名|处分|问责|追责|查处|批评)[了过]?)[了过]?(?=$|[,，])/,
  /(?:哪[个家些几](?:个|家)?|谁|几家)[^,，要会该应得]{0,6}(?:破产|倒闭|关门|进驻|入驻|落户|中标|投产|开工|竣工|开业|签约|入选|挂牌)[了过](?=$|[,，])|(?:哪[个家些几](?:个|家|项)?|谁|几[家项])[^,，要会该应得]{0,6}(?:已经|都)?(?:达标|完成)[了过](?=$|[,，])/,
  /(?:完成|达标|落实|推进|整改|报送|上报)(?:了没有?|了吗|到(?:哪|什么程度)|得(?:怎么样|如何|咋样)|情况(?:如何|怎么样|咋样))$|(?:报|交)了(?:没有?|吗)|([交报送批印签收])没\1(?:上|完|过|成|齐)?(?=$|[,，])|进展(?:如何|怎么样|到哪)|进度(?:如何|怎么样|到哪)|谁(?:还)?没(?:有)?(?:报|交|提交|完成)|(?:哪些|哪个|哪几个)(?:单位|部门).{0,4}(?:还)?没(?:有)?(?:报|交|完成)|(?:第几名|排名第几|名次(?:是(?:多少|几|第|啥|什么)|多少|第)|排多少名|得了多少|拿了多少|排(?:在)?第几(?![轮批届次])(?!个?(?:专项|工作)?小?组)(?!.{0,12}(?:挂钩|影响|有关|关系|后果|好处|坏处)))/,
];

const liveIn = sieved(
  () => LIVE,
  (pattern) => pattern,
);

/** `今天能办完的拖到明天`: any day and the next. */
const ANY_DAY = /今天[^,，]{0,10}明天/;

const JUST_NOW = /上个?月(?!份)|上周|昨天|刚才|今天|本月|这个月|上一?期|上一?季度/;

/** What was a moment ago is asked where the clause asks that says so; else it was only told (`昨天吵了半天，谁管`). */
function asksOfJustNow(text: string): boolean {
  if (!JUST_NOW.test(text) || ANY_DAY.test(text)) return false;
  const clauses = text.split(/[,，。;；?？]/);
  const asking = clauses.filter((clause) => ASKS.test(clause));
  return (asking.length > 0 ? asking : clauses).some((clause) => JUST_NOW.test(clause));
}

const SPOKEN_OF = 0.4;

/** The past that the notice itself speaks of (`去年确定的…示范点`, `比2017年`). */
function speaksOfIt(question: Question, retriever: Retriever): boolean {
  const [best] = retriever.search({ parts: question.content });
  const past = question.text.match(/去年|20\d\d(?=年|那)/g) ?? [];
  return (
    best !== undefined &&
    best.coverage > SPOKEN_OF &&
    past.length > 0 &&
    past.every((p) => best.statement.folded.includes(p))
  );
}

const ASKS_FIGURE = /多少|几|怎么样|如何|情况|实际|目标|要求/;

/** Years after the one that the notice sets targets for. */
const NEXT_YEAR = /明年|后年|来年|下一?年度?|转过年|十四五|今后[几三五]年|往后几年/;

/** `22年底`. */
const SHORT_YEAR =
  /(?<![\da-z.%零一二三四五六七八九十])([12]\d)年(?=底|初|末|度|的|目标|指标|要|[^\d以之内外])/g;

/** A year that the notice does not speak of. */
function isOtherYear(text: string, facts: Facts): boolean {
  if (!/年|20\d\d|十四五/.test(text)) return false;
  const years = [...text.matchAll(/(?<!\d)(20\d\d)年?/g)].map((match) => match[1] ?? '');
  const short = [...text.matchAll(SHORT_YEAR)].map((match) => `20${match[1]}`);
  years.push(...short.filter((year) => !facts.years.has(year)));
  if (NEXT_YEAR.test(text) && ASKS_FIGURE.test(text) && !facts.says('明年')) return true;
  const written = facts.model.document.date.slice(0, 4);
  return ASKS_FIGURE.test(text) && years.some((year) => !facts.years.has(year) || year < written);
}

/** A figure, which a notice sets for its own time. */
const FIGURE_ASKED = /多少|几(?:个|天|项|条|成)|目标|定到|达到|百分之/;

/** What a paper is called and numbered: that of another year is another paper. */
const PAPER_ASKED =
  /(?:方案|文件|通知|条例|意见|计划|要点|附件\d)[^,，]{0,6}(?:文号|几号|多少号|[哪啥什]么?个?(?:文)?号|叫(?:什么|啥)|标题|全称|谁(?:印|发)|(?:什么|啥)时候(?:印|发))|文号/;

const absentIn = sieved(
  () => ABSENT,
  ({ asks }) => asks,
);

/** Attributes and other worlds that the notice does not know. */
export const answerAbsent: Handler = ({ folded, masked, text }, { facts }) => {
  const total = facts.model.groups.length;
  const isNumbered = /\d/.test(text);
  const claimed = isNumbered ? Number(text.match(TOTAL_CLAIMED)?.[1] ?? 0) : 0;
  if (claimed > total) return reply(`专项工作小组只有${total}个，不是${claimed}个。`, ['三']);
  if (!ASKS.test(folded) && DO.test(masked) && !TELL.test(masked))
    return refuse(ONLY_TELLS, [], { readsAll: true });
  const year = isNumbered ? text.match(/(?<!\d)20\d\d(?=年)/g)?.find((one) => !facts.says(one)) : undefined;
  const isLater = year !== undefined || /(?:明年|后年)(?!底)/.test(text);
  if (isLater && PAPER_ASKED.test(text))
    return refuse(`通知里没有写${year === undefined ? '以后年份' : `${year}年`}的文件。`, [], {
      readsAll: true,
    });
  if (isLater && FIGURE_ASKED.test(text))
    return refuse(`通知里没有写${year === undefined ? '以后年份' : `${year}年`}的目标。`, [], {
      readsAll: true,
    });
  const absent = absentIn(masked).find(({ asks }) => {
    const match = masked.match(asks);
    return match !== null && !Object.values(match.groups ?? {}).some((word) => word && facts.says(word));
  });
  return (
    absent &&
    refuse(absent.says, [], { readsAll: true, ...(absent.asksReached ? { asksReached: true } : {}) })
  );
};

/** Clauses that ask nothing: what was before the question (`…去年压过一回了，`), or what happened beside it. */
function withoutTold(text: string): string {
  const clauses = text.split(/[,，]/);
  if (clauses.length < 2) return text;
  const asking = clauses.map((clause) => ASKS.test(clause));
  const last = asking.lastIndexOf(true);
  if (last < 0) return text;
  return clauses.filter((clause, i) => asking[i] || (i < last && !HAPPENED.test(clause))).join(',');
}

/** A clause that tells what has been. */
const HAPPENED = /[了过](?:一?[\u4e00-\u9fff]{1,2})?了?$/;

/** The present state of the work: from the reports where there are any, else honestly refused. */
export const answerLive: Handler = (question, { live, facts, retriever }) => {
  const text = withoutTold(question.text);
  const isLive = asksOfJustNow(text) || liveIn(text).some((pattern) => pattern.test(text));
  if (!isLive && !isOtherYear(text, facts)) return undefined;
  const isSaid = speaksOfIt(question, retriever) || asksRuleNow(question, retriever);
  if (isSaid && !ACTUAL.test(text)) return undefined;
  const found = live?.({
    intent: /排名|名次|第几名|得分|分数|排第/.test(text) ? 'ranking' : 'progress',
    units: mentioned(question, 'unit').map(({ id }) => id),
    groups: mentioned(question, 'group', true).map(({ no }) => no),
    text,
  });
  // What was a moment ago, or came of it in the end, is in no notice, whatever its wording is like.
  const refusal = refuse(NO_RESULTS, [], {
    asksReached: true,
    ...(asksOfJustNow(text) || OUTCOME.test(text) ? { readsAll: true } : {}),
  });
  return found ? { ...refusal, kind: found.kind, live: found } : refusal;
};

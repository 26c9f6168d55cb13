import { fold } from './fold.ts';
import { NUMERAL } from './numerals.ts';

/** What sort of thing must stand in an answer, so that it is one. */
export interface Expectation {
  /** How the notice lacks it, in Chinese: `具体时限`. */
  name: string;
  asks: RegExp;
  has: RegExp;
}

const N = `(?:${NUMERAL}|[两半])`;
const numbered = (units: string) => new RegExp(`${N}(?:多|余|[-至到]${N})?(?:${units})`);

/** The first that the question asks for counts. */
const EXPECTATIONS: readonly Expectation[] = [
  {
    name: '具体频次',
    asks: /多久.{0,8}(?:一|1)?[次回轮]|多长时间.{0,6}(?:一|1)[次回]|几[次回]|多少[次回]|频[率次]|每隔|隔多久|几个?月.{0,6}(?:一|1)[次回]|几个月报|几(?:个)?[年月周天]一次|周期/,
    has: /每|定期|一次|适时|季度|年|根据需要|及时|常态/,
  },
  {
    name: '具体地点',
    asks: /(?:去|在)?哪(?:里|儿)?(?:领|买|拿|取)|(?:什么|哪个)地方(?=上|开|办|领|集合|见)|地点|在哪(?:里|儿)?(?:上课|开会|召开|开$|举办|举行|培训|办公)/,
    has: /设在|地点|设立/,
  },
  {
    name: '具体金额',
    asks: /(?:经费|资金|预算|拨款|奖金|补助款?)(?:一共|总共|给|都)?(?:拨|批|安排|列|下|发|划|投|花)(?:了|给|的)?(?:是)?(?:多少|几)|(?:多少|几)(?:个)?(?:钱|元|块|万|亿|奖金|经费|资金|费用|工资|补贴)|金额|(?:奖金|补助|补贴|经费|预算|罚款|费用|收费|价格|资费|水费|电费|气费|工本费|手续费|资本金|[\u4e00-\u9fff]费|保证金)(?:是|有|给|发|要|交|收|标准)?(?:是)?多少|(?:交|收|要|缴|付|花|掏)(?:多少|几个?).{0,5}[费钱金](?!融)|(?:收费|补贴|奖励|罚款|资费)标准|什么价|标的额/,
    has: /\d(?:元|万|亿)|免费|零收费/,
  },
  {
    name: '具体比例',
    asks: /百分之(?:几|多少)|几成|(?:几|多少)个(?:百分)?点|百分比/,
    has: /\d%|百分之|[一二三四五六七八九]成/,
  },
  {
    name: '具体小时数',
    asks: /(?:几|多少)个?(?:小时|钟头)/,
    has: numbered('个?小时|分钟|日|天|个?工作日'),
  },
  {
    name: '具体小时数',
    asks: /几点|(?:几|多少)分钟/,
    has: numbered('个?小时|分钟'),
  },
  { name: '具体月数', asks: /(?:几|多少)个月/, has: numbered('个?月|个?季度') },
  { name: '具体年限', asks: /(?:几|多少)年(?!级)/, has: numbered('年') },
  {
    name: '具体日期',
    asks: /几月几[号日]|(?:是|在|到)?几号(?!组|文|措施)|哪(?:一)?天|截止(?:日|时间|到)|最晚|最迟|几月(?:份)?/,
    has: /\d月|\d[日号]|年底|月底|季度末/,
  },
  {
    name: '具体天数',
    asks: /(?:(?<!哪)几|多少)个?(?:工作日|天|日)/,
    has: new RegExp(`${N}个?(?:工作日|天|日)|当[天日]|随时|24小时|事不过夜`),
  },
  {
    name: '具体时限',
    asks: /(?:几|多少)个?(?:工作日|天|日)|多长时间|多久|时限|多少时间|用时|时间.{0,8}(?:什么|啥)(?:程度|地步)|(?<!什么|啥)时间(?!段|占).{0,12}(?:多少|(?<!哪)几(?![个月年次]))/,
    has: new RegExp(`${N}个?(?:工作日|天|日|小时|分钟|年|个?月)|当[天日]|随时|即时|及时|\\d%|事不过夜`),
  },
  {
    name: '具体时间',
    asks: /什么时候|啥时候|何时|哪(?:一)?年|(?:什么|啥)时间|期限/,
    has: /\d年(?!均)|\d月|年底|每年|每季度|季度|及时|定期|日内|适时|随时|根据需要|必要时|今年|当[天日]/,
  },
  {
    name: '具体比例',
    asks: /(?:率|占比|比例|覆盖面|程度|幅度|比重).{0,10}(?:多少|几|多高|多大)/,
    has: /\d|百分之|[一二三四五六七八九]成|全覆盖|清零|全部|全公开|全流程|市定目标|省定/,
  },
  {
    name: '具体幅度',
    asks: /(?:压|缩|降|减|精简)(?:缩|低|少|减)?(?:到|至|成)?(?:了)?(?:什么|啥|哪个)(?:程度|水平|地步|样)/,
    has: /\d|百分之|[一二三四五六七八九]成|零|一日|一半|清零|全部/,
  },
  {
    name: '具体幅度',
    asks: /(?:提升|提高|压缩|缩短|减少|降低|增长|压|降|涨|再提|上提).{0,6}(?:多少|几)$/,
    has: /\d+(?:\.\d+)?(?!\d|\.\d|\s*[年月])|百分之|[一二三四五六七八九]成|零|一半/,
  },
  { name: '具体人数', asks: /(?:(?<!哪)几|多少)(?:名|位|人|个人)/, has: numbered('名|位|人') },
  { name: '具体次序', asks: /第几/, has: /第[\d一二三四五六七八九十]/ },
  { name: '具体数字', asks: /(?:(?<!哪)几|多少)(?:张|份|件)/, has: numbered('张|份|件|项|个') },
  {
    name: '具体数字',
    asks: /(?:(?<!哪)几|多少)(?:种|样|类|招|方面)/,
    has: numbered('个(?!工作日|月|小时|百分)|家|项|条|类|种|样|方面'),
  },
  {
    name: '具体数字',
    asks: /(?:(?<!哪)几|多少)(?:个|家|项|条|步|道|处|所|部|间|座|款|块|大|层)/,
    has: numbered('个(?!工作日|月|小时|百分)|家|项|条|类|种|步|处|所|方面|层|级'),
  },
  {
    name: '具体数字',
    asks: /多少|(?<!哪)几(?!乎)|多[大高宽]|面积|浓度/,
    has: new RegExp(`\\d|${N}[个家项条次名类张位轮份件种成级人]|零|清零|全覆盖|全部|全公开`),
  },
];

/** Words with a numeral in them that count nothing. */
const NO_FIGURES =
  /进一步|一批|一系列|统一|一流|一体化?|一站式|一网|一窗|一证|一件事|单一|第一|唯一|一律|一定|一把手|一带一路|[一二三四]是|四位一体|双随机、一公开/g;

const RARE_UNIT =
  /(?:(?<!哪)几|多少)个?(亩|公顷|平方公里|平方米|公里|座|字(?!母)|页纸|吨|度|立方|页|课时|节|期|场|册|本|辆|栋|套|级|届|批|轮|tb?(?![a-z])|微克)/;

/** A measure word of its own kind must stand in the answer as asked (`多少亩`). */
function unitAsked(text: string): Expectation | undefined {
  const unit = text.match(RARE_UNIT)?.[1];
  return unit === undefined
    ? undefined
    : { name: '具体数字', asks: RARE_UNIT, has: new RegExp(`${N}${unit}`) };
}

/** What a question expects; undefined where a sentence will do. */
export function expectationOf(text: string): Expectation | undefined {
  return unitAsked(text) ?? EXPECTATIONS.find(({ asks }) => asks.test(text));
}

/** Whether a text has what is expected of it. */
export function satisfies(text: string, expectation: Expectation | undefined): boolean {
  if (expectation === undefined) return true;
  const said = /次序/.test(expectation.name) ? fold(text) : fold(text).replace(NO_FIGURES, '');
  return expectation.has.test(UNDATED.test(expectation.name) ? said.replace(YEAR_SAID, '') : said);
}

/** Figures of a matter, among which a year is none. */
const UNDATED = /数字|比例|幅度|金额/;
const YEAR_SAID = /20\d\d\s*年(?:底前?|\d+月)?/g;

/** Questions that drill into a word of the notice which it uses and does not unfold (`九要指哪九条`). */
export const DRILLS =
  /(?:背|念|默写|列|写)(?:一遍|全|出来|给我听)|分别(?:都)?(?:是)?[\u4e00-\u9fff](?:什么|啥)$|(?:说|讲|指)的(?:都)?是哪|(?:具体|分别|各|都)(?:是)?(?:指|代表|包括|是)(?:的)?(?:哪|什么|啥)|(?:是)?指(?:的)?(?:是)?(?:什么|啥|哪)|代表(?:什么|啥)|什么意思|啥意思|含义|是什么内容|内容是什么|怎么解释|定义|(?:指数|率|分|比例|度|数|额).{0,3}怎么算|怎么计算|算法|计算(?:方法|公式)|各是(?:哪|什么)|(?:什么|啥|哪些)(?:具体)?的?(?:条件|资格|门槛|手续|材料|证件|资料)|(?:条件|资格|门槛|手续|材料|证件|资料)(?:都)?(?:是|有)(?:什么|哪些|啥)|[是联帮]哪[一二三四五六七八九十\d]+[个项条份要类种大样位]?|哪[一二三四五六七八九十\d]+[条要样]|(?:有|是|分)哪些种类|(?:^|的)x(?:是|代表|指)|有哪[一二三四五六七八九十\d]+[个项条份要]|另外.{0,6}(?:是谁|是哪|叫)|里的哪|(?:具体|详细)(?:内容|条目|名单|标准|步骤|流程)|全文/;

/** Questions for the name of a thing that no statement of a notice names. */
export const NAMES =
  /哪(?:个|间)(?:会议室|房间|教室)|(?:那|另外|其他|其余)(?:的)?[一二三四五六七八九几\d]+(?:个|家|所).{0,6}(?:叫|是)(?:什么|啥|哪)|除了.{1,8}(?:还有|另外|其他).{0,4}(?:谁|哪|什么)|哪家.{0,3}银行|(?:机构|公司|企业|银行)是哪[家个]|哪(?:个|款|种)(?:软件|系统|app|程序|公司|企业|品牌|厂家|报纸|电视台|酒店|楼|路|街|区|县|市|镇|街道|城市)|哪家.{0,5}(?:公司|企业|机构)|(?:负责人|处长|所长|队长|站长|校长|经理|联系人|组长|秘书|主管|老总|老板|董事长|法人)(?:是|叫)?(?:谁|什么|哪位)|(?<!固定|定死|固定的|定死的)名单|叫什么名字|姓什么|(?:定|选|确定|选定)了?(?:是)?哪[几些]?家/;

/** Questions for the members of a set that only one is named of (`除了甲公司剩下五家是谁`). */
export const THE_REST =
  /除了?.{1,8}(?:还有|另外|其他|剩下?|其余|余下|别的)(?:的|那|这)*[一二三四五六七八九几\d]+(?:个|家|所).{0,4}$|除了?.{1,8}(?:还有|另外|其他|剩下?|其余|余下|别的).{0,3}哪?[一二三四五六七八九几\d]+(?:个|家|所).{0,4}(?:谁|什么|啥|哪)?|(?:剩下?|其余|余下|另外)的?(?:那|这)?[一二三四五六七八九几\d]+(?:个|家|所).{0,4}(?:是|叫|有)(?:谁|什么|啥|哪)/;

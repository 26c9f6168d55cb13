import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { refuse, reply } from '../reply.ts';
import type { Retriever } from '../retrieve.ts';
import { asksRuleNow } from '../rule-now.ts';

interface Absent {
  asks: RegExp;
  says: string;
}

const VALUE =
  '(?:号码?|号)?(?:是|有)?(?:多少|几|啥|什么|哪|给我|发我|发一?下|发一?个|发来|发过来|来一个|给一?个|给一下|报一下|说一下|报上来|甩过来|贴出来|告诉|有吗|有没有|在哪|呢?$)';

/** What a kind of people gets that others do not; who they are may stand in another clause. */
export const FAVOURS =
  /(?:残疾|军属|烈属|退役|退伍|老年人|低保|特困|孕妇|单亲|少数民族|侨胞)[^?？]{0,14}(?:优待|照顾|优惠|减免|补贴|优先|加分)/;

/** What has gone wrong with one thing of somebody's (`招牌刮坏了`, `执照丢了`). */
const MISHAP =
  '坏了|爆了?|漏[雨水气]|丢了|没收|扣走|砸|塌|撞|淹了|烧了|裂了|冻[住裂]|停[水电气]|断[水电气]|工伤|受伤|摔';
/** Who makes it good, or how. */
const REMEDY =
  '(?:谁|哪[个家儿里]?|咋|怎么|如何|多少|几)[^,，?？]{0,4}(?:赔|修(?!订|改)|补办?|抢修|报修|挂失|理赔|要回?|领回)(?:我|俺|钱|啊)?(?=$|[,，])';

/** What no notice of this kind holds, whatever else the question mentions. */
const ABSENT: readonly Absent[] = [
  {
    asks: /(?:条例|(?<!方|办|看|说|想|做)法|规定|意见)的?M|(?:按照?|照|根据|依照?|依据)[^,，]{2,16}(?:条例|(?<!方|办|做)法)[^,，]{0,6}(?:怎么|咋|如何|该|多少)/,
    says: '通知里只提到这份文件的名称，没有收录它的条文。',
  },
  {
    asks: /附件\d[^,，]{0,8}(?:单独|另外?|自己|独立|专门)[^,，]{0,3}(?:文号|发文字号|落款)/,
    says: '附件随本通知印发，没有单独的文号和落款。',
  },
  {
    asks: /^(?:去年|前年|往年|上年|上一年|历年)的?(?!.*(?:基础|压缩|再))[^,，谁哪]{1,14}?(?:率|时间|天数|面积|浓度|次数|排名|名次)(?:是|有|多少|几[天个]?|呢)*[?？]?$/,
    says: '通知里没有写实际完成情况和往年数据，只写了任务和目标。',
  },
  {
    asks: /抄[送报]|签发人|谁签发|签的字|谁签|拟稿|起草人|印数|密级|印了多少份|印发份数/,
    says: '通知里没有写抄送、签发人这类信息，只有主送和发文单位。',
  },
  {
    asks: /(?<![第分这那有讲])几点(?:钟)?(?:上|下|开|关|收|末|头|停|营|闭|结束|集合|到)|(?:什么时候|何时)(?:上班|下班|开门|关门)|(?:周|礼拜|星期)[一二三四五六日天末][^,，]{0,6}(?:上班|开门|办公|营业|办公|有人)|(?:中午|晚上|节假日|双休|周末|过年)[^,，]{0,6}(?:开不开|上不上|办不办|上班|开门|休息|营业|有人|关门|值班)|(?:上班|开门|营业)(?:不|吗|没有?)$|上班时间|下班(?:时间|早|晚|没|吗|不|了没)|营业时间|办公时间|(?:哪条|什么)(?:路|街)|怎么去|在哪办公|(?:会议室|会场)[^,，]{0,4}(?:在|定|设|选|订)?(?:在|到)?(?:哪|几楼|几号)|办公(?:地点|地址|在哪)|在哪栋楼|几楼/,
    says: '通知里没有写办公地点和办公时间。',
  },
  {
    asks: new RegExp(
      `^(?!.*(?:举报|投诉|反映|告状).*(?:能|可以|行|让|准)(?:不能|不可以)?(?:打电话|发(?:微信|短信|邮件))).*(?:(?:电话(?!热线)|(?<![用拿在靠])手机号?(?!端|短信|上)|座机|分机号?|号码|联系方式|邮箱|电子邮件|邮件地址|微信号?(?!公众号)|qq|传真|网址|网站地址|邮编|门牌|办公地址|地址|几楼|哪栋|哪个房间|房间号|办公室在哪(?:栋|层|楼))${VALUE}|(?:怎么|如何)联系|打(?:哪个|什么|啥|几)(?:号)?(?:电话|热线|号码|号)|(?:热线|电话|号码)(?:是|打)?(?:几|多少|哪)|(?:公众号|热线|邮箱|网址|网站)(?:的名字|叫|是什么|名称)|(?:哪个|什么)(?:热线|电话|号码|邮箱|公众号))`,
    ),
    says: '通知里没有公布电话、邮箱、地址这类联系方式。',
  },
  {
    asks: /P.{0,3}(?:哪一?年|什么时候|啥时候|何时|几时)(?:开始|起)?(?:分管|分包|接手|接的|接管|包的|管的|负责)|(?:哪一?年|什么时候|啥时候|何时|几时).{0,4}(?:到任|上任|任职|就任|调来|当上|当的|退休|入党|毕业|提拔|参加工作|出生)|任期|任职时间|简历|履历|(?:之前|以前|原来)(?:是)?(?:在哪|干|任|做)|P.{0,4}多大|学历|(?:是|为)?[男女](?:的|同志|性|士)|(?:男|女)的?吗|高矮|胖瘦|年龄|多大(?:年纪|岁数|了)|几岁|籍贯|哪里人|老家(?:在|是|哪)|生日|性别|男的?还?是?女|民族|兄弟(?!单位)|(?:是|有)亲戚|夫妻|同学|官最?大|权力最?大|实权|级别最?高|(?<![欠讨])工资(?:是|有|拿)?(?:多少|几)|月薪|年薪|收入多少|长什么样|照片|结婚|爱人/,
    says: '通知里没有写个人的任职时间、履历等情况。',
  },
  {
    asks: /(?:原来|原先|以前|之前|从前|早先|(?:调整|换人|变动|改组)(?:之|以)?前|上(?:一|1)?任|前(?:一|1)?任|上(?:一|1)?届|前(?:一|1)?届|老一届|去年|前年|往年|上年|调整前|换下来)的?.{0,10}(?:组长|主任|领导|成员|牵头|分包).{0,4}(?:是谁|有谁|谁|哪[个些位家]|叫(?:什么|啥)|姓(?:什么|啥))/,
    says: '通知里没有写调整之前的情况，只写了这次调整后的。',
  },
  {
    asks: /(?:原来|原先|从前|早先|(?:调整|换人|换|变动|改组)(?:之|以)?前)(?!的?M)[^,，]{0,12}(?:归谁|谁(?:来|在)?(?:管|包|抓|负责|牵头|分包))/,
    says: '通知里没有写调整之前的情况，只写了这次调整后的。',
  },
  {
    asks: /(?:电子版|扫描件|原件|pdf|word|文件|通知|附件\d?).{0,4}(?:在|去|到|从)?哪(?:里|儿|个网站)?(?:能|可以|可)?(?:下载|下(?!一|[面边头发的])|领|拿)/,
    says: '通知里没有写在哪里下载或领取。',
  },
  {
    asks: /(?:[水电气油房]|暖气|煤气|天然气)(?:价|费)(?:格)?(?:是|要|涨|降|定)*(?:多少|几|咋|怎么)|(?:一|每|1)(?:吨|度|方|立方|平方?)(?:水|电|气)?.{0,4}(?:多少|几)(?:钱|块|元)/,
    says: '通知里没有写价格和收费标准。',
  },
  {
    asks: /有效期|失效|废止|作废|(?:执行|管用|有效|管)(?:到|至)(?:哪(?:一)?[年天月]|什么时候|啥时候|几)|有效(?:多久|几年)/,
    says: '通知里没有写有效期，也没有写何时失效。',
  },
  {
    asks: /天气|几度|下雨|股票|股价|彩票|足球|世界杯|电影|歌|诗|笑话|菜谱|好吃|外卖|(?:推荐|附近|哪里有|哪家).{0,8}(?:馆子|饭店|餐厅|酒店|宾馆)|旅游攻略|房价|翻译|英文|英语|编程|代码|算命|星座|减肥|感冒|看病挂号|车票|机票|航班|导航|路线|快递单|汇率|黄金|油价/,
    says: '这与通知无关，我只能回答这份通知里的事。',
  },
  {
    asks: /^(?!.*(?:[中行]不[中行]|[中行够]吗|可以吗|够不够|算不算|就(?:行|中|完)(?:了|吗))).*(?:写|拟|起草|代写|生成|做|编)(?![好完]|了)(?:一?[份篇个]|个|份|篇)?.{0,8}(?:发言稿|讲话稿|稿子|材料|总结|报告稿|汇报稿|ppt|表格|方案稿|新闻稿|心得)|(?:写|拟|代写)(?:一?[份篇封个])?[^,，]{0,8}(?:申请书?|举报信|诉状|状子|倡议书|简历|请示|通知书|发言)(?=$|[,，呗吧吗呀])/,
    says: '我不代写材料，只能回答这份通知里的事。',
  },
  {
    asks: /(?<!总)税率|费率|起征点|(?<![那这哪几两一二三四五\d])个税|社保缴费(?:比例|基数)|公积金(?:比例|贷款利率)|利率|贷款利息|lpr|gdp|人口|面积多大|财政收入|招商引资额|身份证|护照|(?<!不[迁调转落上改]|不用迁)户口|驾照|结婚证|低保标准|退休年龄/,
    says: '这不在通知的范围里，通知没有写。',
  },
  {
    asks: /(?<!城)[市省](?:里|上|级)?的?(?:这|那)?个?(?:优化)?(?:营商环境)?(?:优化|工作)*(?:领导小组|专班|[BO])|[市省](?:里|级)的?(?:办公室主任|组长|副组长)/,
    says: '通知里只写了区里的领导小组，没有写市里、省里的。',
  },
  {
    asks: new RegExp(
      `(?:${MISHAP})[^?？]{0,12}(?:${REMEDY})|(?:抢修|报修|挂失|理赔|索赔)[^,，]{0,8}(?:谁|哪|几|啥|什么|咋|怎么)|(?:谁|哪[个家]|咋|怎么)[^,，]{0,3}赔`,
    ),
    says: '通知里没有写赔偿、维修、补办这类具体事怎么办。',
  },
  {
    asks: /(?:馆|大厅|书房|公园|学堂|工作站|法院|仲裁院|医院|学校)(?:现在|都|具体|到底)?(?:在|设在?|开在|位于|建在|挪到|搬到)了?(?:哪(?:里|儿)?|什么地方|啥地方)(?:呢)?$/,
    says: '通知里没有写具体地点。',
  },
  {
    asks: /(?<!(?:乱|动不动|随便|随意|老是?)[^,，]{0,3})(?:罚款?了?(?:我|俺|咱|多少|几)|罚款(?:吗|不|找谁|咋|怎么|标准)|(?:要不要|会不会|该不该)罚款)/,
    says: '通知里没有写罚款。',
  },
  {
    asks: /(?:公司|企业|厂子?|店)(?:都|到底)?是(?:干|做|搞|弄)(?:啥|什么)的|是(?:干|做|搞|弄)(?:啥|什么)的(?:公司|企业|厂)/,
    says: '通知里没有介绍企业的情况。',
  },
  {
    asks: FAVOURS,
    says: '通知里没有写对这类人员的优待。',
  },
  {
    asks: /基数(?:值|是|有|为|定|的|数)*(?:多少|几|啥|什么)|(?:提升|压缩|提高|压减)(?:之)?前的?(?:数值?|水平|数字)(?:是|有)?(?:多少|几)/,
    says: '通知里没有写基数，只写了提升、压缩的幅度。',
  },
  {
    asks: /(?:带|准备|交|拿|提交|备)(?:上|好|齐)?(?:哪[几些]?(?:样|些|种)?|啥|什么)(?:材料|证件|手续|资料|证明|东西)(?!.*附件)/,
    says: '通知里没有写办事要带的材料。',
  },
  {
    asks: /满分|权重|怎么(?:打分|计分|算分)|打分(?:标准|办法|表)|评分(?:标准|细则|办法|表|公式)|(?:加|扣|得|算)(?:几|多少)分|几分(?![钟之])|多少分(?![钟之项])|分值|公式|得分(?![包工别管])/,
    says: '通知里没有写评分标准和分值，只写了要考核评价。',
  },
];

/** More groups than there are, told before the question (`有30个组，最后一个是啥`). */
const TOTAL_CLAIMED =
  /(?:有|共|分|设|这|全部|所有)(?:了|成)?(\d{2,3})个(?:专项|工作)*小?组[^,，吗吧]{0,6}[,，].*(?:谁|哪|啥|什么)/;

/** Asks for something to be done, and nothing to be told. */
const DO =
  /^(?:请|麻烦你?|劳驾|你|能不能|可不可以|可以|能|快|给我?)*(?:(?:帮|替|给|代)(?:我|俺|咱|忙|领导|我们|单位)*(?:[把将].{1,14})?.{0,14}(?:转发|转给|转到|发给|发到|发(?:个|一下|封)|打(?:个)?电话|订|预约|报名|报个名|盖|提交|打印|打出来|复印|导出|下载|上传|翻译|拟|起草|写|编|催|约|设个?|建个?|拉个?|投|交|改|删|请假|签|办)|提醒|(?:打印|复印|导出|下载|上传|删掉?|修改)|(?:通知|告诉|转告|叫|喊|催|约|请)(?:一?下)?[UP].{0,8}(?:来|去|到|开会|参会|交|报|快|赶紧)|把.{1,14}(?:转发|转给|发给|发到|打印|删|改成|导出|上传)|(?:订|预约|安排)(?:个|一下|一?[张间])|转发|群发|撤回)/;
const ASKS =
  /还是|谁|哪|什么|啥|几(?![天份个]$)|多少|怎么|咋|吗|多久|如何|是不是|有没有|要不要|[?？]|名单|清单/;
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

/** Live figures: what has happened since, which no notice can know. */
const LIVE: readonly RegExp[] = [
  ACTUAL,
  SO_FAR,
  /(?:我|俺|咱)(?:家|们|厂|店|公司)?的?[^,，]{1,14}(?:批|办|发|拨|退|放|查|判|修|装|下)(?:了|完|好|到)?(?:下来|出来|回来|到账)?(?:了)?(?:没有?|吗)$/,
  /(?:我|俺|咱)(?:家|厂|店|公司)的?[^,，]{0,10}(?:啥时候|什么时候|何时|几时|哪天)(?:能|才|可以|会)/,
  /(?:现在|这会儿|眼下|目前)(?:到|在|查到|走到)哪(?:里|儿)?(?:了|呢)?$/,
  /(?:通报|简报|排名|名次|结果|测评|考核|评价|得分)[^,，]{0,3}(?:出来|出炉|下来|公布|发下来|出|发|印发)(?:了)?(?:没有?|没|了吗|吗)$|^(?:谁|哪[家个](?:单位|局)?)?(?:是)?(?:垫底|倒数第一|排名?最后|末位|第一名|头一名)(?:的)?(?:是|有|的是)?(?:谁|哪[家个])?$/,
  /(?:去年|前年|上年|往年|今年以来|上半年|上个?月|上季度|这季度|本季度|第?[一二三四1-4]季度|目前|(?<!出)现在|当前|上次|上回|上一次|最新|截至|至今|眼下|如今)(?![^,，]{0,8}(?:基础|底子))(?!.{0,12}(?:得(?![分奖到])|要(?!求完)|应|最多))(?!.{0,4}(?:得|要|应|限|规定|压[到成至缩减]|管|分包|分管|负责|牵头))[^,，]{0,14}(?:多少|(?<!哪)几|排|名次|怎么样|如何|咋样|进展|完成|达标|得分|情况|实际|平均|做到|到哪)/,
  /(?:哪|谁)(?!.{0,12}(?:名单|怎么|如何|咋|处理|整改|措施))[^,，]{0,12}(?:垫底|倒数第|末位|最差|最落后|拿了?(?:第一|头名|冠军)|得了?第一|评上了?[\u4e00-\u9fff]{0,4}?|获(?:了)?奖|得(?:了)?奖|(?:受|挨)了?(?:表扬|表彰|批评|处分|通报|约谈|批)|(?<![要会该应得])被(?:表扬|表彰|通报|约谈|点名|处分|问责|追责|查处|批评)[了过]?)[了过]?(?=$|[,，])/,
  /(?:哪[个家些几](?:个|家)?|谁|几家)[^,，要会该应得]{0,6}(?:破产|倒闭|关门|进驻|入驻|落户|中标|投产|开工|竣工|开业|签约|入选|挂牌)[了过](?=$|[,，])|(?:哪[个家些几](?:个|家|项)?|谁|几[家项])[^,，要会该应得]{0,6}(?:已经|都)?(?:达标|完成)[了过](?=$|[,，])/,
  /(?:完成|达标|落实|推进|整改|报送|上报)(?:了没有?|了吗|到(?:哪|什么程度)|得(?:怎么样|如何|咋样)|情况(?:如何|怎么样|咋样))$|(?:报|交)了(?:没有?|吗)|([交报送批印签收])没\1(?:上|完|过|成|齐)?(?=$|[,，])|进展(?:如何|怎么样|到哪)|进度(?:如何|怎么样|到哪)|谁(?:还)?没(?:有)?(?:报|交|提交|完成)|(?:哪些|哪个|哪几个)(?:单位|部门).{0,4}(?:还)?没(?:有)?(?:报|交|完成)|(?:第几名|排名第几|名次(?:是(?:多少|几|第|啥|什么)|多少|第)|排多少名|得了多少|拿了多少|排(?:在)?第几(?!个?(?:专项|工作)?小?组)(?!.{0,12}(?:挂钩|影响|有关|关系|后果|好处|坏处)))/,
];

const JUST_NOW = /上个?月(?!份)|上周|昨天|刚才|今天|本月|这个月|上一?期|上一?季度/;

/** What was a moment ago is asked where the clause asks that says so; else it was only told (`昨天吵了半天，谁管`). */
function asksOfJustNow(text: string): boolean {
  if (!JUST_NOW.test(text)) return false;
  const clauses = text.split(/[,，。;；?？]/);
  const asking = clauses.filter((clause) => ASKS.test(clause));
  return (asking.length > 0 ? asking : clauses).some((clause) => JUST_NOW.test(clause));
}

const SPOKEN_OF = 0.4;

/** The past that the notice itself speaks of (`去年确定的…示范点`, `比2017年`). */
function speaksOfIt(question: Question, retriever: Retriever): boolean {
  const [best] = retriever.search({ parts: question.content });
  const past = question.text.match(/去年|20\d\d年/g) ?? [];
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
  const years = [...text.matchAll(/(?<!\d)(20\d\d)年?/g)].map((match) => match[1] ?? '');
  const short = [...text.matchAll(SHORT_YEAR)].map((match) => `20${match[1]}`);
  years.push(...short.filter((year) => !facts.years.has(year)));
  if (NEXT_YEAR.test(text) && ASKS_FIGURE.test(text) && !facts.says('明年')) return true;
  const written = facts.model.document.date.slice(0, 4);
  return ASKS_FIGURE.test(text) && years.some((year) => !facts.years.has(year) || year < written);
}

/** A figure, which a notice sets for its own time. */
const FIGURE_ASKED = /多少|几(?:个|天|项|条|成)|目标|定到|达到|百分之/;

/** Attributes and other worlds that the notice does not know. */
export const answerAbsent: Handler = ({ folded, masked, text }, { facts }) => {
  const total = facts.model.groups.length;
  const claimed = Number(text.match(TOTAL_CLAIMED)?.[1] ?? 0);
  if (claimed > total) return reply(`专项工作小组只有${total}个，不是${claimed}个。`, ['三']);
  if (!ASKS.test(folded) && DO.test(masked) && !TELL.test(masked)) return refuse(ONLY_TELLS);
  const year = text.match(/(?<!\d)20\d\d(?=年)/g)?.find((one) => !facts.says(one));
  const isLater = year !== undefined || /(?:明年|后年)(?!底)/.test(text);
  if (isLater && FIGURE_ASKED.test(text))
    return refuse(`通知里没有写${year === undefined ? '以后年份' : `${year}年`}的目标。`);
  const absent = ABSENT.find(({ asks }) => asks.test(masked));
  return absent && refuse(absent.says);
};

/** Clauses that ask nothing: what was before the question (`…去年压过一回了，`), or what happened beside it. */
function withoutTold(text: string): string {
  const clauses = text.split(/[,，]/);
  const asking = clauses.map((clause) => ASKS.test(clause));
  const last = asking.lastIndexOf(true);
  if (clauses.length < 2 || last < 0) return text;
  return clauses.filter((clause, i) => asking[i] || (i < last && !HAPPENED.test(clause))).join(',');
}

/** A clause that tells what has been. */
const HAPPENED = /[了过](?:一?[\u4e00-\u9fff]{1,2})?了?$/;

/** The present state of the work: from the reports where there are any, else honestly refused. */
export const answerLive: Handler = (question, { live, facts, retriever }) => {
  const text = withoutTold(question.text);
  const isLive = asksOfJustNow(text) || LIVE.some((pattern) => pattern.test(text));
  if (!isLive && !isOtherYear(text, facts)) return undefined;
  const isSaid = speaksOfIt(question, retriever) || asksRuleNow(question, retriever);
  if (isSaid && !ACTUAL.test(text)) return undefined;
  const found = live?.({
    intent: /排名|名次|第几名|得分|分数|排第/.test(text) ? 'ranking' : 'progress',
    units: mentioned(question, 'unit').map(({ id }) => id),
    groups: mentioned(question, 'group', true).map(({ no }) => no),
    text,
  });
  const refusal = refuse('通知里没有写实际完成情况和往年数据，只写了任务和目标。', [], { asksReached: true });
  return found ? { ...refusal, kind: found.kind, live: found } : refusal;
};

import { type Talk, talkOf } from '../beside/talk-words.ts';
import { fold } from '../characters/fold.ts';
import type { Handler } from '../handler.ts';
import { type Reply, reply } from '../replies/reply.ts';

const HELP = '可以问我：谁分包、谁牵头、责任单位、目标时限、措施条文。例如“第7组谁牵头”。';

const SAYS: Record<Talk, string> = {
  greets: `您好！${HELP}`,
  receives: '好的。需要时随时问我。',
  thanks: '不客气。',
  leaves: '再见，需要时随时问我。',
};

/** Questions about the bot itself; run over the folded question without spaces and end marks. */
const ABOUT_BOT =
  /^(?:你好|您好|嗨)?(?:呀|啊)?(?:你|您)?(?:在|搁这儿?)?(?:忙|干|弄)(?:啥|什么|嘛)(?:呢|嘞|哩|咧)?(?:忙不忙|忙吗|忙不)?$|^(?:你)?(?:今天|晌午|中午|晚上|早上|早起)?(?:吃|喝|睡)(?:了|饭|饭了|罢饭?|汤|汤了|罢汤?|过饭?|茶|早饭|晌午饭)?(?:了)?(?:吗|没|没有|不)(?:呢|嘞|啊)?$|^(?:请问)?(?:你|您)(?:是)?(?:谁|哪位|哪一位|哪个|啥人|什么人|何方神圣)(?:呀|啊|呢|嘞|来着)?$|(?:你|您)(?:是谁(?!的)|叫(?:个)?(?:什么|啥)|是什么|是干什么|是做什么|是干啥|(?:都)?能(?:干|做)(?:点|些)?(?:什么|啥|些什么)|(?:都)?会(?:干|做)?(?:点|些)?(?:什么|啥|些什么)|会不会|(?:到底|究竟)?(?:是|算)?(?:个)?(?:机器人?|人工|真人|活人|ai|人)(?:还是.{1,4})?(?:吗|吧|么|呢)?|有什么功能|怎么用|(?:是|用的?)(?:个)?(?:什么|啥|哪个|哪家)的?(?:大?模型|软件|程序|系统|ai|技术)(?:做的|开发的)?|几岁|多大(?:了|年纪)?|是?男的?还?是?女的?|(?:能|会)(?:不能|不会)?(?:上网|联网|说话|听懂|看图|唱歌|骂人|聊天|撒谎|骗人|记住)(?:吗|不|么)?|累不累|困不困|能帮我?(?:干|做)?(?:什么|啥)|可以(?:干|做)什么|都能问什么|能回答(?:什么|哪些)|支持(?:什么|哪些))|^(?:周末|假期|过节|节|国庆|春节|年|日子|最近|今天|昨晚)?(?:过|休息|玩|睡|歇)得(?:咋样|怎么样|好不好|好吗|好不|如何|开心吗|咋着)$|^(?:早上|早饭|早起|中午|晌午|晚上|晚饭|午饭|今天|今晚)?(?:吃|喝)(?:的|点)?(?:啥|什么)(?:呢|了|好)?$|^(?:你)?(?:吃|喝)了(?:吗|没|不)(?:你|您)?$|^(?:咋|怎么)(?:用|使|问)(?:你|您)$|^(?:是)?谁(?:做|造|开发|训练|教|编|设计|写)(?:出来)?(?:的)?你(?:的)?$|^(?:帮助|help|功能|使用说明|怎么(?:用|使用|问)|能问(?:什么|啥|哪些)|可以问(?:什么|啥|哪些)|介绍一?下?(?:你自己|自己)|自我介绍|讲个笑话|说个笑话|唱首歌|陪我聊聊|聊聊天|无聊|你?真?笨|你?(?:是)?(?:个|不是)?(?:笨|傻)(?:机器人|蛋|瓜)?|.{0,4}牛头不对马嘴.{0,2}|答非所问|胡说八道|瞎说|乱说|不靠谱|真垃圾|没用|傻|你错了?|不对吧?|测试|test|试试|试一下|测试一下|1+|哈+|呵+|嘿+|嘻+|[?？!！。.~…]+)$/;

/** A receipt that goes on in words of one's own (`好，我回头再说给他`). */
const RECEIPT =
  /^(?:嗯+|行|好|哦|噢|知道|收到|明白|了解|ok|可以|成|妥|得|中).{0,14}(?:回头|记下|先这样|(?:[按照]|就[按照]?)(?:这|你说|它)的?个?(?:样子?)?(?:[跟给向往][^谁哪]{1,4}?)?(?:办|来|做|报|填|写|弄|整|改|发|印|说|回|交|抄)|再问|再说|再来|知道|明白|清楚|了解)|^.{0,6}我?(?:记下|明白|收到|晓得|知道)了(?:回头.{0,6}|先这样.{0,4})?$/;

/** A receipt and what one does next (`好的 材料我先改`, `行 那我报上去了`). */
const ACTS_ON =
  /^(?:嗯+|行(?!政|业)|好的?|好嘞|哦|噢|知道了?|晓得了?|收到|明白了?|了解了?|ok|可以|稍等(?:一?下)?|等(?:一?下|等|会儿?)|成(?![立员本果效])|妥)(?:了|吧|哈)?(?:那|这)?(?:[\u4e00-\u9fff]{0,3}(?:我|俺|咱)(?:们|这边|这儿)?|先|这就|马上|回头|现在就)(?!.*(?:给我|帮我|发我|告诉|想|要(?![去走])|问)).{1,12}$/;

/** `就按这个发`, `那就这么定`: what was said is made use of. */
const GOES_BY =
  /^(?:嗯+|行|好的?|可以|成|中|妥|ok|那|就|先)*(?:(?:按|照)(?:着|此|你(?:说|给|写)的|上面的?|这)(?:样|个|版|份)?(?:来|发|报|印|写|填|改|办|做|弄|定|走)|这(?:么|样)(?:定|办|报|发|写|来|做|改))(?:了|吧|啦|出去|上去)*(?:谢谢?[了啦你您]?|辛苦[了啦]?)?$/;
/** `主任好`, and who one is */
const GREETS =
  /^(?:各位|诸位)?(?:领导|主任|书记|局长|科长|处长|部长|老师|同事|同志)(?:们)?(?:早上|上午|中午|下午|晚上)?好(?:(?:我|我这边|这边)是[^谁哪什啥几多怎咋吗?？]{1,14})?$/;

/** `在不 问个材料上的事`: that something will be asked. */
const WILL_ASK =
  /^(?:在(?:不|吗|么|没)|你好|您好|领导|老师)*(?:我|这边)?(?:想|要)?(?:问|咨询|请教|打听)(?:您|你)?(?:一?个|一下|点|件)?(?:材料|工作|文件|通知|业务|这方面|小)?(?:上|里|方面)?的?(?:事儿?|问题|情况)(?:行[不吗]|可以吗|方便[不吗])?$/;

/** Praise and leave-taking in words of one's own (`太好了，省我翻半天`). */
const THANKS =
  /^(?:哎呀?|哇|嗯|好|哈+)?(?:感恩|感激|多亏|幸亏|解了?(?:我|俺|燃眉|大)(?:的|之)?急|雪中送炭|可以的|挺好|好用|不错|太好了|太棒了|辛苦|多谢|谢谢|真好|厉害|给力|救大?命|省(?:我|得|了)|帮(?:了?大|了)忙)/;
/** `你这回答挺利索`: a word of degree said of the bot or of what it said. */
const PRAISES =
  /^(?:哈+|嘿+|嗯+|哎呀?|哟)*(?:(?:你|您)(?:们)?(?:这|这个|的)?(?:回答|答复|回复|反应|脑子|记性|脑瓜|本事|小?助手|小?机器人|小?家伙|小东西|小玩意儿?|玩意儿?)?(?:的)?(?:回答|答复|反应|脑子|记性|脑瓜|嘴)?|(?:这|这个)?(?:回答|答复|回复|答得|答的|说得|说的|讲得|讲的|查得|找得|反应))(?:得|的|也|还|就|倒|是|可)*(?:挺|真(?!的)|很|太|蛮|怪|够|相当|特别|非常)[\u4e00-\u9fff]{1,6}$/;
/** `哈哈 这个快`, `这回真准`: praise without a word of degree. */
const PRAISES_SHORT =
  /^(?:哈+|嘿+|嗯+|哎呀?|哟|哇)*(?:这|这个|这回|这次|这下|这样|你|您|你这|这玩意儿?|这东西)(?:可|就|还|真|好|是|倒|答得|回得|查得|说得)*(?:快|准|灵|神|行|中|牛|强|方便|省事|省心|得劲|好用|好使|管用|清楚|明白|利索|靠谱|妥|绝)(?:多了|得很|了|啊|呀|哈|哇|嘞)*$/;
/** `头一天上班`, `刚调来`, `今儿刚报到`: what a newcomer says of himself. */
const NEWCOMER =
  /^(?:我|俺|咱)?(?:是|也|这)?(?:今天|今儿个?|昨天|这周|刚|才|刚刚|新)*(?:是|才|算|就)?(?:(?:头|第)一天(?:来|到)?(?:上班|报到|上岗|到岗|入职|工作|当差)?|(?:刚|才|新)(?:来|到|来报到|调来|调过来|入职|上岗|报到|到岗|分来|分过来|接手)|来报到|报到)(?:这里|这儿|单位|局里|科里|咱?区里?|科室|办公室)?(?:的|了|上班|没几天|不久|呢|哈|嘞)*$|^(?:请|还请|以后|往后|望|还望|大家|各位)*多*(?:关照|指教|指点|照应|照顾)(?:了|啊|哈|呀)*$/;
/** `累死了`, `加班到现在`, `开完会了`: how it goes with somebody who asks nothing yet. */
const OF_ONESELF =
  /^(?=..)(?:哎呀?|唉|嗐|我|俺|咱|真|可|快|都|要|今天|这两天|最近|这活儿?)*(?:(?:累|困|热|冷|烦|忙|饿|愁|急|气|无聊|头疼|头大|晕|堵车|心累|犯困|崩溃|上火|郁闷|焦头烂额)(?:死|坏|疯|垮|趴)?(?:我|人|俺)?(?:了|啊|呀|呢|着呢|得很)*|(?:加班|熬夜|值班|开会|忙活?|写材料|赶材料|填表|出差|下乡|干活)(?:到|了|一)(?:现在|半夜|深夜|凌晨|这会儿|天|整天|宿|上午|下午|早上|晚上)+(?:了|呢|啊)*)$|^(?:我|俺|终于|可算|总算|刚|才|这就|马上|先|好|可以|能|该)*(?:回去|去)?(?:开完会|开完|散会|下会|写完|填完|报完|交完|做完|忙完|弄完|交差|交代|复命)(?:去)?(?:了|啦|咯|嘞)+$|^(?:可算|总算|终于)(?:让我|给我)?(?:找|查|问|弄|搞|对|看|等)(?:着|到|明白|清楚|懂|上|全)(?:了|啦)*$|^(?:就|我|俺|没事儿?|没啥事?|只是|闲着)*(?:随便|随口|瞎|闲着?)(?:问问|问一?[下句]|看看|聊聊|转转|试试|说说)(?:的|而已|罢了|了)*$/;
/** `太及时了`, `不愧是你`, `你咋这么聪明`. */
const ADMIRES =
  /^(?:哎呀?|哇|嗯|真的?|这|这个|你|您|来得|回得|查得|答得|也|可|太|够|好|真是)*(?:及时|贴心|详细|周到|齐全|到位|专业|详尽|仔细|细致|全乎|机灵|靠得住)(?:了|啊|呀|哈|嘞)*$|^(?:真|果然|到底|真的?|还真|还得)*(?:不愧|还得|还|就)?是(?:你|您)(?:行|强|呀|啊|厉害|靠谱|懂|快|能)*(?:了)?$|^(?:你|您)(?:咋|怎么|为啥|为什么|凭啥)(?:就)?(?:这么|那么|恁|这样|如此)?(?:聪明|厉害|能|能干|快|懂|会|灵|神|牛|清楚|机灵|棒|强|好)(?:呢|啊|呀|嘞)?$/;
/** `你是哪家做的`, `你休息不`. */
const OF_BOT =
  /^(?:你|您)(?:是|由)?(?:谁|哪[家个]|什么|啥)(?:公司|单位|人|厂家?|团队)?(?:给)?(?:做|造|开发|训练|研发|弄|整|生产|设计|发明)(?:出来)?的?$|^(?:你|您)(?:也|都|平时|晚上|周末|节假日|用|要|需要|不用|不)*(?:休息|睡觉|睡|下班|上班|吃饭|放假|歇着?)(?:不|吗|没有?|么|呢)?$/;
const BLAMES = /笨|傻|差|烂|慢|蠢|啰嗦|乱|离谱|糊涂|水|假|错|不/;
/** `我上楼开会了`: where somebody goes who has asked enough. */
const GOES =
  /^(?:那|那就|好|行)?(?:我|俺|咱)(?:们)?(?:先|就|这就|得|要|该|去|赶紧|马上|也|再|还得|接着|继续)*(?:(?:上楼|下楼|进去|进场|进会场?|入场|出去|出门|出发|回去|回家|回单位|回办公室|过去|走|忙|撤|溜|闪|开会|上会|干活|吃饭|做饭|接个?电话|接人|接孩子|上班|下班|睡|歇|休息|上课|下乡|坐车|上车|赶车|赶路|退|挂|下线|汇报|交差|值班|加班)(?:去|了|啦|吧|会儿?|一下|觉|着|嘞|咧|哩|喽)*)+$/;
/** A sigh over one's work, or that it is done (`哈哈这几组真省事`, `表总算填完了，收工`). */
const SIGHS =
  /^(?:唉|哎呀?|哈哈+|呵呵|嘿嘿|哎哟|天哪|妈呀)[^,，]{0,10}(?:真是?|太|可真|好|够)(?!.*[办批接通退])[^,，。]{1,5}(?:了|啊|呀|人|事)?$/;
const DONE =
  /(?:总算|可算|终于)[^谁哪几]{0,5}(?:齐活|搞定|弄完|填完|写完|完事|做完|弄好|对完|凑齐)了?(?:收工|撤|下班|歇)?(?:了|啦|喽)?$/;

/** `没想到你还会这个`, `你比我们科长还清楚`. */
const SURPRISED =
  /^(?:哈+|嘿+|哟|哇)*(?:(?:你|您)这(?:脑子|记性|嘴|本事)比[\u4e00-\u9fff]{1,4}(?:好|强|快|灵)[\u4e00-\u9fff]{0,2}|(?:真)?(?:没想到|想不到|看不出)(?:你|您)(?:小子)?(?:还|也|居然|竟然|真)*(?:会|能|懂|知道|这么|挺)[\u4e00-\u9fff]{1,6}|(?:你|您)比[\u4e00-\u9fff]{1,8}(?:还|都|更)(?:强|好|快|清楚|明白|懂|靠谱|管用|厉害|能|行|熟)[\u4e00-\u9fff]{0,3})$/;
/** `唉加班呢`, `今天可累坏了`: how the day is. */
const OF_THE_DAY =
  /^(?:(?:唉|嗐|害|哎哟)[^你]{1,8}|(?:唉|哎呀?|嗐)?(?:我|俺|咱|今天|今儿个?|这天|外头|外面|昨晚)(?:这|儿|也|都|可|真|又|还|正|在|得|要|太|好|够|是|天)*(?:累|困|烦|忙|热|冷|饿|渴|加班|下雨|下雪|刮风|不错|堵车|熬夜|头疼|犯困)[\u4e00-\u9fff]{0,4})$/;
/** `已转发给同事`: what was done with the answer. */
const PASSED_ON =
  /^(?:那|行|好)?(?:我|俺)(?:先|再)(?!问|查|看看|说|要|办|报|交|申)[^谁哪给你您帮问查]{1,5}$|^(?:已经?|都|全|我)*(?:转发?|发|报|打印|记|存|转达|汇报|上报|交|填|抄)(?:给|到|进|在)(?:了)?(?!我)[\u4e00-\u9fff]{1,6}(?:了|啦)?$|^已(?:经)?(?:转发?|打印|记下|存好?|转达|汇报|上报)(?:了|过去|出去)*$/;

/** `先不问了`, `去食堂`, told one after the other. */
const ENOUGH =
  /^(?:那|就|行)*(?:先|今天|今儿|暂时|我|俺)*(?:不问|问完|问到这儿?|问这些|问这么多|不打扰|不麻烦|不耽误)(?:你|您|了|啦|先)*$/;
const GOES_TO = /^(?:我|俺|咱)?(?:先|这就|就|得|要|该)*去[\u4e00-\u9fff]{1,4}(?:了|啦|咯|喽)?$/;
const ASKS = /谁|哪|什么|啥|几|多少|吗|怎么|如何|多久|还是|是不是|分包|牵头|[?？]/;

/** `下回碰着事再麻烦你`, `想起啥来了接着问您`: that one will come back. */
const COMES_BACK =
  /^(?:那|那就|好|行|嗯|先|我|俺|咱)*(?:回头|改天|改日|改时间|下次|下回|过后|往后|以后|之后|明天|明儿|后天|晚点|晚些|待会儿?|等会儿?|一会儿?|过会儿?|过两天|过几天|有空|得空|空了|闲了|有事|有问题|有疑问|用得着|有需要|有不懂的?|不懂的?|想起(?:啥|什么|事)?来?了?|碰[到着见上](?:了|事|问题)*|需要(?:时|的时候)?|等我?[\u4e00-\u9fff]{1,5}了?)(?:我|俺|咱|要是|如果|若|想起(?:啥|什么|事)?来?了?|想到了?|有事儿?|有问题|有疑问|有不懂的?|不懂了?|不明白了?|碰[到着见上]了?(?:事儿?|问题)?|遇[到着见上]了?(?:事儿?|问题)?|用得着|需要|需要了|还有(?:啥|什么)?|有(?:啥|什么)(?:事|不懂的?|问题)?|[,，])*(?:再|还|又|接着|继续|还得|还要|要再|我再|我还)(?:来|去|跟你|跟您|向你|向您|找你|找您|回来)*(?:问|找|聊|唠|谝|侃|请教|麻烦|打扰|打搅|叨扰|烦|说|讲|来|喊|叫|联系|咨询|劳烦|劳驾|唠叨|求)(?:你|您|恁)?(?:们)?(?:吧|了|啊|哈|哦|呀|啦|嘞)*$|^(?:那|那就|好|行|咱|咱们)*(?:回头|改天|改日|下次|下回|明天|明儿|后天|晚点|待会儿?|等会儿?|一会儿?|过两天|周[一二三四五]|下周|有空|得空)(?:聊|唠|说|见|找你|联系|问你|细说|细聊)(?:吧|了|啊|哈|哦|呀|啦|嘞)*$/;
/** What one does next, beside a word of leave (`我到站下车了，回头再聊`). */
const DOES_NEXT =
  /^(?:那|那就|行|好)?(?:我|俺|咱|我们|这边|这会儿|领导|孩子|家里|单位|老板|媳妇|老婆|老公)(?!.*(?:给我|帮我|发我|告诉|想(?!起)|要(?![去走下上开回忙]|开会|下班)|问)).{1,10}(?:[了啦咯喽嘞呢会饭]|去|先|课|班)$/;

/** A longer clause before a word of leave is something to look up. */
const WHY = 9;
const WANTS = /给我|帮我|发我|告诉|要求|多久|名单|规定|办法|标准/;

/** Talk in words that nobody could list. */
export const receives = (): Reply => reply(SAYS.receives, [], { kind: 'chat', confidence: 0.6 });

/** A longer message is no talk. */
const LONGEST = 24;

/** Greetings, thanks, receipts, questions about the bot itself. */
export const answerSmallTalk: Handler = ({ folded, mentions }) => {
  const bare = folded
    .replace(/[\s,，。.、!！?？~…:：;；^()-]/g, '')
    .replace(/恁(?:们|都)?|侬/g, '你')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Component}(?<!\d)/gu, '');
  if (bare === '') return reply(HELP, [], { kind: 'chat' });
  if (bare.length > LONGEST) return undefined;
  const talk = talkOf(bare) ?? inOwnWords(bare) ?? clauseByClause(folded, mentions.length === 0);
  if (talk) return reply(SAYS[talk], [], { kind: 'chat' });
  return ABOUT_BOT.test(bare) || OF_BOT.test(bare)
    ? reply(`我只答这份通知里的事。${HELP}`, [], { kind: 'chat' })
    : undefined;
};

/** The same of a message before anything is cut off it: thanks behind a name for somebody are no tail (`师傅，辛苦了`). */
export function talkAsTyped(message: string): Reply | undefined {
  const folded = fold(message);
  const bare = folded.replace(/[\s,，。.、!！~…:：;；-]/g, '');
  const talk =
    bare.length > LONGEST
      ? undefined
      : (talkOf(bare) ?? clauseByClause(folded) ?? (OF_THE_DAY.test(bare) ? 'receives' : undefined));
  return talk && reply(SAYS[talk], [], { kind: 'chat' });
}

/** `我是退下来的老张`, beside a greeting. */
const INTRODUCES = /^(?:我|俺|我这边|这边)(?:是|叫|姓|来自)[^谁哪什啥几多怎咋吗?？]{1,14}$/;

/** What the last clause does, where every clause is talk. */
function clauseByClause(folded: string, namesNothing = false): Talk | undefined {
  const clauses = folded.split(/[\s,，。.!！~…;；:：]+/).filter((clause) => clause !== '');
  if (clauses.length < 2) return undefined;
  const talks = clauses.map((clause) => talkOf(clause) ?? inOwnWords(clause));
  if (talks.some((talk) => talk) && clauses.every((clause, i) => talks[i] ?? GOES_TO.test(clause)))
    return talks.includes(undefined) ? 'leaves' : talks.at(-1);
  // `手机没电了，先这样`: why one goes.
  const isWhy = (clause: string) =>
    clause.length < WHY &&
    !ASKS.test(clause) &&
    !WANTS.test(clause) &&
    (namesNothing || /[了啦]$/.test(clause));
  const isBye = talks.at(-1) === 'leaves' || /^(?:就|那)?先(?:这|到)/.test(clauses.at(-1) ?? '');
  if (isBye && clauses.every((clause, i) => talks[i] ?? isWhy(clause))) return 'leaves';
  const isLeaving = talks.at(-1) === 'leaves' || talks.at(-1) === 'thanks' || talks.at(-1) === 'receives';
  if (isLeaving && clauses.every((clause, i) => talks[i] ?? (!ASKS.test(clause) && DOES_NEXT.test(clause))))
    return talks.at(-1);
  if (talks.includes('greets') && clauses.every((clause, i) => talks[i] ?? INTRODUCES.test(clause)))
    return 'greets';
  return talks.includes(undefined) ? undefined : talks.at(-1);
}

/** `这回没糊弄我`, `还算靠谱没白问`. */
const UNDECEIVED =
  /^(?:这回|这次|这下|你|您|总算|还算|还好|幸好|果然|倒是|可|真)*(?:没有?|不)(?:糊弄|骗|坑|忽悠|蒙|诳|敷衍|白问|掉链子|让我失望)(?:我|俺|人)?(?:了|啊|哈|嘛)*$/;
/** `新来的接线员`, `先打个招呼`. */
const CALLS_IN =
  /^(?:哈[喽啰罗]|嗨喽?|hello|hi)$|^(?:我|俺|咱)?(?:是)?(?:这儿|这边)?新来的[\u4e00-\u9fff]{1,5}$|^(?:先|来|过来|跟你|给你|跟您|给您|跟大家|给大家)*(?:打|问)一?个?(?:招呼|声?好)(?:了|啊|哈|先)*$/;

function inOwnWords(bare: string): Talk | undefined {
  if (COMES_BACK.test(bare)) return 'leaves';
  if (ADMIRES.test(bare)) return 'thanks';
  if (ASKS.test(bare)) return undefined;
  if (OF_ONESELF.test(bare)) return 'receives';
  if (GREETS.test(bare) || WILL_ASK.test(bare)) return 'greets';
  if (RECEIPT.test(bare) || ACTS_ON.test(bare) || GOES_BY.test(bare)) return 'receives';
  if (GOES.test(bare) || ENOUGH.test(bare)) return 'leaves';
  if (SIGHS.test(bare) || DONE.test(bare) || OF_THE_DAY.test(bare) || PASSED_ON.test(bare)) return 'receives';
  if (SURPRISED.test(bare) || UNDECEIVED.test(bare)) return 'thanks';
  if ((PRAISES.test(bare) || PRAISES_SHORT.test(bare)) && !BLAMES.test(bare)) return 'thanks';
  if (NEWCOMER.test(bare) || CALLS_IN.test(bare)) return 'greets';
  return THANKS.test(bare) ? 'thanks' : undefined;
}

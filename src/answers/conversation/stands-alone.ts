import type { Mention } from '../names/entities.ts';

/** What may point at an earlier question, or ask for the rest of its answer. */
const POINTS_BACK =
  /[它他她该此这那]|[与较]之|之相比|呢|还|再|另|别的|又|也|其他|其余|剩|上面|前面|刚才|人家|里头|里边|里面|其中|然后|换|改成|改为|[打写输]错|分别|在不在$|各自|错了|说的|问的|第.{1,3}[个位名家项]|^(?:在|写在)附件|对应|^(?:最后|末了?|排头|打头|头一|第.{1,3}条)(?!.*(?:附件|通知|正文))|人头|列名|单子|名单[上里]|进去没|知道了|回到|说回|回头|接着[说问讲]|继续[说问讲]|[,，、](?:谁|哪[家个位])(?:牵头|分包|管|负责)|^(?:确定|真的|不对|咦|怎么会|咋会|咋不[是归由]|怎么不[是归由]|为啥不[是归由]|为什么不[是归由]|不是|难道)|^(?:我|俺|咱|可(?:是)?|但(?:是)?|不过)*(?:咋|怎么)?(?:一直)?(?:记得|记着|印象(?:里|中)(?:好像|咋|怎么)?|以为|听说)(?:应该)?是(?!.*(?:牵头|[分包]包|[包管]的|配合|组))[^,，谁哪什啥几]{2,8}$|[嘞哩咧](?:$|[,，])|^.{2,5}(?:来|过来|出来|那边)的(?:那|这)?(?:个|位)?(?:又?[是叫])?(?:谁|哪|啥)|^(?:搞|管|弄|做|卖|送|供|烧)[^,，]{1,4}的(?:那?一?家)?(?:也|还|都)?(?:有没有|在不在|算不算)|^(?:都|各|分别)|^(?:截止|啥时候|什么时候|几时|何时|时限|期限)|^(?:和|跟|与|或|比|有没有)|^(?:牵头|分包|分管)(?:的|单位|部门|领导)*(?:在(?![附哪])|是不是|就是|不是|应该是|有没有|是(?!谁|哪|什么|啥|怎))|^(?:责任单位|配合|参加的|名单|成员)|(?:责任|配合|牵头)单位(?:名单)?[里中][面头]?(?:[是排列])*第几|(?:参加没有?|算不算(?:[一1](?:个|家|份)|数|在内)?|在内吗?|^[^,，]{2,10}配合(?:吗|不))$|^(?:包括|包含|带|含|有)[^,，]{2,12}(?:吗|不|没有?)$|在(?:列|册|内)(?:不|吗|没有?)$|^[^,，]{2,8}(?:有没有?|在没在|带没带)$|(?:带|有|叫|拉|列)(?:上|着)?(?:我们?|咱们?|俺们?)(?:没有?|吗|不|么)?$|^(?:街道|[乡镇县市村]里|有人|有的?单位|下面|底下|同事|人家|群里|(?:台账|稿子|材料|表格?|报告)(?:里|上))(?:都|就)?(?:说|报|写|填)(?:的|是|成)*[^,，谁哪]{2,6}$|^[^,，]{2,8}(?:也|都|还)?(?:有份|算一个|算一家|在里[头面边]|沾边|掺和)(?:了|的)?(?:没有?|不|吗)$|^(?:应该)?(?:没有?|不(?:包括|包含|含|带|算))[^,，]{2,12}(?:吧|吗|么)$/;
/** `哦对了，…`: what comes to mind goes on from somewhere. */
const REMEMBERS = /^(?:哦|噢|喔|嗯|啊|呃|哎呀?|欸|对了|话说|好的?|行)+/;
/** Shorter ones may be a slot of something said before. */
const SHORTEST = 6;
/** What must stand beside the name for it to be a question of its own. */
const ASKS_MORE = 3;

/**
 * Whether a question says by itself what it is about, so that no earlier one can change its answer. Cautious: what is
 * in doubt does not stand alone.
 *
 * @param mentions what it names.
 */
export function standsAlone(question: string, mentions: readonly Mention[]): boolean {
  if (mayLean(question)) return false;
  const text = bare(question);
  const named = mentions.filter(({ how }) => how === 'name' || how === 'spoken' || how === 'post');
  if (named.length === 0) return false;
  if (
    named.length === 1 &&
    named[0]?.kind === 'unit' &&
    text.startsWith(named[0].text) &&
    OF_THERE.test(text)
  )
    return false;
  const longest = named.reduce((sum, { start, end }) => sum + end - start, 0);
  return text.length - longest >= ASKS_MORE;
}

/** `某委的是谁`: one of some people, by where he comes from. */
const OF_THERE = /的(?:那|这)?[个位]?(?:又?是|叫)?(?:谁|哪[个位])$/;

function bare(question: string): string {
  return question
    .normalize('NFKC')
    .replace(/[\s?。!;:]/g, '')
    .replace(REMEMBERS, '')
    .replace(/^[,、]+/, '')
    .replace(THIS_PAPER, '通知');
}

/** The paper itself is no earlier message's. */
const THIS_PAPER =
  /(?:这|该|本|咱|此)(?:一)?(?:份|个)?(?:区)?(?:的)?(?:这)?(?:份|个)?(?:红头)?(?:通知|文件|文(?=[^化体旅])|红头)|(?:咱|我们?)?区?(?:这)个?文(?=的|号|件)|这(?=是哪(?:年|个).{0,4}通知)/g;

/** A word in the place of a name, or a name put in the place of another. */
export const standsInFor = (question: string) => /[它他她]|知道了|[呢嘞哩咧][?？。!！]*$/.test(question);

/** Points at the noun before it (`某事这块，…`), and at several named in one breath. */
const OF_A_NOUN =
  /(?<=[\u4e00-\u9fff]{3})(?:这|那)(?:一)?(?:块|口|摊|事|方面|边)|(?<=组[和跟与、]第?\d*[\u4e00-\u9fff]{0,4}组)分别/g;

/** Whether a message points at something said before it, or is too short to say what it is about. */
export function mayLean(question: string): boolean {
  const text = bare(question).replace(OF_A_NOUN, '');
  return text.length < SHORTEST || POINTS_BACK.test(text);
}

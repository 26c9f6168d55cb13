import { buildReader } from '../characters/word-reader.ts';
import type { Turn } from '../turn.ts';

/** What can be asked of the paper itself. */
export type PaperField =
  | 'number'
  | 'date'
  | 'issuers'
  | 'addressees'
  | 'title'
  | 'attachments'
  | 'letterhead';

/**
 * `p`aper, its `n`umber, a bare `q` (number or day), `d`ate, where it is signed (`o`), `w`ho, what (`x`), who of `u`nits, `v` to issue, `g`iven to, title (`j`, what is called `t`, asked by `k`), the `i`ssuers by their name,
 * `a`ttachment, `h`anging on it, a `s`cheme, `l`etterhead, how many (`c`).
 */
const read = buildReader({
  p: '文件 这文件 这红头文件 这红头 这通知 这份通知 这份文件 通知 文 红头文件 这份东西 正文 本通知 这文 这份 本文 公文 材料 全文',
  n: '第几号 第几号文 文号 字号 发文字号 文件号 编号 文件编号 号 号码 几号文 多少号文 啥号文 什么号文 多少号 哪个号 啥号 什么号 发文号 文件号码',
  q: '几号',
  d: '日期 时间 日子 哪天 哪一天 几月 几月几号 几月几日 哪年 哪一年 哪年哪月 哪年哪月哪日 哪月哪日 什么时候 啥时候 何时 几时 落款日期 落款时间 成文日期 啥日子 什么日子 几日 哪个月 几月份 哪一日',
  o: '落款 落的款 落款是 成文 末尾 结尾 最后一行',
  w: '谁 谁家 是谁 哪两份 哪几份 哪俩份 哪两样 哪几样 哪俩方案 哪个 哪些 哪几个 哪俩 哪两个 哪位 哪些人',
  x: '啥 什么 多少',
  u: '哪俩办 哪两个办 哪俩 哪几个办 哪俩部门 哪两个部门 哪家 哪两家 哪几家 几家 哪俩单位 哪两个单位 哪些单位 哪个单位 哪个部门 哪些部门 几个单位 一家还是两家 一家还是两家联合 一个办公室还是两个 一个还是两个 一个单位还是两个 一家还是几家 一家还是多家 哪俩办公室 哪两个办公室 哪个办公室 哪几个办公室 几个办公室 哪两办 哪些办公室 什么单位 啥单位 两家还是一家 什么机关 哪个机关 哪些机关',
  v: '发文的 印文的 盖印 盖的印 发的 印的 印发的 下的 下发的 出的 发文 印发 下发 制发 联合发文 联合发的 联合印发 联合下发 联合 联名 署名 盖章 盖的章 发布 发 印 下 出 发出 印出来 印出 发出来 下来 发下来 出台',
  g: '给谁 发给谁 写给谁 给哪些 发给哪些 写给哪些 给哪些单位 发给哪些单位 写给哪些单位 发给哪几类 主送 主送单位 主送机关 抬头 称呼 抬头称呼 发给谁的 给谁的 发给哪些人 写给哪些人 印给谁 送给谁 发到哪些单位 发到哪里 给的是谁 给的是哪些单位',
  j: '标题 题目 文件名 完整标题 全题 书名号里 书名号 书名 篇名',
  t: '名 名儿 全称 全名 大名 名称 名字 正式名称 完整名称',
  i: '发文单位 发文机关 印发单位 印发机关 制发单位 制发机关 联合发文单位',
  k: '叫啥 叫什么 叫个啥 叫啥名 叫什么名 什么名 啥名',
  1: '附件1 附件一',
  2: '附件2 附件二',
  a: '附件',
  h: '附 附的 附着 附带 附带的 挂 挂着 挂在 挂的 跟着 捎带 捎着 后头 后面 屁股后头 屁股后面 屁股后边 屁股后 尾巴上 尾巴后头 夹带 夹着 搭着 背后 末尾附的 后边 一块发 一起发 一块儿发 一并发 一起发的 一块发的 一并印发 随文 随通知 随文件 带的 带着 带了',
  s: '方案',
  l: '红头 版头 文件头 打头那行大字 头一行大字 顶上那行大字 红字 红色大字 红头大字 大红字',
  c: '几个 多少个 几份 多少份 几',
  '-': '一个字别落 一字不落 一个字不落 一个字不差 一字不差 一字别落 别落字 别漏字 一个字别漏 俩办 编的 编了 编 排的 起的 另外 另 再 跟了 拖着 拖了 缀着 塞了 的 是 有 由 归 那 这 那个 这个 上 上头 上面 里 里头 里面 了 着 呢 吗 吧 么 呀 啊 哈 哦 来着 跟 和 与 、 , ， 及 以及 还有 各 各是 都 都是 分别 一块 一块儿 一起 一并 一共 总共 共 念 念一下 报 报一下 报给我 给我 告诉 我 说 说一下 写 写着 写的 怎么写 咋写 怎么写的 咋写的 印着 列 到底 究竟 请问 请 俩 两 两个 两份 两个的 1 2 3 一 二 三 个 份 区里 咱 咱们 区 我们 具体 完整 正式 准确 在 哪儿 怎么 就 又 也 还 单位 部门 机关 办公室 家 来 出来 下 全 去 看看 查 查下 查一下 “ ” ( ) 《 》 名义 用 以 为 叫 讲 讲讲 要 成 样 样的 发我 请把 把 发给我 呐 一股脑 打包 统统 引用 要 儿 嘞 哩 自己 自个儿 自个 自家 自身 本身 要写 要用 要填 登记 打印 封皮 抄 今年 年 月 日 最 最后 开头 打头 头里 头一行 第一行 它 它的 其 一遍',
});

const FIELDS: readonly [RegExp, PaperField][] = [
  // `这份文几号、哪天落的款`: a day of its own is asked beside.
  [/n|^(?!.*[vo]).*q|pq.*d|d.*pq/, 'number'],
  [/d|q.*[vo]|[vo].*q/, 'date'],
  [/i|[uw].*[vg]|v.*[uw]|o.*u/, 'issuers'],
  [/g/, 'addressees'],
  [/j|(?<![gui])t|^(?!.*[gnui]).*k/, 'title'],
];

/** What a masked question asks of the paper, by words of which none is of another matter; in order. */
export function paperFieldsAsked(masked: string): readonly PaperField[] {
  if (!HAS.test(masked) || /附件[\d三四五六七八九]|抄[送报]|签/.test(masked)) return [];
  const { letters, unread } = read(masked.replace(/20\d\d年/g, '年'));
  if (unread !== '' || /[12]/.test(letters)) return [];
  if (/a/.test(letters) || (/h/.test(letters) && /s/.test(letters)))
    return /[jtcwxk]/.test(letters) && !/[ndgqu]/.test(letters) ? ['attachments'] : [];
  if (/[hs]/.test(letters)) return [];
  const fields = FIELDS.filter(([pattern]) => pattern.test(letters)).map(([, field]) => field);
  const isOfPaper = /[pvlogi]/.test(letters) || /文号|字号|主送/.test(masked);
  if (!isOfPaper) return [];
  return fields.length > 0 ? fields : /^l[xjtpuk]*$/.test(letters) ? ['letterhead'] : [];
}

const HAS = /文|通知|附|红头|版头|落款|主送|抬头|发|印|下的|字号|后[头面]|盖的?[章印]/;

const OF_PAPER = /^(?:文头|落款|附件清单)$/;

/** `具体日期呢` after what the paper says of itself: of the paper too. */
export function paperAskedOn(text: string, last: Turn): string | undefined {
  const { cites, kind } = last.reply;
  if (kind !== 'answer' || !cites.every((place) => OF_PAPER.test(place)) || cites.length === 0)
    return undefined;
  const nth = text.match(/^(?:那)?第([一二12])(?:个|份)(?:附件)?呢?$/)?.[1];
  if (nth !== undefined && /附件\d/.test(last.question.text))
    return last.question.text.replace(/附件\d/, `附件${/[二2]/.test(nth) ? 2 : 1}`);
  const own = text.replace(/^(?:那|具体|还有|另外|它的?|呢|[,，])+/, '');
  return paperFieldsAsked(`通知${own}`).length > 0 ? `通知${own}` : undefined;
}

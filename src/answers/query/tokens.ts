import { sizesOf, type WordSizes } from '../characters/word-sizes.ts';
import type { Entity } from '../names/entities.ts';
import type { Question } from '../question/parse.ts';

/**
 * What a word of a question about who belongs to what can mean, as one small letter: `l`ead, `s`upport, `t`ake part,
 * `r`un (a leader), task `g`roup, `u`nit, `p`erson in charge, `w`hich, `c`ount, `o`nly, `e`xcept, other (`x`), `n`ot,
 * `b`oth, `a`nd, together (`k`), or (`z`), part of a group (`i`), measures (`q`), `y`es or no, a number (`d`), a comma; names are the capital letters of the masked question.
 */
const WORDS: Readonly<Record<string, string>> = {
  l: '牵头 主抓 主责 主办 领头 打头 挑头 带头 领衔 为主 领着 领 总牵头 牵着 牵 主导 当头 当家',
  s: '跟跑 陪跑 搭伙 被点成责任单位 责任单位 责任部门 配合单位 配合 参与配合 协助 协办 配角 打下手 搭把手 当帮手 帮忙 帮谁家忙 帮 忙 帮衬 跟班 副手',
  t: '下面跟着 底下跟着 后面跟着 跟着 跟着跑 搭进去 搭进 在册 在册的 涉及 涉及到 参加 参与 参与进 掺和 在 在列 在内 进 进了 列 列入 列进 列在 挂 挂在 有份 出现 出现在 加入 沾 沾边 算 待 露面 露脸 露过脸 露过面 出现过 摊上 轮上 挨上 排上 排进 入 榜上有名 有名 有它 有他 有她 拉 拉进 拉了 叫上 带上 占 占着 跑 出力 出了力 掺一脚 插一脚',
  r: '分包 分管 包联 包抓 包着 包了 包 管着 管了 管 负责 抓着 抓 联系 攥着 攥 揽着 揽 兼着 兼 挂点 名下 手里 手上 手底下 手下 手头 头上 身上 肩上 分的 分到 分了',
  g: '专项工作小组 专项小组 工作小组 专项组 小组 组 专班 领域 摊子 摊 摊儿 块 项目 项 档子 口 条线 事项 活 活儿 方面 事 头 地方',
  u: '分局 成员单位 单位 部门 家 局 委 委办局 几家 机构',
  p: '区领导 领导 包联领导 分包领导 分管领导 班子成员 当家人 一位 那位 这位 位 人',
  w: '哪位 哪一位 哪些 哪几 哪俩 哪两 哪仨 哪一 哪个 哪里 哪儿 哪 啥 什么 怎么写 咋写 谁 是啥 是谁 有谁 都有谁 都是谁',
  c: '几 多少 多少个 数数 数一数 数一下 点点数 总数 家数',
  o: '只是 只有 只在 只 仅仅 仅 光是 光在 光 就是 就在 就 单单 单 唯一',
  e: '不用说 不用说了 不用提 不说了 不光 不光是 不只 不只是 不仅 不仅是 不单 不单是 不止 不止是 除了 除 除开 除开 除去 除掉 刨去 刨掉 抛开 抛去 撇开 不算 不说 以外 之外 外 去掉 扣掉 减去',
  x: '另外 另一个 另一 另几个 另两个 另 别的 其他 其它 其余 剩下的 剩下 剩余 余下 还剩 还有 还 又 一边 再 别处 别家 旁的 此外 同时还 同时又',
  n: '没得 不 没有 没 未 无 不是 并非 从不 并不 并没有',
  b: '凑一桌 坐一桌 一桌 同桌 凑一块 凑在一起 凑到一起 凑到一块 凑一起 碰到 碰上 碰得到 碰得上 碰得着 碰着 遇到 遇上 撞到 撞上 碰面 并排 并列 联手 合伙 一道 一同 碰到一块儿 碰一块儿 碰一块 碰一起 凑一块 碰头 重合 重叠 交集 共有 同组 同一个组 同一组 两家都 都有份 均 皆 都 同时 一起 一块儿 一块 共同 同在 两家都 两边都',
  a: '既 和 跟 与 同 及 以及 、 加 加上',
  z: '还是 或者 或是 或',
  i: '分项 小项 分头 各项',
  q: '条 措施',
  y: '是这么排的吗 是这样排的吗 是这么写的吗 是这样写的吗 是这么分的吗 是这样分的吗 是这么定的吗 是这么回事吗 是这样的吗 是这样吗 这么排的吗 这么写的吗 这么分的吗 要不要 该不该 用不用 参不参加 是不是 是否 吗 吧 么 嘛 对不对 对吗 对吧 没错吧 有没有 在不在 有没 不就 难道 莫非 不成',
  k: '一共 总共 共计 合计 总计 加起来 加一块儿 加一块 加一起 合起来 合在一起 拢共 统共 相加',
  '#': '头衔 官衔 职务 职位 职级 本职',
  d: '一个 两个 俩 三个 仨 四个 五个 六个 七个 八个 九个 十个 一 二 两 三 四 五 六 七 八 九 十',
  ',': ': ： ? ？ , ， 。 ； ; 。',
  /** Says nothing here. */
  '-': '翻翻 翻一翻 翻下 干 分开 分开列 分开说 分开报 分着列 分着说 列全 帮列 帮列全 列齐 数来数去 算来算去 想来想去 点名 点了名 点到 拢一拢 归拢 捋一捋 列一列 汇总 统统 统统要 通通 带 连带 连同 问 喊 喊上 开会 来开会 到会 参会 挑出来 找出来 连 ( ) （ ） 打招呼 问下 嘞 咧 哩 自个儿 自家人 派人 派 派人去 派人参加 往 亲自 全称 对接 挨个 挨个儿 孤零零 交材料 送材料 一总 前后 念 念一下 念全 念念 列个单 列个单子 收着 收到 通知 通知到 凑数 安排 安排进 放进 编进 编在 搁 分布在 有关系 换成 发我 发我看看 好几 到会的 说一下 说下 报下 报一下 记得 我记得 听我 得力 说全 说完整 数得出来 挂着名 挂名 挂的名 讲 讲讲 讲一下 一个不落 不落 真的 真就 按道理 论理 类 拨 批 的 了 着 过 呢 啊 呀 那 这 是 有 由 归 给 里 里头 里面 里边 中 当中 其中 上 个 那个 这个 那组 我 我们 我局 咱 咱们 俺 你 您 请问 请 说 看 都有 分别 各 各个 共 到 去 来 为 它 他 她 它的 他的 本来 自己 本身 自家 也 得 要 会 该 应 应该 当 做 叫 名字 名单 起 之 以 于 被 把 让 同志 成 能 可 能不能 现在 目前 全 全部 所有 列一下 列出来 报一下 讲讲 听听 身份 角色 作为 担任 位置 局里 单独 手 后头 那一长串 一长串 长串 一串 串 进来 下来 出来 一遍 完 呗 哦 噢 哈 其实 到底 究竟 好像 听说 记得 应当 主要 具体 都算上 算上 后面 前面 边 儿 些 样 份 名 们 一并 区里 区 定 整 弄 那些 这些 该组 本组 可是 但 但是 却 而 而且',
};

/** Words by the letter that they are read as. */
export interface Vocabulary {
  letterOf: ReadonlyMap<string, string>;
  sizesAt: WordSizes;
}

/** The words of memberships, with further ones that a reader of its own has letters for; those hold before the others. */
export function vocabularyWith(more: Readonly<Record<string, string>> = {}): Vocabulary {
  const letterOf = new Map(
    [...Object.entries(WORDS), ...Object.entries(more)].flatMap(([letter, words]) =>
      words.split(' ').map((word) => [word, letter] as const),
    ),
  );
  return { letterOf, sizesAt: sizesOf(letterOf.keys()) };
}

const MEMBERSHIPS = vocabularyWith();

/** A question as a row of letters, with what stands behind each. */
export interface Skeleton {
  /** Letters of names and words in their order, without what says nothing. */
  letters: string;
  /** For each letter the word or name as said, and what a name stands for. */
  said: { text: string; entities: readonly Entity[] }[];
  /** Characters that are neither names nor words of this vocabulary. */
  unread: string;
}

/** Reads the masked question from left to right, the longest known word first; remarks beside it are left out. */
export function skeletonOf({ masked, mentions }: Question, vocabulary: Vocabulary = MEMBERSHIPS): Skeleton {
  const firm = mentions.filter((m) => m.how !== 'hint');
  const clauses: Skeleton[] = [];
  let clause: Skeleton = { letters: '', said: [], unread: '' };
  let names = 0;
  for (let at = 0; at < masked.length; ) {
    const char = masked.charAt(at);
    const name = /[A-Z]/.test(char) ? firm[names++] : undefined;
    const text = name ? char : wordAt(masked, at, vocabulary);
    const letter = name ? char : vocabulary.letterOf.get(text ?? '');
    if (text === undefined || letter === undefined) clause.unread += char;
    else if (letter !== '-') {
      clause.letters += letter;
      clause.said.push({ text: name?.text ?? text, entities: name?.entities ?? [] });
    }
    at += text?.length ?? 1;
    // `某某副主任`: the title says no more than the name.
    if (name?.kind === 'person') at += masked.slice(at).match(TITLE)?.[0].length ?? 0;
    if (letter !== ',' && at < masked.length) continue;
    clauses.push(clause);
    clause = { letters: '', said: [], unread: '' };
  }
  const kept = clauses.filter((one) => !isRemark(one));
  const start = kept.findIndex(({ letters }) => !/^,?$/.test(letters));
  const told = start < 0 ? kept : [...kept.slice(0, start).map(withoutPauses), ...kept.slice(start)];
  return {
    letters: told.map(({ letters }) => letters).join(''),
    said: told.flatMap(({ said }) => said),
    unread: told.map(({ unread }) => unread).join(''),
  };
}

const TITLE = /^副?(?:主任|书记|部长|局长|区长|委员|同志|领导)(?!单位)/;

/** Nobody is named in it and nothing asked, and half of it is of something else (`人手不够开会都排不开`). */
const isRemark = ({ letters, unread }: Skeleton) => unread.length > 1 && !/[A-Zwcyxels]/.test(letters);

/** Nothing comes before the first word. */
const withoutPauses = (row: Skeleton) => without(row, ',');

/** A row without the words of one letter. */
export function without(row: Skeleton, letter: string): Skeleton {
  const said = row.said.filter((_, i) => row.letters[i] !== letter);
  return { ...row, letters: row.letters.replaceAll(letter, ''), said };
}

function wordAt(text: string, at: number, { letterOf, sizesAt }: Vocabulary): string | undefined {
  for (const size of sizesAt(text, at)) {
    const word = text.slice(at, at + size);
    if (letterOf.has(word)) return word;
  }
  return undefined;
}

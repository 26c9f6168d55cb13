import type { Entity } from '../names/entities.ts';
import type { Question } from '../question/parse.ts';
import { type Skeleton, skeletonOf, vocabularyWith } from './tokens.ts';

/** Numbers in digits, as many as there may be groups or units. */
export const NUMBERS = Array.from({ length: 40 }, (_, i) => `${i + 1} ${i + 1}个 ${i + 1}家 ${i + 1}项`).join(
  ' ',
);

/**
 * Words of setting aside, wanting and comparing, beside those of memberships: `h` denies that something is asked, `j`
 * says so behind it, `~` leaves out before or behind, `v` says what is wanted, `m` each by itself, `f` more, fewer or as many.
 */
export const REQUESTS = vocabularyWith({
  h: '别 别说 别跟我说 别跟我提 别跟我讲 别给我 别给我说 别报 别提 别问 不问 不是问 没问 不要 不找 不管 别管 别找 不是说 不是找 不是要 不用管 不想要 不想问 不关心 不看 甭说 甭管 甭提 用不着 不是指',
  j: '以外 之外 外 除外 不用说 不用说了 不用讲 不用提 不说了 就不用说了 不必说 不用报 不用列 知道 知道了 我知道 我知道了 都知道 晓得 清楚 有数 先放一边 不用写 不写 不必写 通知过 通知过了 我通知过了 通知到了 写上 写上了 我写上了 记下了 我记下了 不计算 不作数 放一边 别数 别算 别列 不要了 不提 不计 不在内 也别 就别说了 就算了',
  v: '问 我问 想问 要问 我要问 问的是 我问的是 要 要的是 想要 只要 光要 就要 单要 找 想找 想知道 想看 说的是 我说的是 只问 光问 就问 就说 光说 只说 单说 光报 只报',
  '~': '我只记得 只记得 只知道 我只知道 我就知道 只晓得 先撇开 先不管 先不说 先不算 先不提 先别说 已经写了 已经有了 已写 已有 不算 不算上 不含 不包括 不带 不数 刨开 刨去 刨掉 抛开 抛去 撇开 撇掉 撇去 去掉 扣去 扣掉 扣除 剔除 排除 减去',
  b: '都有 都有的 公共 公共的 共同的',
  k: '也',
  c: '数量',
  d: NUMBERS,
  ',': '( ) （ ）',
  m: '各自 分别 各 各个 每家 分开 分开说 分开列 分开讲 分开报 分着 分着列 分着说 分别列 分别说 单独列',
  u: '成员 组员',
  x: '剩 还差 还缺 还漏',
  g: '项数 组数 个数 数目',
  f: '一样 一样多 相同 一般多 同样多 多 少 更多 更少 数一样 比',
  y: '填对没 填对没有 填对了吗 填对了没 写对没 写对没有 写对了没 管不管 归不归 沾不沾 算不算 这么说 这样说 说得 说法 的说法 这说法 这个说法 核对 核对一下 核对下 核一下 核实 对得上 属实 准不准 准 记得 我记得 没记错 没说错 没错 没写错 正确 对不 对吗 是吗 对 对的 这么写 这么记 我这么记 记 对么 错',
  w: '叫啥 叫什么 叫什么名字 啥名 啥角色 什么角色',
  '-': '已经 任何 任何一个 从 填 填的 填的是 办事员 科员 工作人员 的人 干部 小组分工 那一大段 那一段 那段 第3部分 第三部分 后面小组 数着 我数着 我数 我数了 点了 点了名的 别人 别人家 名字 姓名 全名 另外三 里边 报一报 念念 念一下 念一遍 列一列 说说 说下 说一下 讲一下 顺便说说 一起说下 一块说 一块儿说 告诉我 都给我 都要 啦 哟 么着 呵 现成 都报 报一下 报给我 光 就 的话 上 上头 上面 头上 这俩 那俩 俩组 这两 那两 打包 一下 顺便 顺带 一同 一道 也一样 同样 直接写出 直接写 写出 局名 明写 写明 写 写着 写的 写的是 这 那边 那块 这块 帮我 给我',
});

/** What a question leaves out of account, and the row of the rest. */
export interface Asked {
  row: Skeleton;
  /** Letters of the parts that are set aside (`lead`, `support`, …). */
  parts: string;
  /** The names that are set aside. */
  entities: readonly Entity[];
  /** Whether anything is. */
  isApart: boolean;
}

/**
 * Stretches that set something aside, each with what it begins after: `不是某局的人还是…`, `别跟我说某局`, `不是某局`, `我知道某组是某局牵头`,
 * `牵头的不用说`, `某组有某局，还有哪些`, `除了某局`, `某局以外`.
 */
const STRETCHES: readonly RegExp[] = [
  /[UP][pu]*,?z(?=[pw]*p)/,
  /h[^,vwy]*[A-Zlsrpub][^,vwy]*/,
  /(?<=,)n[UGPBO][pug]?(?=,|$)|^n[UGPBO][pug]?,|(?<=[plsur])n[pus](?=,|$)/,
  /(?<=^|,)j[^,wc]*[A-Z][^,wc]*(?=,)/,
  /(?<=^|,)[^,wcxveh~]*[A-Zls][^,wcxveh~]*[j~h](?=,|$)/,
  /^U(?:a?U)*l(?=G[gd]*,?[^Gg]*x[^Gg]*$)/,
  /(?<=^G[gds]{0,3})U(?:a?U)*[tdbl]*(?=,x[wcusgd]*$)/,
  /(?<=G[gds]*)aU(?:aU)*[bf](?=s)|^U(?:aU)*t*(?=G[gd]*,[^UPG]*b[^UPG]*x)/,
  /[e~](?:[tlsr]*[UGPS](?:a?[UGPS])*(?:(?<=U)[ls](?=[,x]|$))?|[ls]+[ug]*)[gui]*[j~]?(?=.)/,
  /(?:l(?=U))?(?:U(?:a?U)*|G(?:a?G)*|P(?:a?P)*|Si*)(?:j|~(?!a?[UGPS]))/,
  /(?<=[a-zUGP,])[e~](?:[tlsr]*[UGPS](?:a?[UGPS])*|[ls]+[ug]*)[gui]*[j~]?$/,
];

/** What is not asked, cut off a question; undefined where words are left that are not read. */
export function askedRow(question: Question): Asked | undefined {
  const read = skeletonOf(question, REQUESTS);
  if (read.unread !== '') return undefined;
  let row: Skeleton = namedOnce(read);
  let [parts, entities]: [string, Entity[]] = ['', []];
  for (const stretch of STRETCHES) {
    for (let found = row.letters.match(stretch); found; found = row.letters.match(stretch)) {
      const [start, end] = [found.index ?? 0, (found.index ?? 0) + found[0].length];
      const cut = row.said.slice(start, end);
      const rest = withNameLeft(row, start, end);
      if (rest.letters.length === row.letters.length) break;
      row = rest;
      parts += found[0].replace(/[^lsrpu]/g, '');
      entities = [...entities, ...cut.flatMap((word) => word.entities)];
    }
  }
  const isApart = parts !== '' || entities.length > 0;
  return { row: tidy(row), parts, entities, isApart };
}

/** `某局（又名某局）`: one unit by two of its names. */
function namedOnce(row: Skeleton): Skeleton {
  const stays = (_: unknown, i: number) => {
    const before = row.letters[i - 1] === ',' ? i - 2 : i - 1;
    const isUnit = row.letters[i] === 'U' && row.letters[before] === 'U';
    return !(isUnit && JSON.stringify(row.said[i]?.entities) === JSON.stringify(row.said[before]?.entities));
  };
  const said = row.said.filter(stays);
  return said.length === row.said.length
    ? row
    : { ...row, letters: [...row.letters].filter(stays).join(''), said };
}

/** A row without a stretch of it; whom the rest asks about stays, where nobody else is named. */
function withNameLeft(row: Skeleton, start: number, end: number): Skeleton {
  const stretch = row.letters.slice(start, end);
  const rest = row.letters.slice(0, start) + row.letters.slice(end);
  const isSaid = /[UGPBO]/.test(rest) || /^[e~]|^(?:[UGP]a?)+[j~]$/.test(stretch);
  // `某局牵头的某组除外，别的还有哪几个组`: asked of the unit.
  const isOfHolder =
    /[UP].*G/.test(stretch) &&
    !/u/.test(rest) &&
    (/w[dg]*g|cg/.test(rest) || (/Ul+G/.test(stretch) && /ws$|sw$/.test(rest)));
  const kept = isSaid ? -1 : start + stretch.search(!isOfHolder && /G/.test(stretch) ? /G/ : /[UP]/);
  const stays = (_: unknown, i: number) => i < start || i >= end || i === kept;
  return {
    ...row,
    letters: [...row.letters].filter(stays).join(''),
    said: row.said.filter(stays),
  };
}

/** A row without what only says that it is asked, and without pauses at its ends or side by side. */
function tidy(row: Skeleton): Skeleton {
  const stays = (letter: string, i: number, all: readonly string[]) =>
    letter !== 'v' &&
    !(letter === ',' && (all.slice(0, i).every((l) => l === ',' || l === 'v') || all[i - 1] === ','));
  const letters = [...row.letters];
  const said = row.said.filter((_, i) => stays(letters[i] ?? '', i, letters));
  const kept = letters.filter(stays).join('');
  const end = kept.replace(/,+$/, '').length;
  return { ...row, letters: kept.slice(0, end), said: said.slice(0, end) };
}

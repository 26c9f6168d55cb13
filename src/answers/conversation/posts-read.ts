import { buildReader } from '../characters/word-reader.ts';
import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';

type LeadingBody = Facts['mainBody'];

/** A post in a body or in its office. */
export interface BodyPost {
  isOffice: boolean;
  isHead: boolean;
}

/** Which posts of which bodies a message asks for. */
export interface PostsAsked {
  bodies: readonly LeadingBody[];
  /** Whether the message names a body, its office or its paper itself. */
  isNamed: boolean;
  posts: readonly BodyPost[];
  /** Whether the words say by themselves that a body is meant. */
  isAnchored: boolean;
  /** Whether the posts are said by their bare rank (`正的`): of a body or an office, as spoken of before. */
  isBare: boolean;
  /** Who is said to hold the post, where somebody is. */
  claimed: string | undefined;
  /** Whether it is asked if the bodies have one holder. */
  isSame: boolean;
  /** Whether the titles of the holders are asked for too. */
  isTitled: boolean;
  /** Whether the holders of several posts are to be counted together. */
  isSum: boolean;
  /** Whether it is asked where the office is. */
  isSeat: boolean;
}

/**
 * `b`ody, `o`ffice, the `m`ain text, an annexed paper (`x`); head of a body (`c`), of an office (`z`), of either (`h`);
 * their deputies (`e`, `f`, `d`); the `p`erson said to be it, the matter itself (`y`); `t`wo of what follows, `u` both; the same one (`i`), `k` save; `s`eat; `w`ho; to`g`ether; to `l`ead, `n` who leads; ti`r`tles.
 */
const read = buildReader({
  b: 'B 领导小组',
  p: 'P',
  y: '营商 营商环境 优化营商环境',
  o: 'O 办公室 常设机构 办事机构 营商办',
  m: '正文 主文 正文里 正文那个 正文那边 主文件',
  x: 'X 附件2 附件2里',
  c: '组长 正组长 大组长 总组长',
  z: '主任 正主任 一号主任',
  h: '正的 正职 正手 正 一把手 头儿 头头 老大 当家的 当家人 一号人物 一号 主官 带头的 牵头人 负责人 打头的 领头的 领头 带头人 牵头的 牵头',
  e: '副组长 副组长们 第一副组长',
  f: '副主任 副主任们',
  d: '副的 副职 副手 副 帮手',
  t: '两个 俩 2个 两',
  u: '两边 两头 两处 俩地方 两个地方',
  i: '同一个人 一个人 同一人 同一位 同一个 一个同志 一位同志 同一位同志 一位 一人 一样 相同 重了 重合',
  n: '谁管 谁来管 归谁管 由谁管 谁管着 谁在管 又谁管 谁管的 谁管事 谁挂帅 谁带队 谁分包 谁来分包',
  l: '挂帅 挂帅的 掌舵 掌舵的 主事 主事的 管事儿 带队 打理 操持 负责 主持 主持工作 当家 管事 说了算 坐镇 管着 主管 领着 拍板 做主',
  k: '除了 除开 除 以外 之外 外 除去',
  s: '设在 设到 设 挂在 挂靠在 挂靠 放在 安在 搁在 搁 落在 在哪 坐落在',
  r: '啥单位的 什么单位的 哪个单位的 哪单位的 啥单位 什么单位 哪家单位的 哪儿的 哪来的 职务 头衔 职级 官衔 身份 各自单位 本职 来自 什么来头',
  g: '一共 总共 共 统共 合计 拢共 加起来',
  w: '谁 是谁 哪位 哪几位 哪个 哪几个 哪些 哪些人 哪几人 哪俩 哪两位 哪两个 哪两人 哪一位 哪一个 哪五位 哪四位 哪十位 什么人 啥人 几个 几位 几人 几名 多少 多少人 多少个 多少位 叫啥 叫什么 啥 什么 都有谁 哪 几 哪家 哪儿 哪里 哪个委 哪个局 哪个单位 哪个部门 哪名 哪',
  '-': '总 转 专班 带队 大组 光 光是 单 单单 单是 只 只是 就有 抓 抓着 嘞 咧 哩 配 配了 却 可 就是 的 是 有 由 归 兼 兼着 兼任 兼职 当 当着 担任 担着 担 任 做 干 挂 挂着 挂名 扛 坐 管 管日常 负 日常 常设 常年 日常工作 工作 下设 底下 下面 下头 那个 这个 那 这 那边 这边 那摊 这摊 那块 这块 那摊子 那头 那份 那套 里头 里面 里 里边 上 中 名字 姓名 名单 名 大名 同志 领导 区领导 人 位 个 员 又 也 都 还 还有 另外 另 各 各自 分别 一个 又一个 另一个 也一个 一 二 三 四 五 六 七 八 九 十 1 2 3 4 5 6 7 8 9 0 吗 呢 吧 么 嘛 不 没 了 着 呀 啊 哈 是不是 是否 到底 究竟 请问 请 报 报一下 念 念一下 说 说一下 列 列一下 告诉 给 我 咱 咱们 你 您 我们 区里 区 优化 设立 成立 专 专门 专职 专任 还是 独立 牵总 牵总的 总的 大的 这活儿 这活 活儿 , ， ? ？ 、 和 跟 与 及 以及 就 才 其 他们 来 在 会 到 把 人家 现在 目前 现 如今 具体 全部 所有 方案 方案里 行动 专项行动 专项 整治 建设 委 局 单位 部门 家 地方 呗 哦 噢 来着 老 之 ( ) “ ” 为 叫 谁谁 时 份 那儿 这儿 条 些 几 出来 下 一遍 数数 数一数 数 看看 看 想 知道 要 全 齐 全名 全称 打全 列全 写全 报全 印全 补全 凑全 打 打出来 打印 打印出来',
});

/** What a body does is asked, not who is it (`办公室负责什么`). */
const LOOKS_AFTER_WHAT = /(?:负责|主管|管着?|抓着?|主持)(?:的|些|点|着)*(?:什么|啥|哪[些几块])/;

/** What a message asks of the posts in bodies and their offices; undefined where any word of it is of another matter. */
export function postsAsked(question: Question, facts: Facts): PostsAsked | undefined {
  if (!/[BO组办副正]|主任|头|一号|负责人/.test(question.masked)) return undefined;
  if (
    /没有?(?:分|活|事|任务|安排|包)|(?:下|后|新|继|接|上|前)(?:一|1)?任的?(?=[副组主书领])/.test(
      question.masked,
    )
  )
    return undefined;
  const named = namesIn(question, facts);
  if (named === undefined) return undefined;
  const { letters, unread } = read(named.text);
  // `主任不是某某吧，是谁`: whoever it is.
  const isDenied = /不是P(?:吧|吗|么|[,，])/.test(question.masked);
  if (LOOKS_AFTER_WHAT.test(question.text)) return undefined;
  if (unread !== '' || (named.claimed !== undefined && /[wn]/.test(letters) && !isDenied)) return undefined;
  const posts = postsIn(letters);
  const isSeat = /s/.test(letters) && /o/.test(letters);
  const isTwice = /g.*g/.test(letters);
  if ((posts.length === 0 && !isSeat) || isTwice) return undefined;
  return {
    bodies: bodiesIn(letters, named.indexes, facts),
    isNamed: /[bmx]/.test(letters) || named.indexes.length > 0,
    posts,
    isAnchored:
      named.isOneOfThem ||
      /[bomce]/.test(letters) ||
      (/[xy]/.test(letters) && /[zf]/.test(letters)) ||
      /x.*d/.test(letters),
    claimed: /[wn]/.test(letters) ? undefined : named.claimed,
    isBare: !/[czefbo]/.test(letters),
    isSame: /i/.test(letters),
    isSum: /g/.test(letters) && posts.length > 1,
    isTitled: /r/.test(letters),
    isSeat,
  };
}

/** The one body that a message only names (`某事办公室呢`), and whether its office; undefined where it says more. */
export function bodyOnlyNamed(question: Question, facts: Facts) {
  if (!/[BOGX]|办公室|领导小组|附件2/.test(question.masked)) return undefined;
  const named = namesIn(question, facts);
  const { letters, unread } = named ? read(named.text) : { letters: '', unread: '?' };
  if (
    !named ||
    named.claimed !== undefined ||
    named.indexes.length === 0 ||
    unread !== '' ||
    !/^[boxm]+$/.test(letters)
  )
    return undefined;
  const [body, ...others] = bodiesIn(letters, named.indexes, facts);
  return others.length > 0 ? undefined : body && { body, isOffice: /o/.test(letters) };
}

/** `设在某委的那个办公室`: an office by where it is. */
const SEATED = /(?:设|放|挂|安)?(?:在|到)?U(?:那边|里)?的?(?:那|这)?一?个?(?=办公室)/;

/** `办公室设在某委，主任是不是…`: where it is, said before what is asked. */
const SEATED_FIRST = /(?<=[BO]|办公室)(?:就|是)?(?:设|放|挂|安)在U(?:那边|里)?(?=[,，的])/;

const BODY_ENDS = '(?:那|这|个|边|块|摊|份|头|的|办|办公室|领导小组|专项|行动|小组|里|主任|副?组长)*';
/** `…，不是某事那个`, `别跟我说某领导`, `某事那个不算`: a body or somebody that is not asked for. */
const NOT_ASKED = [
  new RegExp(
    `[,，(（]?(?:(?:说的|问的|要的)?不是|不(?:问|说|要|找)|别(?:跟我|给我)?(?:再)?(?:说|提|报|讲)|甭说|不含)(?:总的|大的)?[BOG]${BODY_ENDS}[)）]?(?=[,，)）]|是(?!不是|谁)|$)`,
  ),
  /[,，(（]?(?:不(?:问|说|要|找)|别(?:跟我|给我)?(?:再)?(?:说|提|报|讲)|甭说)P[)）]?(?=[,，)）]|$)/,
  new RegExp(`[BOG]${BODY_ENDS}(?:不算|除外|以外|之外|(?:就)?不用说了?|别说|撇开)[,，]?`),
];

/** `除了兼主任的某某，…`, `某委主任在内，…`: somebody beside those that are asked for, or one of them. */
const BESIDE_THEM =
  /[,，(（]?(?:(?:除了?|除去|撇开|不算|不含)[^,，P]{0,6}P(?:以外|之外)?|(?:连|算上|加上|包括|含)?P(?:都|也)?(?:在内|算上|算在内)|(?:连上?|连带|算上|加上|包括|含)P(?=[,，]))[)）]?[,，]?/;

/** A question for deputies without whoever it names beside them: the head who is none of them, or one counted in. */
function withoutBeside({ masked, mentions }: Pick<Question, 'masked' | 'mentions'>, facts: Facts) {
  const found = masked.match(BESIDE_THEM);
  const rest = found ? masked.replace(found[0], ',') : masked;
  const firm = mentions.filter((m) => m.how !== 'hint');
  const asIs = { masked, mentions: firm, isOneOfThem: false };
  if (!found || !/副/.test(rest)) return asIs;
  const from = (masked.slice(0, found.index).match(/[A-Z]/g) ?? []).length;
  const [entity] = firm[from]?.entities ?? [];
  const isOffice = /主任|[BO]?办公室|O/.test(rest);
  const isDeputy = facts.model.bodies.some(({ deputies, office }) =>
    (isOffice ? (office?.deputies ?? []) : deputies).some(
      (id) => entity?.kind === 'person' && entity.id === id,
    ),
  );
  const isLeftOut = /除|撇|不[算含]/.test(found[0]);
  return isDeputy === isLeftOut
    ? asIs
    : { masked: rest.replace(/^,/, ''), mentions: firm.toSpliced(from, 1), isOneOfThem: isDeputy };
}

/** A question without what it says is not asked, where a post is left in it. */
function withoutNotAsked({ masked, mentions }: Question): Pick<Question, 'masked' | 'mentions'> {
  let [text, firm] = [masked, mentions.filter((m) => m.how !== 'hint')];
  for (const pattern of NOT_ASKED) {
    const found = text.match(pattern);
    const rest = found ? text.replace(found[0], ',') : text;
    if (!found || !/主任|组长|[正副]|头/.test(rest)) continue;
    const from = (text.slice(0, found.index).match(/[A-Z]/g) ?? []).length;
    firm = firm.toSpliced(from, (found[0].match(/[A-Z]/g) ?? []).length);
    text = rest;
  }
  return { masked: text, mentions: firm };
}

/** `某事专项行动的领导小组`: one body, by its own name and what it is. */
const NAMED_AGAIN = /B(?:的|那个|这个)*B/;

/** `某某当组长的两个领导小组`: bodies by who heads them. */
const HEADED_BY =
  /P(?:同志)?(?:当|任|做|担任|兼任?|是|挂)(?:着)?(?:的)?组长的(?:一共|总共)?(?:有|是)?(?:[那这][两俩几]?|[两俩2几])?个?(?:B|领导小组|小组|组)?/;

/** The masked question with a matter that a body is named by as `X`; undefined where it names anything else. */
function namesIn(question: Question, facts: Facts) {
  const { masked, mentions, isOneOfThem } = withoutBeside(withoutNotAsked(question), facts);
  const indexes: number[] = [];
  let claimed: string | undefined;
  let text = masked;
  for (const { kind, entities, how, text: said } of mentions) {
    const [entity] = entities;
    const isAgain = said === '领导小组' && indexes.length > 0 && NAMED_AGAIN.test(masked);
    if (isAgain) continue;
    if (entity?.kind === 'body' || entity?.kind === 'office') {
      indexes.push(entity.index);
      continue;
    }
    if (entity?.kind === 'person' && entities.length === 1 && HEADED_BY.test(text)) {
      const headed = facts.model.bodies.flatMap(({ head }, i) => (head === entity.id ? [i] : []));
      if (headed.length === 0) return undefined;
      indexes.push(...headed);
      text = text.replace(HEADED_BY, 'B');
      continue;
    }
    if (entity?.kind === 'person' && entities.length === 1 && how !== 'post' && claimed === undefined) {
      claimed = entity.id;
      continue;
    }
    const seated =
      entity?.kind === 'unit' ? facts.model.bodies.findIndex((b) => b.office?.seat === entity.id) : -1;
    const isFirst = SEATED_FIRST.test(text);
    if (seated >= 0 && (isFirst || SEATED.test(text))) {
      indexes.push(seated);
      text = text.replace(isFirst ? SEATED_FIRST : SEATED, '');
      continue;
    }
    const field = entity?.kind === 'group' ? facts.group(entity.no)?.field : undefined;
    const index = facts.model.bodies.findIndex(({ name }) => field !== undefined && name.includes(field));
    if (kind !== 'group' || how === 'number' || entities.length !== 1 || index < 0) return undefined;
    indexes.push(index);
    text = text.replace('G', 'X');
  }
  return { text, indexes, claimed, isOneOfThem };
}

function postsIn(letters: string): BodyPost[] {
  const said = letters.replace(/k[czh]|[czh]k/g, '');
  const isOffice = /[zf]/.test(said) || (/o/.test(said) && !/[ce]/.test(said));
  const found: BodyPost[] = [];
  for (const letter of said) {
    const post = POSTS[letter];
    const meant = post && { isHead: post.isHead, isOffice: post.isOffice ?? isOffice };
    if (meant && !found.some((p) => p.isHead === meant.isHead && p.isOffice === meant.isOffice))
      found.push(meant);
  }
  const isLed = found.length === 0 && /l.*w|w.*l|n/.test(said) && /[ob]/.test(said);
  if (!isLed) return found;
  // `领导小组谁挂帅，办公室又谁管`: the head of each.
  const isEach = /b[^o]*(?:lw|wl|n)[^o]*o.*(?:lw|wl|n)/.test(said);
  const office = { isHead: true, isOffice: true };
  return isEach ? [{ isHead: true, isOffice: false }, office] : [{ ...office, isOffice: /o/.test(said) }];
}

const POSTS: Readonly<Record<string, { isHead: boolean; isOffice?: boolean }>> = {
  c: { isHead: true, isOffice: false },
  z: { isHead: true, isOffice: true },
  h: { isHead: true },
  e: { isHead: false, isOffice: false },
  f: { isHead: false, isOffice: true },
  d: { isHead: false },
};

function bodiesIn(letters: string, indexes: readonly number[], { model, mainBody }: Facts): LeadingBody[] {
  const isEach = /y[bo]*[czefdh].*x|x[bo]*[czefdh].*y|o.*xo/.test(letters);
  const isBoth = isEach || /t[bo]|u/.test(letters) || (/m/.test(letters) && /x/.test(letters));
  if (isBoth && model.bodies.length === 2) return [...model.bodies];
  const named = [...new Set(indexes)].flatMap((index) => model.bodies[index] ?? []);
  if (named.length > 1) return named;
  const annexed = model.bodies.filter(({ location }) => location.startsWith('附件2'));
  if (/x/.test(letters) && annexed.length > 0) return annexed;
  if (/m/.test(letters)) return [mainBody];
  return named.length > 0 ? named : [mainBody];
}

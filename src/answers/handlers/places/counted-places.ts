import type { Clause } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { buildReader } from '../../characters/word-reader.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { itemsOf } from './clauses.ts';

/** Places by the letter of the mask (`C`, a body `B`), how many (`n`), how many people (`m`). */
const read = buildReader({
  C: 'C',
  B: 'B',
  n: '几项 几条 几个 几点 几样 几种 几类 几款 几招 几块 几小块 几小项 几小点 几小条 几方面 几个方面 几大项 几大类 几大条 几大点 几大方面 几件 几件事 多少项 多少条 多少个 多少点 几项制度 几条制度 几个制度 几项措施 几条要求 几项要求 几个小点 几个要点',
  m: '几位 几名 几个人 几人 几位领导 几位区领导 几名领导 几名区领导 几个领导 几个区领导 多少人 多少位',
  '-': '附件1 附件2 附件一 附件二 正文 方案 通知 文件 里 里头 里面 中 下面 底下 下头 之下 往下 部分 这部分 那部分 块 这块 那块 那个 这个 的 着 了 一共 总共 共 拢共 统共 合计 是 有 由 组成 构成 包含 包括 含 设 设了 列 列了 列着 列出 列出了 分 分了 分成 分为 写 写了 写着 说 说了 讲 讲了 提 提了 提出 提出了 点 点了 点名 点了名 点名了 摆 摆了 数 数一数 数数 数一下 算算 带括号的 括号的 小标题 整治 要整治 要整治的 整顿 要整顿 要整顿的 要 要治 要治的 要解决 要解决的 具体 都 呢 来着 啊 呀 哈 到底 究竟 请问 帮 我 看 看看 来 下 “ ” " , ， : ： 。 ? ？ 问题 毛病 内容 制度 措施 要求 重点',
});

/** Two numbers to choose from (`六还是五`). */
const EITHER =
  /[,，]?(?:是)?[一二三四五六七八九十两\d]{1,2}[项条个点]?还是[一二三四五六七八九十两\d]{1,2}[项条个点]?(?=[?？]*$)/;
/** What a talk has with a blank for the number (`稿子说“某位领导分包”`). */
const BLANK = /^[^,，]{0,8}(?:说|写|讲|提到)[:：]?[“"]?(?:[x×某]|几)[\u4e00-\u9fff][^,，]{0,16}[”"]?[,，]/;
/** One of them that is known. */
const KNOWN =
  /[,，]?(?:不止|不光|不只|不单|除了|除开|除)(?:有|是)?[“"]?([\u4e00-\u9fff]{2,10}?)[”"]?(?:那|这)?(?:一)?[项条个点]?(?:之外|以外|外)?(?:吧|嘛)?(?=[,，])/;
/** Said beside a place, in brackets. */
const BESIDE = /\(([^()]{2,14})\)/;

/**
 * `附件2的工作措施下面带括号的一共几项`: how many items a place has, where every word of the question is of that.
 */
export const answerCountedPlaces: Handler = needing(
  () => ({ masked: [/C/, /几|多少/] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!/C/.test(masked) || !/几|多少/.test(masked)) return undefined;
    const clause = placeOf(question, facts);
    if (!clause) return undefined;
    const items = itemsOf(facts, clause);
    const own = fold(`${clause.heading ?? ''}${clause.text}${items.join('')}`);
    const isOwn = (said = '') => own.includes(said.replace(/(?:那|这)(?:一)?个?$/, ''));
    const beside = masked.match(BESIDE)?.[1];
    const known = masked.match(KNOWN)?.[1];
    const bare = [
      ...(beside !== undefined && isOwn(beside) ? [BESIDE] : []),
      ...(known !== undefined && isOwn(known) ? [KNOWN] : []),
      BLANK,
      EITHER,
    ].reduce((said: string, pattern) => said.replace(pattern, ''), masked);
    const { letters, unread } = read(bare);
    if (unread !== '' || !/^B?C{1,2}[nm]$/.test(letters)) return undefined;
    if (letters.endsWith('m')) return leadersThere(clause, question, facts);
    const isOfMeasures = facts.model.parts.some(({ location }) => location.startsWith(clause.location));
    if (items.length < 2 || isOfMeasures) return undefined;
    const word = bare.match(/(?:几|多少)大?([项条个点样种类款])/)?.[1]?.replace('样', '项') ?? '项';
    const said = items.map((item) => item.split(/[，；,;]/)[0] ?? item).join('；');
    return reply(
      `${clause.heading ?? clause.location}共${items.length}${word}：${said}。${at(clause.location)}`,
      [clause.location],
      { focus: [{ kind: 'clause', location: clause.location }], spoken: question.residue, readsAll: true },
    );
  },
);

/** The one place that is named; two are one where the second is called by the name of the first. */
function placeOf(question: Question, facts: Facts): Clause | undefined {
  const home = attachmentIn(question.text);
  const named = mentioned(question, 'clause').filter(
    ({ location }) => home === undefined || location.startsWith(home),
  );
  const [first, ...others] = new Set(named.map(({ location }) => location));
  return first === undefined || others.length > 0 ? undefined : facts.clause(first);
}

/** How many leaders have something to look after, where the place is the one that says so. */
function leadersThere({ location }: Clause, { residue }: Question, facts: Facts): Reply | undefined {
  const { assignments } = facts.model;
  if (assignments.length === 0 || !assignments.every((a) => a.location === location)) return undefined;
  const names = assignments.map((a) => personName(facts, a.leader)).join('、');
  return reply(`共${assignments.length}位区领导分包：${names}。${at(location)}`, [location], {
    focus: assignments.map(({ leader }) => ({ kind: 'person' as const, id: leader })),
    spoken: residue,
    readsAll: true,
  });
}

import type { Handler } from '../handler.ts';
import { needing } from '../handlers/needing.ts';
import { mentioned } from '../question/parse.ts';
import { reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import { holderOf, listed } from './holders.ts';
import type { Row } from './row.ts';
import { skeletonOf, vocabularyWith } from './tokens.ts';
import { unreadWith } from './unread.ts';

/** Where somebody may turn up, beside the words of memberships; `h` takes part by itself, `t` may be of anything. */
const PLACES = vocabularyWith({
  h: '出现 出现过 露面 露脸 露过脸 露过面 冒头 冒过头 冒泡 有份 有名字 有名 有它 有他 有她 掺和 掺和进 掺和了 挂名 点了名 点过名 被点名 沾边 上榜 有戏份 露头 用得着 用得上 少不了 排上 排进 列名 有角色',
  g: '处 一处 几处 两处 三处 多处 地方 几个里头 事 活 活儿 差事 份 份儿',
  w: '哪处 哪几处 哪些处 哪块 哪几块 哪几个 哪些地方 啥地方 什么地方 何处',
  n: '没有 没 不',
  p: '头 头儿 头头 说了算 算 作数',
  '-': '文件 文件里 通知 通知里 这文件 这文件里 这通知 这通知里 名单 名单里 正文 正文里 全文 通篇 从头到尾 到底 都 的 里 里头 里面 有 过 了 呢 呀 啊 翻翻 翻一翻 找找 看看 查查 数数 在 全',
});
const unread = unreadWith(PLACES);
const OTHER_MATTER = /[MSCBOEPGzirqp]/;
/** Where, in which of them, whether anything is its. */
const ASKED =
  /^U[tgdokbxumay,]*(?:h[ty]*[wg]|w[wgu]*h|w[wgt]*$|[gd][^w]*w|[tg]+[ny]$|h[tg]*[ny]$|y[tg]*h)[wgthdobu,y]*$/;

/**
 * Where a unit turns up in the paper (`某局在这文件里哪儿露过脸`, `某局就一处吧，哪处`, `某公司有它的事没`): its groups, with
 * the part it takes in each.
 */
export const answerUnitPlaces: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    // With the word for a group, others tell what it leads and supports.
    if (mentioned(question, 'unit').length !== 1 || question.masked.includes('组')) return undefined;
    if (unread(question.masked) > 0) return undefined;
    const read = skeletonOf(question, PLACES);
    const { letters } = read;
    if (read.unread !== '' || OTHER_MATTER.test(letters) || !ASKED.test(letters)) return undefined;
    const isPlace = /h|g/.test(letters) || /哪(?:几|些)?(?:个|处|块)/.test(question.masked);
    if (!isPlace || /[ls]/.test(letters)) return undefined;
    const row: Row = { ...read, facts };
    const holder = holderOf(row);
    const groups = holder?.groups(undefined) ?? [];
    if (holder?.entity.kind !== 'unit' || holder.size > 1 || groups.length === 0) return undefined;
    return reply(
      `${holder.name}在${groups.length}个组里：${listed(groups, holder)}。${at(holder.home)}`,
      [holder.home, ...groups.map((g) => g.location)],
      {
        focus: [holder.entity, ...groups.map(({ no }) => ({ kind: 'group' as const, no }))],
        spoken: question.residue,
      },
    );
  },
);

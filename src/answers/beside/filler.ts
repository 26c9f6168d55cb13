import { sizesOf } from '../characters/word-sizes.ts';

/**
 * Words of talk, by class. None of them names a matter: a stretch that consists of nothing else says nothing about
 * what is asked. Nouns of a matter (`电话`, `年龄`) must never stand here.
 */
const CLASSES: Readonly<Record<string, string>> = {
  counting:
    '零 〇 一 二 三 四 五 六 七 八 九 十 两 俩 仨 好几 几 多少 个 家 项 条 位 名 样 摊 件 桩 种 类 拨 批 块 份 档 门 串 堆 大串 长串 大堆 一溜 系列 处 句 码 头 面 部分 那几 这几 长一串 一串 老长',
  carrying:
    '压 扛 担 挑 揽 接 顶 拿 盯 跑 弄 整 摊 派 落 站 坐 摆 放 归 带 领 推 办 背 包 抓 管 分 负 搞 干 做 忙 挂 占 沾 凑 混 看 找 问 说 讲 报 数 念 算 记 查 叫 写 列 排 进 走 用 当 轮 兼 定 要 得 该 肯 能 会 想 求 交 跟 随 陪 帮 伸手 操心 过问 张罗 打理 料理 牵线 撑 扶 守 摸 协调 出面 兜底 反映 拍板 做主 说了算 攥 罩',
  place:
    '身 肩 手 身上 头上 肩上 手上 手里 手头 手底下 名下 底下 名头 跟前 旁边 那边 这边 那儿 这儿 那里 这里 里边 里头 外头 上头 下头 背后 当中 其中 中间 面前',
  manner:
    '还 也 都 就 才 只 光 仅 净 总 老 又 再 正 刚 先 另 别 单 共 全 很 挺 太 更 最 蛮 较 并 便 却 仍 已 曾 将 快 好 大概 大约 究竟 到底 老是 总是 一直 一块 一起 一并 单独 单单 专门 主要 首先 其次 最后 另外 此外 外加 加上 连同 包括 不光 不但 以及 同时 分别 各自 各 每 统统 通通 一股脑 一下 一遍 直接 具体 实际 正式 确切 准确 完整 清楚 明白 究竟',
  asking:
    '难道 数错 记错 说错 写错 算错 弄错 搞错 没错 谁 啥 什么 哪 怎么 咋 为何 为啥 何 多 如何 请问 麻烦 劳驾 帮忙 求助 请教 咨询 打听 打问 想知道 想了解 想问问 想请教 给查查 告知 告诉 提醒 提示 回忆 回想 记忆 来着 不 没 没有 否 吗 呢 吧 呀 啊 嘛 么 了 着 过 啦 呗 哦 噢 哎 唉 嗯 嗨 喂 哈 哇',
  grumble:
    '弄混 搞混 想起 记住 分清 搞清 弄清 分不清 搞不清 弄不清 闹不清 拎不清 记不住 记不清 记不得 想不起来 忘 忘了 糊涂 晕 乱 迷糊 头疼 着急 急 愁 烦 搞不懂 弄不懂 看不懂 不懂 不知道 不晓得 不明白 不清楚 不太懂 没弄懂 没搞懂 没整明白 眼花 花眼 数花眼 看花眼 数花 看花 绕 纠结 发愁 犯愁',
  self: '新 清 刚 我 俺 咱 咱们 我们 俺们 本人 本单位 我单位 我这 新来 新来的 刚来 新人 小白 新手 同事 同志 领导 老师 大姐 大哥 兄弟 朋友 人家 大家 人 自己 自个儿 自家 本身 那人 这人',
  pointing:
    '组 没 几 个 哪 谁 请 可 需 应 属 指 这 那 此 该 其 它 他 她 之 的 地 得 是 在 有 由 让 被 把 给 对 和 与 同 及 或 向 往 从 到 为 于 以 来 去 上 下 里 中 内 外 前 后 时 等 些 儿 子 们 所 而 且 但 如 若 因 故 也 呈 事 事儿 活 活儿 摊子 玩意 东西 情况 事情 内容 方面 关系 名堂 说法 职 责 角色',
};

/** Words of a matter that could be put together from words of talk. */
const MATTERS =
  /条件|处分|排名|报名|分数|得分|算分|记分|名次|上报|上会|下放|收放|问责|追责|职责|责任|兼职|后台|前台|内部|外部|下属|下级|要件|门面|上门|进门|上手|接手|对手|对头|体会|领会|记名|交接|交办|对接|接班|带班|看上|上下班|放行|用人|用工|管人|办证|接人|做事方|应对|之所|所属|得力|当事/;

const WORDS = new Set(Object.values(CLASSES).flatMap((words) => words.split(' ')));
const sizesAt = sizesOf(WORDS);

/** Whether a stretch of text consists of talk alone (`身上压了四样`, `我老弄混`). */
export function isFiller(text: string): boolean {
  if (MATTERS.test(text)) return false;
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    for (const size of sizesAt(text, at)) if (WORDS.has(text.slice(at, at + size))) reached[at + size] = true;
  }
  return reached[text.length] === true;
}

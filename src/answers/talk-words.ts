/** What a message made of talk alone does. */
export type Talk = 'greets' | 'receives' | 'thanks' | 'leaves';

/** Words of talk, the dialect of Henan among them; none says anything about a notice. */
const WORDS: Record<Talk, string> = {
  greets:
    '你好 您好 你们好 大家好 各位好 哈喽 哈啰 嗨 喂 hi hello hey nihao zaima 在吗 在么 在嘛 在没 在不在 在呢不 在呢吗 在呢没 在不 在忙吗 忙吗 忙不忙 忙不 忙着 忙着呢 有人吗 有人没 有人不 有人在吗 在线吗 在线不 在 早 早上好 早安 早晨好 上午好 中午好 下午好 晌午好 后晌好 清早好 晚上好 晚好 新年好 过年好 节日快乐 节日好 周末愉快 周末好 值班吗 值班不 好久不见 oi 哎嘿 逗你玩 逗你玩呢 逗你的 开个玩笑 开玩笑 好久没见 好久没聊 最近咋样 最近怎么样 最近好吗 最近可好 最近忙不忙 近来可好 想跟你唠唠 想跟你聊聊 想找你聊聊 想找你唠唠 跟你说说话 唠唠嗑 唠嗑 唠唠 聊聊 打个招呼 有事请教 请教 请教你 请教您 请教一下 冒个泡 来了 听得见吗 听得见不 听得到吗 听得到不 能听见吗 能听到吗 听见没 听见吗 收得到吗 能看见吗 连上没 连上了吗 通了没 起来没 上班没 上班了没 上班没有 上班了没有 起床没有 起床了没有 开工没有 忙完没 忙完了没 忙完没有 开始上班没 开始上班了没 开工没 开工了没 起床没 起床了没 睡醒没 醒了没 在岗没 在岗吗 有空没 有空吗 有空不 有空没有 有时间没 有时间吗 得空没 得闲不 能收到不 能收到吗 收得到吗 收得到不 能看见不 能看见吗 看得见吗 看得到吗 能用不 能用吗 通不通 你好不 出来 出来接客',
  receives:
    '多担待 你多担待 您多担待 担待 打字慢 别见怪 见谅 多包涵 见笑 见笑了 这就去办 这就办 这就去 马上办 马上去办 去办 照着办 发错了 发错群 发错群了 发错人了 抱歉 对不起 不好意思 没事了 好 好的 好嘞 好来 好滴 好哒 好吧 好说 好好 行 行吧 行的 行了 行嘞 可以 可以的 嗯 嗯嗯 恩 哦 噢 喔 收到 知道 知道了 晓得 晓得了 明白 明白了 懂 懂了 了解 了解了 清楚 清楚了 听懂 听明白 听清楚 听清 看懂 看明白 看到 看见 弄明白 弄懂 弄清楚 搞懂 搞明白 搞清楚 整明白 整清楚 闹明白 闹清楚 摸清 省得了 会了 记下 记住 记着 记好 记牢 记下来 存下 抄下来 截图 截图了 心里有数 有数 有数了 有谱了 有底了 心里有底 门儿清 ok okay okk 没事 没事了 没有了 没问题 没问题了 没别的 没别的事 没别的了 没啥事 没啥问 没啥了 不用 不用了 不必 算了 不问 问完 可算明白了 可算清楚了 问完了 问清楚了 问明白了 不问了 先这样 就这样 先这么着 就这么着 先这么多 就这些 就这么多 先到这 先到这儿 先到这里 到这吧 对 对的 是 是的 是这样 没错 不错不错 原来如此 原来这样 原来是这样 这样啊 原来是这么回事 这么回事 这样子 学到 学到了 妥 妥了 妥妥 妥妥的 妥当 中 中中 可中 中了 得嘞 得 得了 得劲 可得劲 成 成了 成吧 稍等 稍等一下 等一下 等会儿 等等 回头 照办 明了 有意思 长见识 长知识 涨知识 不难 不懂就问 落实 安排 安排上 妥帖 要得 搞定 齐活 完事 完事了',
  thanks:
    '谢 谢谢 谢了 谢啦 谢过 谢谢你 谢谢您 多谢 多谢多谢 巴适 感谢 非常感谢 十分感谢 太感谢 感恩 感激 感激不尽 谢天谢地 谢意 辛苦 受累 劳驾 劳烦 劳您大驾 费心 费神 让你费心 麻烦 麻烦你 麻烦您 打扰 打搅 打扰了 叨扰 歇着 歇着吧 歇会 休息吧 thanks thankyou thank you thx 3q 比心 点赞 给你点赞 点个赞 赞 赞一个 不错 真不错 很好 挺好 蛮好 太好 太好了 太棒 太棒了 真棒 好棒 棒 棒棒 厉害 真厉害 厉害了 牛 牛气 真牛 强 真强 太强 太行了 真行 真中 真得劲 能干 真能干 优秀 给力 管用 真管用 顶用 中用 好用 很好用 挺好用 真好用 真好使 有用 很有用 挺有用 有帮助 很有帮助 帮大忙 帮了大忙 帮了我大忙 帮我大忙 帮上忙 好使 咋啥都知道 咋啥都懂 怎么什么都知道 啥都知道 什么都知道 咋恁能 咋这么能 咋这么厉害 救命 救急 救了急 救我一命 省事 省心 省劲 省大事 省时间 省不少事 省了不少事 省了我不少事 回答得好 回答得不错 回答得很好 回答很好 答得好 答得快 答得不错 说得好 说得对 说得清楚 讲得清楚 讲得明白 说得明白 挺清楚 很清楚 真清楚 挺快 真快 好快 快得很 反应快 可以啊 靠谱 真靠谱 很靠谱 聪明 真聪明 懂行 能 能嘞 怪能 机灵 机灵鬼 灵光 专业 真专业 没白问 问对人 问对人了 有你真好 多亏 多亏你 多亏有你 幸亏有你 佩服 服了 爱你 么么哒 好评 五星好评 满意 很满意 非常满意 666 6 6翻了',
  leaves:
    '请你喝茶 请你吃饭 请你喝酒 请你吃烩面 请客 再见 再会 拜拜 拜 白白 bye byebye 回见 回聊 再聊 再唠 改天唠 改天聊 改天见 下次聊 下次见 下回见 下回聊 明天见 明儿见 回头见 回头聊 回头唠 晚安 挂了 挂啦 先挂了 先走 先走了 走了 走人 撤 撤了 先撤 闪了 溜了 下了 先下了 下班 下班了 忙去 忙去了 先忙 先忙去 忙你的 忙你的吧 你忙 您忙 你忙吧 您忙吧 我忙 去忙 去忙了 干活去 干活去了 开会去 开会去了 吃饭去 吃饭去了 告辞 失陪 88 886 不聊 不聊了 不说了 先不说了 不打扰了 不耽误你 不耽误你了 不耽误您了 有事再找你 有事找你 找你 找您 有事喊你 有事叫你 有事再问 有事再说 再来找你 退下 退下吧 跪安 您忙您的 忙您的 不打搅了 不打搅 再喊你 再叫你 喊你 叫你 再来烦你 来烦你 再来叨扰 歇了 接着问 接着问你 接着聊 接着唠 继续问你 再来问你 再来问 再来请教 再来麻烦你 再问你 再问 再说 再找你 回头再问 回头再说 回头再来 下次再问 下次再来 改日 改日再请教 改天请教 改天再请教 下次再请教 下回再请教 回头再请教 再请教 先进去 先进去了 进去了 进会场了 先进会场 上会了 先上会 先上车了 上车了 到站了 先挂 先挂了 挂了 接个电话 先接个电话 出门了 先出门了 上楼了 先上楼了 后会有期 保重 慢走 一路顺风',
};

/** What may stand between and beside them without saying anything by itself. */
const FILLERS =
  '呀 啊 哈 哇 呢 吧 嘛 么 啦 了 喽 哟 哦 噢 嗯 哎 哎呀 哎哟 诶 唉 额 呃 哈哈 嘿 嘿嘿 嘻嘻 呵呵 嘞 咧 哩 您 你 我 俺 咱 咱们 俺们 我们 您们 你们 大家 各位 同志 小同志 老同志 老头子 老太太 老汉 同志们 老师 师傅 师父 老铁 铁子 兄弟 老弟 大哥 大姐 哥 姐 哥们 哥们儿 姐妹 亲 亲爱的 宝 宝子 朋友 老乡 伙计 领导 小助手 助手 小助理 助理 就是 乖乖 我的乖乖 我的天 天哪 好家伙 机器人 小家伙 家伙 娃 小营 小伙子 美女 帅哥 先 就 也 都 真 真的 太 很 可 好 挺 蛮 老 怪 够 非常 十分 实在 确实 那 那就 那行 这 这下 这回 这下子 这就 今天 今儿 明天 明儿 改天 改日 下次 下回 回头 以后 晚点 待会 待会儿 一会儿 有空 有时间 有事 有需要 有问题 需要 需要时 再 啥 还 给 给你 对你 跟你 一声 的 得 地 儿 下 去 来 到 这边 这里 听 看 问 全 全都 一下子 可算 可算是 算是 唉呀 妈呀 哎妈 我的妈 您呐 呐 总算 终于 了解 又 让 费了 噻 咯 哒 滴';

const KINDS = Object.entries(WORDS).flatMap(([talk, words]) =>
  words.split(' ').map((word) => [word, talk as Talk] as const),
);
const STOCK: ReadonlyMap<string, Talk | undefined> = new Map<string, Talk | undefined>([
  ...FILLERS.split(' ').map((word) => [word, undefined] as const),
  ...KINDS,
]);
const LONGEST = Math.max(...[...STOCK.keys()].map((word) => word.length));

/** How far a message has been read: what its last word of talk did, and in how few words. */
interface Reach {
  talk: Talk | undefined;
  words: number;
}

/**
 * What a message does that is made of words of talk from end to end, by its last one; undefined where anything else
 * stands in it. In: folded, without spaces and marks.
 */
export function talkOf(bare: string): Talk | undefined {
  const reached: (Reach | undefined)[] = [{ talk: undefined, words: 0 }];
  for (let end = 1; end <= bare.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = reached[start];
      const word = bare.slice(start, end);
      if (!before || !STOCK.has(word)) continue;
      const now = { talk: STOCK.get(word) ?? before.talk, words: before.words + 1 };
      const best = reached[end];
      if (!best || now.words < best.words || (best.talk === undefined && now.talk)) reached[end] = now;
    }
  }
  return reached[bare.length]?.talk;
}

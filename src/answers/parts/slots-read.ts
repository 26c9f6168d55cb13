import { buildEndReader } from '../characters/word-reader.ts';

/** What can be asked of a task group in a row, word by word: a letter for each slot, what asks (`w`), how many (`c`). */
const endsOf = buildEndReader({
  l: '领导 区领导 分包领导 分管领导 分包的领导 分包区领导 分包的区领导 分包人 包保领导 上头 上头领导 上边 分包 分包的 分管 分管的 包着 包的 谁包 谁管 谁分管 挂帅 挂帅的 领导管 领导包 领导抓',
  k: '牵头 牵头的 牵头单位 牵头部门 挑头 挑头的 领头 领头的 打头 打头的 主责单位 主责部门',
  r: '责任单位 责任部门 配合 配合的 配合单位 打配合 打配合的 打下手的 参加的单位 参与的单位 参与单位 协办单位 跟着干的',
  n: '第几组 几号组 第几号 组号 序号 第几个组',
  m: '附件1第几条 附件1里第几条 附件1里是第几条 附件1哪条 附件1里是哪条 附件1里哪条 附件1里头第几条 附件1写在第几条 附件1是第几条 附件1哪一条 附件1的第几条',
  d: '职责 任务 责任分工 主要任务 主要职责 干什么 干啥 负责什么',
  w: '谁 是谁 谁来 由谁 归谁 有谁 都有谁 都是谁 哪家 是哪家 哪家单位 哪几家 是哪几家 哪些 有哪些 都有哪些 哪些单位 哪个单位 是哪个单位 哪个局 是哪个局 哪位 是哪位 是哪个 哪个 叫啥 是什么 是啥 什么 啥',
  c: '几家 有几家 一共几家 共几家 总共几家 合计几家 多少家 有多少家 一共多少家 几个 有几个 一共几个 列了几家',
  j: '对应 对应的 对应着 排 是 写在 在',
  ',': '、 ， , ; ； 还有 以及 和 跟 与 及 再加 再加上 外加 顺便 另外 再就是 + /',
  '-': '的 都 呢 嘞 分别 各 各自 又 也 了 啊 呀 着 一下 各是 一并 一块 给我 报 说',
});

const QUESTIONS: Readonly<Record<string, string>> = {
  l: '分包领导是谁',
  k: '牵头单位是谁',
  r: '责任单位有哪些',
  rc: '责任单位有几家',
  n: '是第几组',
  m: '对应附件1第几条',
  d: '职责是什么',
};

const LONGEST_SUBJECT = 24;
/** Two slots are said at least. */
const QUICK =
  /[包管帅领上导].*[牵挑打配责附号组职任]|[牵挑打配责附号组职任].*[包管帅领上导牵挑打配责附号组职任]/;
/** What asks by itself, is no task group, or whose slots are its own doing (`某局：牵头、配合`). */
const NO_SUBJECT =
  /谁|哪|几|什么|啥|多少|吗|附件|条|我|咱|俺|、|^(?:都|各|分别)|(?:局|委|部|办|中心|公司|同志|领导|单位)(?:那边|既)?$|第\d+$/;
/** One slot of another (`牵头单位的分包领导`). */
const OF_A_SLOT = /(?:单位|领导|牵头|配合)的(?=领导|分包|责任|单位|职责|任务)/;
const ENDS = /(?:[呢嘞的那这，,：: ]|这块|那块|这边|那边|这摊|问下|问)+$/;

/**
 * A task group and what is asked of it in a row, read to the last word (`某组：几号组 牵头的 对应附件1第几条`): a full question
 * for each, or undefined for any other message.
 */
export function slotsRead(said: string): string[] | undefined {
  const text = said.replace(/[?？。!！]+$/, '');
  if (!QUICK.test(text) || OF_A_SLOT.test(text)) return undefined;
  const ends = endsOf(text.replace(/ /g, '，'));
  for (let at = 2; at < Math.min(ends.length, LONGEST_SUBJECT); at++) {
    const read = ends[at];
    if (read?.unread !== '') continue;
    const subject = text.slice(0, at).replace(ENDS, '');
    if (subject.length < 2 || NO_SUBJECT.test(subject)) continue;
    const slots = slotsOf(read.letters);
    return slots?.map((slot) => `${subject}${/[nm]/.test(slot) ? '' : '的'}${QUESTIONS[slot]}`);
  }
  return undefined;
}

/** The slots of a row of letters; undefined where a part of it is none, or there is only one. */
function slotsOf(letters: string): string[] | undefined {
  const asked: string[] = [];
  for (const part of letters.split(',').filter((piece) => piece !== '')) {
    const slots = [...part.replace(/[wcj]/g, '').replace(/(.)\1+/g, '$1')];
    const isCount = part.includes('c');
    if (slots.length === 0 || (isCount && !slots.includes('r'))) return undefined;
    asked.push(...slots.map((slot) => (isCount && slot === 'r' ? 'rc' : slot)));
  }
  const each = [...new Set(asked)];
  return each.length > 1 ? each : undefined;
}

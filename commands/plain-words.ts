import { SENDING_RULES } from '../src/schedule/rules.ts';

/** A command that somebody has given in plain words. */
export interface PlainOrder {
  /** The command's name. */
  name: string;
  args: string;
}

/** What may stand before and after an order without changing it. */
const BEFORE =
  /^(?:请|麻烦|劳驾|帮我|帮忙|给我|我想|我要|想|看看|看一下|看下|查一下|查看|能不能|能否|可以|机器人|你|先|把|将|现在)/;
const AFTER = /(?:吧|啊|呀|呢|吗|了|一下|好吗|可以吗|行吗|谢谢|给我看看|看看)$/;

const ALL_OF = '(?:所有|全部|一切)';
/** What the bot sends by itself, whatever it is. */
const SENDS =
  '(?:自动)?(?:发送|发|推送)?的?(?:自动)?(?:提醒|消息|通知|催办|推送|发送|任务)(?:消息)?(?:的?发送)?';
const EVERYTHING = `(?:${ALL_OF}的?${SENDS}|自动(?:发送|推送|提醒|消息|通知)|${ALL_OF}(?:停发)?)`;
const RULE_NAMES = SENDING_RULES.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A rule by its name, alone or called a message. */
const ONE_RULE = `(?<rule>${RULE_NAMES})(?:提醒|消息|卡片)?`;
const STOP = '(?:暂停|停止|停掉|停发|停下|停|先停|别发|不要发|先别发|关掉)(?:一下)?(?:发送)?';
const RESUME = '(?:恢复|重新开启|重新打开)(?:一下)?(?:发送)?';
const WHEN =
  '(?:今天|今日|明天|明日|后天|这周|本周|这个?星期|这一周|下周|下星期|下一周|近期|最近|这几天|接下来|今后|这个月|本月)';
const WHAT = '(?:哪些|什么|啥|哪几条|几条|多少条?)';
const MESSAGES = '(?:自动)?(?:提醒|消息|通知|催报|推送|东西)?';
const GOES = '(?:会|要|将|准备|打算|该)?(?:自动)?(?:发送|发|推送|推|提醒)(?:出去)?';
const PERIOD = '(?<period>20\\d\\dQ[1-4])';
const NOT_IN =
  '(?:(?:还|都|仍)?(?:没有?|未)(?:按时)?(?:报送|报|交|提交)(?:报告|材料)?的?(?:那些|那几家)?(?:单位|部门|联络员)?)';

/** Whole sentences only: a part of one may be a question about the notice. */
const ORDERS: readonly { said: readonly string[]; name: string; args: (of: Named) => string }[] = [
  {
    said: [`${STOP}${EVERYTHING}`, `${EVERYTHING}(?:都|先|全)*${STOP}`],
    name: '暂停',
    args: () => '全部',
  },
  {
    said: [`${STOP}${ONE_RULE}`, `${ONE_RULE}(?:都|先|全)*${STOP}`],
    name: '暂停',
    args: ({ rule = '' }) => rule,
  },
  {
    said: [`${RESUME}${EVERYTHING}`, `${EVERYTHING}(?:都|全)*${RESUME}`],
    name: '暂停',
    args: () => '恢复',
  },
  {
    said: [`${RESUME}${ONE_RULE}`, `${ONE_RULE}(?:都|全)*${RESUME}`],
    name: '暂停',
    args: ({ rule = '' }) => `恢复 ${rule}`,
  },
  {
    said: [
      `${WHEN}${GOES}${WHAT}(?:给大家|给各单位)?${MESSAGES}`,
      `${WHEN}${GOES}的${MESSAGES}(?:都)?(?:有|是)${WHAT}`,
      `(?:会|要)?自动(?:发送|发|推送)${WHAT}${MESSAGES}`,
      `${WHEN}(?:有|还有)${WHAT}${MESSAGES}${GOES}的?`,
      `${WHEN}(?:有|还有)${WHAT}(?:自动发送|自动提醒|提醒)(?:的?(?:消息|任务))?`,
      `${WHEN}的?(?:自动)?(?:发送|提醒)(?:安排|计划|日程|清单)`,
    ],
    name: '日程',
    args: () => '',
  },
  {
    said: [
      `预演(?:一下)?${PERIOD}(?:的|期)?${MESSAGES}`,
      `预演(?:一下)?(?:${WHEN}|下一?期|这一?期|本期)?的?${MESSAGES}`,
    ],
    name: '日程',
    args: ({ period = '' }) => `预演 ${period}`.trim(),
  },
  { said: [`(?:催|催报|催办|催一催|催催|提醒)(?:一下)?${NOT_IN}`], name: '催报', args: () => '' },
];

type Named = Partial<Record<'rule' | 'period', string>>;

const PATTERNS = ORDERS.flatMap(({ said, name, args }) =>
  said.map((one) => ({ pattern: new RegExp(`^${one}$`, 'u'), name, args })),
);
const LONGEST = 30;

/**
 * Reads `暂停所有提醒`, `今天要发什么`, `预演明天的` as the command that does it; undefined unless the whole sentence is
 * one, since the words stand in questions about the notice too. Pure.
 */
export function plainOrder(text: string): PlainOrder | undefined {
  const said = bare(text);
  if (said.length > LONGEST) return undefined;
  for (const { pattern, name, args } of PATTERNS) {
    const found = pattern.exec(said);
    if (found) return { name, args: args(found.groups ?? {}) };
  }
  return undefined;
}

function bare(text: string): string {
  let said = text.normalize('NFKC').replace(/[\s?。!,、.]/g, '');
  for (let before = ''; before !== said; ) {
    before = said;
    said = said.replace(BEFORE, '').replace(AFTER, '');
  }
  return said.toUpperCase();
}

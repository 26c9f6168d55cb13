import type { Facts } from '../facts.ts';

const ASKED_OF =
  /^(?:(?:今年|年底|全区|城区)[,，]?)?([\u4e00-\u9fff]{2,8}(?:率|额|量|指数|比例|比重|浓度))的?(?:今年|年底|到底|究竟)?(?:要求?|得|应该?|须|需|会|将|目标|打算)?(?:再|往下|往上)?(?:降|升|提|压|减|增|涨|达|到|控制|缩|是|定)/;

/** `多少注册资本`: what is counted, last. */
const COUNTED_LAST = /(?:多少|几多)([\u4e00-\u9fff]{3,6})$/;

/** Whether what is counted stands neither in a sentence nor in the questions that it answers. */
export function countsOther(asked: string, where: string): boolean {
  const thing = asked.match(COUNTED_LAST)?.[1] ?? '';
  const pairs = [...thing].slice(1).map((char, i) => `${thing[i]}${char}`);
  return (
    thing !== '' &&
    !/[吗吧呢才能要算办得够]|以[上下内]|工作日|时间|平方|立方|程度/.test(thing) &&
    !where.includes(pairs.at(-1) ?? thing) &&
    !(pairs.length > 2 && where.includes(pairs[0] ?? thing))
  );
}

/**
 * Whether a figure is of something else than what it is asked of (`总税率要降几个点`): that stands in the notice by its
 * whole name, and not where the figure does.
 */
export function isOfAnother(asked: string, where: string, facts: Facts): boolean {
  const thing = asked.match(ASKED_OF)?.[1];
  return thing !== undefined && facts.says(thing) && !where.includes(thing);
}

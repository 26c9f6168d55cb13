import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Two steps of rise, and of which more matters are told. */
const TWO_STEPS =
  /(?:提升|提高|上涨|增长|提|升|涨)[^,，\d]{0,3}(?:百分之)?(\d+)%?[^\d]{0,10}?(?:和|跟|与|、|[,，]|还是|比)[^\d]{0,8}(?:百分之)?(\d+)%?.*(?:(?:哪|谁)[^,，]{0,8}(?:多|少)|(?:多|少)(?:几|多少)|[一1]样多)/;
/** `…等3项指标提升50%以上`. */
const COUNT = /(\d+)\s*项/;

/** `要涨一半以上的和要涨三成以上的，哪类项数多`: how many matters each step has, and which has more. */
export const answerGoalCounts: Handler = needing(
  () => ({ text: [TWO_STEPS, /[项个类档拨批种]/] }),
  ({ text }, { facts }) => {
    const [said, ...values] = text.match(TWO_STEPS) ?? [];
    if (said === undefined || !/[项个类档拨批种]/.test(text)) return undefined;
    const found = values.map((value) =>
      facts.model.indicators.find(
        (i) => i.comparator === 'raise' && i.value === Number(value) && COUNT.test(i.quote),
      ),
    );
    const [one, other] = found;
    if (!one || !other || one === other) return undefined;
    const [first, second] = [one, other].map(({ quote }) => Number(quote.match(COUNT)?.[1]));
    if (first === undefined || second === undefined) return undefined;
    const more = first > second ? one : other;
    const verdict =
      first === second
        ? '一样多'
        : `提升${more.value}%以上的多，${Math.max(first, second)}项比${Math.min(first, second)}项`;
    return reply(
      [`${verdict}：${one.quote}；${other.quote}。${at(one.location)}`],
      [one.location, other.location],
    );
  },
);

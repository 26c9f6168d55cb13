import { unitNamed } from '../follow-up-names.ts';
import type { Turn } from '../turn.ts';
import { groupsTold } from './group-slots.ts';
import type { Talk } from './talk.ts';

/** Somebody by what he does, and whether he is among them. */
export const TRADE_IN =
  /^(?:那|可|里[面头边])*(?:也|还)?(?:有没有|有)?(?:搞|管|弄|做|卖|送|供|烧|抓|负责)([\u4e00-\u9fff]{2,5}?)的(?:那?(?:一)?家|单位|公司|部门|局|人)?(?:也|还|都)?(?:是不是|算不算|有没有|在不在|在|算|有)*(?:里[头面边]?|其中|名单[里上]?|内)?(?:[吗么没不吧]|没有|[?？])*$/;
const LONGEST = 16;

/** `管某事的也在里头？` after a group, or the group that a unit leads: whether that unit is in it. */
export function tradeInTold({ question: { text }, last, facts, link, ask }: Talk): Turn | undefined {
  const trade = text.length > LONGEST || !/在|有|算/.test(text) ? undefined : text.match(TRADE_IN)?.[1];
  const name = trade === undefined ? undefined : unitNamed(trade, link);
  const [group, ...others] = groupsTold(last, facts);
  return name !== undefined && group !== undefined && others.length === 0
    ? ask(`${name}在${group}里吗`)
    : undefined;
}

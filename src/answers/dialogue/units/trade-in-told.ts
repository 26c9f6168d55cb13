import { unitNamed } from '../../conversation/follow-up-names.ts';
import type { Facts } from '../../facts.ts';
import type { Turn } from '../../turn.ts';
import { groupsTold } from '../slots/group-slots.ts';
import type { Talk } from '../talk.ts';

/** Somebody by what he does, and whether he is among them. */
export const TRADE_IN =
  /^(?:那|可|它的?)*(?:(?:责任|配合|牵头|成员)单位|名单|单子|组|单位)?(?:那|这)?(?:里[面头边]?|其中|当中)*(?:也|还)?(?:有没有|有|带|包括)?(?:咱们?|我们?|俺们?|人家)?((?:搞|管|弄|做|卖|送|供|烧|抓|负责)([\u4e00-\u9fff]{1,5}?))的(?:那?(?:一)?家|单位|公司|部门|局|人)?(?:也|还|都)?(?:是不是|算不算|有没有|在不在|在|算|有)*(?:里[头面边]?|其中|名单[里上]?|内)?(?:[吗么没不吧]|没有|[?？])*$/;
const LONGEST = 20;

/** `管某事的也在里头？` after a group, or the group that a unit leads: whether that unit is in it. */
export function tradeInTold({ question: { text }, last, facts, link, ask }: Talk): Turn | undefined {
  const [, does, trade] =
    text.length > LONGEST || !/在|有|算|带|包括/.test(text) ? [] : (text.match(TRADE_IN) ?? []);
  const name = does === undefined || trade === undefined ? undefined : unitDoing(does, trade, facts, link);
  const [group, ...others] = groupsTold(last, facts);
  return name !== undefined && group !== undefined && others.length === 0
    ? ask(`${name}在${group}里吗`)
    : undefined;
}

/** The unit that is called by what it deals in (`搞某事的`), or by its doing (`供某物的`). */
function unitDoing(does: string, trade: string, facts: Facts, link: Talk['link']): string | undefined {
  const name = trade.length > 1 ? unitNamed(trade, link) : undefined;
  if (name !== undefined) return name;
  // What a company deals in may be the matter of a group too.
  for (const said of [does, `${does}公司`]) {
    const [only, ...others] = link(said);
    const [unit, ...more] = only?.text === said && others.length === 0 ? only.entities : [];
    if (unit?.kind === 'unit' && more.length === 0) return facts.unit(unit.id)?.name;
  }
  return undefined;
}

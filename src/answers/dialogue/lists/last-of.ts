import type { Facts } from '../../facts.ts';
import type { Entity } from '../../names/entities.ts';
import { isClaim } from '../../question/claims.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** The last of a row, without saying what is asked of it again, or in the words of the first. */
const LAST_ONE =
  /^(?:那|那么)?(?:最后|最末|末了|末尾|末|压轴|收尾|垫底|殿后)(?:面|头)?的?(?:那|这)?(?:一|1)?(?:个|条|项|组|块|点)?([\u4e00-\u9fff]{0,4}?)(?:呢|嘞|哩|[?？])*[,，]?(?:又|都|是)*(?:讲|说|叫|写|管|聚焦?|整治?|整顿|治|抓|查|针对|干|做|弄|盯|冲着?|关于)?的?(?:是)?(?:啥|什么|哪些|哪方面)?(?:的|问题|事儿?)?(?:呢|[?？])*$/;
const LONGEST = 16;
const NTH = /第\d+/;
const ASKS = /谁|哪|啥|什么|几|多少|怎|咋/;

/** `最后一个呢` after what the first of some numbered things says or who has it: the same of the last. */
export function lastOfRow({ question: { text }, last, facts, ask }: Talk): Turn | undefined {
  const noun = text.length > LONGEST ? undefined : text.match(LAST_ONE)?.[1];
  const asked = last.question.text;
  if (noun === undefined || !asked.includes(noun)) return undefined;
  const mention = firmOf(last.question).find((m) => m.how === 'number' && NTH.test(m.text));
  const [entity, ...others] = mention?.entities ?? [];
  const size = entity && others.length === 0 ? sizeOfRow(entity, facts) : 0;
  if (!mention || size < 2) return undefined;
  const name = mention.text.replace(/第\d+(?!.*第\d)/, `第${size}`);
  const rest = asked.slice(mention.end);
  // What was said or put up of the first is nothing to hold against the last.
  const isTold = entity?.kind === 'clause' && (!ASKS.test(rest) || isClaim(last.question));
  return ask(`${asked.slice(0, mention.start)}${name}${isTold ? '讲的是什么' : rest}`);
}

/** How many there are in the row that something has a number in. */
function sizeOfRow(entity: Entity, facts: Facts): number {
  if (entity.kind === 'group') return facts.model.groups.length;
  if (entity.kind === 'measure') return facts.model.measures.length;
  if (entity.kind === 'subLead') return facts.group(entity.group)?.subLeads.length ?? 0;
  const parent = entity.kind === 'clause' ? facts.clause(entity.location)?.parent : undefined;
  return parent === undefined ? 0 : facts.children(parent).length;
}

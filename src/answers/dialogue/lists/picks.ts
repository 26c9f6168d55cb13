import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, unitList } from '../../replies/texts.ts';
import { exactly, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { type Item, itemsTold } from '../told.ts';

const ONE = '(?:个|家|位|名(?![字称])|项|条|样|组|块|局|单位|领导|人)';
const THAT = `(?:的)?(?:那|这)?(?:一)?${ONE}?`;
const WITHIN =
  '(?:那|这)?(?:里[头面边]?|其中|当中|这里[头面]?|名单[里上]?)?(?:的)?(?:按顺序|排|数到)?(?:在)?';
const WHICH_ONE = [
  `第(?<nth>${NUMERAL})${ONE}?`,
  `倒数第(?<fromEnd>${NUMERAL})${ONE}?`,
  `(?<end>(?:最|末)(?:后|末|尾)?(?:头|了|尾)?|末了|压轴)${THAT}`,
  `(?<head>(?:打|排|开|领)头|头(?=一|里|个|家|位)|最前[头面]?|首)${THAT}`,
  `(?<middle>中间)${THAT}`,
  `(?<ofTwo>[前后])(?:面|边)?(?:那|这)?(?:一)?(?=个|家|位|项|条|组)${ONE}`,
].join('|');
const PICK = new RegExp(`^${WITHIN}(?:${WHICH_ONE})${THAT}(?:呢|嘞|哩)?[,，]?(?<rest>.*)$`);
/** `这几家里谁排最后` */
const AMONG =
  /^(?:(?:这|那)?(?:[几些两三四五六七八九十\d])?(?:个|家|位|条|项|组)*(?:里[头面]?|当中|其中))?(?:谁|哪(?:一)?[家个位项])?排(?:在)?(?=第|最|末|头)/;
/** Asks for nothing but which one it is. */
const WHICH =
  /^(?:的)?(?:(?:正式|完整)?的?(?:全名|全称|名字|名称|标题|题目))?(?:又|都|还|就)?(?:是|叫|写的?是?)?(?:个)?(?:谁|啥|什么|哪(?:一)?[个家位项组条]?|咋(?:称呼|叫)|名字)?(?:名(?:字|堂)?|组|单位)?(?:来着|呀|啊|呢|[?？])*$/;
/** A noun behind the number: something that the notice numbers itself. */
const NUMBERED = /^(?:聚焦|整[顿治]|方面|部分|章|节|阶段|大块|附件|分项(?!.*(?:谁|哪))|措施|制度|要求)/;
/** A sentence is no list unless one was asked for. */
const ASKS_LIST = /哪些|哪几|都有|都是|名单|顺序|列|几[个项条家样]|分别|各/;
/** Counted, not numbered. */
const SUPERLATIVE = /最[多少高低大小长短快慢]/;
/** A longer message says what it is about. */
const LONGEST = 26;
const SURE = 0.9;

/** `第3家`, `排最后的是哪家`, `中间那项哪家牵头`: one of what the last answer told, or what is asked of it. */
export function pickOfTold({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const { text, folded } = question;
  if (folded.length > LONGEST || SUPERLATIVE.test(text)) return undefined;
  // `打头` becomes `牵头` in plain words.
  const picked = (text.replace(AMONG, '排').match(PICK) ?? folded.replace(AMONG, '排').match(PICK))?.groups;
  if (!picked) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  const item = itemOf(picked, items);
  const asked = last.question.text;
  const isList = ASKS_LIST.test(asked) || (item?.entity !== undefined && !/第\d+(?:个|条|项)/.test(asked));
  const rest = picked['rest'] ?? '';
  if (!item || !isList || NUMBERED.test(rest)) return undefined;
  if (WHICH.test(rest)) return { question, reply: told(item, last, facts), told: items };
  const found = item.entity && ask(`${item.name}${rest.replace(/^的/, '')}`);
  // `打头的` may be who leads.
  const isNumbered = picked['nth'] !== undefined || picked['fromEnd'] !== undefined;
  return found && { ...(isNumbered ? exactly(found) : found), told: items };
}

function itemOf(
  { nth, fromEnd, end, head, middle, ofTwo }: Record<string, string | undefined>,
  items: readonly Item[],
): Item | undefined {
  const { length } = items;
  if (length < 2) return undefined;
  if (nth !== undefined) return items[(parseNumeral(nth) ?? 0) - 1];
  if (fromEnd !== undefined) return items[length - (parseNumeral(fromEnd) ?? 0)];
  if (end !== undefined) return items[length - 1];
  if (head !== undefined) return items[0];
  if (middle !== undefined) return length % 2 === 1 ? items[(length - 1) / 2] : undefined;
  return ofTwo !== undefined && length === 2 ? items[ofTwo === '前' ? 0 : 1] : undefined;
}

function told({ entity, said }: Item, last: Turn, facts: Facts) {
  const group = entity?.kind === 'group' ? facts.group(entity.no) : undefined;
  const isOwnName = group !== undefined && said === groupName(group);
  const lead = group
    ? `${isOwnName ? '' : `：${groupName(group)}`}由${unitList(facts, group.leadUnits)}牵头`
    : '';
  const [place] = last.reply.cites;
  return reply(
    `${isOwnName ? '' : '是'}${said}${lead}。${place === undefined ? '' : at(place)}`,
    last.reply.cites.slice(0, 1),
    { focus: entity ? [entity] : [], confidence: SURE },
  );
}

import type { Facts } from '../../facts.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const ALL =
  '(?:一共|总共|统共|拢共|共|合计|总计|加起来|加一块|加一起|合起来|合一块|合到一块|合在一起|满打满算|数数|点点(?:人头|名)|人头|这样的|那样的|列名的|点名的|具名的)';
const HOW_MANY = new RegExp(
  `^(?:那|这|它们?|他们)?(?:里[头面])?(?:帮我)?${ALL}(?:${ALL}|是|有|算|点了|列了|写了|进了|的|组|条|单位|下来|啊|[,，])*(?:几|多少)(口|个|家|位|名|项|条|样|组)?(?:人|单位|组|领导|措施|的名|呀|啊|呢|来着|吗)*$`,
);
/** Nothing but how many (`几家`, `那是几个组`): of the list that was just told. */
const BARE =
  /^(?:那|那么|这)?(?:都|就)?(?:是|有|算)?(?:几|多少)(口|个|家|位|名|项|条|样|组|摊|块)(?:人|单位|组|领导|措施|呀|啊|呢|来着)*$/;
/** A list whose number was told with it. */
const COUNTED = /共?在\d+个(?:专项小)?组/;
const UNIT: Record<string, string> = { 口: '位', 组: '个', 样: '项', 摊: '项', 块: '项' };
const BY_KIND: Record<string, string> = {
  person: '位',
  unit: '家',
  group: '个',
  measure: '条',
  subLead: '项',
};

/** Beside an answer: that another place says otherwise, whose the matter is. */
const ASIDE = /^(?:注意|说明|附件\d第)/;
const LONGEST = 20;

/** After the responsible units of one group: how many it has by the notice, where it names bodies beside units too. */
function unitsOfGroup({ question, reply: { lines } }: Turn, facts: Facts): string | undefined {
  const [group, ...others] = mentioned(question, 'group');
  const field = group && others.length === 0 ? facts.group(group.no)?.field : undefined;
  return field !== undefined && lines.some((line) => line.includes('的责任单位：'))
    ? `${field}组的责任单位有几家`
    : undefined;
}

/** `统共几口人`, `加起来多少条`: how many the last answer told. */
export function countOfTold({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const match =
    question.text.length > LONGEST ? null : (question.text.match(HOW_MANY) ?? question.text.match(BARE));
  if (!match || question.mentions.some(({ how }) => how !== 'hint')) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  const [first = ''] = last.reply.lines;
  // With its parts, as it was told.
  if (last.told === undefined && COUNTED.test(first)) return { question, reply: last.reply };
  const ofGroup = unitsOfGroup(last, facts);
  if (ofGroup !== undefined) return ask(ofGroup);
  // Several things answered at once are not one list.
  const lines = last.reply.lines.filter((line) => !ASIDE.test(line));
  if (items.length < 2 || (lines.length > 1 && items.length !== lines.length)) return undefined;
  const kind = items[0]?.entity?.kind ?? '';
  const said = match[1] ?? BY_KIND[kind] ?? '项';
  const line = `共${items.length}${UNIT[said] ?? said}：${items.map((item) => item.said).join('、')}。`;
  const [place] = last.reply.cites;
  return {
    question,
    reply: reply(`${line}${place === undefined ? '' : at(place)}`, last.reply.cites, {
      focus: last.reply.focus,
    }),
    told: items,
  };
}

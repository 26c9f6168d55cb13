import type { Clause } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import { clauseTold } from '../steps.ts';
import type { Talk } from '../talk.ts';

/** Another of the same row by its number, and what it is about. */
const NTH = new RegExp(
  `^(?:那|那么|还有|再看)?(?:排|列)?(?:在)?第(${NUMERAL}|\\d{1,2})(?:大)?(项|条|个|点|款|块|(?=的那个?))(?:的那个?)?(?:措施|制度|要求|重点|聚焦|内容)?(?:呢|嘞|哩)?[,，]?(?:主要|具体|又|都|到底|是|要|该)*(?:讲|说|干|做|写|弄|搞|管|抓|规定|要求|聚焦|针对|盯|治|整治|整顿|冲着?)?(?:的)?(?:是)?(?:个)?(?:啥|什么|哪些|怎么(?:做|搞|弄|干|说|写)|咋(?:做|搞|弄|干|说|写))?(?:事儿?|内容|方面|的)?(?:呢|嘞|[?？])*$`,
);
const LONGEST = 16;
/** An item that counts its own points is told with all of them. */
const LONG = 400;

/**
 * `第四项呢，主要干啥` after an item of a section that was named by its place or its heading (附件2第三部分（三）): the item of
 * that number beside it. Undefined after a group or a measure, whose numbers count on by themselves.
 */
export function nthBeside({ question, last, facts }: Talk): Turn | undefined {
  const [, numeral = '', noun = ''] = (question.text.length <= LONGEST && question.text.match(NTH)) || [];
  if (numeral === '' || last.told || /附件|正文/.test(question.text)) return undefined;
  const named = firmOf(last.question);
  if (!named.some(({ kind }) => kind === 'clause') || named.some(({ kind }) => kind !== 'clause'))
    return undefined;
  const parent = rowOf(last, facts);
  const items = parent ? facts.children(parent.location) : [];
  const clause = items[(parseNumeral(numeral) ?? 0) - 1];
  // `第4条` under a section of measures is the measure.
  if (!clause || (noun === '条' && facts.measureAt(clause.location))) return undefined;
  return exactly({
    question: { ...question, mentions: [itemMention(clause)] },
    reply: clauseTold(clause, LONG),
  });
}

/** The section whose items are counted: that of the item which the last turn was about. */
function rowOf({ question, reply }: Turn, facts: Facts): Clause | undefined {
  const places = firmOf(question).flatMap(({ entities }) =>
    entities.flatMap((e) => (e.kind === 'clause' ? [e.location] : [])),
  );
  const cited = reply.cites.filter((place) => facts.clause(place)?.parent !== undefined);
  for (const place of [...places, ...cited]) {
    const clause = facts.clause(place);
    const parent = clause?.parent === undefined ? undefined : facts.clause(clause.parent);
    const isOwnNumber = clause && (facts.groupAt(clause.location) ?? facts.measureAt(clause.location));
    if (parent && !isOwnNumber) return parent;
  }
  return undefined;
}

/** The item as if it had been named: the next message may go on from it. */
const itemMention = ({ location }: Clause) => ({
  start: 0,
  end: 0,
  text: location,
  kind: 'clause' as const,
  entities: [{ kind: 'clause' as const, location }],
  how: 'number' as const,
});

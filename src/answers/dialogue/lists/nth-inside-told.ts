import { NUMERAL, parseNumeral, toChinese } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import { itemsOf } from '../../handlers/places/clauses.ts';
import { verdict } from '../../question/claims.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const NTH = `第(?<nth>${NUMERAL}|\\d{1,2})|(?<end>最后|最末|末|末了)(?:那|这)?(?:一|1)?|(?<head>头|首|打头|开头)(?:那|这)?(?:一|1)?`;
/** One of the items that a place counts in its own text (一是…, 二是…), and what is asked of it. */
const INSIDE = new RegExp(
  `^(?:那|那么)?(?<within>它|其|该聚焦|这个聚焦|那个聚焦)?(?<in>里[面头边]?|其中|当中|下[面头]|底下|之中)?(?:的)?(?:${NTH})(?<one>个|条|项|点|类|种|块)?(?:问题|毛病)?(?:里)?(?:整[治顿]|要?解决|治理?|讲|说|写|列|指|要|管|针对)*(?:的|了)?(?:又|都|是)*(?:啥|什么|哪(?:些|方面|一?类|一?种)|谁)?(?:问题|毛病|现象|行为|内容)?(?:呢|嘞|[?？])*$`,
);
const ASKED_OF_IT = /整|治|解决|里|其中|当中|它|其|该|[类种]|毛病|问题/;
const LONGEST = 24;
/** How many things one of those told has under it (`第三个底下几条`), and the same of another (`最后一个呢`). */
const COUNTS = new RegExp(
  `^(?:那|那么)?(?:${NTH})(?:个|条|项|点|类|块)?(?:聚焦|方面|重点|问题)?(?:的)?(?:底下|下[面头]|里[面头]?|名下)(?:又|还|一共|总共|共|有|分|列|写|是|管|整治|整顿|挂|包括)*(?:了|着)?(?:几|多少)(?:条|个|项|点|类|种|样)(?:问题|毛病|内容)?(?:呢|[?？])*$`,
);
const NEXT_ONE = new RegExp(
  `^(?:那|那么)?(?:${NTH})(?:个|条|项|点|类|块)?(?:聚焦|方面|重点)?(?:呢|嘞|又(?:有)?(?:几|多少)(?:条|个|项)|(?:呢)?[,，]?(?:是不是)?(?:也|又|还)(?:是|有)?(?<many>${NUMERAL})(?:条|个|项|点|类)(?:吗|吧|么|对吧|对吗)?)(?:[?？])*$`,
);
/** Before the number of the one that was counted stands where it is from. */
const OF_PAPER = /^附件\d(?:的|里)?(?:工作重点|重点)?(?:的|里)?/;

/** `它里头第四项整治的是什么` after something of a place that counts its items: that item as it stands there. */
export function nthInsideTold({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  const groups = text.length > LONGEST ? undefined : text.match(INSIDE)?.groups;
  if (!groups || !ASKED_OF_IT.test(text) || isNamed(question)) return undefined;
  const place = placeTold(last, facts);
  const clause = place === undefined ? undefined : facts.clause(place);
  const items = clause && facts.children(clause.location).length === 0 ? itemsOf(facts, clause) : [];
  const no = groups['end'] ? items.length : groups['head'] ? 1 : parseNumeral(groups['nth'] ?? '');
  const item = no === undefined ? undefined : items[no - 1];
  if (!clause || items.length < 2 || no === undefined || item === undefined) return undefined;
  return {
    question,
    reply: reply(`${toChinese(no)}是${item}。${at(clause.location)}`, [clause.location], {
      focus: [{ kind: 'clause', location: clause.location }],
    }),
  };
}

/** `第三个底下几条` after a list of places that count their items; `最后一个呢` after that. */
export function countInsideTold({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || isNamed(question)) return undefined;
  const isNext = COUNTS.test(last.question.text.replace(OF_PAPER, ''));
  const groups = (text.match(COUNTS) ?? (isNext ? text.match(NEXT_ONE) : null))?.groups;
  if (!groups) return undefined;
  const [place = ''] = last.reply.cites;
  const items = facts.children((isNext && facts.clause(place)?.parent) || place);
  const no = groups['end'] ? items.length : groups['head'] ? 1 : parseNumeral(groups['nth'] ?? '');
  const clause = no === undefined ? undefined : items[no - 1];
  const inside = clause && itemsOf(facts, clause);
  if (!clause || !inside || inside.length < 2 || no === undefined) return undefined;
  const many = parseNumeral(groups['many'] ?? '');
  const isTrue = many === undefined ? undefined : many === inside.length;
  const name = `第${toChinese(no)}个“${clause.heading ?? clause.location}”`;
  return {
    // Another one may be asked for in the same words.
    question: COUNTS.test(text) ? question : last.question,
    reply: reply(
      `${isTrue === undefined ? '' : verdict(isTrue)}${name}下面共${inside.length}条：${inside.join('；')}。${at(clause.location)}`,
      [clause.location],
      {
        focus: [{ kind: 'clause', location: clause.location }],
        readsAll: true,
      },
    ),
  };
}

/** What is named otherwise than by the number that is asked for. */
const isNamed = (question: Talk['question']) => firmOf(question).some(({ how }) => how !== 'number');

/** The one place that the last turn was about. */
function placeTold({ question, reply: { focus, cites } }: Turn, facts: Facts): string | undefined {
  const named = firmOf(question).flatMap(({ entities }) => entities.filter(({ kind }) => kind === 'clause'));
  const [entity] = [...named, ...focus.filter(({ kind }) => kind === 'clause')];
  return entity?.kind === 'clause' ? entity.location : cites.find((cite) => facts.clause(cite));
}

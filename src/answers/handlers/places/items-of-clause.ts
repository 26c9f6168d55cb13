import type { Clause } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { toChinese } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { findSeries, itemsOf } from './clauses.ts';

const DOES = '(?:整[治顿]|解决|治理|列|讲|说|写|分|点)(?:出|了|的)*(?:是)?';
/** How many kinds of something a place lists (`要整顿几类毛病`, `下面列了几种问题`). */
const ASKED = new RegExp(
  `[,，]?(?:里[头面]?|下面|底下|下头|一共|总共|具体|要|都|重点)*(?:${DOES})?(?:一共|总共|共|有)*(?:几|多少)(?:大)?(?:类|种|样|个?方面|条|项|点)(?:的)?(?:毛病|问题|现象|情形|表现|行为|内容|事)?$`,
);
/** What only says that it is a place. */
const PLACE =
  /附件\d|正文|^(?:里|中|的|上)+|(?:讲|说|写|管|针对|关于|有关)的?|(?:那|这)一?(?:个|条|块|部分|段)|第[\d一二三四]个|聚焦|工作重点|的$|[,，]/g;
const SHORTEST = 2;

/** The item of a series of places whose heading has all that is said of it. */
const leaves = perNotice((facts: Facts) =>
  facts.model.clauses.filter(
    (clause) =>
      clause.heading !== undefined &&
      facts.children(clause.location).length === 0 &&
      itemsOf(facts, clause).length > 1,
  ),
);

/**
 * `讲某事那个聚焦，下面要整顿几类毛病`: a place told by a word of its heading, or by its number, whose own text counts
 * (一是…, 二是…). How many it has, and how each begins.
 */
export const answerItemsOfClause: Handler = needing(
  () => ({ text: [[EACH, ALL_TOGETHER, ASKED]] }),
  (question, { facts }) => {
    const { text } = question;
    const attachment = attachmentIn(text);
    if (EACH.test(text) || ALL_TOGETHER.test(text)) return eachReply(question, facts);
    if (!ASKED.test(text) || (attachment === undefined && !text.includes('聚焦'))) return undefined;
    const clause = namedBy(question, facts) ?? toldBy(text, attachment, facts);
    const items = clause ? itemsOf(facts, clause) : [];
    if (!clause || items.length < 2) return undefined;
    const word = text.match(/(?:几|多少)大?(类|种|样|个?方面|条|项|点)/)?.[1] ?? '类';
    const said = items.map((item, i) => `${toChinese(i + 1)}是${item.split(/[，；,;]/)[0] ?? item}`);
    return reply(
      `“${clause.heading}”共${items.length}${word}：${said.join('；')}。${at(clause.location)}`,
      [clause.location],
      { focus: [{ kind: 'clause', location: clause.location }], spoken: question.residue },
    );
  },
);

/** `四个聚焦各有几条` */
const EACH =
  /聚焦.{0,4}(?:各自?|每个|分别).{0,4}(?:几|多少)(?:类|种|样|个?方面|条|项|点)|每个聚焦.{0,4}(?:几|多少)/;

/** `那几个聚焦底下总共几条`: all items of the series together, not the series itself. */
const ALL_TOGETHER =
  /(?:(?<![第前后])[二三四五两几\d]个|各|所有|全部)聚焦.{0,4}(?:底下|下面|下头|里[头面]?|之下|细分|加起来|加一块|合起来|合计|往下|整[治顿]|解决|治|要治).{0,14}?(?:几|多少)(?:大)?(?:类|种|样|条|项|点|小[项条点类])|聚焦.{0,3}(?:一共|总共|合计|加起来)[^,，]{0,6}(?:整[治顿]|解决|治|列|细分)[^,，]{0,4}(?:几|多少)(?:类|种|样|条|项|点)|聚焦[^谁哪]{0,12}(?:一是|二是|各有|每[段个块])[^谁哪]{0,20}(?:几|多少)(?:个|类|种|样|条|项|点)|聚焦[^谁哪]{0,6}(?:几|多少)(?:个|条|处)?[“"]?一是/;

function eachReply(question: Question, facts: Facts): Reply | undefined {
  const parent = findSeries(facts, '聚焦', attachmentIn(question.text));
  const items = parent ? facts.children(parent.location) : [];
  if (!parent || items.length === 0) return undefined;
  const said = items.map((item) => `“${item.heading}”${itemsOf(facts, item).length}条`);
  const total = items.reduce((sum, item) => sum + itemsOf(facts, item).length, 0);
  return reply(
    `${said.join('；')}；共${total}条。${at(parent.location)}`,
    items.map(({ location }) => location),
    { focus: [{ kind: 'clause', location: parent.location }], spoken: question.residue },
  );
}

function namedBy(question: Question, facts: Facts): Clause | undefined {
  const [named, ...others] = mentioned(question, 'clause');
  const clause = others.length === 0 && named ? facts.clause(named.location) : undefined;
  return clause && leaves(facts).includes(clause) ? clause : undefined;
}

function toldBy(text: string, attachment: string | undefined, facts: Facts): Clause | undefined {
  const words = text
    .replace(ASKED, '')
    .replace(PLACE, ',')
    .split(',')
    .filter((word) => word.length >= SHORTEST);
  if (words.length === 0) return undefined;
  const series = text.includes('聚焦') ? findSeries(facts, '聚焦', attachment)?.location : undefined;
  const found = leaves(facts).filter(
    ({ heading = '', location }) =>
      location.startsWith(series ?? attachment ?? '') && words.every((word) => fold(heading).includes(word)),
  );
  return found.length === 1 ? found[0] : undefined;
}

import type { Clause } from '../../../notice/types.ts';
import { toChinese } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { findSeries } from './clauses.ts';

/** `第几项制度`, `第几个聚焦`. */
const ASKED =
  /第几(?:大)?(?:个|项|条|点)(?:大)?(?:工作)?(聚焦|制度|要求|重点|措施)?|哪(?:一)?(?:大)?(?:个|项|条|点)(?:工作)?(聚焦|制度|要求|重点|措施)(?=里?[头面]?[?？]*$)/;
/** Where it may stand, and words that only say that it stands there. */
const AROUND =
  /附件\d|正文|第\d部分|(?:这|那)?(?:[一二三四五六七八九\d]{1,2}|几)?(?:个|项|条|大)*(?:工作)?(?:聚焦|制度|要求|重点|措施)(?:里[头面]?|中|当中)?|(?:是|写|放|列|属于?|算|排|提|讲|说|出现)+(?:在|于|到|进|入|的)?(?:了)?|^[,，、:：的里中在]+|[,，、:：的里中在]+$|[?？]/g;
const SHORTEST = 2;
/** Coverage from which on a sentence of the item is meant. */
const SURE = 0.5;

/** `某事在第几个聚焦`, `奖励和追责是第四部分第几项`: the item of a series whose text says it. */
export const answerWhichItem: Handler = needing(
  () => ({ text: [ASKED] }),
  (question, { facts, retriever }) => {
    const [asked, nth, which] = question.text.match(ASKED) ?? [];
    const word = nth ?? which;
    if (asked === undefined || question.masked.includes('M')) return undefined;
    const phrase = question.text
      .replace(asked, ',')
      .replace(AROUND, ',')
      .replace(/^,+|,+$/g, '');
    const parent =
      phrase.length < SHORTEST || /谁|哪|几|多/.test(phrase) ? undefined : parentOf(question, word, facts);
    const items = parent ? facts.children(parent.location) : [];
    if (!parent || items.length < 2) return undefined;
    const isThere = (location: string) => items.some((item) => location.startsWith(item.location));
    const [best] = retriever.search({ parts: contentOf(phrase), only: (s) => isThere(s.location) });
    if (!best || best.coverage < SURE) return undefined;
    const place = items.findIndex((item) => best.statement.location.startsWith(item.location));
    const item = items[place];
    return (
      item &&
      reply(
        `在${parent.heading ?? parent.location}的第${toChinese(place + 1)}项（${item.heading ?? ''}）：${best.statement.text}${at(item.location)}`,
        [item.location],
        { focus: [{ kind: 'clause', location: item.location }], spoken: question.residue },
      )
    );
  },
);

/** The clause that is counted through: named by number, else the series that the noun stands for. */
function parentOf(question: Question, word: string | undefined, facts: Facts): Clause | undefined {
  const attachment = attachmentIn(question.text);
  const named = mentioned(question, 'clause')
    .map(({ location }) => facts.clause(location))
    .find((clause) => clause && facts.children(clause.location).length > 1);
  if (named) return named;
  return word === undefined || (word === '措施' && attachment === undefined)
    ? undefined
    : findSeries(facts, word, attachment);
}

import { fold } from '../../characters/fold.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const ASKS = /谁|哪|啥|什么|几|多少|咋|怎|如何|吗|[呢不没][?？]*$/;
const WH = /谁|哪[些个家位]?|啥|什么|几[个家位]?|多少|咋|怎么?|如何/;
/** `某事呢` after a figure asks for a figure. */
const FIGURE = /多少|几|多久|多长/;
/** Slots and places have readers of their own. */
const SLOTS =
  /牵头|分包|分管|负责|责任单位|责任分工|配合|归|[谁家]管|出处|哪(?:一)?条|第几条|原文|全文|文号|领导|单位|部门|组|主任|目标|方案|附件|正文|文件|通知/;
/** Which of a count the notice writes with its number (`哪一轮`). */
const WHICH_ROUND = /(?:哪|第几|几)(?:一)?([轮批期届])/;
const TALK =
  /^(?:那|又|还|要|得|主要|具体|到底|是|给|跟|和|为|对|从|用|靠|按|以|把|被)+|(?:的|呢|吗|了|着|过|得|要|是|有|做|干|弄|搞|办)+$/g;
/** Less is no word of a matter, and more a matter of its own. */
const SHORTEST = 2;
const LONGEST = 11;
/** A longer sentence is shown by the piece that says it. */
const LONG = 110;

/** `表彰谁`, `跟谁结对子` after something else of the same place: what that place says in these very words. */
export function ofSameClause({ question, last, facts }: Talk): Turn | undefined {
  const { text, content } = question;
  const [place] = last.reply.cites;
  const clause = place === undefined || facts.groupAt(place) ? undefined : facts.clause(place);
  if (!clause || text.length > LONGEST || !ASKS.test(text) || SLOTS.test(text) || firmOf(question).length > 0)
    return undefined;
  if (/[呢嘞哩][?？]*$/.test(text) && FIGURE.test(last.question.text)) return undefined;
  const round = text.match(WHICH_ROUND)?.[1];
  const words =
    round === undefined
      ? content
          .flatMap((part) => part.split(WH))
          .map((part) => part.replace(TALK, ''))
          .filter((part) => part !== '')
      : [];
  const isSaid = (said: string) =>
    round === undefined
      ? words.every((word) => hasWord(fold(said), word))
      : new RegExp(`第[一二三四五六七八九十\\d]+${round}`).test(said);
  if (round === undefined && (words.length === 0 || words.some((word) => word.length < SHORTEST)))
    return undefined;
  const found = clause.text.split(/(?<=[。；\n])/).find(isSaid);
  if (found === undefined) return undefined;
  const pieces = found.split(/(?<=，)/);
  const at0 = pieces.findIndex(isSaid);
  const said =
    found.length <= LONG || at0 < 0
      ? found
      : pieces
          .slice(at0, at0 + 2)
          .join('')
          .replace(/，$/, '。');
  return {
    question,
    reply: reply(`${said.trim()}${at(clause.location)}`, [clause.location], { focus: last.reply.focus }),
  };
}

/** A word of three characters and more may have one put into it (`结对子` in `结成对子`). */
function hasWord(said: string, word: string): boolean {
  if (said.includes(word)) return true;
  if (word.length < GAPPED || !/^[\u4e00-\u9fff]+$/.test(word)) return false;
  return [...word]
    .slice(1)
    .some((_, i) => new RegExp(`${word.slice(0, i + 1)}[\\u4e00-\\u9fff]${word.slice(i + 1)}`).test(said));
}

const GAPPED = 3;

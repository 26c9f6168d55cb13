import type { Question } from '../question/parse.ts';
import { contentOf } from '../question/wording.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import type { Retriever } from './retrieve.ts';
import { focusOf } from './statement-replies.ts';

/** `四进包不包括进某地`, `某员里头有没有某人`: a list and what might be in it. */
const IN_LIST =
  /^(.{2,16}?)(?:(?:都|也|还)?(?:包不包[括含]|含不含|算不算(?![进入到]))|(?:里[头面边]?|当中|中|之列|那[几些][个样项类]|这[几些][个样项类])(?:都|也|还)?(?:有没有|有|包括|包含|含)|(?:都|也|还)?(?:包括|包含))(?:了)?([\u4e00-\u9fff\da-z]{2,8}?)(?:这一?[项样条类个]|在内|没有?|吗|吧|么|不|对吗|[?？])*$/;

const ASKS = /谁|哪|什么|啥|几|多少|怎么|咋/;
/** How much of the words before it the sentence of the list must cover. */
const MEANT = 0.62;
/** A list has so many items at least. */
const FEWEST = 3;
const LONGEST_ITEM = 16;

/** Whether a list that a sentence gives has the thing asked about; undefined where no list is surely meant. */
export function listClaim({ text, mentions }: Question, retriever: Retriever): Reply | undefined {
  if (mentions.some((m) => m.how !== 'hint')) return undefined;
  const [, head = '', thing = ''] = text.match(IN_LIST) ?? [];
  const parts = contentOf(head);
  if (
    thing === '' ||
    ASKS.test(thing) ||
    /(?:文件|通知|附件\d?|这话)$/.test(head) ||
    parts.join('').length < 2
  )
    return undefined;
  const best = retriever.search({ parts }).find(({ statement }) => hasList(statement.text));
  if (!best || best.coverage < MEANT) return undefined;
  const { statement } = best;
  const isIn = statement.folded.includes(thing);
  const pairs = [...thing].slice(1).map((char, i) => `${thing[i]}${char}`);
  if (!isIn && pairs.some((pair) => statement.folded.includes(pair))) return undefined;
  // `某厂算不算样板`: the thing stands before, what it is taken for behind.
  if (!isIn && /算不算/.test(text)) return undefined;
  return reply(
    `${isIn ? '有' : '没有列这一项'}：${statement.text}${at(statement.location)}`,
    [statement.location],
    {
      confidence: Math.min(1, best.coverage),
      focus: focusOf(statement),
    },
  );
}

const hasList = (text: string) =>
  text.split(/[，；：。]/).some((piece) => {
    const items = piece.split('、');
    return items.length >= FEWEST && items.every((item) => item.length <= LONGEST_ITEM);
  });

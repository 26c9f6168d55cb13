import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import { isAnswer } from '../../decide.ts';
import type { Mention } from '../../names/entities.ts';
import { joinReplies } from '../../replies/reply.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const ONE = `第?(?:${NUMERAL}|\\d{1,2})(?:组|条|号|项)?`;
const ROW = new RegExp(
  `^(?:那|再|还有|换成?|该|轮到)?(${ONE}(?:(?:[、,，和跟与及\\s]+|(?<=[组条号项]))${ONE})+)(?:这|那)?(?:[两俩三仨]|几)?(?:个|条|项)?(?:组|条)?的?(?:也|又|都|各|分别)*(?:照|抄|是|归|由|算)?(?:着)?(?:他|她|它)?(?:牵头|负责|管|的)?(?:(?:说|报|列|讲|看|念)(?:一?下)?|(?:是|归|由)?(?:谁|哪[家个位]))?(?:行不行?|行吗|对[吗不]|呢|嘞|哩|咧|吗|吧|么|不|[?？])*$`,
);
const FIGURE = /(?:\d+|[一二三四五六七八九十]+)(?!.*[\d一二三四五六七八九十])/;
const LONGEST = 22;
const MOST = 4;
/** A refusal that knows why. */
const SURE = 0.95;

/** `26、27呢`, `18和19也说下` after a question about something with a number: the same of each of these. */
export function numbersInRow({ question, last, take }: Talk): Turn | undefined {
  const { text } = question;
  const row = text.length > LONGEST ? undefined : text.match(ROW)?.[1];
  const firm = firmOf(last.question);
  const before =
    firm.find((m) => m.how === 'number' && FIGURE.test(m.text)) ??
    (/组/.test(row ?? '') ? firm.find((m) => m.kind === 'group') : undefined);
  if (row === undefined || !before) return undefined;
  const numbers = row
    .split(/[、,，和跟与及\s]+/)
    .map((one) => parseNumeral(one.replace(/[第组条号项]/g, '')));
  const asked = last.question.text;
  const turns = numbers.flatMap((no) => {
    const name = no === undefined ? undefined : numbered(before, no);
    const turn = name && take(`${asked.slice(0, before.start)}${name}${asked.slice(before.end)}`);
    return turn && (isAnswer(turn.reply) || turn.reply.confidence >= SURE) ? [turn] : [];
  });
  const isAll = turns.length === numbers.length && turns.length <= MOST;
  return isAll ? { question, reply: joinReplies(turns.map(({ reply }) => reply)) } : undefined;
}

const numbered = ({ how, text }: Mention, no: number) =>
  how === 'number' ? text.replace(FIGURE, String(no)) : `第${no}组`;

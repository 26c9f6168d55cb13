import { digitize } from '../characters/numerals.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { exactly, type Turn } from '../turn.ts';

const EARLIER =
  '(?:它|他|她|(?:前面|刚才|上面|之前|先前|头里|刚刚)(?:的)?(?:那|这)?(?:一)?(?:个|家|条|项|组)?|(?:上|前)(?:一)?(?:个|条|项|组)|那(?:一)?(?:个|条|项|组))(?:的)?(?:数字?|指标|目标|比例|家数|时间|时限)?';
const END = '(?:没有?|吗|不|么|吧|呢|些|一?点|[?？])*$';
/** A matter, and how it stands beside the one before: `责任单位数呢，有它多没`, `某某率呢，跟刚才那个数一样不`. */
const HELD = new RegExp(
  `^(.{2,18}?)[,，?？\\s]+(?:那|这)?(?:是不是)?(?:(?:有没有|没有?|有|比)${EARLIER}(?:的)?(?:还|更|要)?(多|少|高|低|大|小|长|短|快|慢|严|紧|松)(?:几|多少)?(?:家|个|条|项|天)?${END}|(?:跟|和|与|同)${EARLIER}(?:是|都|的)*(一样|相同|一致|同一个数?|差不多|差(?:多少|几)|比)(?:多|高|大)?${END})`,
);

/** What is asked first, and that it is held against what was told before. */
export interface Held {
  asked: string;
  word: string;
}

/** `某某率呢，跟刚才那个数一样不`: cut into the question and what it is held against. */
export function heldIn(message: string): Held | undefined {
  const [, asked, more, same] = message.match(HELD) ?? [];
  const word = more ?? same;
  return asked === undefined || word === undefined ? undefined : { asked, word };
}

/** Turns looked back at. */
const BACK = 3;
const FIGURE = /(\d+(?:\.\d+)?)\s*(%|个?工作日|日|天|个|家|名|位|项|条|平方米|微克|万元|亿元)/;

function figureOf({ reply: { kind, lines } }: Turn) {
  if (kind !== 'answer') return undefined;
  const line = (lines[0] ?? '').replace(/（[^（）]*）|第\d+[组条]|附件\d/g, '');
  const [, value, unit = ''] = digitize(line).match(FIGURE) ?? [];
  return value === undefined ? undefined : { value: Number(value), unit };
}

/** The answer with its figure held against the last one of its sort; undefined where there is none. */
export function heldAgainst(found: Turn, before: Turn, { word }: Held): Turn | undefined {
  const own = figureOf(found);
  if (own === undefined) return undefined;
  let earlier: Turn | undefined = before;
  for (let i = 0; earlier && i < BACK; i++, earlier = earlier.before) {
    const other = figureOf(earlier);
    if (other?.unit !== own.unit) continue;
    const told = earlier.reply;
    const lines = [verdict(own.value, other.value, own.unit, word), ...found.reply.lines.slice(0, 1)];
    const held: Reply = reply(
      [...lines, ...told.lines.slice(0, 1)],
      [...found.reply.cites, ...told.cites.slice(0, 2)],
      { focus: found.reply.focus },
    );
    return exactly({ ...found, reply: held });
  }
  return undefined;
}

const LESS = /少|低|小|短|快|严|紧/;

function verdict(own: number, other: number, unit: string, word: string): string {
  const between = Math.round(Math.abs(own - other) * 100) / 100;
  const apart = `${between}${unit === '%' ? '个百分点' : unit}`;
  if (between === 0) return `一样，都是${own}${unit}。`;
  if (/一样|相同|一致|同|差|比/.test(word)) return `不一样，${own}${unit}和${other}${unit}，相差${apart}。`;
  const isSo = LESS.test(word) ? own < other : own > other;
  return `${isSo ? '是的' : '没有'}，${own}${unit}比${other}${unit}${own > other ? '多' : '少'}${apart}。`;
}

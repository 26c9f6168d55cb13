import { fold } from '../fold.ts';
import { reply } from '../reply.ts';
import { swapContrast } from '../swaps.ts';
import { at } from '../texts.ts';
import { firmOf, type Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

/** A noun by itself, with what only says that it is asked of too. */
const NOUN =
  /^(?:那|那么|再|还有|然后|换成?|改成?)?([\u4e00-\u9fff]{2,6}?)(?:的|这|那|上)*(?:一)?(?:块|边|头|项|方面|类|户)?的?(?:也|又|顺便|一并|再)*(?:(?:说|报|列|念|讲|看|给)(?:一?下|说|看)?|要?(?:多少|几天|几个|多久|几成|到几|多高)|呢|哪|嘞|哩|[?？])*$/;
/** Asks for something else than a figure, or points back. */
const OTHER =
  /谁|哪(?=[个家些里位条])|啥|什么|怎|咋|吗|有没有|在不在|为|[它他她]|第|其他|别的|还有|牵头|配合|分包|责任|名单|全部/;
const LONGEST = 12;

/** `备案`, `绿化的那块说下` after the figure of something else: the one figure of that name at the same place. */
export function figureOfOther({ question, last, facts, contrasts, take }: Talk): Turn | undefined {
  const { text } = question;
  const noun = text.length > LONGEST || OTHER.test(text) ? undefined : text.match(NOUN)?.[1];
  const [line = ''] = last.reply.lines;
  if (noun === undefined || !/\d/.test(line) || firmOf(question).length > 0) return undefined;
  if (swapContrast(text, last, contrasts) !== undefined) return undefined;
  for (const place of last.reply.cites) {
    const here = facts.indicatorsAt(place);
    if (!here.some(({ quote }) => fold(line).includes(fold(quote)) || fold(quote).includes(bare(line))))
      continue;
    const found = here.filter(
      ({ what, quote }) => fold(what).includes(noun) && !fold(line).includes(fold(quote)),
    );
    const [only, ...others] = found;
    if (!only || others.length > 0 || only.value === undefined) continue;
    const said = fold(only.quote).includes(fold(only.what)) ? only.quote : `${only.what}：${only.quote}`;
    const asked = take(`${only.what}是多少`).question;
    return { question: asked, reply: reply(`${said}。${at(place)}`, [place], { focus: last.reply.focus }) };
  }
  return undefined;
}

/** A line without its place. */
const bare = (line: string) =>
  fold(line.replace(/（[^（）]*（?[^（）]*）?[^（）]*）$/, '').replace(/[。；]$/, ''));

import type { Indicator } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { swapContrast } from '../../conversation/swaps.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What only says that something is asked of too. */
const ASKED_TOO =
  '(?:的|这|那|上)*(?:一)?(?:块|边|头|项|方面|类|户)?的?(?:也|又|都|各|顺便|一并|再)*(?:(?:说|报|列|念|讲|看|给)(?:一?下|说|看)?|要?(?:多少|几天|几个|多久|几成|到几|多高)|呢|哪|嘞|哩|[?？])*$';
/** A noun by itself, or several (`绿化和公园呢`). */
const NOUNS = new RegExp(
  `^(?:那|那么|再|还有|然后|换成?|改成?)?([\\u4e00-\\u9fff]{2,6}?(?:[和跟与、][\\u4e00-\\u9fff]{2,6}?){0,3})${ASKED_TOO}`,
);
/** Asks for something else than a figure, or points back. */
const OTHER =
  /谁|哪(?=[个家些里位条])|啥|什么|怎|咋|吗|有没有|在不在|为|[它他她]|第|其他|别的|还有|牵头|配合|分包|责任|名单|全部/;
const LONGEST = 14;

/** `备案`, `绿化的那块说下`, `绿化和林子呢` after the figure of something else: the figures of those nouns at the same place. */
export function figureOfOther(talk: Talk): Turn | undefined {
  const { question, last, contrasts } = talk;
  const { text } = question;
  const said = text.length > LONGEST || OTHER.test(text) ? undefined : text.match(NOUNS)?.[1];
  const [line = ''] = last.reply.lines;
  if (said === undefined || !/\d/.test(line) || firmOf(question).length > 0) return undefined;
  if (swapContrast(text, last, contrasts) !== undefined) return undefined;
  const nouns = said.split(/[和跟与、]/);
  for (const place of last.reply.cites) {
    const here = talk.facts.indicatorsAt(place);
    if (!here.some(({ quote }) => fold(line).includes(fold(quote)) || fold(quote).includes(bare(line))))
      continue;
    const found = nouns.flatMap(
      (noun) => figureNamed(noun, here, line) ?? figureCalled(noun, here, talk) ?? [],
    );
    if (found.length < nouns.length) continue;
    const lines = found.map((one) => {
      const isTold = fold(one.quote).includes(fold(one.what));
      return `${isTold ? one.quote : `${one.what}：${one.quote}`}。${at(place)}`;
    });
    const asked = talk.take(`${found[0]?.what}是多少`).question;
    return { question: asked, reply: reply(lines, [place], { focus: last.reply.focus }) };
  }
  return undefined;
}

/** The one figure whose name has the noun; what was just told is no other. */
function figureNamed(noun: string, here: readonly Indicator[], line: string): Indicator | undefined {
  const found = here.filter(
    ({ what, quote }) => fold(what).includes(noun) && !fold(line).includes(fold(quote)),
  );
  const [only, ...others] = found;
  return only?.value !== undefined && others.length === 0 ? only : undefined;
}

/** The same by a word that no name has (`林子`): the one figure that answers how much it is to be. */
function figureCalled(noun: string, here: readonly Indicator[], { ask }: Talk): Indicator | undefined {
  if (here.some(({ what }) => fold(what).includes(noun))) return undefined;
  const [line = ''] = ask(`${noun}要到多少`)?.reply.lines ?? [];
  const [only, ...others] = here.filter(({ quote }) => fold(line).includes(fold(quote)));
  return only?.value !== undefined && others.length === 0 ? only : undefined;
}

/** A line without its place. */
const bare = (line: string) =>
  fold(line.replace(/（[^（）]*（?[^（）]*）?[^（）]*）$/, '').replace(/[。；]$/, ''));

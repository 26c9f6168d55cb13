import type { Indicator } from '../../../notice/types.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { targetsFor } from './differences.ts';

/** `那俩数…各是多少`: so many figures of one matter, none of them named. */
const SO_MANY =
  /(?:里[面头]?|中|的)?(?:那|这)?([两俩二三仨四])(?:个|项)?(?:数字?|指标|目标值?|值|比例|百分[数比]|浓度)[^谁哪]{0,14}?(?:各|分别|都)[^谁哪]{0,8}(?:多少|几)/;
const MANY: Readonly<Record<string, number>> = { 俩: 2, 仨: 3 };

/** The figures of one sort that stand beside each other, where they are as many as the question says. */
export const answerFiguresTogether: Handler = needing(
  () => ({ text: [SO_MANY] }),
  ({ text }, desk) => {
    const [said, word = ''] = text.match(SO_MANY) ?? [];
    const count = MANY[word] ?? parseNumeral(word);
    if (said === undefined || count === undefined) return undefined;
    const [best] = targetsFor(text.replace(SO_MANY, ''), '', desk);
    if (!best) return undefined;
    const beside = desk.facts
      .indicatorsAt(best.indicator.location)
      .filter((i) => i.value !== undefined && i.unit === best.indicator.unit);
    const found = beside.filter((i) =>
      isBeside(i, best.indicator, desk.facts.clause(i.location)?.text ?? ''),
    );
    if (found.length !== count) return undefined;
    return reply(
      found.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`),
      found.map(({ location }) => location),
      { focus: best.indicator.groups.map((no) => ({ kind: 'group', no })) },
    );
  },
);

/** Whether both stand in one sentence. */
function isBeside(one: Indicator, other: Indicator, text: string): boolean {
  const sentence = text.split(/[。；\n]/).find((piece) => piece.includes(other.quote.replace(/[。；]$/, '')));
  return sentence?.includes(one.quote.replace(/[。；]$/, '').replace(/^全区/, '')) === true;
}

import type { Indicator } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { quantitiesIn } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `…说的是甲还是乙，还是两头都有` */
const EITHER =
  /(?:说|指|讲|算|对应|针对)(?:的)?(?:是)?([^,，]{2,14}?)[,，]?还是([^,，]{2,14}?)(?:[,，]?(?:还是|或者?)(?:[两俩2](?:头|个|边|样|者|处|项)?|都)(?:都)?(?:有|是|算|说|包括|在内)?)?[?？]*$/;
/** Share of the characters of a matter that a target must have. */
const SAME = 0.8;
const MOST = 4;

/** `那个10%说的是甲还是乙，还是两头都有`: of two matters the one that has the figure, or both. */
export const answerEitherFigure: Handler = needing(
  () => ({ text: [EITHER] }),
  ({ text }, { facts }) => {
    const [said, ...names] = text.match(EITHER) ?? [];
    if (said === undefined) return undefined;
    const [figure, ...others] = quantitiesIn(text.slice(0, text.indexOf(said))).filter(
      ({ unit }) => unit !== '' && !/[年月组条]/.test(unit),
    );
    if (!figure || others.length > 0) return undefined;
    const same = facts.model.indicators.filter(
      (i) => i.value === figure.value && fold(i.unit).endsWith(figure.unit),
    );
    const sides = names.map((name) => same.filter((i) => isOf(i, name)).slice(0, MOST));
    const found = [...new Set(sides.flat())];
    if (found.length === 0) return undefined;
    const isBoth = sides.every((side) => side.length > 0);
    const verdict = isBoth ? '两个都有：' : '';
    const [first] = found;
    // Told once where two places say the same.
    const told = found.filter((i, n) => found.findIndex((o) => fold(o.quote) === fold(i.quote)) === n);
    return reply(
      told.map(
        (i, n) => `${n === 0 ? verdict : ''}${i.what}：${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`,
      ),
      told.map(({ location }) => location),
      { focus: (first?.groups ?? []).map((no) => ({ kind: 'group' as const, no })) },
    );
  },
);

function isOf({ what, quote }: Indicator, name: string): boolean {
  const own = fold(`${what}${quote}`);
  const chars = [...name].filter((char) => !/[的那这个项]/.test(char));
  return chars.filter((char) => own.includes(char)).length >= chars.length * SAME;
}

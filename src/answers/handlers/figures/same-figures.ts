import type { Measure } from '../../../notice/types.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName } from '../../replies/texts.ts';
import { bodyOf, measureSpokenOf } from '../measures/measures.ts';
import { needing } from '../needing.ts';

const MANY = '([二两俩三四五六七八\\d])个';
const FIGURE = '["“”]?(\\d{1,4})["“”]?';
/** So many times the same bare figure. */
const ASKS = new RegExp(
  `哪${MANY}${FIGURE}(?![\\d%年月日天条组号])|${MANY}${FIGURE}(?:都|分别|各自?|具体|说的|指的)*(?:是|指)(?:的)?(?:哪|什么|啥)`,
);

/** `某事那条，哪三个1`: the pieces of a measure that have the figure, where they are as many as are asked for. */
export const answerSameFigures: Handler = needing(
  () => ({ text: [ASKS] }),
  (question, desk) => {
    const [said, a, b, c, d] = question.text.match(ASKS) ?? [];
    const [many, figure] = [parseNumeral((a ?? c ?? '').replace('俩', '两')), b ?? d];
    if (said === undefined || figure === undefined || many === undefined) return undefined;
    const own = new RegExp(`(?<![\\d.])${figure}(?![\\d.%])`);
    const found = measuresMeant(question, desk).flatMap((measure) => {
      const pieces = bodyOf(measure)
        .split(/[，。；]/)
        .filter((piece) => own.test(piece));
      return pieces.length === many ? [{ measure, pieces }] : [];
    });
    const [only, ...others] = found;
    if (!only || others.length > 0) return undefined;
    const { measure, pieces } = only;
    return reply(
      `${measureName(measure)}：${pieces.join('；')}。${at(measure.location)}`,
      [measure.location],
      {
        focus: [{ kind: 'measure', no: measure.no }],
      },
    );
  },
);

/** The measures of the number, the matter or the words that the question names. */
function measuresMeant(question: Question, { facts, retriever }: Desk): Measure[] {
  const numbered = mentioned(question, 'measure');
  const named = numbered.length > 0 ? numbered : measureSpokenOf(question.text, retriever);
  if (named.length > 0) return named.flatMap(({ no }) => facts.measure(no) ?? []);
  const groups = mentioned(question, 'group', true);
  return groups.length === 1 ? groups.flatMap(({ no }) => facts.measuresOfGroup(no)) : [];
}

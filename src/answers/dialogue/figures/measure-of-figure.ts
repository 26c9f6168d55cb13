import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import { refuse, reply } from '../../replies/reply.ts';
import { at, measureName } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const WHICH = /(?:第几|哪(?:一)?)(?:条|项)/;
const STANDS = /写|提|说|讲|列|有|出现|规定/;
/** A measure is meant, not the objectives before the measures. */
const OF_MEASURES =
  /措施|(?:主要|总体)?目标(?:那|这)?(?:一)?(?:段|块|部分|里|处|条)?(?:的)?(?:不算|除外|不要|不提|不说|以外|之外|别算|撇开)|(?:除了?|撇开|不算|不是)(?:主要|总体)?目标/;
const LONGEST = 34;
/** A refusal that knows why. */
const SURE = 0.95;

/** `第几条专门写了这个数，主要目标不算` after a figure: the measures that have the same figure of the same thing. */
export function measureOfFigure({ question, last, facts }: Talk): Turn | undefined {
  const { text } = question;
  const isAsked = WHICH.test(text) && STANDS.test(text) && OF_MEASURES.test(text);
  if (text.length > LONGEST || !isAsked || firmOf(question).length > 0) return undefined;
  const told = indicatorsTold(last, facts);
  if (told.length === 0) return undefined;
  const same = facts.model.indicators.filter(({ what, value, location }) =>
    told.some((one) => one.what === what && one.value === value && facts.measureAt(location)),
  );
  const found = same.flatMap((one) => {
    const measure = facts.measureAt(one.location);
    return measure ? [{ measure, line: `${measureName(measure)}：${one.quote}${at(one.location)}` }] : [];
  });
  return found.length === 0
    ? { question, reply: refuse('没有哪一条措施写这个数，只写在目标里。', [], { confidence: SURE }) }
    : {
        question,
        reply: reply(
          found.map(({ line }) => line),
          found.map(({ measure }) => measure.location),
          { focus: found.map(({ measure: { no } }) => ({ kind: 'measure', no })) },
        ),
      };
}

/** What the last answer's first line gives the figure of. */
function indicatorsTold({ reply: { cites, lines } }: Turn, facts: Facts) {
  const line = fold(lines[0] ?? '');
  return cites
    .flatMap((place) => facts.indicatorsAt(place))
    .filter(({ quote, value }) => value !== undefined && line.includes(fold(quote)));
}

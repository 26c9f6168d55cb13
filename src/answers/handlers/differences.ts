import { otherSideOf, sidesAsked } from '../contrast.ts';
import { expectationOf, satisfies } from '../expect.ts';
import { fold } from '../fold.ts';
import { pieceFor } from '../fragments.ts';
import type { Desk, Handler } from '../handler.ts';
import { isSure } from '../look-up.ts';
import { quantitiesIn } from '../numerals.ts';
import { reply } from '../reply.ts';
import { focusOf } from '../statement-replies.ts';
import type { Statement } from '../statements.ts';
import { at } from '../texts.ts';
import { contentOf } from '../wording.ts';

/** `哪个快`: which of both is less or more. */
const WHICH =
  /(?:哪|谁)(?:个|一个|边|样)?.{0,8}(?:短|长|快|慢|多|少|高|低|久)|更(?:短|长|快|慢|多|少|高|低|久)/;
const ASKS = /相?差(?:了|着|出|开)?(?:多少|几|多大)|(?:多|少|快|慢|长|短|高|低)(?:出|了)?(?:多少|几)/;
const AND = /[和跟与比、]/;

interface Side {
  /** As the question calls it. */
  name: string;
  statement: Statement;
  text: string;
  value: number;
  unit: string;
}

/** `居民办电和高压办电差多少个工作日`: the figures of both sides, and what lies between them. */
export const answerDifferences: Handler = ({ text }, desk) => {
  if (!ASKS.test(text) && !WHICH.test(text)) return undefined;
  const [first, second] = sidesOf(text, desk).map((side) => figureOf(side, text, desk));
  if (!first || !second || first.unit !== second.unit || first.statement === second.statement)
    return undefined;
  const lead = ASKS.test(text) ? undefined : nearerOf(first, second, text);
  const between = Number(Math.abs(first.value - second.value).toFixed(4));
  const unit = first.text.match(/个工作日/) ? '个工作日' : first.unit;
  const shown = [first, second];
  return reply(
    [
      `${lead ?? ''}相差${between}${unit}。`,
      ...shown.map((side) => `${side.text}${at(side.statement.location)}`),
    ],
    shown.map((side) => side.statement.location),
    { focus: focusOf(first.statement) },
  );
};

/** `哪个短`: which of both it is. */
function nearerOf(first: Side, second: Side, text: string): string {
  const word = text.match(/短|长|快|慢|多|少|高|低|久/)?.[0] ?? '多';
  if (first.value === second.value) return '一样，';
  const wantsLess = /短|快|少|低/.test(word);
  const picked = first.value < second.value === wantsLess ? first : second;
  return `${picked.name}${word}，`;
}

/** The question as it would be asked of each side. */
function sidesOf(text: string, desk: Desk): string[] {
  const matter = text.replace(new RegExp(`(?:${ASKS.source}|${WHICH.source}).*$`), '');
  const sides = sidesAsked(text, desk.contrasts);
  const [one, other] = sides;
  if (one !== undefined && other !== undefined)
    return [matter.replace(other, '').replace(AND, ''), matter.replace(one, '').replace(AND, '')];
  const parts = matter.split(AND);
  return parts.length === 2 ? parts : [];
}

function figureOf(side: string, text: string, { retriever, contrasts }: Desk): Side | undefined {
  const parts = contentOf(side);
  const isOther = otherSideOf(side, contrasts);
  const expectation = expectationOf(text) ?? (/[短长快慢久]/.test(text) ? expectationOf('几天') : undefined);
  const matches = retriever
    .search({ parts })
    .filter(({ statement }) => !isOther(statement.folded) && satisfies(statement.folded, expectation));
  const [best] = matches;
  if (!best || !isSure(matches)) return undefined;
  const piece = pieceFor(best.statement.text, parts, {
    expectation,
    isOther: (said) => isOther(fold(said)),
    keeps: [],
  });
  const [figure, ...more] = quantitiesIn(fold(piece ?? '')).filter(
    (q) => q.unit !== '' && !/[年月]/.test(q.unit),
  );
  if (piece === undefined || !figure || more.length > 0) return undefined;
  return { name: side, statement: best.statement, text: piece, value: figure.value, unit: figure.unit };
}

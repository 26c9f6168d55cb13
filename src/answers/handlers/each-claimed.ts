import type { Indicator } from '../../notice/types.ts';
import { isClaim, verdict } from '../claims.ts';
import type { Desk, Handler } from '../handler.ts';
import { type Quantity, quantitiesIn } from '../numerals.ts';
import { reply } from '../reply.ts';
import { at } from '../texts.ts';
import { targetsFor } from './differences.ts';

const BOTH_ARE =
  /^(.{2,18}?)[和跟与及、](.{2,18}?)(?:的)?(?:目标|要求|指标|任务)?(?:都|均|全)(?:是|为|要|得|达到|到|在|按|定)*(?=\d)/;
/** Asks whether what goes before is so. */
const CONFIRMS =
  /[,，](?:这)?(?:都)?(?:对得上|对吗|对不对|对吧|对|没错|没说错|说反了|说错了|记错了|是不是|是吗|是吧|准)(?:文件|通知)?(?:没有?|吗|吧|么|不|不对)?$/;
const MOST = 5;

/** Figures claimed of several matters: `甲率和乙率都是97%吧`, `甲事两天，乙事三天，对得上文件不`. */
export const answerEachClaimed: Handler = (question, desk) => {
  const { text } = question;
  const claims = isClaim(question)
    ? (bothAre(text) ?? eachIs(text))
    : CONFIRMS.test(text)
      ? eachIs(text)
      : [];
  const meant = (claims ?? []).map(({ name, figure }) => ({
    figure,
    indicator: targetOf(name, figure, desk),
  }));
  const shown = meant.flatMap(({ indicator }) => indicator ?? []);
  if (shown.length < 2 || shown.length < meant.length) return undefined;
  if (new Set(shown.map((i) => i.quote)).size < 2) return undefined;
  const isTrue = meant.every(({ figure, indicator }) => indicator?.value === figure.value);
  return reply(
    `${verdict(isTrue)}${shown.map((i) => `${i.quote.replace(/[。；]$/, '')}${at(i.location)}`).join('；')}。`,
    shown.map(({ location }) => location),
    { focus: shown.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
  );
};

interface FigureClaim {
  name: string;
  figure: Quantity;
}

/** One figure of two matters. */
function bothAre(text: string): FigureClaim[] | undefined {
  const [head, one, other] = text.match(BOTH_ARE) ?? [];
  const [figure, ...more] = quantitiesIn(text.slice(head?.length ?? 0));
  return one && other && figure && more.length === 0
    ? [one, other].map((name) => ({ name, figure }))
    : undefined;
}

/** A figure of each matter. */
function eachIs(text: string): FigureClaim[] | undefined {
  const pieces = text.replace(CONFIRMS, '').split(/[,，、]/);
  if (pieces.length < 2 || pieces.length > MOST) return undefined;
  const claims = pieces.map((piece) => {
    const [figure, ...more] = quantitiesIn(piece);
    const name =
      figure === undefined ? '' : piece.replace(figure.text, '').replace(/(?:是|要|为|得|到)+$/, '');
    return figure && more.length === 0 && name.length > 1 ? { name, figure } : undefined;
  });
  return claims.every((claim) => claim !== undefined) ? claims : undefined;
}

/** As likely as this much below the likeliest, a target is meant as well. */
const AS_LIKELY = 0.03;

/** The target of a matter in the measure word claimed; of those as likely, the one that bears the claim out. */
function targetOf(name: string, figure: Quantity, desk: Desk): Indicator | undefined {
  const found = targetsFor(name, '', desk).filter(({ indicator }) => isMeasuredSo(indicator, figure.unit));
  const least = (found[0]?.coverage ?? 0) - AS_LIKELY;
  const borneOut = found.find((t) => t.coverage >= least && t.indicator.value === figure.value);
  return (borneOut ?? found[0])?.indicator;
}

/** Whether a target is counted in the measure word of a claim; a day is a day, of work or not. */
const isMeasuredSo = ({ unit }: Indicator, said: string) =>
  said === '' || (/天|日/.test(said) ? /天|日/.test(unit) : unit.replace(/^个(?=.)/, '') === said);

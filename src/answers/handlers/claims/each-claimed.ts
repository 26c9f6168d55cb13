import type { Indicator } from '../../../notice/types.ts';
import { type Quantity, quantitiesIn } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { targetsFor } from '../figures/differences.ts';
import { needing } from '../needing.ts';

const BOTH_ARE =
  /^(.{2,18}?)[和跟与及、](.{2,18}?)(?:的)?(?:目标|要求|指标|任务)?(?:都|均|全)(?:是|为|要|得|达到|到|在|按|定)*(?=\d)/;
/** Asks whether what goes before is so. */
const CONFIRMS =
  /[,，](?:这)?(?:都)?(?:对得上|对吗|对不对|对吧|对|没错|没说错|说反了|说错了|记错了|是不是|是吗|是吧|准)(?:文件|通知)?(?:没有?|吗|吧|么|不|不对)?$/;
/** Asks which of them is not so. */
const WHICH_WRONG =
  /[,，](?:这|那)?(?:里[头面]|其中|当中)?(?:有)?(?:哪(?:一)?[个项条处样]|哪里|谁)(?:数字?)?(?:我|是)?(?:抄|写|填|报|记|说|弄|搞|印|打)?(?:得|的)?(?:错|不对|有误|有问题|不准|反)(?:了|的)?(?:[,，].*)?$/;
/** What is announced before the figures (`核三个数：`). */
const ANNOUNCES =
  /^(?:请|帮我?|给我|再|先|我)*(?:核对?|查|看|对|校对?)?(?:一?下)?(?:这|那)?(?:[两俩三仨四五\d]个?|几个)(?:数字?|指标|目标|率|数据|数值)[:：]/;
const MOST = 5;

/**
 * Figures claimed of several matters: `甲率和乙率都是97%吧`, `甲事两天，乙事三天，对得上文件不`, `甲率97%、乙率30%，哪个抄错了`.
 */
export const answerEachClaimed: Handler = needing(
  () => ({ text: [/[\d零〇一二两三四五六七八九十百千]/] }),
  (question, desk) => {
    const { text } = question;
    const asksWrong = WHICH_WRONG.test(text);
    const claims = isClaim(question)
      ? (bothAre(text) ?? eachIs(text))
      : CONFIRMS.test(text) || asksWrong
        ? eachIs(text)
        : [];
    const meant = (claims ?? []).map(({ name, figure }) => ({
      name,
      figure,
      indicator: targetOf(name, figure, desk),
    }));
    const shown = meant.flatMap(({ indicator }) => indicator ?? []);
    if (shown.length < 2 || shown.length < meant.length) return undefined;
    if (asksWrong && new Set(shown).size === shown.length) return wrongOnes(meant);
    if (new Set(shown.map((i) => i.quote)).size < 2) return undefined;
    const isTrue = meant.every(({ figure, indicator }) => indicator?.value === figure.value);
    const sorted = (values: readonly (number | undefined)[]) => values.toSorted().join();
    const isSwapped =
      !isTrue && sorted(meant.map((m) => m.figure.value)) === sorted(shown.map((i) => i.value));
    return reply(
      `${isSwapped ? '不是，说反了。' : verdict(isTrue)}${shown.map((i) => `${i.quote.replace(/[。；]$/, '')}${at(i.location)}`).join('；')}。`,
      shown.map(({ location }) => location),
      { focus: shown.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
    );
  },
);

/** Which of the figures are not those of the notice, and what stands there. */
function wrongOnes(
  claims: readonly { name: string; figure: Quantity; indicator: Indicator | undefined }[],
): Reply {
  const meant = claims.flatMap(({ indicator, ...rest }) => (indicator ? [{ ...rest, indicator }] : []));
  const isRight = ({ figure, indicator }: (typeof meant)[number]) => indicator.value === figure.value;
  const says = (some: typeof meant) =>
    [...new Set(some.map(({ indicator: i }) => `${i.quote.replace(/[。；]$/, '')}${at(i.location)}`))].join(
      '；',
    );
  const wrong = meant.filter((one) => !isRight(one));
  const shown = new Set(wrong.map(({ indicator }) => indicator.quote));
  const right = meant.filter((one) => isRight(one) && !shown.has(one.indicator.quote));
  const first =
    wrong.length === 0
      ? `都没错：${says(right)}。`
      : `不对的是${wrong.map(({ name, figure }) => `“${name}：${figure.text}”`).join('、')}：${says(wrong)}。`;
  return reply(
    [first, ...(wrong.length > 0 && right.length > 0 ? [`其余没错：${says(right)}。`] : [])],
    meant.map(({ indicator }) => indicator.location),
    { focus: wrong.flatMap(({ indicator: i }) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
  );
}

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
  const pieces = text
    .replace(ANNOUNCES, '')
    .replace(CONFIRMS, '')
    .replace(WHICH_WRONG, '')
    .split(/[,，、]/);
  if (pieces.length < 2 || pieces.length > MOST) return undefined;
  const claims = pieces.map((piece) => {
    // A number behind letters is of the name (`pm10`).
    const [figure, ...more] = quantitiesIn(piece).filter(
      ({ start }) => !/[a-z]$/i.test(piece.slice(0, start)),
    );
    const name =
      figure === undefined
        ? ''
        : `${piece.slice(0, figure.start)}${piece.slice(figure.start + figure.text.length)}`
            .trim()
            .replace(/(?:是|要|为|得|到)+$/, '');
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

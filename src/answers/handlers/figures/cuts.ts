import type { Indicator } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { quantitiesIn } from '../../characters/numerals.ts';
import type { Desk, Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { sidesOf, targetsFor } from './differences.ts';

/** How much less than it was is asked. */
export const CUT =
  /(?:法定|原来|原先|以前|之前|规定|老规矩|从前).{0,14}(?:少|短|快|压|减|提前|省|差|缩)(?:缩|短|了|掉)*(?:多少|几)|(?:压缩|缩短|减少|压减|提前|少|压|缩)(?:了|掉)(?:多少|几)(?:个)?(?:天|日|工作日)/;
/** Which of both was cut by more. */
export const CUT_MORE =
  /(?:哪|谁)(?:个|一个|边|样)?(?:压缩|压|缩短|减|降|砍|缩)(?:缩|短|少|低|减|幅)?(?:的)?(?:幅度|比例|力度)?(?:得|的|了)?(?:更|最)?(?:多|狠|大|厉害|猛).*$|(?<=和.*|跟.*|与.*)(?:压缩|缩短|减少|压减)(?:的)?(?:幅度|比例|力度)?[,，]?(?:哪|谁)(?:个|边|样)?(?:更|最)?(?:多|狠|大|厉害).*$/;

/** `甲跟乙，哪个压缩得狠`: asked before a group's duty is looked into, which has such words too. */
export const answerCutMore: Handler = needing(
  () => ({ text: [CUT_MORE] }),
  ({ text }, desk) =>
    CUT_MORE.test(text) ? (cutsOfBoth(text, desk) ?? sharesOfBoth(text, desk)) : undefined,
);

/** What a target cuts off, or which of two is cut by more; undefined where neither is asked. */
export function cutAsked(text: string, desk: Desk) {
  if (CUT.test(text)) return cutFrom(text, desk);
  return CUT_MORE.test(text) ? cutsOfBoth(text, desk) : undefined;
}

/** `比法定少了几天`: the figure it was before, which the notice gives with the target. */
function cutFrom(text: string, desk: Desk) {
  const matter = text.replace(
    /比?(?:法定|原来|原先|以前|之前|规定).*$|(?:压缩|缩短|减少|压减|提前|少|压|缩)(?:了|掉)?(?:多少|几).*$/,
    '',
  );
  const last = matter.split(/[,，]/).at(-1) ?? '';
  const [meant] = [last.length > 1 ? last : matter, matter]
    .flatMap((said) => targetsFor(said, text, desk))
    .filter(({ indicator }) => formerly(indicator) !== undefined);
  const was = meant && formerly(meant.indicator);
  const value = meant?.indicator.value;
  if (!meant || was === undefined || value === undefined) return undefined;
  const { indicator } = meant;
  const less = Number(Math.abs(was - value).toFixed(4));
  return reply(
    [
      `${was > value ? '少' : '多'}${less}${indicator.unit}：${indicator.what}由${was}${indicator.unit}到${value}${indicator.unit}。`,
      `${indicator.quote.replace(/[。；]$/, '')}。${at(indicator.location)}`,
    ],
    [indicator.location],
    { focus: indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

/** `签订和备案哪个压缩得多`: what each was cut by. */
function cutsOfBoth(text: string, desk: Desk) {
  const cuts = sidesOf(text.replace(CUT_MORE, ''), desk).map((side) => {
    const [meant] = targetsFor(side, '', desk).filter(({ indicator }) => formerly(indicator) !== undefined);
    const was = meant && formerly(meant.indicator);
    if (!meant || was === undefined || meant.indicator.value === undefined) return undefined;
    return { indicator: meant.indicator, was, by: was - meant.indicator.value };
  });
  const [one, other] = cuts;
  if (!one || !other || one.indicator.id === other.indicator.id) return undefined;
  const most = one.by >= other.by ? one : other;
  const said = [one, other].map(
    ({ indicator, was, by }) =>
      `${indicator.what}由${was}${indicator.unit}压到${indicator.value}${indicator.unit}，少${by}${indicator.unit}`,
  );
  return reply(
    `${most.indicator.what}压缩得多：${said.join('；')}。${at(one.indicator.location, other.indicator.location)}`,
    [one.indicator.location, other.indicator.location],
    { focus: one.indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

/** `甲的时间和乙的用时，哪个压得狠`: the shares that both are to be cut by. */
function sharesOfBoth(text: string, desk: Desk) {
  const cuts = sidesOf(text.replace(CUT_MORE, ''), desk).map(
    (side) =>
      targetsFor(side, '', desk).find(
        ({ indicator }) => indicator.unit === '%' && indicator.comparator === 'reduce',
      )?.indicator,
  );
  const [one, other, ...more] = cuts;
  if (!one || !other || more.length > 0 || one.id === other.id) return undefined;
  const [first, second] = [one.value ?? 0, other.value ?? 0];
  const most = first === second ? '一样' : `${(first > second ? one : other).what}压缩得多`;
  const said = [one, other].map(({ quote, location }) => `${quote.replace(/[。；]$/, '')}。${at(location)}`);
  return reply([`${most}：`, ...said].join(''), [one.location, other.location], {
    focus: one.groups.map((no) => ({ kind: 'group', no })),
  });
}

/** The figure of the same measure word in a target's base (`法定7个工作日内`). */
function formerly({ baseline, unit }: Indicator): number | undefined {
  const said = quantitiesIn(fold(baseline ?? ''));
  const bare = unit === '日' ? '天' : unit.replace(/^个/, '');
  return unit === '%' ? undefined : said.find((q) => q.unit === bare)?.value;
}

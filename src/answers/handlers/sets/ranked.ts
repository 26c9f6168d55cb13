import type { Desk } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { targetsFor } from '../figures/differences.ts';

/** `从大到小排一排`. */
export const RANKS =
  /[,，]?(?:按|照)?(?:从|由)([高大长多低小短少])的?(?:到|至|往)[低小短少高大长多].*$|[,，]?(?:排一?排|排个?(?:序|队|顺序|高低|大小))(?:看看)?$/;
/** How many there are, said behind them. */
const ALL_OF_THEM =
  /[,，]?(?:这|那)?[二两俩三仨四五六\d](?:个|项|样|种)?(?:百分比|比例|数字?|指标|目标|时限|天数|率)?(?:各是多少)?$/;
/** Which of them is the highest (`这仨谁定得最高`): the order tells it. */
export const WHICH_MOST =
  /[,，]?(?:这|那)?[二两俩三仨四五六\d]?(?:个|项|样|种)?(?:百分[比数]|比例|数字?|指标|目标|时限|天数|率)?(?:里[面头]?|中|当中)?(?:谁|哪(?:一)?[个项样])(?:的)?(?:数字?|目标|指标|比例)?(?:定|要求|压|提|写)?(?:得|的)?最([高大长多低小短少])(?:的)?(?:是谁|呢|[?？])*$/;
const MOST = 5;
/** Two are held against each other otherwise. */
const MANY = 3;

/** Targets of several matters that the question names, in the order of their figures. */
export function rankedAsked(text: string, desk: Desk) {
  const most = text.match(WHICH_MOST);
  const found = most ?? text.match(RANKS);
  if (!found) return undefined;
  const isUp = /[低小短少]/.test(found[1] ?? '');
  const names = text
    .replace(WHICH_MOST, '')
    .replace(RANKS, '')
    .replace(ALL_OF_THEM, '')
    .split(/[、,，和跟与]/);
  if (names.length < (most ? MANY : 2) || names.length > MOST) return undefined;
  const unit = /百分|比例|率|占比/.test(text) ? /%/ : /天|日|时限|时间/.test(text) ? /天|日/ : /./;
  const told = names.flatMap(
    (name) => targetsFor(name, '', desk).find(({ indicator }) => unit.test(indicator.unit))?.indicator ?? [],
  );
  if (told.length < names.length || new Set(told.map((i) => i.what)).size < names.length) return undefined;
  const order = told.toSorted((a, b) => (isUp ? 1 : -1) * ((a.value ?? 0) - (b.value ?? 0)));
  return reply(
    order.map((i) => `${i.quote.replace(/[。；]$/, '')}。${at(i.location)}`),
    order.map(({ location }) => location),
    { focus: order.slice(0, 1).flatMap((i) => i.groups.map((no) => ({ kind: 'group' as const, no }))) },
  );
}

import { quantitiesIn } from '../../characters/numerals.ts';
import type { Desk } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { spoken, targetsFor } from './differences.ts';

/** A figure of the asker's own held against the notice's: what it lacks, or what it would have to become. */
export function ownFigure(text: string, desk: Desk) {
  return SHORT_OF.test(text) ? shortOf(text, desk) : becomes(text, desk);
}

/** What a figure of one's own lacks to the target. */
export const SHORT_OF =
  /(?:离|距|比|跟|和|与)(?:离)?(?:这个?|那个?)?(?:目标值?|标准|要求|指标|达标|规定|红线|及格线?)[^,，]{0,6}?(?:差|少|多|高|低|超)(?:了|出|着)?(?:多少|几)|(?:还|就)差(?:多少|几)[^,，]{0,6}(?:达标|合格|够|到线|过关)/;

/** `人均十四平，离目标差多少`: the target, and what lies between it and the figure said. */
function shortOf(text: string, desk: Desk) {
  const [own, ...others] = quantitiesIn(text).filter((q) => !/[年月]/.test(q.unit) && q.text.length > 0);
  if (!own || others.length > 0) return undefined;
  const matter = text
    .replace(own.text, ',')
    .replace(SHORT_OF, ',')
    .replace(/平(?:方米?|米)?(?=[,，])|现在|目前|已经|我们|咱们|才/g, '');
  const [meant] = targetsFor(matter, '', desk);
  if (meant?.indicator.value === undefined) return undefined;
  const { indicator } = meant;
  const target = meant.indicator.value;
  const between = Number(Math.abs(target - own.value).toFixed(4));
  return reply(
    `目标是${target}${indicator.unit}，和您说的${own.value}相差${between}${spoken(indicator)}：${indicator.quote.replace(/[。；]$/, '')}。${at(indicator.location)}`,
    [indicator.location],
    { focus: indicator.groups.map((no) => ({ kind: 'group', no })) },
  );
}

/** `2017年用十天，现在得压到几天`: a figure of the year that a target is measured from. */
export const FROM_YEAR =
  /(20\d\d)年[^,，]{0,8}?(\d+(?:\.\d+)?)(?:个)?(天|日|小时|次|个|元)[^,，]{0,6}[,，].*(?:压|缩|降|减|短|变)[^,，]{0,4}(?:几|多少)/;

/** The target's share taken off the figure said. */
function becomes(text: string, desk: Desk) {
  const [said, year = '', amount = '', unit = ''] = text.match(FROM_YEAR) ?? [];
  if (said === undefined) return undefined;
  const matter = text.slice(0, text.indexOf(`${year}年`)).replace(/[,，]$/, '');
  const [meant] = targetsFor(matter, '', desk).filter(
    ({ indicator }) =>
      indicator.unit === '%' && /压|降|减|缩/.test(indicator.quote) && indicator.quote.includes(year),
  );
  if (meant?.indicator.value === undefined) return undefined;
  const { indicator } = meant;
  const left = Number((Number(amount) * (1 - meant.indicator.value / 100)).toFixed(2));
  return reply(
    [
      `${indicator.quote.replace(/[。；]$/, '')}。${at(indicator.location)}`,
      `按您说的${year}年${amount}${unit}算，压缩${indicator.value}%后是${left}${unit}。`,
    ],
    [indicator.location],
    { focus: indicator.groups.map((no) => ({ kind: 'group' as const, no })) },
  );
}

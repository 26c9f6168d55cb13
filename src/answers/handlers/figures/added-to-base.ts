import type { Indicator } from '../../../notice/types.ts';
import type { Handler } from '../../handler.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { targetsFor } from './differences.ts';

const BEFORE = '(?:去年|上年|以前|之前|原来|原先|原有|已有|现有)';
/** What there was is counted in (`连去年的算上`, `加上原有的`, `去年的也算进去`). */
const WITH_BASE = new RegExp(
  `(?:连|算上|加上|带上|连同|合上|包括|算进|加)[^,，谁哪]{0,4}${BEFORE}|${BEFORE}(?:的|那)?[^,，谁哪]{0,6}(?:也|都|一起|一并)*(?:算|加|合|带)(?:上|进|在内|起来|一块|一起|到一起|合计)`,
);
const HOW_MANY = /几|多少/;
const AT_MOST = /最多|顶格|顶多|至多|上限|封顶|最高/;
const AT_LEAST = /最少|至少|起码|下限|保底|最低/;

/** Whether what there was is to be counted in, and how many that makes is asked. */
export const asksWithBase = (text: string) => WITH_BASE.test(text) && HOW_MANY.test(text);

/** How many there were, where a target counts things that come to those. */
function baseOf({ baseline = '', unit }: Indicator): number | undefined {
  const counts = /^[个家项条处名所座块]/.test(unit);
  const figure = counts ? baseline.match(/(\d+)[个家项条处名所座块]/)?.[1] : undefined;
  return figure === undefined ? undefined : Number(figure);
}

/** What is to come added to what there was, of the one target among some that says so. */
export function addedToBase(indicators: readonly Indicator[], text: string): Reply | undefined {
  const [only, ...others] = indicators.filter((i) => i.value !== undefined && baseOf(i) !== undefined);
  const [was, least] = only ? [baseOf(only), only.value] : [];
  if (!only || others.length > 0 || was === undefined || least === undefined) return undefined;
  const most = only.upTo ?? least;
  const unit = only.unit.slice(0, 1);
  const said =
    least === most || AT_MOST.test(text)
      ? `${least === most ? '一共' : '最多'}${was + most}${unit}（${was}＋${most}）`
      : AT_LEAST.test(text)
        ? `最少${was + least}${unit}（${was}＋${least}）`
        : `一共${was + least}—${was + most}${unit}（${was}＋${least}—${most}）`;
  return reply(`${said}：${only.quote.replace(/[。；]$/, '')}。${at(only.location)}`, [only.location], {
    focus: only.groups.map((no) => ({ kind: 'group', no })),
    readsAll: true,
  });
}

/** `某某点连去年的算上，最多能有几个`: a target that adds to what there is, as a sum. */
export const answerAddedToBase: Handler = needing(
  () => ({ text: [WITH_BASE] }),
  ({ text }, desk) => {
    if (!asksWithBase(text)) return undefined;
    const found = targetsFor(text.replace(WITH_BASE, ''), '', desk).map(({ indicator }) => indicator);
    return addedToBase(found.slice(0, 1), text);
  },
);

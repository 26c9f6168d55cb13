import type { ReportedNumber } from '../../db/queries/targets.ts';
import type { Element } from '../cards/elements.ts';

/** So many quarters a phone's width holds. */
const MOST_QUARTERS = 8;
const HEIGHT = '180px';

/**
 * Accepted numbers over the quarters beside the target, as a VChart line of features that the oldest clients draw;
 * undefined below two quarters, which are no trend. JSON only: the platform takes no functions.
 *
 * @param nameOf the name of a unit, by id
 */
export function trendChart(
  history: readonly ReportedNumber[],
  nameOf: (unit: string) => string,
): Element | undefined {
  const quarters = [...new Set(history.map((one) => one.period))].sort().slice(-MOST_QUARTERS);
  if (quarters.length < 2) return undefined;
  const values = quarters.flatMap((quarter) => {
    const own = history.filter((one) => one.period === quarter);
    const target = own[0]?.target ?? null;
    return [
      ...own.map((one) => ({ quarter, value: one.value, of: nameOf(one.unit) })),
      ...(target === null ? [] : [{ quarter, value: target, of: '目标' }]),
    ];
  });
  return {
    tag: 'chart',
    height: HEIGHT,
    // Hues apart: the target must not be taken for a unit.
    color_theme: 'complementary',
    chart_spec: {
      type: 'line',
      data: { values },
      xField: 'quarter',
      yField: 'value',
      seriesField: 'of',
      axes: [{ orient: 'left', nice: true, tick: { tickCount: 4 } }, { orient: 'bottom' }],
      legends: { visible: true, orient: 'bottom' },
    },
  };
}

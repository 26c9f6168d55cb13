import type { Indicator } from '../notice/types.ts';
import { targetName } from '../reports/texts.ts';

/** An objective of a part, as it stands on a card. */
export interface Objective {
  indicator: Indicator;
  /** From 1, in the order of the card. */
  no: number;
  /** The unit that the office has given it to. */
  owner: { unit: string; assignedAt: number; isInOpenForm: boolean } | undefined;
}

/** A target in one line: what is asked, how much, and where the notice says so; plain text. */
export function targetLine(indicator: Indicator): string {
  const base = indicator.baseline === undefined ? '' : `基数：${indicator.baseline}；`;
  return `${indicator.what}：${goalOf(indicator)}（${base}${indicator.location}）`;
}

/** `（2）某户……`: an objective by the number that the office may write; plain text. */
export function objectiveLine({ indicator, no }: Objective): string {
  return `（${no}）${targetLine(indicator)}`;
}

function goalOf({ comparator, value, upTo, unit }: Indicator): string {
  return targetName({ comparator, target: value ?? null, up_to: upTo ?? null, measured_in: unit });
}

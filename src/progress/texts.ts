import { dayAt, timeAt } from '../clock.ts';
import type { PeriodPhase } from '../reports/period.ts';
import { dayName, STATUS_NAMES } from '../reports/texts.ts';
import { type Counts, reportedOf } from './standing.ts';

export const PHASE_NAMES: Readonly<Record<PeriodPhase, string>> = {
  open: '填报中',
  late: '补报中',
  locked: '已锁定',
};

export const NAMES_ELSEWHERE = '群里只显示数量；您能看的名单已单独发给您。';
export const COUNTS_ONLY = '群里只显示数量；名单只给办公室和分包领导，在单聊里看。';
export const NAMES_NOT_SHOWN = '数量会自动更新；这里不公布未报单位的名称。';
export const NAMES_CONFIRMED = '数量和名单会自动更新，报送后名称随即撤下；名单经领导小组办公室确认公布。';
export const NO_PERIOD = '还没有开过报送期，没有报送情况可查。';

/** `应报40家，已报12家（采纳5家），退回1家，草稿8家，未开始19家` */
export function countsText(counts: Counts): string {
  const accepted = counts.accepted > 0 ? `（其中采纳${counts.accepted}家）` : '';
  return [
    `应报${counts.total}家`,
    `已报${reportedOf(counts)}家${accepted}`,
    ...(['returned', 'draft', 'none'] as const).flatMap((status) =>
      counts[status] > 0 ? [`${STATUS_NAMES[status]}${counts[status]}家`] : [],
    ),
  ].join('，');
}

/** `11月25日 10:03` */
export function momentText(at: number, today: string): string {
  return `${dayName(dayAt(at), today)} ${timeAt(at)}`;
}

/** A list that stays readable: the first ones, and how many there are. */
export function namesText(names: readonly string[], most: number): string {
  return names.length > most ? `${names.slice(0, most).join('、')}等${names.length}家` : names.join('、');
}

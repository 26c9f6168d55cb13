import { periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { urgesOn } from '../../db/queries/urges.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import { isOwed } from '../progress/standing.ts';
import type { Anew, Asked } from '../reasons.ts';
import { ALL_IN } from '../reminders/ladder-anew.ts';
import { reminderCard } from '../reminders/ladder-card.ts';
import { reachOf } from '../reminders/ladder-people.ts';
import { NUDGED } from './nudge.ts';
import { opened } from './wording.ts';

/** The office's own 催报, urgent or not, at the moment of sending: about the units that still have not handed in. */
export async function nudgeAnew(deps: Deps, of: Asked): Promise<Anew> {
  const { calendar, now } = of;
  const [kind, id = '', event = ''] = of.reason.occurrence.split(':');
  const period = await periodById(deps.db, id);
  if (period?.status !== 'open') return '本期已锁定';
  const all = await periodSheets(deps.db, id);
  const sheets = all.filter(({ report }) => of.reason.about.includes(report.unit) && isOwed(report));
  if (sheets.length === 0) return ALL_IN;
  const { people } = await reachOf(deps, { rung: { to: [...NUDGED] }, sheets, day: dayAt(now) });
  const urges = kind === 'urge' ? await urgesOn(deps.db, dayAt(of.madeAt)) : [];
  const urge = urges.find((one) => one.id === event);
  const occasion = {
    ...{ period, calendar, now },
    unitName: (unit: string) => deps.notice.unit(unit)?.name ?? unit,
  };
  return [...people].map(([openId, about]) => ({
    key: `nudge:${id}:${event}:${openId}`,
    to: { person: openId as OpenId },
    body: {
      type: 'card',
      card: opened(reminderCard(occasion, about), urge && urgeWords(urge.reason)),
    },
  }));
}

/** Above a card that is sent with 加急. */
export function urgeWords(reason: string): string {
  return `加急：${reason}`;
}

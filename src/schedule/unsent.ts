import { skippedSince } from '../../db/queries/reasons.ts';
import { type Element, folded, lines, markdown } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { ReportAct } from '../reports/act.ts';
import { dayName } from '../reports/texts.ts';
import { ruleOfKind } from './rules.ts';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;
/** More lines are only counted. */
const MOST = 20;

/** What would have gone in the last days and did not, because its reason was gone or it was too late: by day and reason. */
export async function unsentElements({ deps, now, today }: ReportAct): Promise<Element[]> {
  const all = await skippedSince(deps.db, now - DAYS * DAY_MS);
  if (all.length === 0) return [];
  const groups = Map.groupBy(all, ({ kind, because, done_at }) =>
    [dayName(dayAt(done_at), today), nameOf(kind), because ?? ''].join('　'),
  );
  const said = [...groups].map(([what, those]) => `${what}　${those.length}条`);
  const more = said.length - MOST;
  return [
    folded(`近${DAYS}天没有发的${all.length}条`, [
      markdown(lines([...said.slice(0, MOST), ...(more > 0 ? [`另有${more}种情况`] : [])])),
    ]),
  ];
}

function nameOf(kind: string): string {
  if (kind === 'nudge' || kind === 'urge') return '手工催报';
  return ruleOfKind(kind)?.name ?? '其他自动发送';
}

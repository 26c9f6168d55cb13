import { type BriefRow, briefOfItem, briefsOfUnit, insertBrief, newBrief } from '../../db/queries/briefs.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import type { Card } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  type ReportAct,
  success,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { firstDraft, pickable } from './brief.ts';
import { formCard, publishedCard } from './cards.ts';
import { deskOf } from './desk.ts';
import { pickCard } from './list-cards.ts';

/** What of a unit's report can be picked. @throws UserError where nothing can */
export async function pickCardOf(
  act: ReportAct,
  of: { period: string; unit: string; page: number },
): Promise<Card> {
  const unitName = unitNameOf(act, of.unit);
  const [sheet, briefs] = await Promise.all([
    reportSheet(act.deps.db, of),
    briefsOfUnit(act.deps.db, of.unit),
  ]);
  const items = sheet === undefined ? [] : pickable(sheet);
  if (items.length === 0)
    throw new UserError(
      `${unitName}${periodName(of.period as PeriodId)}没有在册的报告，或报告里没有写工作进展，没有可选的做法。`,
    );
  const own = briefs.filter(({ period }) => period === of.period);
  const taken = new Map(own.map((one) => [one.item, one]));
  return pickCard({ ...of, unitName, items, taken });
}

/** 选为典型做法: the items of a report, as a card of its own so that the review stays where it is. */
export async function openPick(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '选典型做法');
  const shown = await pickCardOf(act, {
    period: carried(event, 'period'),
    unit: carried(event, 'unit'),
    page: Math.trunc(Number(carried(event, 'page')) || 0),
  });
  if (carried(event, 'in') === 'place') return pressed(event, { toast: info('已翻页'), card: shown });
  return {
    toast: info('已发在下面'),
    messages: [
      {
        key: `brief-pick:${event.eventId}`,
        to: { person: event.operator },
        body: { type: 'card', card: shown },
      },
    ],
    writes: [],
  };
}

/** 选这一项: a draft with the unit's own words; what is picked already is opened instead. */
export async function startBrief(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '选典型做法');
  const key = {
    period: carried(event, 'period'),
    unit: carried(event, 'unit'),
    item: carried(event, 'item'),
  };
  const existing = await briefOfItem(deps.db, key);
  if (existing?.status === 'draft')
    return pressed(event, { toast: info('已有草稿，接着改'), card: formCard(await deskOf(act, existing)) });
  if (existing !== undefined)
    return pressed(event, {
      toast: info('这一项已经发布过'),
      card: publishedCard(await deskOf(act, existing)),
    });
  const brief = await begun(act, key);
  return pressed(event, {
    toast: success('已成草稿，还没有发布'),
    card: formCard(await deskOf(act, brief)),
    writes: [insertBrief(deps.db, brief), audit(act, 'pick-brief', { subject: `brief:${brief.id}` })],
  });
}

async function begun(act: ReportAct, key: Pick<BriefRow, 'period' | 'unit' | 'item'>): Promise<BriefRow> {
  const { db } = act.deps;
  const sheet = await reportSheet(db, key);
  const item = sheet && pickable(sheet).find((one) => one.item === key.item);
  if (item === undefined) throw new UserError('这一项现在不能选：报告已退回或撤回，或者没有写工作进展。');
  // The same words carried over from an earlier period are the same matter.
  const isCounted = (await briefsOfUnit(db, key.unit)).some(
    (one) => one.item === key.item && one.scored === 1 && one.source === item.progress,
  );
  return newBrief({
    ...key,
    id: act.key,
    item_title: item.title,
    source: item.progress,
    ...firstDraft(unitNameOf(act, key.unit), item),
    scored: isCounted ? 0 : 1,
    made_by: act.sender,
    made_at: act.now,
  });
}

import { type BriefRow, briefNumbered, draftBriefs, publishedBriefs } from '../../db/queries/briefs.ts';
import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import type { Card } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { type Asked, actOf, answeredPrivately, type ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { parsePeriod } from '../reports/period.ts';
import { pickable } from './brief.ts';
import { briefCard, publishedCard } from './cards.ts';
import { deskOf } from './desk.ts';
import { listCard } from './list-cards.ts';
import { pickCardOf } from './pick.ts';

const BRIEFS = /^(?:工作)?动态\s*/;
const NUMBER = /^(?:〔?\s*(\d{4})\s*[〕年]?\s*)?第?\s*(\d{1,3})\s*期?$/;
const UNIT_AND_PERIOD = /^(.*?)\s*(\d{4}\s*(?:年|Q).*)?$/is;

/** Whether what follows `/通报` is about 工作动态. */
export function isAboutBriefs(args: string): boolean {
  return BRIEFS.test(args.trim());
}

/**
 * `/通报 动态 [第N期|<期>|<单位> [<期>]]` (四（四）): everybody reads what is published; the office also sees the drafts,
 * and gets the items of a unit's report to pick from.
 *
 * @throws UserError
 */
export async function briefsOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const said = asked.args.trim().replace(BRIEFS, '').normalize('NFKC').trim();
  const [, year, no] = NUMBER.exec(said) ?? [];
  if (no !== undefined) return numbered(act, asked, { year: year ?? act.today.slice(0, 4), no: Number(no) });
  const [, name = said, typed] = UNIT_AND_PERIOD.exec(said) ?? [];
  const period = typed === undefined ? undefined : parsePeriod(typed);
  if (name === '') return list(act, asked, { period });
  const unit = unitMeant(namesOfNotice(deps), name);
  if (!act.rights.isOffice) return list(act, asked, { period, unit: unit.id });
  const from = period ?? (await newestOf(act, unit.id));
  if (from === undefined) throw new UserError(`${unit.name}还没有可选的报告。`);
  return answeredPrivately(asked, await pickCardOf(act, { period: from, unit: unit.id, page: 0 }));
}

/** The newest period in which something of the unit can be picked. */
async function newestOf({ deps }: ReportAct, unit: string): Promise<string | undefined> {
  for (const { id } of await pastAndOpenPeriods(deps.db)) {
    const sheet = await reportSheet(deps.db, { period: id, unit });
    if (sheet !== undefined && pickable(sheet).length > 0) return id;
  }
  return undefined;
}

async function numbered(act: ReportAct, asked: Asked, of: { year: string; no: number }): Promise<Outcome> {
  const brief = await briefNumbered(act.deps.db, of);
  if (brief === undefined) throw new UserError(`没有工作动态〔${of.year}〕第${of.no}期。`);
  const desk = await deskOf(act, brief);
  return act.rights.isOffice
    ? answeredPrivately(asked, publishedCard(desk))
    : answered(asked, briefCard(desk));
}

async function list(
  act: ReportAct,
  asked: Asked,
  of: { period: string | undefined; unit?: string },
): Promise<Outcome> {
  const { db } = act.deps;
  const isMeant = (brief: BriefRow) =>
    (of.period === undefined || brief.period === of.period) &&
    (of.unit === undefined || brief.unit === of.unit);
  const drafts = act.rights.isOffice ? await draftBriefs(db) : [];
  const all = [...drafts, ...(await publishedBriefs(db))].filter(isMeant);
  const shown = listCard(all, {
    nameOf: (unit) => unitNameOf(act, unit),
    page: 0,
    canTurn: of.period === undefined && of.unit === undefined && asked.chatType !== 'group',
    isOffice: act.rights.isOffice,
    title: of.unit === undefined ? '工作动态' : `工作动态 · ${unitNameOf(act, of.unit)}`,
  });
  // Drafts are nothing for a group.
  return act.rights.isOffice ? answeredPrivately(asked, shown) : answered(asked, shown);
}

function answered(asked: Asked, card: Card): Outcome {
  return {
    messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card } }],
    writes: [],
  };
}

import { workChat } from '../../db/queries/chats.ts';
import { decidedOccurrences } from '../../db/queries/occurrences.ts';
import { type PeriodRow, periodById, planChangedAt } from '../../db/queries/periods.ts';
import { periodSheets, type ReportSheet } from '../../db/queries/reports.ts';
import { targetOwners } from '../../db/queries/target-owners.ts';
import { noticeOn } from '../amendments/stored.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { ChatId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { standingsOf } from '../progress/standing.ts';
import { statusCardOf, statusCards, statusSentence, statusTime } from '../progress/status-card.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { rungKey, rungsDue, rungTimes } from '../reminders/ladder.ts';
import { rungMessages } from '../reminders/ladder-job.ts';
import { goesAt } from '../reminders/morning.ts';
import { contentOf, hasContent } from '../reports/content.ts';
import { periodsToOpen } from '../reports/jobs.ts';
import { emptySheets, formsOf, openedRow } from '../reports/opening.ts';
import { defaultDays, type PeriodId } from '../reports/period.ts';
import { type Rule, type Rules, ruleOf, ruleOfSend, rungsOf } from './rule.ts';

/** What one rule would send at one time. */
export interface Foretold {
  rule: Rule;
  /** As `Occurrence.key`. */
  key: string;
  /** Instant in ms. */
  at: number;
  messages: OutboundMessage[];
}

/** What is asked: the rules and the calendar of this moment, instants in ms. */
export interface Asking {
  deps: Deps;
  rules: Rules;
  calendar: Calendar;
  now: number;
}

/**
 * Everything that the rules would send for a period from now on, earliest first, as if nobody handed in anything until
 * then. It is made by the jobs themselves at the instants at which they would, so that it cannot differ from what goes
 * out. Changes nothing.
 */
export async function foretold(asking: Asking, id: PeriodId): Promise<Foretold[]> {
  const kept = await periodById(asking.deps.db, id);
  if (kept?.status === 'locked' || kept?.status === 'cancelled') return [];
  const all = kept?.status === 'open' ? await ofOpen(asking, kept) : await ofPlanned(asking, id, kept);
  const decided = await decidedOccurrences(
    asking.deps.db,
    all.map((each) => each.key),
  );
  return all.filter((each) => !decided.has(each.key)).sort((a, b) => a.at - b.at);
}

/** The group's card, unless it is there already, and the rungs that are left. */
async function ofOpen(asking: Asking, period: PeriodRow): Promise<Foretold[]> {
  const { deps, calendar, now, rules } = asking;
  const openedAt = period.opened_at ?? now;
  const since = (await planChangedAt(deps.db, period.id)) ?? openedAt;
  const sheets = await periodSheets(deps.db, period.id);
  const ladder = { rungs: rungsOf(rules), dueOn: period.due_on, since, calendar };
  const waiting = rungsDue(ladder, now).filter(({ skip }) => skip === undefined);
  const coming = rungTimes(ladder).filter(({ dueAt }) => dueAt > now);
  const rungs = [...waiting, ...coming].map(({ rung, dueAt }) =>
    rungAt(asking, { period, rung, at: allowedFrom(asking, { key: period.id, dueAt }), sheets }),
  );
  const status = await statusOfOpen(asking, { id: period.id, openedAt });
  return [...status, ...(await Promise.all(rungs))];
}

async function statusOfOpen(asking: Asking, of: { id: string; openedAt: number }): Promise<Foretold[]> {
  const { deps, calendar, rules } = asking;
  const dueAt = statusTime(ruleOf(rules, 'status'), { openedAt: of.openedAt, calendar });
  const at = allowedFrom(asking, { key: of.id, dueAt });
  const due = await statusCards(standingAt(deps, at), at, rules);
  const own = due.filter(({ key, kind }) => kind === 'status' && key.startsWith(`status:${of.id}:`));
  return Promise.all(own.map(async (each) => made(asking, each, at)));
}

async function rungAt(
  { deps, calendar }: Asking,
  of: {
    period: Pick<PeriodRow, 'id' | 'due_on'>;
    rung: Rule;
    at: number;
    sheets: readonly ReportSheet[];
  },
): Promise<Foretold> {
  const { period, rung, at, sheets } = of;
  return {
    rule: rung,
    key: rungKey({ id: period.id, dueOn: period.due_on }, rung),
    at,
    messages: await rungMessages(deps, { period, calendar, now: at, rung, sheets }),
  };
}

/** The dry run and the opening by their own job; what follows an opening from the reports that it would make. */
async function ofPlanned(asking: Asking, id: PeriodId, kept: PeriodRow | undefined): Promise<Foretold[]> {
  const { calendar, rules } = asking;
  const open = ruleOf(rules, 'open');
  const { opens, due } = defaultDays(id, calendar, open);
  const plan = { id, opens_on: kept?.opens_on ?? opens, due_on: kept?.due_on ?? due };
  const dryRun = ruleOf(rules, 'dry-run');
  const before = instantOf(calendar.plusWorkdays(plan.opens_on, dryRun.offset), dryRun.time);
  const opensAt = allowedFrom(asking, { key: id, dueAt: instantOf(plan.opens_on, open.time) });
  const shown = allowedFrom(asking, { key: id, dueAt: before });
  const early = shown < opensAt ? await openingAt(asking, id, shown) : [];
  const opening = await openingAt(asking, id, opensAt);
  const isOpening = opening.some(({ messages }) => messages.some(({ key }) => key.startsWith('opened:')));
  return [...early, ...opening, ...(isOpening ? await followingOpening(asking, plan, opensAt) : [])];
}

async function openingAt(asking: Asking, id: PeriodId, at: number): Promise<Foretold[]> {
  const due = await periodsToOpen(standingAt(asking.deps, at), at, asking.rules);
  const own = due.filter(({ key }) => key.split(':')[1] === id);
  return Promise.all(own.map((each) => made(asking, each, at)));
}

async function made(
  { rules }: Asking,
  occurrence: Awaited<ReturnType<typeof periodsToOpen>>[number],
  at: number,
): Promise<Foretold> {
  const rule = ruleOfSend(rules, occurrence);
  if (rule === undefined) throw new Error(`${occurrence.kind} goes by no rule`);
  return { rule, key: occurrence.key, at, messages: (await occurrence.outcome()).messages };
}

async function followingOpening(
  asking: Asking,
  plan: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>,
  opensAt: number,
): Promise<Foretold[]> {
  const { deps, calendar, rules } = asking;
  const forms = formsOf(await noticeOn(deps, dayAt(opensAt)), await targetOwners(deps.db));
  const sheets = emptySheets(plan.id, forms);
  const ladder = { rungs: rungsOf(rules), dueOn: plan.due_on, since: opensAt, calendar };
  const rungs = rungTimes(ladder).map(({ rung, dueAt }) =>
    rungAt(asking, { period: plan, rung, at: dueAt, sheets }),
  );
  const status = await statusOfPlanned(asking, { plan, opensAt, sheets });
  return [...status, ...(await Promise.all(rungs))];
}

async function statusOfPlanned(
  asking: Asking,
  of: {
    plan: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>;
    opensAt: number;
    sheets: readonly ReportSheet[];
  },
): Promise<Foretold[]> {
  const { deps, calendar, rules } = asking;
  const { plan, opensAt, sheets } = of;
  const rule = ruleOf(rules, 'status');
  const chat = await workChat(deps.db);
  if (chat === undefined || !rule.isOn) return [];
  const at = statusTime(rule, { openedAt: opensAt, calendar });
  const period = openedRow(plan, { by: 'bot', at: opensAt });
  const state = {
    period,
    phase: 'open' as const,
    named: [],
    units: unitsOf(sheets),
    now: at,
    today: dayAt(at),
  };
  const key = `status:${plan.id}:1`;
  const card = statusCardOf(state, statusSentence(rule, state));
  return [{ rule, key, at, messages: [{ key, to: { chat: chat as ChatId }, body: { type: 'card', card } }] }];
}

function unitsOf(sheets: readonly ReportSheet[]) {
  return standingsOf({
    reports: sheets.map(({ report }) => report),
    items: sheets.flatMap(({ items }) =>
      items.map((item) => ({
        ...item,
        hasContent: hasContent(contentOf(item)) ? (1 as const) : (0 as const),
      })),
    ),
  });
}

/** When something of a period that is due at an instant goes from now on: not in the past, not at night. Instants in ms. */
function allowedFrom({ now, calendar }: Asking, of: { key: string; dueAt: number }): number {
  return goesAt(of, now, calendar);
}

/** The same, at another time. */
function standingAt(deps: Deps, at: number): Deps {
  return { ...deps, clock: { now: () => at } };
}

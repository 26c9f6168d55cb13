import { officeMembers, unitPeopleOf } from '../../db/queries/people.ts';
import { openPeriods, type PeriodRow, periodById, planChangedAt } from '../../db/queries/periods.ts';
import { newcomersOf, periodSheets } from '../../db/queries/reports.ts';
import { UNIT_ROLES } from '../../db/schema.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { type OutboundMessage, outboxWriteOnce } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { isOwed } from '../progress/standing.ts';
import type { Anew, Asked } from '../reasons.ts';
import { calendarOf } from '../reminders/china.ts';
import { ALL_IN, NO_LONGER_HIS } from '../reminders/ladder-anew.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { type ReportAct, saysCard } from './act.ts';
import { desk } from './desk.ts';
import { homeCard } from './home-card.ts';
import { audienceOf, opening } from './opening.ts';
import {
  brokenDueRule,
  defaultDays,
  earliestDue,
  type PeriodId,
  periodName,
  previousPeriod,
  quarterOf,
  SHORTEST_NOTICE_WORKDAYS,
} from './period.ts';
import { dryRunCard, openedCard } from './period-cards.ts';
import { dayName, dueName } from './texts.ts';

/** Periods open by themselves on their opening day; the office sees before what will happen. */
export async function periodsToOpen(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const act = await botAct(deps, now);
  // Nobody is written to at night or on a day off: what was missed comes with the next allowed hour.
  if (whenToTell(now, act.calendar) !== now) return [];
  const running = quarterOf(act.today);
  const due = await Promise.all([previousPeriod(running), running].map((id) => openingOf(act, id, rules)));
  return due.flat();
}

/** A period that is to open, and the minute of that day at which it does. */
type Plan = Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'> & { time: string };

async function openingOf(act: ReportAct, id: PeriodId, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'open');
  const kept = await periodById(act.deps.db, id);
  if (kept !== undefined && kept.status !== 'planned') return [];
  const { opens, due } = defaultDays(id, act.calendar, rule);
  const plan: Plan = { ...(kept ?? { id, opens_on: opens, due_on: due }), time: rule.time };
  // Long over: a period from before this deployment.
  if (!rule.isOn || plan.due_on < act.today) return [];
  const opensAt = instantOf(plan.opens_on, rule.time);
  return act.now >= opensAt ? [openNow(act, plan, opensAt)] : dryRun(act, plan, ruleOf(rules, 'dry-run'));
}

function openNow(act: ReportAct, plan: Plan, dueAt: number): Occurrence {
  return {
    key: `open:${plan.id}:${plan.opens_on}`,
    kind: 'open',
    to: 'liaisons',
    dueAt,
    outcome: () =>
      brokenDueRule(plan.due_on, act.today, act.calendar) === 'too-soon'
        ? tooLate(act, plan)
        : openingNow(act, plan),
  };
}

async function openingNow(act: ReportAct, plan: Plan): Promise<Outcome> {
  const { id, opens_on, due_on } = plan;
  const { messages, writes, audience } = await opening(act, { id, opens_on, due_on });
  const told = await toOffice(act, `opened:${plan.id}`, openedCard(act, plan, audience));
  return { messages: [...told, ...messages], writes };
}

/** The bot was not running when it should have opened the period: it opens none that leaves too little time. */
async function tooLate(act: ReportAct, plan: Plan): Promise<Outcome> {
  const name = periodName(plan.id as PeriodId);
  const shown = saysCard(
    `${name}报送没有自动开启`,
    [
      `应在${dayName(plan.opens_on, act.today)}开启，截止${dayName(plan.due_on, act.today)}，现在离截止不到${SHORTEST_NOTICE_WORKDAYS}个工作日，违反减轻基层负担“至少提前${SHORTEST_NOTICE_WORKDAYS}个工作日”规则。`,
      `请发：/报送 开启 ${plan.id} 截止 ${earliestDue(act.today, act.calendar)}`,
    ],
    'orange',
  );
  return { messages: await toOffice(act, `not-opened:${plan.id}`, shown), writes: [] };
}

async function dryRun(act: ReportAct, plan: Plan, rule: Rule): Promise<Occurrence[]> {
  const dueAt = instantOf(act.calendar.plusWorkdays(plan.opens_on, rule.offset), rule.time);
  if (!rule.isOn || act.now < dueAt || dueAt < rule.timedAt) return [];
  // Whoever put it off this morning has seen it already.
  if (((await planChangedAt(act.deps.db, plan.id)) ?? 0) >= dueAt) return [];
  const key = `dry-run:${plan.id}:${plan.opens_on}`;
  const filling = { 期: periodName(plan.id as PeriodId), 截止: dueName(plan.due_on, act.today) };
  return [
    {
      key,
      kind: 'dry-run',
      to: 'office',
      dueAt,
      outcome: async () => {
        const shown = opened(dryRunCard(act, plan, await audienceOf(act)), sentenceOf(rule, filling));
        return { messages: await toOffice(act, key, shown), writes: [] };
      },
    },
  ];
}

async function toOffice(
  act: ReportAct,
  key: string,
  shown: ReturnType<typeof saysCard>,
): Promise<OutboundMessage[]> {
  const members = await officeMembers(act.deps.db, act.deps.office);
  return members.map((member) => ({
    key: `${key}:${member}`,
    to: { person: member as OpenId },
    body: { type: 'card', card: shown },
  }));
}

/** The form of an opening at the moment of sending: not to who no longer reports, nor about what is handed in already. */
export async function openingAnew(deps: Deps, of: Asked): Promise<Anew> {
  const [unit] = of.reason.about;
  const [, id = ''] = of.reason.occurrence.split(':');
  if (unit === undefined) return undefined;
  const period = await periodById(deps.db, id);
  if (period?.status !== 'open') return '本期已锁定';
  const report = (await periodSheets(deps.db, id)).find((sheet) => sheet.report.unit === unit)?.report;
  if (report === undefined || !isOwed(report)) return ALL_IN;
  const roles = UNIT_ROLES.filter((role) => ruleOf(of.rules, 'open').to.includes(role));
  const people = await unitPeopleOf(deps.db, unit, { day: dayAt(of.now), roles });
  return people.some(({ openId }) => openId === of.person) ? undefined : NO_LONGER_HIS;
}

/** Whoever becomes one of those that an opening reaches while a period is open gets the unit's card, as it stands. */
export async function cardsForNewcomers(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const { to } = ruleOf(rules, 'open');
  const roles = UNIT_ROLES.filter((role) => to.includes(role));
  const act = await botAct(deps, now);
  if (whenToTell(now, act.calendar) !== now) return [];
  const periods = await openPeriods(deps.db);
  const all = periods.map(async (period) => {
    const people = await newcomersOf(deps.db, { id: period.id, openedAt: period.opened_at ?? 0, roles });
    return people.map((person) => newcomerCard(act, { ...person, period: period.id }));
  });
  return (await Promise.all(all)).flat();
}

function newcomerCard(
  act: ReportAct,
  of: { period: string; unit: string; openId: string; at: number },
): Occurrence {
  // The same key as the opening's own message: who had that one gets no second.
  const key = `open:${of.period}:${of.unit}:${of.openId}`;
  const message = async (): Promise<OutboundMessage> => ({
    key,
    to: { person: of.openId as OpenId },
    body: { type: 'card', card: homeCard(await desk(act, of)) },
  });
  return {
    key,
    kind: 'open',
    to: 'liaison',
    dueAt: of.at,
    outcome: async () => ({
      messages: [],
      writes: [outboxWriteOnce(act.deps.db, await message(), act.now)],
    }),
  };
}

/** The schedule acts for nobody; the audit names it so. */
async function botAct(deps: Deps, now: number): Promise<ReportAct> {
  return {
    deps,
    sender: 'bot' as OpenId,
    rights: { openId: 'bot', isOffice: false, units: [], leaderIds: [] },
    key: `tick:${now}`,
    now,
    today: dayAt(now),
    calendar: await calendarOf(deps.db),
  };
}

import type { Write } from '../../db/database.ts';
import { unitPeopleOf } from '../../db/queries/people.ts';
import { openPeriod, type PeriodRow, recordPeriodChange } from '../../db/queries/periods.ts';
import {
  type ItemSheet,
  insertReports,
  type NewItem,
  type NewReport,
  type NewValue,
  type ReportRow,
  type ReportSheet,
} from '../../db/queries/reports.ts';
import { targetOwners } from '../../db/queries/target-owners.ts';
import { UNIT_ROLES } from '../../db/schema.ts';
import { noticeOn } from '../amendments/stored.ts';
import type { OpenId } from '../ids.ts';
import type { NoticeModel } from '../notice/types.ts';
import { asBroadcast } from '../outbox/broadcast.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { labelsFrom } from '../people/labels.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { ruleOf } from '../schedule/rule.ts';
import { rulesNow } from '../schedule/rules-now.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { audit, type ReportAct } from './act.ts';
import type { Assigned } from './assigned.ts';
import { lastReport, unitNameOf } from './desk.ts';
import { homeCard } from './home-card.ts';
import { type ReportItem, reportItems, reportingUnits } from './items.ts';
import { type PeriodId, periodName } from './period.ts';
import { dueName } from './texts.ts';

/** The empty reports of all units, as the notice asks for them today. */
export interface Forms {
  reports: NewReport[];
  items: NewItem[];
  values: NewValue[];
}

/** Who has to report on what, by the notice as it stands now and what the office has given to units. Pure. */
export function formsOf(model: NoticeModel, assigned: readonly Assigned[] = []): Forms {
  const units = reportingUnits(model, assigned).map((unit) => ({
    unit,
    items: reportItems(model, unit, assigned),
  }));
  return {
    reports: units.map(({ unit }) => ({ unit, no: model.units.findIndex((one) => one.id === unit) + 1 })),
    items: units.flatMap(({ unit, items }) => items.map((item, index) => itemRow(unit, item, index + 1))),
    values: units.flatMap(({ unit, items }) => items.flatMap((item) => valueRows(unit, item))),
  };
}

function itemRow(unit: string, item: ReportItem, position: number): NewItem {
  const { kind, title, asks, location } = item;
  return {
    unit,
    item: item.id,
    position,
    kind,
    title,
    asks,
    location,
    group_no: item.group ?? null,
    measure_no: item.measure ?? null,
  };
}

function valueRows(unit: string, item: ReportItem): NewValue[] {
  return item.indicators.map((indicator, index) => ({
    unit,
    item: item.id,
    indicator: indicator.id,
    position: index + 1,
    what: indicator.what,
    comparator: indicator.comparator,
    target: indicator.value ?? null,
    up_to: indicator.upTo ?? null,
    measured_in: indicator.unit,
    deadline: indicator.deadline ?? null,
  }));
}

/** Who will be told when a period opens, and which units nobody is bound to. */
export interface Audience {
  forms: Forms;
  /** Liaisons, and whom else the rule of opening names, by unit, on the day. */
  liaisons: Map<string, string[]>;
  /** Ids of units without one. */
  unserved: string[];
}

export async function audienceOf(act: ReportAct): Promise<Audience> {
  const { to } = ruleOf(await rulesNow(act.deps.db), 'open');
  const roles = UNIT_ROLES.filter((role) => to.includes(role));
  const { deps, today } = act;
  const forms = formsOf(await noticeOn(deps, today), await targetOwners(deps.db));
  const liaisons = new Map<string, string[]>();
  for (const { unit } of forms.reports) {
    const people = await unitPeopleOf(act.deps.db, unit, { day: act.today, roles });
    if (people.length > 0)
      liaisons.set(
        unit,
        people.map((person) => person.openId),
      );
  }
  const unserved = forms.reports.map(({ unit }) => unit).filter((unit) => !liaisons.has(unit));
  return { forms, liaisons, unserved };
}

/** Opens a period: the reports are made from the notice as it stands, and every liaison gets his unit's card. */
export async function opening(
  act: ReportAct,
  period: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>,
): Promise<{ messages: OutboundMessage[]; writes: Write[]; audience: Audience }> {
  const { db } = act.deps;
  const rule = ruleOf(await rulesNow(db), 'open');
  const audience = await audienceOf(act);
  const messages: OutboundMessage[] = [];
  for (const [unit, people] of audience.liaisons) {
    const shown = await openingCard(act, period, { unit, forms: audience.forms });
    const sentence = sentenceOf(rule, {
      期: periodName(period.id as PeriodId),
      截止: dueName(period.due_on, act.today),
      单位: unitNameOf(act, unit),
    });
    for (const person of people)
      messages.push({
        key: `open:${period.id}:${unit}:${person}`,
        to: { person: person as OpenId },
        body: { type: 'card', card: opened(shown, sentence) },
        about: [unit],
        notBefore: whenToTell(act.now, act.calendar),
      });
  }
  const name = `${periodName(period.id as PeriodId)}开启报送`;
  const parts = asBroadcast(
    db,
    { id: `open:${period.id}:${act.now}`, name, ...pressedBy(act), now: act.now },
    messages,
  );
  return {
    audience,
    messages: parts.messages,
    writes: [
      ...parts.writes,
      ...openPeriod(db, period, { by: act.sender, now: act.now }),
      ...insertReports(db, period.id, audience.forms),
      recordPeriodChange(db, {
        period: period.id,
        what: 'open',
        toDay: period.due_on,
        by: act.sender,
        at: act.now,
      }),
      audit(act, 'open', { subject: `period:${period.id}`, detail: period.due_on }),
    ],
  };
}

/** Nobody, where a schedule acts. */
function pressedBy({ rights, sender }: ReportAct): { by?: string } {
  return rights.isOffice ? { by: sender } : {};
}

async function openingCard(
  act: ReportAct,
  period: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>,
  { unit, forms }: { unit: string; forms: Forms },
) {
  const key = { period: period.id, unit };
  return homeCard({
    act,
    key,
    unitName: unitNameOf(act, unit),
    period: openedRow(period, { by: act.sender, at: act.now }),
    periodName: periodName(period.id as PeriodId),
    phase: 'open',
    sheet: { report: emptyReport(key, forms), items: emptyItems(key, forms) },
    last: await lastReport(act, key),
    clashes: [],
    evidence: [],
    decision: undefined,
    labels: labelsFrom(new Map()),
  });
}

/** A period as it is the moment it opens. @param how.at instant in ms */
export function openedRow(
  period: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>,
  how: { by: string; at: number },
): PeriodRow {
  return {
    ...period,
    status: 'open',
    opened_at: how.at,
    opened_by: how.by,
    locked_at: null,
    locked_by: null,
    settings_version: 1,
    version: 1,
  };
}

/** The reports of a period as they are the moment it opens. */
export function emptySheets(period: string, forms: Forms): ReportSheet[] {
  return forms.reports.map(({ unit }) => ({
    report: emptyReport({ period, unit }, forms),
    items: emptyItems({ period, unit }, forms),
  }));
}

function emptyReport(key: { period: string; unit: string }, forms: Forms): ReportRow {
  return {
    ...key,
    no: forms.reports.find((report) => report.unit === key.unit)?.no ?? 0,
    status: 'none',
    version: 0,
    round: 0,
    carried: 0,
    first_submitted_at: null,
    submitted_at: null,
    submitted_by: null,
    receipt: null,
    decided_at: null,
    decided_by: null,
    mark: null,
  };
}

function emptyItems(key: { period: string; unit: string }, forms: Forms): ItemSheet[] {
  return forms.items
    .filter((item) => item.unit === key.unit)
    .map((item) => ({
      ...item,
      ...key,
      progress: '',
      problems: '',
      next_steps: '',
      coordinate: 0,
      version: 0,
      updated_at: null,
      updated_by: null,
      // The opening card shows no values.
      values: [],
    }));
}

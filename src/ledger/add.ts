import type { LedgerEntryRow } from '../../db/queries/ledger.ts';
import { entriesInYear, insertLedgerEntry } from '../../db/queries/ledger.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { readDays } from '../people/days.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { type Asked, answeredPrivately, audit, demandOffice, type ReportAct } from '../reports/act.ts';
import { earliestDue, SHORTEST_NOTICE_WORKDAYS } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';
import { toldCard } from './cards.ts';
import { tooSoon, USAGE_ADD } from './texts.ts';
import { unitTold } from './told.ts';

const ADD = /^新增\s*(\S+)\s+(\S.*?)\s+整改(?:措施)?[\s:：]+(\S.*\S|\S)\s+(?:整改)?期限[\s:：]*(\S.*)$/s;
const LONGEST = 300;

/** `/台账 新增 …`: the office enters a problem, and the unit is told. @throws UserError */
export async function addOutcome(act: ReportAct, asked: Asked): Promise<Outcome> {
  demandOffice(act, '登记台账');
  const [, name = '', problem = '', measure = '', due = ''] = ADD.exec(asked.args.trim()) ?? [];
  if (name === '') throw new UserError(`请写全单位、问题、整改措施和期限，例如：${USAGE_ADD}`);
  const unit = unitMeant(namesOfNotice(act.deps), name);
  for (const words of [problem, measure])
    if (words.length > LONGEST) throw new UserError(`问题和措施最多各${LONGEST}字，没有登记。`);
  const dueOn = oneDay(due, act.today);
  if (act.calendar.workdaysBetween(act.today, dueOn) < SHORTEST_NOTICE_WORKDAYS)
    throw new UserError(tooSoon(dayName(earliestDue(act.today, act.calendar), act.today)));
  const entry: LedgerEntryRow = {
    no: await nextNo(act),
    unit: unit.id,
    problem,
    measure,
    due_on: dueOn,
    percent: null,
    status: 'open',
    entered_by: act.sender,
    entered_at: act.now,
    version: 1,
  };
  const step = { what: 'entered' as const, words: '' };
  const told = await unitTold(act, entry, step);
  const shown = toldCard(act, entry, { step, by: '您', hint: told.hint });
  const answer = answeredPrivately(asked, shown);
  return {
    messages: [...answer.messages, ...told.messages],
    writes: [
      ...insertLedgerEntry(act.deps.db, entry, step.words),
      audit(act, 'ledger-entered', { subject: `ledger:${entry.no}`, detail: `${entry.unit} ${dueOn}` }),
    ],
  };
}

/** Exactly one day, and nothing else. @throws UserError */
export function oneDay(text: string, today: string): string {
  const { days, rest } = readDays(text, today);
  const [day, ...others] = days;
  if (day === undefined || others.length > 0 || rest !== '')
    throw new UserError('期限请写一天，例如：12月30日 或 2026-12-30。');
  return day;
}

/** Two at once get the same number; the second is refused by its key and derived again. */
async function nextNo({ deps, today }: ReportAct): Promise<string> {
  const year = today.slice(0, 4);
  return `${year}-${String((await entriesInYear(deps.db, year)) + 1).padStart(3, '0')}`;
}

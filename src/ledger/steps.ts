import {
  changeLedgerEntry,
  type LedgerChange,
  type LedgerEntryRow,
  stepsOfEntry,
} from '../../db/queries/ledger.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { mayReportFor } from '../people/rights.ts';
import { type Asked, answeredPrivately, audit, demandOffice, type ReportAct } from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { dayName } from '../reports/texts.ts';
import { oneDay } from './add.ts';
import { toldCard } from './cards.ts';
import * as says from './texts.ts';
import { officeTold, unitTold } from './told.ts';

/** What somebody wants to do with an entry: who may, and what it makes of it. */
type Change = Pick<LedgerChange, 'what' | 'words'> &
  Partial<Pick<LedgerChange, 'status' | 'percent' | 'due_on'>>;
type Decide = (act: ReportAct, entry: LedgerEntryRow, found: RegExpExecArray) => Change | Promise<Change>;

const LONGEST = 500;

/** In this order: 申请销号 before 销号. */
const STEPS: readonly { said: RegExp; decide: Decide }[] = [
  { said: /^进展\s*(?:([\d０-９]{1,3})\s*[%％])?\s*(.*)$/s, decide: progressed },
  { said: /^申请销号\s*(.*)$/s, decide: applied },
  { said: /^销号\s*(.*)$/s, decide: closed },
  { said: /^退回\s*(.*)$/s, decide: returned },
  { said: /^延期\s*(\S*)\s*(.*)$/s, decide: dueMoved },
];

/** `/台账 2026-017 进展 …` and the like; undefined for words that are none of them. @throws UserError */
export async function stepOutcome(
  act: ReportAct,
  asked: Asked,
  of: { entry: LedgerEntryRow; said: string },
): Promise<Outcome | undefined> {
  for (const { said, decide } of STEPS) {
    const found = said.exec(of.said);
    if (found) return outcome(act, asked, { entry: of.entry, change: await decide(act, of.entry, found) });
  }
  return undefined;
}

async function outcome(
  act: ReportAct,
  asked: Asked,
  { entry, change }: { entry: LedgerEntryRow; change: Change },
): Promise<Outcome> {
  const { status, percent, due_on } = { ...entry, ...change };
  const after: LedgerEntryRow = { ...entry, status, percent, due_on };
  const told = await peopleTold(act, after, change);
  const answer = answeredPrivately(asked, toldCard(act, after, { step: change, by: '您', hint: told.hint }));
  const { what, words } = change;
  return {
    messages: [...answer.messages, ...told.messages],
    writes: [
      ...changeLedgerEntry(act.deps.db, entry, {
        what,
        words,
        status,
        percent,
        due_on,
        by: act.sender,
        at: act.now,
      }),
      audit(act, `ledger-${what}`, {
        subject: `ledger:${entry.no}`,
        detail: what === 'due-moved' ? due_on : (percent ?? '').toString(),
      }),
    ],
  };
}

/** What a unit does is for the office, what the office does for the unit. */
async function peopleTold(
  act: ReportAct,
  entry: LedgerEntryRow,
  change: Change,
): Promise<{ messages: OutboundMessage[]; hint: string }> {
  if (change.what !== 'progress' && change.what !== 'applied') {
    const { messages, hint } = await unitTold(act, entry, change);
    const isPast = entry.status === 'open' && entry.due_on < act.today;
    return { messages, hint: isPast ? `${hint}${says.pastDue(entry.no)}` : hint };
  }
  return { messages: await officeTold(act, entry, change), hint: '已告知领导小组办公室。' };
}

function progressed(act: ReportAct, entry: LedgerEntryRow, [, typed, words = '']: RegExpExecArray): Change {
  demandOwnOpen(act, entry);
  const percent = typed === undefined ? entry.percent : Number(typed.normalize('NFKC'));
  if (percent !== null && percent > 100) throw new UserError(`完成${percent}%没有记：应在0～100之间。`);
  return { what: 'progress', percent, words: worded(words, '进展') };
}

function applied(act: ReportAct, entry: LedgerEntryRow, [, words = '']: RegExpExecArray): Change {
  demandOwnOpen(act, entry);
  return { what: 'applied', status: 'closing', words: worded(words, '整改完成的说明') };
}

async function closed(
  act: ReportAct,
  entry: LedgerEntryRow,
  [, words = '']: RegExpExecArray,
): Promise<Change> {
  await demandSecondPerson(act, entry);
  const said = words.trim();
  return { what: 'closed', status: 'closed', words: said === '' ? says.CLOSED_WORDS : worded(said, '') };
}

async function returned(
  act: ReportAct,
  entry: LedgerEntryRow,
  [, words = '']: RegExpExecArray,
): Promise<Change> {
  await demandSecondPerson(act, entry);
  return { what: 'returned', status: 'open', words: worded(words, '退回的理由') };
}

function dueMoved(act: ReportAct, entry: LedgerEntryRow, [, day = '', words = '']: RegExpExecArray): Change {
  demandOffice(act, '改台账的期限');
  if (entry.status === 'closed') throw new UserError(says.closedAlready(entry.no));
  const due_on = oneDay(day, act.today);
  if (due_on <= entry.due_on || due_on < act.today)
    throw new UserError(`没有改：新的期限应晚于原来的${dayName(entry.due_on, act.today)}，也不能早于今天。`);
  return { what: 'due-moved', due_on, words: worded(words, '延期的理由') };
}

function demandOwnOpen(act: ReportAct, { no, unit, status }: LedgerEntryRow): void {
  if (!mayReportFor(act.rights, unit)) throw new UserError(says.notOwn(unitNameOf(act, unit)));
  if (status === 'closed') throw new UserError(says.closedAlready(no));
  if (status === 'closing') throw new UserError(says.waitsAlready(no));
}

/** Neither who entered the problem nor who says that it is solved decides that it is. */
async function demandSecondPerson(act: ReportAct, { no, status, entered_by }: LedgerEntryRow): Promise<void> {
  demandOffice(act, '核对销号');
  if (status === 'closed') throw new UserError(says.closedAlready(no));
  if (status === 'open') throw new UserError(says.notApplied(no));
  if (act.sender === entered_by) throw new UserError(says.ENTERED_BY_SELF);
  const application = (await stepsOfEntry(act.deps.db, no)).findLast(({ what }) => what === 'applied');
  if (application?.by === act.sender) throw new UserError(says.APPLIED_BY_SELF);
}

function worded(words: string, what: string): string {
  const said = words.trim();
  if (said === '') throw new UserError(`请写上${what}。`);
  if (said.length > LONGEST) throw new UserError(`文字最多${LONGEST}字，没有记下。`);
  return said;
}

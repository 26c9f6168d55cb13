import { liaisonsOf, officeMembers } from '../../db/queries/people.ts';
import {
  lockPeriod,
  moveDueDay,
  type PeriodRow,
  periodById,
  recordPeriodChange,
} from '../../db/queries/periods.ts';
import { type ReportRow, reportsOfPeriod } from '../../db/queries/reports.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { readDays } from '../people/days.ts';
import { plusDays } from '../reminders/calendar.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { type Asked, answeredPrivately, audit, demandOffice, type ReportAct, saysCard } from './act.ts';
import { unitNameOf } from './desk.ts';
import { opening } from './opening.ts';
import {
  brokenDueRule,
  defaultDueDay,
  earliestDue,
  type PeriodId,
  parsePeriod,
  periodName,
  phaseOf,
  quarterOf,
} from './period.ts';
import { openedCard } from './period-cards.ts';
import { dayName, dueName, dueRefusal, STATUS_NAMES } from './texts.ts';

/** No due day is farther away than this. */
const FARTHEST_DAYS = 120;

/** `/报送 开启 <期> [截止 <日>]` @throws UserError that names the burden rule */
export async function openByHand(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  demandOffice(act, '开启报送期');
  const [, typed = '', day = ''] = /^(.*?)(?:\s*(?:截止|due)[:：]?\s*(.*))?$/.exec(args) ?? [];
  const id = parsePeriod(typed);
  const kept = await periodById(act.deps.db, id);
  if (kept?.status === 'open')
    throw new UserError(
      `${periodName(id)}已经开启，截止${dueName(kept.due_on, act.today)}。要改截止日请发：/报送 延期 ${id} 日期 理由。`,
    );
  if (kept?.status === 'locked') throw new UserError(`${periodName(id)}已经锁定，不能再开启。`);
  if (id > quarterOf(act.today)) throw new UserError(`${periodName(id)}还没到，不能开启。`);
  const due = day === '' ? (kept?.due_on ?? defaultDueDay(id, act.calendar)) : oneDay(day, act.today);
  checkDue(act, due, `/报送 开启 ${id} 截止 `);
  const period = { id, opens_on: act.today, due_on: due };
  const { messages, writes, audience } = await opening(act, period);
  const answer = answeredPrivately(asked, openedCard(act, period, audience));
  return { messages: [...answer.messages, ...messages], writes };
}

function checkDue(act: ReportAct, due: string, how: string): void {
  const rule = brokenDueRule(due, act.today, act.calendar);
  if (rule === undefined) return;
  const earliest = earliestDue(act.today, act.calendar);
  const said = dueRefusal(rule, { due, earliest, today: act.today });
  throw new UserError(`${said}可以发：${how}${earliest}`);
}

function oneDay(text: string, today: string): string {
  const { days } = readDays(text, today);
  const [day] = days;
  if (day === undefined || days.length > 1)
    throw new UserError('没看懂日期，请写成 1.12 或 2027-01-12 这样，只写一天。');
  // A day without a year is the next such day: yesterday's would be next year's.
  if (day > plusDays(today, FARTHEST_DAYS))
    throw new UserError(
      `没有办理：${dayName(day, today)}离今天太远，是不是日期已经过了？请写今天以后、${FARTHEST_DAYS}天以内的日子。`,
    );
  return day;
}

/** `/报送 延期 <期> <日> <理由>`: later only; those who have not submitted are told. @throws UserError */
export async function extendByHand(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  demandOffice(act, '延期');
  const [typed = '', day = '', ...words] = args.split(/\s+/);
  const reason = words.join(' ').trim();
  const period = await onceOpened(act, parsePeriod(typed));
  const to = oneDay(day, act.today);
  checkLater(act, period, to);
  if (reason === '')
    throw new UserError(`请写上延期的理由，例如：/报送 延期 ${period.id} ${to} 数据年后才出`);
  const name = periodName(period.id as PeriodId);
  const says = [
    period.status === 'locked'
      ? `${name}报送重新开放，截止时间**${dueName(to, act.today)}**。`
      : `${name}报送的截止时间由${dayName(period.due_on, act.today)}延到**${dueName(to, act.today)}**。`,
    `理由：${escapeMarkdown(reason)}`,
  ];
  const told = { about: `extend:${period.id}:${act.key}`, title: `${name}报送延期`, says };
  const concerned = await stillOut(act, period);
  return {
    messages: [
      ...answeredPrivately(asked, saysCard('已延期', [...says, tellingOf(act, concerned.length)])).messages,
      ...(await toUnits(act, concerned, told)),
      ...(await toOffice(act, told)),
    ],
    writes: [
      ...moveDueDay(act.deps.db, period, to),
      recordPeriodChange(act.deps.db, {
        period: period.id,
        what: 'extend',
        fromDay: period.due_on,
        toDay: to,
        reason,
        by: act.sender,
        at: act.now,
      }),
      audit(act, 'extend', { subject: `period:${period.id}`, detail: `${period.due_on} ${to}` }),
    ],
  };
}

/** @throws UserError for a day that is not later, has passed, or is a day off */
function checkLater(act: ReportAct, period: PeriodRow, to: string): void {
  if (period.status === 'locked' ? to < period.due_on : to <= period.due_on)
    throw new UserError(
      `没有办理：现在的截止日是${dayName(period.due_on, act.today)}，只能往后延。提前会缩短填报时间，违反减轻基层负担“至少提前5个工作日”规则。`,
    );
  if (to < act.today) throw new UserError(`${dayName(to, act.today)}已经过去了，请检查日期。`);
  if (!act.calendar.isWorkday(to))
    throw new UserError(
      dueRefusal('day-off', { due: to, earliest: act.calendar.plusWorkdays(to, 0), today: act.today }),
    );
}

/** `/报送 锁定 <期>`: nothing more can be filed; those who have not are told. @throws UserError */
export async function lockByHand(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  demandOffice(act, '锁定报送期');
  const period = await onceOpened(act, parsePeriod(args));
  if (period.status === 'locked')
    throw new UserError(`${periodName(period.id as PeriodId)}已经锁定了，不用再锁。`);
  const name = periodName(period.id as PeriodId);
  const concerned = await stillOut(act, period);
  const names = concerned.map(
    (row) => `${escapeMarkdown(unitNameOf(act, row.unit))}（${STATUS_NAMES[row.status]}）`,
  );
  return {
    messages: [
      ...answeredPrivately(
        asked,
        saysCard(`${name}已锁定`, [
          '不再接收填报、补报和修改；已提交的仍可以审核。',
          ...(phaseOf(period, act.now) === 'open'
            ? [
                `**注意**：截止时间${dueName(period.due_on, act.today)}还没到。锁早了可以延期重新开放：/报送 延期 ${period.id} 日期 理由。`,
              ]
            : []),
          names.length > 0
            ? `**没有报成的单位（${names.length}个）**：${names.join('、')}。`
            : '所有单位都已经报送。',
        ]),
      ).messages,
      ...(await toUnits(act, concerned, {
        about: `lock:${period.id}:${act.key}`,
        title: `${name}报送已锁定`,
        says: [
          `领导小组办公室已锁定本期，不再接收填报。填过的草稿都还在，发“/报送 ${period.id}”可以查看；有特殊情况请联系办公室。`,
        ],
      })),
    ],
    writes: [
      ...lockPeriod(act.deps.db, period, { by: act.sender, now: act.now }),
      recordPeriodChange(act.deps.db, { period: period.id, what: 'lock', by: act.sender, at: act.now }),
      audit(act, 'lock', { subject: `period:${period.id}` }),
    ],
  };
}

/** A period that is open or locked. @throws UserError */
async function onceOpened(act: ReportAct, id: PeriodId): Promise<PeriodRow> {
  const period = await periodById(act.deps.db, id);
  if (period?.status === 'open' || period?.status === 'locked') return period;
  throw new UserError(`${periodName(id)}没有开启。要开启请发：/报送 开启 ${id}`);
}

/** Units of a period that have something to do yet. */
async function stillOut(act: ReportAct, period: PeriodRow): Promise<ReportRow[]> {
  const rows = await reportsOfPeriod(act.deps.db, period.id);
  return rows.filter((row) => row.status !== 'submitted' && row.status !== 'accepted');
}

interface Told {
  about: string;
  title: string;
  says: readonly string[];
}

async function toUnits(act: ReportAct, rows: readonly ReportRow[], of: Told): Promise<OutboundMessage[]> {
  const people = new Set<string>();
  for (const row of rows)
    for (const person of await liaisonsOf(act.deps.db, row.unit, act.today)) people.add(person.openId);
  return [...people].map((person) => toldTo(act, person, of));
}

async function toOffice(act: ReportAct, of: Told): Promise<OutboundMessage[]> {
  const members = await officeMembers(act.deps.db, act.deps.office);
  return members
    .filter((member) => member !== act.sender)
    .map((member) => toldTo(act, member, { ...of, about: `${of.about}:office` }));
}

function toldTo(act: ReportAct, person: string, { about, title, says }: Told): OutboundMessage {
  return {
    key: `${about}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'card', card: saysCard(title, says) },
    notBefore: whenToTell(act.now, act.calendar),
  };
}

function tellingOf(act: ReportAct, units: number): string {
  const when = whenToTell(act.now, act.calendar) === act.now ? '已' : '将在下一个工作日8:00后';
  return `${when}告知还没报的${units}个单位的联络员。`;
}

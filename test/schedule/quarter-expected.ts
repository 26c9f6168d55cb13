import { instantOf } from '../../src/clock.ts';
import { DAYS, DUE, LOCKED, statusAt } from './quarter-facts.ts';
import { type Bound, DEADLINES, NEWCOMER_COMES, type Quarter, type ReportedOn } from './quarter-world.ts';

/** When each kind of message goes at the earliest; the card of the group within the day. */
const TIMES: Readonly<Record<string, string>> = {
  'dry-run': '09:07',
  opened: '09:07',
  form: '09:07',
  progress: '09:07',
  remind: '09:07',
  unserved: '09:07',
  'late-list': '09:07',
  returned: '09:09',
  digest: '09:07',
  'ledger-unit': '09:11',
  'ledger-overdue': '09:11',
  bulletin: '09:17',
  round: '18:07',
  calendar: '09:23',
  newcomer: '10:30',
  status: '08:00',
};

/** One message: `day time kind recipient`, the time the earliest at which it may come. */
export type Line = `${string} ${string} ${string} ${string}`;

/** Mondays' digests, each on the first working day of its week; before the opening there is nothing to tell. */
const DIGESTS = [
  '2026-09-28',
  '2026-10-08',
  '2026-10-12',
  '2026-10-19',
  '2026-10-26',
  '2026-11-02',
  '2026-11-09',
];
const ALERTS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];
const RUNGS = ['T-3', 'due', 'T+1', 'T+3'] as const;
/** What goes to so many gets a card that follows it. */
const FOLLOWED = 20;

/** All that has to arrive, reckoned from the rules as they are written in the design and from what happened. */
export async function expectedOf(quarter: Quarter): Promise<Line[]> {
  return new Reckoning(quarter, await quarter.items()).lines().sort();
}

function line(day: string, what: string, to: string): Line {
  return `${day} ${TIMES[what] ?? '?'} ${what} ${to}`;
}

class Reckoning {
  readonly #quarter: Quarter;
  readonly #items: readonly ReportedOn[];

  constructor(quarter: Quarter, items: readonly ReportedOn[]) {
    this.#quarter = quarter;
    this.#items = items;
  }

  lines(): Line[] {
    const { bound, newcomer } = this.#quarter;
    return [
      ...this.#toOffice(DAYS.dryRun, 'dry-run'),
      ...[...this.#toOffice(DAYS.opens, 'opened'), ...this.#toOffice(DAYS.opens, 'progress')],
      ...bound.flatMap(({ role, openId }) => (role === 'liaison' ? [line(DAYS.opens, 'form', openId)] : [])),
      line('2026-10-12', 'newcomer', newcomer.openId),
      ...RUNGS.flatMap((name) => this.#rung(name)),
      ...this.#returned('2026-10-20'),
      ...DIGESTS.flatMap((day, index) => this.#digest(day, DIGESTS[index - 1] ?? '2026-09-21')),
      // 5 October is in the holiday: what is for the day itself goes before it.
      ...this.#ledger('2026-09-24', '2026-09-30', '2026-10-08'),
      ...this.#ledger('2026-10-20', DEADLINES[1], '2026-10-26'),
      ...this.#toOffice(DAYS.draft, 'bulletin'),
      ...this.#toOffice(DAYS.roundOver, 'round'),
      ...ALERTS.flatMap((day) => this.#toOffice(day, 'calendar')),
      // One live card, sent anew before its fourteen days are over: before a holiday, a weekend or the day itself.
      ...[DAYS.opens, '2026-09-30', '2026-10-12', '2026-10-23'].map((day) => line(day, 'status', 'work')),
    ];
  }

  #rung(name: (typeof RUNGS)[number]): Line[] {
    const day = DAYS[name];
    const at = instantOf(day, '09:07');
    const { units, facts } = this.#quarter;
    const owed = units.filter((unit) => ['none', 'returned'].includes(statusAt(facts, unit, at)));
    const isLate = name === 'T+1' || name === 'T+3';
    const reached = owed.flatMap((unit) => [
      ...this.#people(unit, 'liaison', at),
      ...(isLate ? this.#people(unit, 'unit-head', at) : []),
      ...(name === 'T+3' ? this.#leadersOf(this.#groups(unit, 'group'), at) : []),
    ]);
    const isUnserved = owed.some((unit) => this.#people(unit, 'liaison', at).length === 0);
    const all = [
      ...[...new Set(reached)].map((to) => line(day, 'remind', to)),
      ...(isUnserved ? this.#toOffice(day, 'unserved') : []),
    ];
    const hasMissing = owed.some((unit) => statusAt(facts, unit, at) === 'none');
    return [
      ...all,
      ...(all.length >= FOLLOWED ? this.#toOffice(day, 'progress') : []),
      ...(isLate && hasMissing ? this.#toOffice(day, 'late-list') : []),
    ];
  }

  /** What was sent back after the due hour and is not there again on the day. */
  #returned(day: string): Line[] {
    const at = instantOf(day, '09:09');
    const { facts } = this.#quarter;
    const back = facts.filter(({ what, at: then }) => what === 'returned' && then > DUE);
    const still = back.map(({ unit }) => unit).filter((unit) => statusAt(facts, unit, at) === 'returned');
    const reached = still.flatMap((unit) => [
      ...this.#people(unit, 'liaison', at),
      ...this.#people(unit, 'unit-head', at),
    ]);
    return [...new Set(reached)].map((to) => line(day, 'returned', to));
  }

  #digest(day: string, before: string): Line[] {
    const [since, now] = [instantOf(before, '09:07'), instantOf(day, '09:07')];
    const isNew = (at: number) => at > since && at < now;
    const { sandbox, bound, units, facts } = this.#quarter;
    const office = sandbox.officeOpenIds;
    const leaders = bound.filter(({ role }) => role === 'leader').map(({ openId }) => openId);
    return [...office, ...leaders].flatMap((to) => {
      const own = units.filter(
        (unit) => office.includes(to) || this.#leadersOf(this.#groups(unit), now).includes(to),
      );
      const moves = facts.filter((fact) => own.includes(fact.unit) && isNew(fact.at));
      const late = now > DUE ? own.filter((unit) => statusAt(facts, unit, now) === 'none') : [];
      const isTold = moves.length > 0 || (late.length > 0 && (isNew(DUE) || isNew(LOCKED)));
      return isTold ? [line(day, 'digest', to)] : [];
    });
  }

  #ledger(before: string, onDay: string, after: string): Line[] {
    const { sandbox, notice, ledgerUnit } = this.#quarter;
    const own = this.#people(ledgerUnit, 'liaison', 0);
    const led = notice.model.groups.filter(
      ({ leadUnits, subLeads }) =>
        leadUnits.includes(ledgerUnit) || subLeads.some(({ unit }) => unit === ledgerUnit),
    );
    const leaders = this.#leadersOf(
      led.map(({ no }) => no),
      0,
    );
    return [
      ...[before, onDay].flatMap((day) => own.map((to) => line(day, 'ledger-unit', to))),
      ...[...sandbox.officeOpenIds, ...new Set(leaders)].map((to) => line(after, 'ledger-overdue', to)),
    ];
  }

  #toOffice(day: string, what: string): Line[] {
    return this.#quarter.sandbox.officeOpenIds.map((to) => line(day, what, to));
  }

  #bindings(at: number): Bound[] {
    const { bound, newcomer } = this.#quarter;
    return [...bound, ...(at > NEWCOMER_COMES ? [newcomer] : [])];
  }

  #people(unit: string, role: Bound['role'], at: number): string[] {
    return this.#bindings(at).flatMap((one) =>
      one.role === role && one.subject === unit ? [one.openId] : [],
    );
  }

  #groups(unit: string, kind?: string): (number | null)[] {
    const own = this.#items.filter((item) => item.unit === unit);
    return own.filter((item) => kind === undefined || item.kind === kind).map((item) => item.group_no);
  }

  #leadersOf(nos: readonly (number | null)[], at: number): string[] {
    const { groups, assignments } = this.#quarter.notice.model;
    const named = groups.filter(({ no }) => nos.includes(no));
    const assigned = assignments.filter(({ items }) =>
      items.some((item) => item.groups.some((no) => nos.includes(no))),
    );
    const ids = [...named, ...assigned].map(({ leader }) => leader);
    return this.#bindings(at).flatMap((one) =>
      one.role === 'leader' && ids.includes(one.subject) ? [one.openId] : [],
    );
  }
}

/** What a message is, by its heading; unknown ones by all of it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^预演：/, 'dry-run'],
  [/报送已开启$/, 'opened'],
  [/^季度报送 · /, 'form'],
  [/开启报送$|催报 T[-+]\d$/, 'progress'],
  [/没有联络员$/, 'unserved'],
  [/^2026年第三季度报送 · /, 'remind'],
  [/家未报$/, 'late-list'],
  [/^报送进度$/, 'status'],
  [/^每周动态$/, 'digest'],
  [/^台账提醒 · .*(临近期限|今天到期)/, 'ledger-unit'],
  [/^台账提醒 · .*逾期/, 'ledger-overdue'],
  [/^通报送审稿/, 'bulletin'],
  [/^异议期已满/, 'round'],
  [/放假安排还没有导入$/, 'calendar'],
];

/** What has arrived, in the same words, and how many minutes after its time. */
export function arrivedOf(quarter: Quarter): { line: Line; time: string; late: number }[] {
  return quarter.arrived().map(({ day, time, title, to }) => {
    const found = KINDS.find(([words]) => words.test(title))?.[1] ?? title;
    const isNewcomers = found === 'form' && day !== DAYS.opens;
    const what = isNewcomers ? 'newcomer' : found === 'remind' && day === '2026-10-20' ? 'returned' : found;
    const earliest = TIMES[what] ?? '?';
    const late = (instantOf(day, time) - instantOf(day, earliest)) / 60_000;
    return { line: `${day} ${earliest} ${what} ${to}`, time, late };
  });
}

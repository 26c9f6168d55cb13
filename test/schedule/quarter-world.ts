import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db, Write } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { bindChat } from '../../db/queries/chats.ts';
import { insertLedgerEntry } from '../../db/queries/ledger.ts';
import { insertPreview } from '../../db/queries/objections.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { dayAt, instantOf, timeAt } from '../../src/clock.ts';
import type { Notice } from '../../src/notice/index-of.ts';
import { plusDays } from '../../src/reminders/calendar.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { reportingUnits } from '../../src/reports/items.ts';
import { defaultKnowledge } from '../../src/tenants/knowledge.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { botMessages } from '../support/world.ts';
import { Mortal } from './mortal.ts';
import { DAYS, type Fact, factsOf, LOCKED, PERIOD, seeded, written } from './quarter-facts.ts';

const MINUTE_MS = 60_000;
const [FIRST, LAST] = ['2026-09-01', '2026-11-30'];
/** Minutes of a working day in which something may come due, with those around them; and those of a day off. */
const BUSY = [
  ...[
    '00:00',
    '07:59',
    '08:00',
    '08:01',
    '08:10',
    '08:24',
    '08:25',
    '09:06',
    '09:07',
    '09:08',
    '09:09',
    '09:10',
    '09:11',
    '09:12',
  ],
  ...['09:17', '09:18', '09:23', '09:24', '10:31', '15:00', '15:01', '18:00', '18:01', '18:07', '18:08'],
  ...['19:59', '20:00'],
];
const QUIET = ['00:00', '08:00', '09:07', '09:11', '18:07'];
/** All minutes of the quarter, which takes a quarter of an hour: `EVERY_MINUTE=1 npx vitest run test/schedule/quarter.test.ts`. */
export const IS_EVERY_MINUTE = process.env['EVERY_MINUTE'] !== undefined;
/** Further minutes of each day. */
const RANDOM_MINUTES = 2;
/** A claim that a dead process left is taken over after a minute: no gap before that is through. */
const AFTER_DEATH = 5;
/** Units that nobody is bound to in the beginning. */
const UNBOUND = 2;

/** A card or text that somebody got, in the story's time. */
export interface Arrived {
  day: string;
  time: string;
  to: string;
  title: string;
  words: string;
}

/** An item of a unit's report. */
export interface ReportedOn {
  unit: string;
  kind: string;
  group_no: number | null;
}

export interface Bound {
  openId: string;
  role: 'liaison' | 'unit-head' | 'leader';
  subject: string;
}

const ENTERED = instantOf('2026-09-01', '10:00');
const ROUND_CLOSES = instantOf(DAYS.roundOver, '18:00');
/** Deadlines of the ledger's two entries: one within the holiday, one on a working day. */
export const DEADLINES = ['2026-10-05', '2026-10-23'] as const;
export const NEWCOMER_COMES = instantOf('2026-10-12', '10:30');

/** The leading group's quarter on the emulated platform, minute by minute. */
export class Quarter {
  readonly sandbox: Sandbox;
  readonly calendar = publishedCalendar();
  readonly notice: Notice = defaultKnowledge().notice;
  readonly bound: readonly Bound[];
  readonly facts: readonly Fact[];
  /** In the order of the notice. */
  readonly units: readonly string[];
  /** The unit of both entries of the ledger, led by somebody who is bound. */
  readonly ledgerUnit: string;
  /** Reports for one unit, and from the middle of the quarter for one more that had nobody. */
  readonly newcomer: Bound;
  deaths = 0;
  minutes = 0;
  readonly #folder: string;
  readonly #db: Db;
  readonly #random: () => number;
  #now = instantOf(FIRST, '00:00');

  private constructor(parts: { sandbox: Sandbox; folder: string; db: Db; seed: number }) {
    this.sandbox = parts.sandbox;
    this.#folder = parts.folder;
    this.#db = parts.db;
    this.#random = seeded(parts.seed);
    this.units = reportingUnits(this.notice.model);
    this.bound = this.#everybody();
    const leaders = this.bound.filter(({ role }) => role === 'leader').map(({ subject }) => subject);
    const led = this.notice.model.groups.find(
      ({ leader, leadUnits }) => leaders.includes(leader) && leadUnits.length > 0,
    );
    this.ledgerUnit = led?.leadUnits[0] ?? '';
    const [first] = this.bound;
    this.newcomer = { openId: first?.openId ?? '', role: 'liaison', subject: this.units[0] ?? '' };
    this.facts = factsOf(this.units.slice(UNBOUND), this.#random);
  }

  static async open(seed: number): Promise<Quarter> {
    const folder = await mkdtemp(join(tmpdir(), 'yingshang-quarter-'));
    const path = join(folder, 'bot.sqlite');
    const sandbox = await startSandbox({ transport: 'webhook', deadlineMs: PATIENT_MS });
    sandbox.limitsAreOn = false;
    await migrate(path);
    return new Quarter({ sandbox, folder, db: await openSqlite(path), seed });
  }

  /** Lets so many processes tick through it. With several, they die at random. */
  async run(processes: number): Promise<void> {
    const { sandbox } = this;
    const parts = {
      lark: { domain: sandbox.url, transport: 'webhook' as const, credentials: sandbox.credentials },
      officeOpenIds: sandbox.officeOpenIds,
      clock: { now: () => this.#now },
      random: this.#random,
    };
    const path = join(this.#folder, 'bot.sqlite');
    const all = await Promise.all(Array.from({ length: processes }, () => Mortal.open(path, parts)));
    await this.#db.apply(this.#beginning());
    const waiting = this.#script();
    let soon = 0;
    for (const at of this.#minutes()) {
      // After a death the next minutes follow, before time goes on in leaps.
      for (; soon > 0 && this.#now + MINUTE_MS < at; soon--)
        if (await this.#minute(this.#now + MINUTE_MS, all, waiting)) soon = AFTER_DEATH;
      if (await this.#minute(at, all, waiting)) soon = AFTER_DEATH;
    }
    this.deaths = all.reduce((sum, one) => sum + one.deaths, 0);
    await Promise.all(all.map((one) => one.close()));
  }

  /** All that the bot has sent to people and the work group. */
  arrived(): Arrived[] {
    const { sandbox } = this;
    const people = sandbox.people().filter(({ isBot }) => !isBot);
    const chats = [
      ...people.map(({ openId }) => [openId, sandbox.directChatId(openId)] as const),
      ['work', sandbox.groupId('work')] as const,
    ];
    return chats
      .flatMap(([to, chat]) =>
        botMessages(sandbox, chat).map(({ at, body }) => ({
          day: dayAt(at),
          time: timeAt(at),
          to,
          title: titleOf(body),
          words: JSON.stringify(body),
        })),
      )
      .sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
  }

  /** What each unit reports on. */
  items(): Promise<ReportedOn[]> {
    return this.#db.query.selectFrom('report_item').select(['unit', 'kind', 'group_no']).execute();
  }

  async close(): Promise<void> {
    await this.#db.close();
    await this.sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #minute(at: number, all: readonly Mortal[], waiting: { at: number; writes: () => Write[] }[]) {
    this.#now = at;
    this.minutes++;
    this.sandbox.clock.set(at);
    while (waiting[0] !== undefined && waiting[0].at <= at)
      await this.#db.apply(waiting.shift()?.writes() ?? []);
    const hasMortals = all.length > 1;
    const isBusy = /^09:(0[789]|1[0-2])/.test(timeAt(at));
    const dies = () => hasMortals && this.#random() < (isBusy ? 0.2 : 0.01);
    const ends = all.map(() =>
      dies() ? Math.floor(this.#random() * (isBusy ? 60 : 6)) : Number.POSITIVE_INFINITY,
    );
    const died = await Promise.all(all.map((one, index) => one.tick(ends[index])));
    return died.includes(true);
  }

  #minutes(): number[] {
    const all: number[] = [];
    for (let day = FIRST; day <= LAST; day = plusDays(day, 1)) {
      const midnight = instantOf(day, '00:00');
      const further = Array.from(
        { length: RANDOM_MINUTES },
        () => midnight + Math.floor(this.#random() * 24 * 60) * MINUTE_MS,
      );
      const times = this.calendar.isWorkday(day) ? BUSY : QUIET;
      const some = [...times.map((time) => instantOf(day, time)), ...further];
      const every = () => Array.from({ length: 24 * 60 }, (_, minute) => midnight + minute * MINUTE_MS);
      all.push(...new Set(IS_EVERY_MINUTE ? every() : some));
    }
    return all.sort((a, b) => a - b);
  }

  #everybody(): Bound[] {
    const { sandbox } = this;
    const { model, unit } = this.notice;
    const people = sandbox.people();
    const liaisons = this.units.slice(UNBOUND).flatMap((id): Bound[] => {
      const person = people.find((one) => one.unit === unit(id)?.name);
      return person === undefined ? [] : [{ openId: person.openId, role: 'liaison', subject: id }];
    });
    const leaders = [...new Set(model.groups.map((group) => group.leader))].slice(0, 2);
    const heads = this.units.slice(UNBOUND).filter((_, index) => index % 5 < 2);
    return [
      ...liaisons,
      ...heads
        .slice(0, 5)
        .map((id): Bound => ({ openId: sandbox.openIdOf('stranger'), role: 'unit-head', subject: id })),
      ...leaders.map(
        (id, index): Bound => ({
          openId: sandbox.openIdOf(index === 0 ? 'leader-power' : 'leader-head'),
          role: 'leader',
          subject: id,
        }),
      ),
    ];
  }

  #beginning(): Write[] {
    const db = this.#db;
    return [
      ...this.bound.map(({ openId, role, subject }) => this.#binding({ openId, role, subject }, ENTERED)),
      ...bindChat(db, { chatId: this.sandbox.groupId('work'), groupNo: 0, by: 'test', now: ENTERED }),
      ...DEADLINES.flatMap((due, index) =>
        insertLedgerEntry(
          db,
          {
            ...{
              no: `2026-${index + 1}`,
              unit: this.ledgerUnit,
              problem: '窗口排队时间长',
              measure: '增设窗口',
              due_on: due,
              percent: null,
            },
            ...{ status: 'open', entered_by: 'ou_office', entered_at: ENTERED, version: 1 },
          },
          '',
        ),
      ),
    ];
  }

  #binding({ openId, role, subject }: Bound, now: number): Write {
    return insertBinding(this.#db, {
      id: `${openId}:${subject}:${role}`,
      kind: role === 'leader' ? 'leader' : 'unit',
      subject,
      role: role as 'liaison',
      openId,
      status: 'confirmed',
      by: 'test',
      now,
    });
  }

  /** What people do in the course of it, the earliest first. */
  #script(): { at: number; writes: () => Write[] }[] {
    const db = this.#db;
    const rounds = new Map<string, number>();
    const reports = this.facts.map((fact) => ({
      at: fact.at,
      writes: () => {
        const round = (rounds.get(fact.unit) ?? 0) + (fact.what === 'submitted' ? 1 : 0);
        rounds.set(fact.unit, round);
        return written(db, fact, round);
      },
    }));
    const locked = () => [
      db.query
        .updateTable('period')
        .set({ status: 'locked', locked_at: this.#now, locked_by: 'ou_office' })
        .where('id', '=', PERIOD),
    ];
    const preview = () => [
      insertPreview(db, {
        ...{ span: PERIOD, hash: 'x', units: JSON.stringify(this.units), sent_by: 'ou_office' },
        ...{ sent_at: this.#now, closes_at: ROUND_CLOSES },
      }),
    ];
    return [
      ...reports,
      { at: LOCKED, writes: locked },
      { at: NEWCOMER_COMES, writes: () => [this.#binding(this.newcomer, this.#now)] },
      { at: instantOf(DAYS.draft, '15:00'), writes: preview },
    ].sort((a, b) => a.at - b.at);
  }
}

function titleOf(body: unknown): string {
  const found = /"title":\{"tag":"plain_text","content":"([^"]*)"/.exec(JSON.stringify(body));
  return found?.[1] ?? JSON.stringify(body).slice(0, 120);
}

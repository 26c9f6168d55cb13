import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { insertBinding } from '../db/queries/people-bindings.ts';
import { openPeriod } from '../db/queries/periods.ts';
import { insertReports, reportSheet } from '../db/queries/reports.ts';
import { instantOf } from '../src/clock.ts';
import { exportPeriod } from '../src/report-files/export.ts';
import { parsePeriod } from '../src/reports/period.ts';
import { openService, type Service } from '../src/service.ts';
import { quantile } from '../test/eval/evaluate.ts';
import { CREDENTIALS, envelope, signedPush } from '../test/support/push.ts';

const UNITS = 40;
const ITEMS = 12;
const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];
const DUE = '2027-01-08';
const OFFICE = 'ou_office';
const NOW = instantOf('2026-12-28', '10:00');
/** The text fields of a diligent liaison; every tenth one fills them to the brim with what cards have to escape. */
const PLAIN = '本季度压缩办理时限，推行一次办好，走访企业三十家，收集问题十二件，办结九件。'.repeat(6);
const BRIM = '*[测试](http://x)_"<at>'.repeat(60).slice(0, 1000);

type Form = Record<string, string>;

/**
 * Four quarters of forty units with twelve items each, filled in page by page, submitted and adopted by signed clicks
 * over the whole path from the HTTP request to the toast; then the export of the last one.
 */
export async function benchReports(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-reports-'));
  const databasePath = join(folder, 'bot.sqlite');
  const { platform, port } = await startPlatform();
  const service = await openService({
    lark: { domain: `http://127.0.0.1:${port}`, transport: 'webhook', credentials: CREDENTIALS },
    officeOpenIds: [OFFICE],
    databasePath,
    clock: { now: () => NOW },
  });
  try {
    const run = new Run(service);
    for (const period of QUARTERS) await run.quarter(period);
    run.print();
    await printCards(service);
    const from = performance.now();
    const made = await exportPeriod(service.deps, parsePeriod(QUARTERS.at(-1) ?? ''));
    const [file] = made.manifest.files;
    console.log(
      `export of one period: ${Math.round(performance.now() - from)} ms, ${kb(file?.bytes ?? 0)} KB`,
    );
    console.log(`largest tables: ${await largestTables(service)}`);
    const sizes = await Promise.all(
      [databasePath, `${databasePath}-wal`].map((path) =>
        stat(path).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    console.log(
      `database after ${QUARTERS.length} quarters: ${sizes.map(kb).join(' + ')} KB (with write-ahead log)`,
    );
  } finally {
    await service.stop();
    platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A platform where every call succeeds at once: what is measured is the bot. */
export async function startPlatform() {
  const app = new Hono()
    .post('/open-apis/auth/v3/tenant_access_token/internal', (c) =>
      c.json({ code: 0, tenant_access_token: 't-1', expire: 7200 }),
    )
    .all('*', (c) =>
      c.json({ code: 0, data: { message_id: 'om_sent', chat_id: 'oc' }, bot: { open_id: 'ou_bot' } }),
    );
  return new Promise<{ platform: ReturnType<typeof serve>; port: number }>((resolve) => {
    const platform = serve({ fetch: app.fetch, port: 0 }, ({ port }) => resolve({ platform, port }));
  });
}

class Run {
  readonly #service: Service;
  readonly #units: readonly string[];
  readonly #times = new Map<string, number[]>();
  #clicks = 0;

  constructor(service: Service) {
    this.#service = service;
    this.#units = service.deps.notice.model.units.slice(0, UNITS).map((unit) => unit.id);
  }

  async quarter(period: string): Promise<void> {
    const { db } = this.#service.deps;
    await db.apply([
      ...(this.#times.size === 0 ? this.#units.map((unit) => liaison(this.#service, unit)) : []),
      ...openPeriod(db, { id: period, opens_on: '2026-12-25', due_on: DUE }, { by: OFFICE, now: NOW }),
      ...insertReports(db, period, forms(this.#units)),
    ]);
    for (const [index, unit] of this.#units.entries()) await this.#report({ period, unit }, index);
  }

  async #report(key: { period: string; unit: string }, index: number): Promise<void> {
    const { db } = this.#service.deps;
    const person = personOf(key.unit);
    await this.#click(person, { action: 'report-open', ...key });
    for (let no = 1; no <= ITEMS; no++) {
      const go = no === ITEMS ? 'preview' : 'next';
      const value = { action: 'report-page', ...key, item: `measure:${no}`, version: 0, go };
      await this.#click(person, value, filledIn(no, index % 10 === 0 ? BRIM : PLAIN));
    }
    const draft = await reportSheet(db, key);
    await this.#click(person, { action: 'report-submit', ...key, version: draft?.report.version });
    await this.#click(OFFICE, { action: 'review-open', ...key });
    const sent = await reportSheet(db, key);
    if (sent?.report.status !== 'submitted') throw new Error(`${key.unit} is ${sent?.report.status}`);
    const value = { action: 'review-decide', ...key, version: sent.report.version, as: 'accept' };
    await this.#click(OFFICE, value, { mark: '优' });
    const after = await reportSheet(db, key);
    if (after?.report.status !== 'accepted') throw new Error(`${key.unit} is ${after?.report.status}`);
  }

  /** One signed callback, as the platform sends it; the time is to the answer that bears the toast. */
  async #click(operator: string, value: Record<string, unknown>, form?: Form): Promise<void> {
    const id = `click_${++this.#clicks}`;
    const event = {
      operator: { open_id: operator },
      action: { tag: 'button', value, ...(form && { form_value: form }) },
      context: {
        open_message_id: `om_${operator}_${String(value['period'])}`,
        open_chat_id: `oc_${operator}`,
      },
    };
    const push = signedPush(envelope('card.action.trigger', event, { event_id: id }), NOW, CREDENTIALS);
    const from = performance.now();
    const response = await this.#service.fetch(
      new Request('http://localhost/lark/cards', { method: 'POST', ...push }),
    );
    const answer = (await response.json()) as { toast?: { type: string; content: string } };
    const action = String(value['action']);
    this.#times.set(action, [...(this.#times.get(action) ?? []), performance.now() - from]);
    if (response.status !== 200 || answer.toast === undefined || answer.toast.type === 'error')
      throw new Error(`${action}: ${response.status} ${JSON.stringify(answer)}`);
  }

  print(): void {
    const all = [...this.#times.values()].flat();
    const line = (name: string, times: readonly number[]) =>
      console.log(
        `${name.padEnd(16)} ${String(times.length).padStart(5)} clicks   median ${quantile([...times], 0.5).toFixed(1)} ms, p99 ${quantile([...times], 0.99).toFixed(1)} ms`,
      );
    for (const [action, times] of this.#times) line(action, times);
    line('all to the toast', all);
  }
}

export function liaison({ deps }: Pick<Service, 'deps'>, unit: string) {
  return insertBinding(deps.db, {
    id: `b:${unit}`,
    kind: 'unit',
    subject: unit,
    role: 'liaison',
    openId: personOf(unit),
    status: 'confirmed',
    by: OFFICE,
    now: NOW,
  });
}

const personOf = (unit: string) => `ou_${unit}`;

export function forms(units: readonly string[]) {
  const numbers = Array.from({ length: ITEMS }, (_, index) => index + 1);
  const items = units.flatMap((unit) =>
    numbers.map((no) => ({
      unit,
      item: `measure:${no}`,
      position: no,
      kind: 'measure' as const,
      title: `措施${no} 压缩办理时限`,
      asks: PLAIN.slice(0, 200),
      location: `附件1·${no}`,
      group_no: no,
      measure_no: no,
    })),
  );
  const values = items.map(({ unit, item }) => ({
    unit,
    item,
    indicator: `${item}-time`,
    position: 1,
    what: '办理时限',
    comparator: '<=',
    target: 21,
    up_to: null,
    measured_in: '个工作日',
    deadline: null,
  }));
  return { reports: units.map((unit, index) => ({ unit, no: index + 1 })), items, values };
}

function filledIn(no: number, text: string): Form {
  return {
    progress: `${no}${text}`.slice(0, 1000),
    problems: text,
    next_steps: text,
    [`indicator_measure:${no}-time`]: '18',
    coordinate: 'no',
  };
}

async function printCards({ deps }: Service): Promise<void> {
  const rows = await deps.db.query
    .selectFrom('outbox')
    .select(['content', 'key'])
    .where('msg_type', '=', 'interactive')
    .execute();
  const cards = rows.map(({ content }) => ({
    bytes: new TextEncoder().encode(content).length,
    elements: content.split('"tag":').length - 1,
  }));
  const most = (of: 'bytes' | 'elements') => Math.max(...cards.map((card) => card[of]));
  console.log(`${cards.length} cards: the largest has ${kb(most('bytes'))} KB, ${most('elements')} elements`);
}

async function largestTables({ deps }: Service): Promise<string> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc limit 4`.execute(
    deps.db.query,
  );
  return rows.map(({ name, bytes }) => `${name} ${kb(bytes)} KB`).join(', ');
}

function kb(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}

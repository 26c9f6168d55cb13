import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertBinding } from '../db/queries/people-bindings.ts';
import type { SandboxMessage } from '../sandbox/contract.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/start.ts';
import { instantOf } from '../src/clock.ts';
import { openService } from '../src/service.ts';
import { quantile } from '../test/eval/evaluate.ts';
import { fillLarge } from '../test/support/large.ts';
import { builtWorker } from '../test/support/worker-build.ts';
import { type MeasuredWorld, type Rows, startMeasured } from '../test/support/worker-rows.ts';
import { botMessages, wordsOf } from '../test/support/world.ts';

const WHO = 'leader-head';
const LIAISON = 'liaison:财政局';
const QUESTION = '财政局牵头哪几个组';
const EVENTS = 24;
/** Several, since a chat takes five messages a second. */
const ASKERS = [WHO, 'leader-power', 'office-2', 'stranger', LIAISON];
const NOW = instantOf('2026-12-28', '10:00');
/** Years of work, about ten times as much each time. */
const SIZES = [
  { units: 6, items: 10, quarters: 1 },
  { units: 20, items: 10, quarters: 3 },
  { units: 60, items: 12, quarters: 8 },
];

/** The two homes in one run: how soon each answers, and what an event costs on D1 with ten and a hundred times the data. */
export async function benchWorkers(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-workers-'));
  try {
    builtWorker('test/workers/entry.ts', folder);
    const bundle = join(folder, 'entry.js');
    const node = await timesOnNode(join(folder, 'bot.sqlite'));
    const workers = await timesInWorkerd(bundle);
    print('Node + SQLite', node, node);
    print('workerd + D1', workers, node);
    for (const size of SIZES) await printRows(bundle, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In ms. */
interface Times {
  /** From nothing to the first answer. */
  cold: number;
  /** Of one question, from its push to its answer, the median and the 95th percentile of some. */
  median: number;
  p95: number;
}

async function timesOnNode(databasePath: string): Promise<Times> {
  const sandbox = await startSandbox({ transport: 'webhook' });
  const from = performance.now();
  const service = await openService({
    lark: { domain: sandbox.url, transport: 'webhook', credentials: sandbox.credentials },
    officeOpenIds: sandbox.officeOpenIds,
    databasePath,
    clock: sandbox.clock,
  });
  sandbox.mount(service);
  try {
    return await times(from, (who) => answered(sandbox, who));
  } finally {
    await sandbox.idle();
    await service.stop();
    await sandbox.close();
  }
}

async function timesInWorkerd(bundle: string): Promise<Times> {
  const from = performance.now();
  const world = await startMeasured(bundle);
  try {
    return await times(from, (who) => answered(world.sandbox, who));
  } finally {
    await world.close();
  }
}

async function times(from: number, ask: (who: string) => Promise<number>): Promise<Times> {
  await ask(WHO);
  const cold = performance.now() - from;
  // A first question is greeted too.
  for (const who of [...ASKERS, ...ASKERS]) await ask(who);
  const all: number[] = [];
  for (let no = 0; no < EVENTS; no++) all.push(await ask(ASKERS[no % ASKERS.length] ?? WHO));
  return { cold, median: quantile(all, 0.5), p95: quantile(all, 0.95) };
}

/** ms until a question is answered. */
async function answered(sandbox: Sandbox, who: string): Promise<number> {
  const id = sandbox.openIdOf(who);
  const chat = sandbox.directChatId(id);
  const before = botMessages(sandbox, chat).length;
  const from = performance.now();
  sandbox.as(id).direct(QUESTION);
  await sandbox.waitFor(() => botMessages(sandbox, chat).length > before);
  return performance.now() - from;
}

function print(home: string, { cold, median, p95 }: Times, node: Times): void {
  const ratio = (median / node.median).toFixed(1);
  console.log(
    `${home}: first answer after ${cold.toFixed(0)} ms; then ${median.toFixed(0)} ms a question (p95 ${p95.toFixed(0)}), ${ratio} times Node`,
  );
}

async function printRows(bundle: string, size: (typeof SIZES)[number]): Promise<void> {
  const world = await startMeasured(bundle);
  try {
    await fill(world, size);
    const { units, items, quarters } = size;
    console.log(
      `\n${units} units × ${items} items × ${quarters} quarters, rows on D1 (queried · found · written)`,
    );
    for (const who of [WHO, LIAISON]) for (let no = 0; no < 2; no++) await world.asks(who, QUESTION);
    console.log(`  a question: ${shown(await world.asks(WHO, QUESTION))}`);
    console.log(`  a follow-up: ${shown(await world.asks(WHO, '那税务局呢'))}`);
    const group = await cardOf(world, WHO, { text: '/小组 7', says: '有什么目标' });
    console.log(
      `  a click that asks: ${shown(await pressed(world, WHO, { card: group, label: '有什么目标' }))}`,
    );
    const form = await cardOf(world, LIAISON, { text: '/报送', says: '开始填报' });
    for (const label of ['开始填报', '下一项'])
      console.log(`  a click on ${label}: ${shown(await pressed(world, LIAISON, { card: form, label }))}`);
    console.log(`  /进度: ${shown(await world.asks(WHO, '/进度'))}`);
    // The first ones decide what the data itself has made due.
    for (let no = 0; no < 3; no++) await world.service.tick();
    console.log(`  a minute’s tick: ${shown(await world.rowsOf(() => world.service.tick()))}`);
  } finally {
    await world.close();
  }
}

async function fill({ service, sandbox }: MeasuredWorld, size: (typeof SIZES)[number]): Promise<void> {
  sandbox.clock.set(NOW);
  const { db, notice } = service.deps;
  const others = notice.model.units.map(({ id }) => id).filter((id) => id !== 'finance');
  const units = ['finance', ...Array.from({ length: size.units - 1 }, (_, no) => others[no] ?? `unit-${no}`)];
  const quarters = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((no) => `${year}Q${no}`));
  await fillLarge(db, { units, periods: quarters.slice(-size.quarters), items: size.items });
  await db.apply([
    insertBinding(db, {
      id: 'bench',
      kind: 'unit',
      subject: 'finance',
      role: 'liaison',
      openId: sandbox.openIdOf(LIAISON),
      status: 'confirmed',
      by: 'bench',
      now: NOW,
    }),
    db.query
      .updateTable('report')
      .set({ status: 'none', round: 0, submitted_at: null, first_submitted_at: null })
      .where('period', '=', '2026Q4')
      .where('unit', '=', 'finance'),
    db.query
      .updateTable('report_item')
      .set({ progress: '', problems: '' })
      .where('period', '=', '2026Q4')
      .where('unit', '=', 'finance'),
  ]);
}

/** The card that a command brings. */
async function cardOf(
  world: MeasuredWorld,
  who: string,
  { text, says }: { text: string; says: string },
): Promise<SandboxMessage> {
  await world.asks(who, text);
  const chat = world.sandbox.directChatId(world.sandbox.openIdOf(who));
  return world.sandbox.waitFor(() =>
    botMessages(world.sandbox, chat).findLast((message) => wordsOf(message).includes(says)),
  );
}

function pressed(
  { sandbox, rowsOf }: MeasuredWorld,
  who: string,
  { card, label }: { card: SandboxMessage; label: string },
): Promise<Rows> {
  return rowsOf(() => sandbox.as(sandbox.openIdOf(who)).press(card.messageId, label));
}

function shown({ queried, found, written }: Rows): string {
  return `${queried} · ${found} · ${written}`;
}

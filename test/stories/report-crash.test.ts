import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { revisionsOf } from '../../db/queries/reviews.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { instantOf } from '../../src/clock.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { botMessages, wordsOf } from '../support/world.ts';
import type { ProcessOptions } from './report-process.ts';

/** A claim that a killed process left behind is taken over after a minute. */
const PAST_CLAIMS_MS = 61_000;
const CHILD = fileURLToPath(new URL('./report-process.ts', import.meta.url));
const LIAISON = 'liaison:审计局';
const KEY = { period: '2026Q3', unit: 'audit' };

let folder: string;
let sandbox: Sandbox;
let child: ChildProcess | undefined;
let databasePath: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-crash-'));
  databasePath = join(folder, 'bot.sqlite');
  sandbox = await startSandbox({ transport: 'webhook', deadlineMs: PATIENT_MS });
  sandbox.clock.set(instantOf('2026-11-25', '10:00'));
  await migrate(databasePath);
  await inDatabase((db) =>
    db.apply([
      insertBinding(db, {
        id: 'test',
        kind: 'unit',
        subject: 'audit',
        role: 'liaison',
        openId: sandbox.openIdOf(LIAISON),
        status: 'confirmed',
        by: 'test',
        now: 0,
      }),
    ]),
  );
  await start();
});
afterAll(async () => {
  await kill();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function inDatabase<T>(act: (db: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>): Promise<T> {
  const db = await openSqlite(databasePath);
  try {
    return await act(db);
  } finally {
    await db.close();
  }
}

async function start(): Promise<void> {
  const options: ProcessOptions = {
    lark: { domain: sandbox.url, transport: 'webhook', credentials: sandbox.credentials },
    databasePath,
    officeOpenIds: [...sandbox.officeOpenIds],
    clockOffset: sandbox.clock.now() - Date.now(),
  };
  const started = fork(CHILD, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child = started;
  const port = await new Promise<number>((resolve, reject) => {
    started.once('message', (message) => resolve(Number(message)));
    started.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  sandbox.mount({
    fetch: (request) => {
      const { pathname, search } = new URL(request.url);
      return fetch(new Request(`http://127.0.0.1:${port}${pathname}${search}`, request));
    },
  });
}

async function kill(): Promise<void> {
  const dying = child;
  if (dying === undefined || dying.exitCode !== null) return;
  child = undefined;
  const ended = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await ended;
}

/** A crash, and the next process on the same file a minute later. */
async function crash(): Promise<void> {
  await kill();
  sandbox.clock.set(sandbox.clock.now() + PAST_CLAIMS_MS);
  await start();
}

const inChat = (who: string) => botMessages(sandbox, sandbox.directChatId(sandbox.openIdOf(who)));

function waits(who: string, ...words: string[]): Promise<SandboxMessage> {
  return sandbox
    .waitFor(() => inChat(who).findLast((one) => words.every((word) => wordsOf(one).includes(word))), 20_000)
    .catch(() => {
      throw new Error(`${who} waited in vain for ${words}: ${inChat(who).slice(-2).map(wordsOf).join('\n')}`);
    });
}

/** Presses, kills the process the moment the answer is there, and waits for the card after the restart. */
async function step(
  card: SandboxMessage,
  label: string,
  of: { form?: Record<string, string>; says: string[] },
): Promise<void> {
  const result = await sandbox
    .as(sandbox.openIdOf(LIAISON))
    .press(card.messageId, label, of.form ? { form: of.form } : {});
  expect(result.code).toBeUndefined();
  await crash();
  await waits(LIAISON, ...of.says);
}

it('killed after each step: the draft is as last saved, one opening card, one receipt, one notification', async () => {
  sandbox.as(sandbox.openIdOf('office-1')).direct('/报送 开启 2026Q3 截止 12.3');
  await sandbox.idle();
  await crash();
  const card = await waits(LIAISON, '季度报送 · 审计局', '开始填报');
  await step(card, '开始填报', { says: ['第 1/1 项', 'report_form'] });
  await step(card, '保存草稿', { form: { progress: '存过的进展' }, says: ['存过的进展', '保存草稿'] });
  const kept = await inDatabase((db) => reportSheet(db, KEY));
  expect(kept?.items[0]?.progress).toBe('存过的进展');
  expect(kept?.report.status).toBe('draft');
  await step(card, '预览', { form: { next_steps: '下一步' }, says: ['存过的进展', '下一步', '提交'] });
  await step(card, '提交', { says: ['回执号', '撤回修改'] });
  await waits('office-1', '待审核 1 件');
  await crash();
  await sandbox.idle();

  const revisions = await inDatabase((db) => revisionsOf(db, KEY));
  expect(revisions.map((one) => one.receipt)).toEqual(['2026Q3-018-1']);
  const has = (who: string, word: string) => inChat(who).filter((one) => wordsOf(one).includes(word));
  expect(has(LIAISON, '审计局')).toHaveLength(1);
  expect(has('office-1', '待审核 1 件')).toHaveLength(1);
});

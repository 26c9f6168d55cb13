import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import type { Service } from '../../src/service.ts';
import { PATIENT_MS } from './patience.ts';
import { openWorkerHome } from './worker-home.ts';
import { botMessages } from './world.ts';

/** Rows as D1 bills them: read by queries, read by lists to find what they change, written with their indexes. */
export interface Rows {
  queried: number;
  found: number;
  written: number;
}

/** One statement as D1 bills it. */
export interface StatementRows {
  sql: string;
  /** By itself, not within a list. */
  isQuery: boolean;
  read: number;
  written: number;
}

/** The bot in workerd, with every row counted that it reads or writes. */
export interface MeasuredWorld {
  sandbox: Sandbox;
  service: Service;
  /** Rows and ms of what somebody asks, until the bot's next message to him has gone out. */
  asks(who: string, text: string): Promise<Rows & { ms: number }>;
  /** Rows of anything else, until nothing goes on any more. */
  rowsOf(act: () => Promise<unknown>): Promise<Rows>;
  /** Each statement of anything else, until nothing goes on any more. */
  statementsOf(act: () => Promise<unknown>): Promise<StatementRows[]>;
  close(): Promise<void>;
}

const STILL_MS = 150;

/** @param bundle the bundled `test/workers/entry.ts` */
export async function startMeasured(bundle: string): Promise<MeasuredWorld> {
  const sandbox = await startSandbox({ transport: 'webhook', deadlineMs: PATIENT_MS });
  const lark = { domain: sandbox.url, transport: 'webhook' as const, credentials: sandbox.credentials };
  const { officeOpenIds, clock } = sandbox;
  const service = await openWorkerHome({ bundle, lark, officeOpenIds, clock, isQuiet: true });
  sandbox.mount(service);
  const total = async () => {
    const answer = await service.fetch(new Request('http://worker/test/rows'));
    const { queried = 0, found = 0, written = 0 } = (await answer.json()) as Partial<Rows>;
    return { queried, found, written };
  };
  const still = async () => {
    for (let before = ''; ; ) {
      await new Promise((resolve) => setTimeout(resolve, STILL_MS));
      const now = JSON.stringify(await total());
      if (now === before) return;
      before = now;
    }
  };
  const rowsOf = async (act: () => Promise<unknown>) => {
    await still();
    const before = await total();
    await act();
    await still();
    const after = await total();
    return {
      queried: after.queried - before.queried,
      found: after.found - before.found,
      written: after.written - before.written,
    };
  };
  return {
    sandbox,
    service,
    rowsOf,
    async statementsOf(act) {
      const since = async () =>
        (await (
          await service.fetch(new Request('http://worker/test/statement-rows'))
        ).json()) as StatementRows[];
      await still();
      await since();
      await rowsOf(act);
      return since();
    },
    async asks(who, text) {
      const id = sandbox.openIdOf(who);
      const chat = sandbox.directChatId(id);
      let ms = 0;
      const rows = await rowsOf(async () => {
        const before = botMessages(sandbox, chat).length;
        const from = performance.now();
        sandbox.as(id).direct(text);
        await sandbox.waitFor(() => botMessages(sandbox, chat).length > before);
        ms = performance.now() - from;
      });
      return { ...rows, ms };
    },
    async close() {
      await sandbox.idle();
      await service.stop();
      await sandbox.close();
    },
  };
}

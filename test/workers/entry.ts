import type { D1Binding, D1Result, D1Statement } from '../../db/d1-binding.ts';
import type { Clock } from '../../src/clock.ts';
import { resumeOpenEvents } from '../../src/inbox/handle.ts';
import { tick } from '../../src/tick.ts';
import { Isolates } from '../../src/workers/isolate.ts';
import { databaseOf, type WorkerEnv, type WorkerHandlers } from '../../src/workers/runtime.ts';
import { workerOf } from '../../src/workers/worker.ts';

/** The product's Worker with a clock that the test sets: real time, at a distance; and a tick that tells what it did. */
let offset = 0;
const clock: Clock = { now: () => Date.now() + offset };
const isolates = new Isolates(clock);
const worker = workerOf(isolates);

/** How many calls of the database the next invocations still get; one more never returns, as in one that was ended. */
let callsLeft = Number.POSITIVE_INFINITY;
/** What is bound to the statement that never returns, as in an invocation that has used up its time by then. */
let deadly: string | undefined;
const mortals = new WeakMap<WorkerEnv, WorkerEnv>();

function mortal(env: WorkerEnv): WorkerEnv {
  const known = mortals.get(env) ?? { ...env, DB: endingDatabase(databaseOf(env, 'DB')) };
  mortals.set(env, known);
  return known;
}

/** What each statement cost since this was last asked for, in the order of the answers. */
let statements: { sql: string; isQuery: boolean; read: number; written: number }[] = [];

function noted(sql: string, isQuery: boolean, { meta }: D1Result): void {
  statements.push({ sql, isQuery, read: meta.rows_read ?? 0, written: meta.rows_written ?? 0 });
}

function endingDatabase(d1: D1Binding): D1Binding {
  const inner = new WeakMap<D1Statement, { sql: string; statement: D1Statement; isDeadly: () => boolean }>();
  const unlessEnded = <T>(call: () => Promise<T>): Promise<T> =>
    callsLeft-- > 0 ? call() : new Promise<T>(() => undefined);
  const ending = (sql: string, statement: D1Statement, bound: unknown[] = []): D1Statement => {
    const isDeadly = () => deadly !== undefined && bound.includes(deadly);
    const outer: D1Statement = {
      bind: (...parameters) => ending(sql, statement.bind(...parameters), parameters),
      async all() {
        if (isDeadly()) return never();
        const result = await unlessEnded(() => statement.all());
        noted(sql, true, result);
        return result;
      },
    };
    inner.set(outer, { sql, statement, isDeadly });
    return outer;
  };
  return {
    prepare: (sql) => ending(sql, d1.prepare(sql)),
    async batch(outer) {
      const all = outer.flatMap((one) => inner.get(one) ?? []);
      if (all.some(({ isDeadly }) => isDeadly())) return never();
      const results = await unlessEnded(() => d1.batch(all.map(({ statement }) => statement)));
      for (const [i, result] of results.entries()) noted(all[i]?.sql ?? '', false, result);
      return results;
    },
  };
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

const entry: WorkerHandlers = {
  async fetch(request, given, invocation) {
    const env = mortal(given);
    const { pathname } = new URL(request.url);
    if (pathname === '/test/calls-left') {
      callsLeft = Number(await request.text());
      return new Response('set');
    }
    if (pathname === '/test/deadly') {
      deadly = (await request.text()) || undefined;
      return new Response('set');
    }
    if (pathname === '/test/clock') {
      offset = Number(await request.text());
      return new Response('set');
    }
    if (pathname === '/test/rows') {
      const { metrics } = (await isolates.of(env)).deps(invocation);
      return Response.json(Object.fromEntries(metrics.of('database_rows_total')));
    }
    if (pathname === '/test/statement-rows') {
      const since = statements;
      statements = [];
      return Response.json(since);
    }
    if (pathname === '/test/statements') return new Response(String(isolates.calls.made));
    if (pathname === '/test/wake') {
      await worker.scheduled({}, env, invocation);
      return new Response('woken');
    }
    if (pathname === '/test/tick')
      return Response.json(await tick((await isolates.of(env)).deps(invocation)));
    if (pathname === '/test/leftovers') {
      const deps = (await isolates.of(env)).deps(invocation);
      await resumeOpenEvents(deps);
      await deps.delivery.pump();
      return new Response('done');
    }
    return worker.fetch(request, env, invocation);
  },
  scheduled: worker.scheduled,
};
export default entry;

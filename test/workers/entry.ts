import type { Clock } from '../../src/clock.ts';
import { resumeOpenEvents } from '../../src/inbox/handle.ts';
import { tick } from '../../src/tick.ts';
import { Isolates } from '../../src/workers/isolate.ts';
import type { WorkerHandlers } from '../../src/workers/runtime.ts';
import { workerOf } from '../../src/workers/worker.ts';

/** The product's Worker with a clock that the test sets: real time, at a distance; and a tick that tells what it did. */
let offset = 0;
const clock: Clock = { now: () => Date.now() + offset };
const isolates = new Isolates(clock);
const worker = workerOf(isolates);

const entry: WorkerHandlers = {
  async fetch(request, env, invocation) {
    const { pathname } = new URL(request.url);
    if (pathname === '/test/clock') {
      offset = Number(await request.text());
      return new Response('set');
    }
    if (pathname === '/test/rows') {
      const { metrics } = (await isolates.of(env)).deps(invocation);
      return Response.json(Object.fromEntries(metrics.of('database_rows_total')));
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

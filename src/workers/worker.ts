import { createApp } from '../app.ts';
import type { Deps } from '../deps.ts';
import { ConfigError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import { tick } from '../tick.ts';
import type { Isolates } from './isolate.ts';
import { reconcileDaily } from './native-commands.ts';
import type { WorkerHandlers } from './runtime.ts';

/** The platform ends what goes on 30 seconds after an answer: nothing new is taken shortly before. */
const AFTER_ANSWER_MS = 20_000;
/** The next minute's wake-up takes over. */
const TICK_MS = 50_000;
/** A retry that falls due so soon is waited for; later ones are the next tick's. */
const SOON_MS = 5_000;
/** A timer may ring a little before its time by the other clock. */
const MARGIN_MS = 50;

/** The bot as a Worker over one D1 database: the same routes and the same tick as on Node. */
export function workerOf(isolates: Isolates): WorkerHandlers {
  return {
    async fetch(request, env, invocation) {
      try {
        const isolate = await isolates.of(env);
        const started: Promise<unknown>[] = [];
        const deps = isolate.deps({
          waitUntil(work) {
            started.push(work);
            invocation.waitUntil(work);
          },
        });
        const isPush = request.method === 'POST';
        if (isPush) endAfter(deps, AFTER_ANSWER_MS);
        const response = await createApp(deps, isolate.opener).fetch(request);
        if (isPush && response.ok) invocation.waitUntil(deliverSoon(deps, started));
        return response;
      } catch (error) {
        return notServed(error);
      }
    },
    async scheduled(_event, env, invocation) {
      const deps = (await isolates.of(env)).deps(invocation);
      endAfter(deps, TICK_MS);
      await tick(deps);
      await reconcileDaily(deps);
    },
  };
}

function endAfter(deps: Deps, ms: number): void {
  setTimeout(() => deps.delivery.stop(), ms);
}

/** What the invocation's own work put off for a moment is sent by it, while it may. Never throws. */
async function deliverSoon(deps: Deps, started: readonly Promise<unknown>[]): Promise<void> {
  // The list grows while it is waited for: handling an event starts its delivery.
  for (let i = 0; i < started.length; i++) await started[i];
  try {
    const next = await deps.delivery.nextAt();
    const wait = next === undefined ? Number.POSITIVE_INFINITY : next - deps.clock.now();
    if (wait > SOON_MS) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 0) + MARGIN_MS));
    await deps.delivery.pump();
  } catch (error) {
    loggerOf('worker').warn('left to the next tick: {says}', { says: String(error) });
  }
}

function notServed(error: unknown): Response {
  const says = error instanceof Error ? error.message : String(error);
  loggerOf('worker').error('not served: {says}', { says });
  // A setting that is wrong is told to the log: whoever calls is not the operator.
  const status = { error: error instanceof ConfigError ? 'not configured' : 'try again later' };
  return Response.json(status, { status: 503 });
}

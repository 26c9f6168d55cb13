import { createApp } from '../app.ts';
import type { Deps } from '../deps.ts';
import { ConfigError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import type { ServedTenant } from '../tenants/served.ts';
import { type Calls, STATEMENTS } from './calls.ts';
import type { Isolate, Isolates } from './isolate.ts';
import type { Invocation, WorkerHandlers } from './runtime.ts';
import { wakeAll } from './wake.ts';

/** The platform ends what goes on 30 seconds after an answer: nothing new is taken shortly before. */
const AFTER_ANSWER_MS = 20_000;
/** A retry that falls due so soon is waited for; later ones are the next tick's. */
const SOON_MS = 5_000;
/** A timer may ring a little before its time by the other clock. */
const MARGIN_MS = 50;

/** The bot as a Worker over D1, one database a tenant: the same routes and the same tick as on Node. */
export function workerOf(isolates: Isolates): WorkerHandlers {
  return {
    async fetch(request, env, invocation) {
      try {
        const all = await isolates.all(env);
        const visit = new Visit(request.method === 'POST', { calls: isolates.calls, invocation });
        const app = createApp(
          all.map((isolate) => visit.of(isolate)),
          () => isolates.clock.now(),
        );
        const response = await app.fetch(request);
        if (response.ok) visit.deliverSoon();
        return response;
      } catch (error) {
        return notServed(error);
      }
    },
    async scheduled(_event, env, invocation) {
      await wakeAll(isolates, await isolates.all(env), invocation);
    },
  };
}

/** One request: parts are put together for the tenant it is about, not for all. */
class Visit {
  readonly #isPush: boolean;
  readonly #invocation: Invocation;
  readonly #calls: Calls;
  readonly #started: Promise<unknown>[] = [];
  readonly #used: Used[] = [];

  constructor(isPush: boolean, { calls, invocation }: { calls: Calls; invocation: Invocation }) {
    this.#isPush = isPush;
    this.#calls = calls;
    this.#invocation = invocation;
  }

  of(isolate: Isolate): ServedTenant {
    const { id, appId, opener, plainAddress } = isolate;
    const use = () => this.#use(isolate);
    let deps: Deps | undefined;
    return {
      id,
      appId,
      opener,
      plainAddress,
      get deps() {
        deps ??= use();
        return deps;
      },
    };
  }

  /** After a push: what its work put off for a moment is sent by this invocation. */
  deliverSoon(): void {
    if (!this.#isPush) return;
    for (const { deps, forget } of this.#used)
      this.#invocation.waitUntil(deliverSoon(deps, this.#started).finally(forget));
  }

  #use(isolate: Isolate): Deps {
    const deps = isolate.deps({
      waitUntil: (work) => {
        this.#started.push(work);
        this.#invocation.waitUntil(work);
      },
    });
    const forget = this.#isPush ? this.#endInTime(deps) : () => {};
    this.#used.push({ deps, forget });
    return deps;
  }

  /** What goes to many is sent as far as one invocation reaches; the next minutes' ticks send the rest. */
  #endInTime({ delivery }: Deps): () => void {
    const end = () => {
      forget();
      delivery.stop();
    };
    const forget = this.#calls.allow(STATEMENTS, end);
    setTimeout(end, AFTER_ANSWER_MS);
    return forget;
  }
}

interface Used {
  deps: Deps;
  /** Ends the watch over its statements. */
  forget: () => void;
}

/** What the invocation's own work put off for a moment is sent by it, while it may. Never throws. */
async function deliverSoon(deps: Deps, started: readonly Promise<unknown>[]): Promise<void> {
  // The list grows while it is waited for: handling an event starts its delivery.
  for (let i = 0; i < started.length; i++) await started[i];
  try {
    // Only what it has seen and not sent can be due soon.
    if (!deps.delivery.hasLeft) return;
    const next = await deps.delivery.nextAt();
    const wait = next === undefined ? Number.POSITIVE_INFINITY : next - deps.clock.now();
    if (wait > SOON_MS) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 0) + MARGIN_MS));
    await deps.delivery.kick();
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

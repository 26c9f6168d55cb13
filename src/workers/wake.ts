import { inTenant, loggerOf } from '../logger.ts';
import { inTurn } from '../tenants/turns.ts';
import { tick } from '../tick.ts';
import { STATEMENTS, TO_BEGIN } from './calls.ts';
import type { Isolate, Isolates } from './isolate.ts';
import { reconcileDaily } from './native-commands.ts';
import type { Invocation } from './runtime.ts';

/** The next minute's wake-up takes over. */
const WAKE_MS = 50_000;
/** So many are sure to get their turn in a minute: a tick with nothing to do is about 25 statements. */
const SURE = 12;
/** An invocation has six connections. */
const AT_ONCE = 3;

/**
 * One wake-up of every tenant, as far as the limits of one invocation reach; each minute begins where the surely
 * reached ones of the minute before ended, so nobody waits longer than `tenants / 12` minutes.
 *
 * @throws Error at the end, naming the tenants whose tick failed.
 */
export async function wakeAll(
  { calls, clock }: Isolates,
  all: readonly Isolate[],
  invocation: Invocation,
): Promise<void> {
  const failed: string[] = [];
  const ends = new Set<() => void>();
  let isOver = false;
  const over = () => {
    isOver = true;
    for (const end of ends) end();
  };
  const timer = setTimeout(over, WAKE_MS);
  const mayBegin = calls.fewerThan(TO_BEGIN);
  const unwatch = calls.allow(STATEMENTS, over);
  const wake = async (isolate: Isolate) => {
    let end = () => {};
    try {
      const deps = isolate.deps(invocation, mayBegin);
      end = () => deps.delivery.stop();
      ends.add(end);
      await tick(deps);
      await reconcileDaily(deps);
    } catch (error) {
      loggerOf('tick').error('a tick failed: {says}', { says: String(error) });
      failed.push(isolate.id ?? isolate.appId);
    } finally {
      ends.delete(end);
    }
  };
  const minute = Math.floor(clock.now() / 60_000);
  const tasks = fromTurn(all, minute).map((isolate) => async () => {
    if (!isOver) await inTenant(isolate.id, () => wake(isolate));
  });
  await inTurn(tasks, { atOnce: AT_ONCE });
  clearTimeout(timer);
  unwatch();
  if (failed.length > 0) throw new Error(`the tick failed for ${failed.join(', ')}`);
}

/** How long a tenant's tick may be ago, in ms, before it is missing: three minutes more than until its sure turn. */
export function wakesWithinMs(tenants: number): number {
  return (3 + Math.ceil(tenants / SURE) - 1) * 60_000;
}

/** All of them in their order, from another one each minute, so that each is among the first `SURE` in its turn. */
export function fromTurn<T>(all: readonly T[], minute: number): T[] {
  const first = (minute * SURE) % Math.max(all.length, 1);
  return [...all.slice(first), ...all.slice(0, first)];
}

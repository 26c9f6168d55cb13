import { createApp } from '../app.ts';
import { inTenant, loggerOf } from '../logger.ts';
import type { Due } from '../tick.ts';
import type { NodeTenant } from './file.ts';
import { type HomeOptions, TenantHome } from './home.ts';
import { inTurn } from './turns.ts';

/** A tick's work is short; more at once would only keep clicks waiting. One that hangs gives its place up. */
const TICKS = { atOnce: 4, patienceMs: 10_000 };
/** Copying a database is the disk's work. */
const BACKUPS = { atOnce: 1, patienceMs: 10 * 60_000 };

/** What a tick did for one tenant. */
export interface TenantDue extends Due {
  /** Absent where the deployment serves one app. */
  tenant?: string;
}

/** All tenants of this process behind one set of routes. */
export class Deployment {
  readonly tenants: readonly TenantHome[];
  /** The HTTP routes; who serves them is the caller's business. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  #stopping: Promise<void> | undefined;

  constructor(tenants: readonly NodeTenant[], options: HomeOptions) {
    this.tenants = tenants.map((tenant) => new TenantHome(tenant, options));
    const app = createApp(this.tenants, () => options.clock.now());
    this.fetch = (request) => app.fetch(request);
  }

  /**
   * Opens every tenant. Of several, one that cannot be opened keeps nobody from his work: `/readyz` names it, and each
   * tick tries it again.
   *
   * @throws Error when the only app there is cannot be opened.
   */
  async open(): Promise<void> {
    const tasks = this.tenants.map((tenant) => async () => {
      if (tenant.id === undefined) await tenant.open();
      else await tenant.open().catch((error: unknown) => logFailure(tenant, 'not opened', error));
    });
    await inTurn(tasks, { atOnce: TICKS.atOnce });
  }

  /** One wake-up of every tenant. Never throws: one that fails is told to the log, the others go on. */
  async tick(): Promise<TenantDue[]> {
    const done: TenantDue[] = [];
    const tasks = this.tenants.map((tenant) => async () => {
      try {
        const due = await tenant.tick();
        done.push(...due.map((each) => ({ ...(tenant.id !== undefined && { tenant: tenant.id }), ...each })));
      } catch (error) {
        logFailure(tenant, 'a tick failed', error);
      }
    });
    await inTurn(tasks, TICKS);
    return done;
  }

  /** Makes the backups that are due, one after the other. Never throws. */
  backUp(): Promise<void> {
    return inTurn(
      this.tenants.map((tenant) => () => tenant.backUp()),
      BACKUPS,
    );
  }

  /** Finishes what was acknowledged, then closes every file. */
  stop(): Promise<void> {
    this.#stopping ??= Promise.all(
      this.tenants.map((tenant) =>
        tenant.stop().catch((error: unknown) => logFailure(tenant, 'not stopped', error)),
      ),
    ).then(() => undefined);
    return this.#stopping;
  }
}

function logFailure(
  { id }: TenantHome,
  what: 'not opened' | 'a tick failed' | 'not stopped',
  error: unknown,
): void {
  inTenant(id, () => loggerOf('tenant').error(`${what}: {says}`, { says: String(error) }));
}

import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { WebhookOpener } from '../lark/webhook.ts';
import { inTenant, loggerOf } from '../logger.ts';
import { Backups } from '../operations/backups.ts';
import { type Running, start } from '../service.ts';
import type { Due } from '../tick.ts';
import type { NodeTenant } from './file.ts';
import type { ServedTenant } from './served.ts';

export interface HomeOptions {
  clock: Clock;
  /** Told of each tenant that has begun to run. */
  opened?: (deps: Deps) => void;
}

/** One tenant in this process: its database, connection, outbox and backups, which no other tenant has a hold of. */
export class TenantHome implements ServedTenant {
  readonly id: string | undefined;
  readonly appId: string;
  readonly opener: WebhookOpener | undefined;
  readonly plainAddress: boolean;
  readonly #tenant: NodeTenant;
  readonly #options: HomeOptions;
  #running: { service: Running; backups: Backups } | undefined;
  #opening: Promise<void> | undefined;
  #trouble = 'not open yet';
  #stopped = false;

  constructor(tenant: NodeTenant, options: HomeOptions) {
    const { credentials, transport } = tenant.lark;
    this.id = tenant.id;
    this.appId = credentials.appId;
    this.opener = transport === 'webhook' ? new WebhookOpener(credentials) : undefined;
    this.plainAddress = tenant.plainAddress;
    this.#tenant = tenant;
    this.#options = options;
  }

  get deps(): Deps | string {
    return this.#running?.service.deps ?? this.#trouble;
  }

  /** @throws Error when the database cannot be opened or brought up to date; it may be tried again. */
  open(): Promise<void> {
    this.#opening ??= inTenant(this.id, () => this.#open()).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** One wake-up; a tenant that could not be opened before is tried again. @throws Error of this tenant alone. */
  async tick(): Promise<Due[]> {
    if (this.#running === undefined && !this.#stopped) await this.open();
    const running = this.#running;
    return running === undefined ? [] : inTenant(this.id, () => running.service.tick());
  }

  /** Makes the night's backup when it is due. Never throws. */
  async backUp(): Promise<void> {
    await inTenant(this.id, async () => this.#running?.backups.wake());
  }

  /** Finishes what was acknowledged, then closes the file. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#opening?.catch(() => undefined);
    await this.#running?.backups.idle();
    await this.#running?.service.stop();
  }

  async #open(): Promise<void> {
    if (this.#running !== undefined) return;
    const { database: databasePath, backupFolder: folder, knowledge } = this.#tenant;
    try {
      const service = await start({
        ...this.#tenant,
        databasePath,
        knowledge: knowledge(),
        clock: this.#options.clock,
      });
      const backups = new Backups({ ...service.deps, databasePath, folder, logger: loggerOf('backup') });
      this.#running = { service, backups };
    } catch (error) {
      this.#trouble = `database: ${error instanceof Error ? error.message : String(error)}`;
      throw error;
    }
    this.#options.opened?.(this.#running.service.deps);
  }
}

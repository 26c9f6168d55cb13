import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { instantOf } from '../../src/clock.ts';
import type { Deps } from '../../src/deps.ts';
import { Deployment } from '../../src/tenants/deployment.ts';
import type { NodeTenant } from '../../src/tenants/file.ts';
import { defaultKnowledge, type Knowledge } from '../../src/tenants/knowledge.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { botMessages, wordsOf } from '../support/world.ts';

/** One district: its own platform with its own people, who have the same open_ids as everybody's in the next. */
export class District {
  readonly tenant: NodeTenant;
  readonly sandbox: Sandbox;

  constructor(tenant: NodeTenant, sandbox: Sandbox) {
    this.tenant = tenant;
    this.sandbox = sandbox;
  }

  /** Writes to the bot and waits for an answer that says all the words. */
  async tells(who: string, text: string, ...words: string[]): Promise<SandboxMessage> {
    const before = this.#said(who).length;
    this.sandbox.as(this.sandbox.openIdOf(who)).direct(text);
    return this.#waits(who, before, words);
  }

  /** Waits for a message that says all the words. */
  hears(who: string, ...words: string[]): Promise<SandboxMessage> {
    return this.#waits(who, 0, words);
  }

  /** Everything the bot has said to somebody. */
  heard(who: string): string {
    return this.#said(who).map(wordsOf).join('\n');
  }

  press(who: string, card: SandboxMessage, label: string, form?: Record<string, string>) {
    const options = form === undefined ? {} : { form };
    return this.sandbox.as(this.sandbox.openIdOf(who)).press(card.messageId, label, options);
  }

  async #waits(who: string, from: number, words: string[]): Promise<SandboxMessage> {
    const found = () =>
      this.#said(who)
        .slice(from)
        .findLast((message) => words.every((word) => wordsOf(message).includes(word)));
    return this.sandbox.waitFor(found).catch(() => {
      const last = this.#said(who).slice(-2).map(wordsOf).join('\n');
      throw new Error(
        `${this.tenant.id}: ${who} waited in vain for ${words.join(' + ')}; he heard:\n${last}`,
      );
    });
  }

  #said(who: string): SandboxMessage[] {
    return botMessages(this.sandbox, this.sandbox.directChatId(this.sandbox.openIdOf(who)));
  }
}

/** Several districts on one deployment, started as `npm start` does it. */
export interface Districts {
  of(id: string): District;
  deployment: Deployment;
  /** The tenant's parts. */
  deps(id: string): Deps;
  at(day: string, time: string): void;
  /** Nothing is pushed or sent any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** @param knowledge by the district's id: by which notice it works; undefined for the repository's own. */
export async function startDistricts(
  knowledge: Readonly<Record<string, Knowledge | undefined>>,
  transports: Readonly<Record<string, 'webhook' | 'websocket'>> = {},
): Promise<Districts> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  const districts: District[] = [];
  for (const [index, [id, known]] of Object.entries(knowledge).entries()) {
    const appId = `cli_${String(index + 1).repeat(16)}`;
    const transport = transports[id] ?? 'webhook';
    const sandbox = await startSandbox({ credentials: { appId }, transport, deadlineMs: PATIENT_MS });
    const tenant: NodeTenant = {
      id,
      lark: { domain: sandbox.url, transport, credentials: sandbox.credentials },
      officeOpenIds: sandbox.officeOpenIds,
      database: join(folder, `${id}.sqlite`),
      backupFolder: join(folder, 'backups', id),
      knowledge: () => known ?? defaultKnowledge(),
      plainAddress: false,
    };
    districts.push(new District(tenant, sandbox));
  }
  const [first] = districts;
  if (first === undefined) throw new Error('no district');
  const deployment = new Deployment(
    districts.map(({ tenant }) => tenant),
    { clock: first.sandbox.clock },
  );
  for (const { sandbox, tenant } of districts)
    sandbox.mount({ fetch: (request) => deployment.fetch(addressed(request, tenant)) });
  const of = (id: string) => {
    const found = districts.find(({ tenant }) => tenant.id === id);
    if (found === undefined) throw new Error(`no district ${id}`);
    return found;
  };
  const at = (day: string, time: string) => {
    for (const { sandbox } of districts) sandbox.clock.set(instantOf(day, time));
  };
  at('2026-11-25', '10:00');
  await deployment.open();
  return {
    of,
    deployment,
    deps(id) {
      const deps = deployment.tenants.find((tenant) => tenant.id === id)?.deps;
      if (deps === undefined || typeof deps === 'string') throw new Error(`${id}: ${deps}`);
      return deps;
    },
    at,
    async settled() {
      for (const { sandbox } of districts) await sandbox.idle();
    },
    async close() {
      for (const { sandbox } of districts) await sandbox.idle();
      await deployment.stop();
      for (const { sandbox } of districts) await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The console of each app holds the address that ends in its app id. */
function addressed(request: Request, { lark }: NodeTenant): Request {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/lark/')) url.pathname += `/${lark.credentials.appId}`;
  return new Request(url, request);
}

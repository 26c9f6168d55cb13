import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Config, readConfig, type TenantList } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { Lexicon } from '../notice/lexicon.ts';
import { loadNotice } from '../notice/load.ts';
import type { NoticeModel } from '../notice/types.ts';
import { defaultKnowledge, type Knowledge, knowledgeOf } from './knowledge.ts';
import { type Entry, larkOf, refuseShared, type TenantSettings, tenantEntries } from './settings.ts';

/** A tenant of the Node home. */
export interface NodeTenant extends TenantSettings {
  backupFolder: string;
  /** Builds what it gives when it is first asked: most commands of the command line need none of it. */
  knowledge: () => Knowledge;
}

/**
 * Whom this process serves: the tenants of `TENANTS_FILE`, or the one app of `LARK_APP_ID`; nobody without either.
 * Paths in the file are meant from its folder.
 *
 * @throws ConfigError with one sentence for what is missing, unreadable, there twice or readable by others.
 */
export async function nodeTenants(config: Config, environment: NodeJS.ProcessEnv): Promise<NodeTenant[]> {
  if (config.tenants !== undefined) return listed(config, config.tenants, environment);
  if (config.lark === undefined) return [];
  const { lark, databasePath: database, officeOpenIds } = config;
  const backupFolder = config.backupFolder ?? backupsBeside(database);
  const knowledge = defaultKnowledge;
  return [{ id: undefined, lark, database, officeOpenIds, backupFolder, knowledge, plainAddress: true }];
}

/** The settings and whom they name, for the start and the command line. @throws ConfigError */
export async function readDeployment(
  environment: NodeJS.ProcessEnv,
): Promise<{ config: Config; tenants: NodeTenant[] }> {
  const config = readConfig(environment);
  return { config, tenants: await nodeTenants(config, environment) };
}

async function listed(
  config: Config,
  list: TenantList,
  environment: NodeJS.ProcessEnv,
): Promise<NodeTenant[]> {
  if (list.variable !== 'TENANTS_FILE')
    throw new ConfigError(
      `${list.variable} is for Workers: on Node set TENANTS_FILE to a file with the list`,
    );
  const json = await jsonIn(list.value, 'TENANTS_FILE');
  const entries = tenantEntries(json, `TENANTS_FILE ${list.value}`);
  const home = new Home(config, list, environment);
  const tenants: NodeTenant[] = [];
  for (const entry of entries) tenants.push(await home.tenant(entry));
  refuseShared(tenants);
  return tenants;
}

/** Reads what the entries of one list point to. */
class Home {
  readonly #config: Config;
  readonly #list: TenantList;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #folder: string;
  /** By the paths of its files: tenants that work by the same notice share what is built of it. */
  readonly #known = new Map<string, () => Knowledge>();

  constructor(config: Config, list: TenantList, environment: NodeJS.ProcessEnv) {
    this.#config = config;
    this.#list = list;
    this.#environment = environment;
    this.#folder = dirname(resolve(list.value));
  }

  async tenant(entry: Entry): Promise<NodeTenant> {
    const { id, databasePath, secretsFile } = entry;
    if (databasePath === undefined) throw new ConfigError(`tenant ${id}: its databasePath is missing`);
    const database = await truePath(this.#at(databasePath));
    const file = secretsFile === undefined ? undefined : await secretsIn(this.#at(secretsFile), id);
    return {
      id,
      lark: larkOf(entry, this.#list, { environment: this.#environment, file }),
      officeOpenIds: entry.officeOpenIds,
      database,
      backupFolder: this.#backups(entry, database),
      knowledge: await this.#knowledge(entry),
      plainAddress: entry.plainAddress,
    };
  }

  #at(path: string): string {
    return resolve(this.#folder, path);
  }

  // Files of several tenants have the same names, so each has a folder of its own.
  #backups({ id, backupFolder }: Entry, database: string): string {
    if (backupFolder !== undefined) return this.#at(backupFolder);
    return join(this.#config.backupFolder ?? backupsBeside(database), id);
  }

  async #knowledge({ id, notice }: Entry): Promise<() => Knowledge> {
    if (notice === undefined) return defaultKnowledge;
    const [model, lexicon] = [this.#at(notice.model), this.#at(notice.lexicon)];
    const key = JSON.stringify([model, lexicon]);
    const known = this.#known.get(key) ?? builtOnce(await modelIn(model, id), await lexiconIn(lexicon, id));
    this.#known.set(key, known);
    return known;
  }
}

function builtOnce(model: NoticeModel, lexicon: Lexicon): () => Knowledge {
  let built: Knowledge | undefined;
  return () => {
    built ??= knowledgeOf(model, lexicon);
    return built;
  };
}

function backupsBeside(database: string): string {
  return join(dirname(database), 'backups');
}

/** Two names of one file are one database. */
async function truePath(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return realpath(path).catch(() => join(folder, path.slice(dirname(path).length + 1)));
}

async function secretsIn(path: string, id: string): Promise<unknown> {
  const { mode } = await stat(path).catch((error: unknown) => {
    throw new ConfigError(`tenant ${id}: its secretsFile cannot be read (${codeOf(error)}): ${path}`);
  });
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new ConfigError(`tenant ${id}: others may read its secretsFile, run chmod 600 ${path}`);
  return jsonIn(path, `tenant ${id}: its secretsFile`);
}

async function modelIn(path: string, id: string) {
  try {
    return loadNotice(await jsonIn(path, `tenant ${id}: its notice`));
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(`tenant ${id}: ${path}: ${error.message}`);
    throw error;
  }
}

async function lexiconIn(path: string, id: string): Promise<Lexicon> {
  const parsed = Lexicon.safeParse(await jsonIn(path, `tenant ${id}: its lexicon`));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`tenant ${id}: ${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** @param what names the file in the sentence of a refusal; nothing of its content is shown. */
async function jsonIn(path: string, what: string): Promise<unknown> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ConfigError(`${what} cannot be read (${codeOf(error)}): ${path}`);
  });
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new ConfigError(`${what} is not JSON: ${path}`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

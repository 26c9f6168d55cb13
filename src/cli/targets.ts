import type { Config, LarkSettings } from '../config.ts';
import { type NodeTenant, readDeployment } from '../tenants/file.ts';
import { defaultKnowledge, type Knowledge } from '../tenants/knowledge.ts';
import { UsageError } from './command.ts';

/** A database that a command works on, with what belongs to it. */
export interface Target extends Pick<NodeTenant, 'id' | 'database' | 'officeOpenIds' | 'knowledge'> {
  /** Absent where no app is configured. */
  lark: LarkSettings | undefined;
}

/** Whom the settings serve, and which of them `--tenant` names. Read on use: a question needs none of it. */
export class Targets {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #named: string | undefined;

  /** @param named the value of `--tenant`. */
  constructor(environment: NodeJS.ProcessEnv, named: string | undefined) {
    this.#environment = environment;
    this.#named = named;
  }

  /** The one that is named, or all. @throws ConfigError; UsageError when there is none of that name. */
  async all(): Promise<Target[]> {
    const { config, tenants } = await readDeployment(this.#environment);
    if (this.#named === undefined) return tenants.length === 0 ? [withoutApp(config)] : tenants;
    const found = tenants.find(({ id }) => id === this.#named);
    if (found !== undefined) return [found];
    const ids = idsOf(tenants);
    throw new UsageError(
      ids === ''
        ? '这里只有一个应用，不用写 --tenant（多个租户要设置 TENANTS_FILE）'
        : `没有租户“${this.#named}”，现有：${ids}`,
    );
  }

  /** The only one. @throws ConfigError; UsageError when there are several and none is named. */
  async one(): Promise<Target> {
    const [only, ...others] = await this.all();
    if (only !== undefined && others.length === 0) return only;
    throw new UsageError(`请用 --tenant 写明是哪个租户：${idsOf([...(only ? [only] : []), ...others])}`);
  }

  /** The notice of the one that is named; without a name the one that the repository stores. */
  async knowledge(): Promise<Knowledge> {
    return this.#named === undefined ? defaultKnowledge() : (await this.one()).knowledge();
  }
}

/** `east：` before a line about one of several tenants. */
export function headOf({ id }: Target): string {
  return id === undefined ? '' : `${id}：`;
}

function withoutApp({ databasePath, officeOpenIds }: Config): Target {
  const knowledge = defaultKnowledge;
  return { id: undefined, database: databasePath, officeOpenIds, knowledge, lark: undefined };
}

function idsOf(targets: readonly Pick<Target, 'id'>[]): string {
  return targets.flatMap(({ id }) => id ?? []).join('、');
}

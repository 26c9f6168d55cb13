import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import {
  type Entry,
  larkOf,
  nameOf,
  refuseShared,
  type TenantSettings,
  tenantEntries,
} from '../tenants/settings.ts';

/** Words of the list that only the Node home can follow. */
const OF_NODE = ['databasePath', 'secretsFile', 'backupFolder', 'notice'] as const;

/**
 * Whom this Worker serves: the tenants of `TENANTS`, each over the D1 binding `DB_<ID>`, or the one app of
 * `LARK_APP_ID` over `DB`.
 *
 * @throws ConfigError with one sentence.
 */
export function workerTenants(config: Config, environment: Record<string, string>): TenantSettings[] {
  const tenants = config.tenants === undefined ? [single(config)] : listed(config.tenants, environment);
  for (const { id, lark } of tenants)
    if (lark.transport !== 'webhook')
      throw new ConfigError(
        id === undefined
          ? 'LARK_TRANSPORT: Workers hold no long connection, set webhook or leave it out'
          : `tenant ${id}: Workers hold no long connection, its transport must be webhook`,
      );
  refuseShared(tenants);
  return tenants;
}

function single({ lark, officeOpenIds }: Config): TenantSettings {
  if (lark === undefined)
    throw new ConfigError('LARK_APP_ID is missing: set it and the three secrets (docs/deploy-workers.md)');
  return { id: undefined, lark, officeOpenIds, database: 'DB', plainAddress: true };
}

function listed(list: NonNullable<Config['tenants']>, environment: Record<string, string>): TenantSettings[] {
  if (list.variable !== 'TENANTS')
    throw new ConfigError(`${list.variable}: a Worker reads no file, set TENANTS to the list itself`);
  return tenantEntries(JSON.parse(list.value), 'TENANTS').map((entry) => tenant(entry, list, environment));
}

function tenant(
  entry: Entry,
  list: NonNullable<Config['tenants']>,
  environment: Record<string, string>,
): TenantSettings {
  const word = OF_NODE.find((name) => entry[name] !== undefined);
  if (word !== undefined)
    throw new ConfigError(
      `tenant ${entry.id}: a Worker has no files, leave ${word} out (docs/deploy-workers.md)`,
    );
  return {
    id: entry.id,
    lark: larkOf(entry, list, { environment }),
    officeOpenIds: entry.officeOpenIds,
    database: `DB_${nameOf(entry.id)}`,
    plainAddress: entry.plainAddress,
  };
}

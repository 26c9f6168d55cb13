import { z } from 'zod';
import type { LarkSettings, TenantList } from '../config.ts';
import { ConfigError } from '../errors.ts';

const text = z.string().trim().min(1);

/** One tenant as the list has it: an app with its own database. Secrets are never in it. */
const Entry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, 'small letters, digits and hyphens, a letter first, at most 32'),
  appId: text,
  databasePath: text.optional(),
  officeOpenIds: z.array(text).default([]),
  transport: z.enum(['webhook', 'websocket']).optional(),
  ephemeral: z.enum(['on', 'off']).optional(),
  domain: z.url({ protocol: /^https?$/ }).optional(),
  secretsFile: text.optional(),
  backupFolder: text.optional(),
  notice: z.strictObject({ model: text, lexicon: text }).optional(),
  plainAddress: z.boolean().default(false),
});
export type Entry = z.infer<typeof Entry>;

const Secrets = z.strictObject({
  appSecret: text,
  encryptKey: text.optional(),
  verificationToken: text.optional(),
});
export type Secrets = z.infer<typeof Secrets>;

/** What one tenant is run with. */
export interface TenantSettings {
  /** In logs, metrics and on the command line; absent where the deployment serves one app. */
  id: string | undefined;
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  /** The SQLite file on Node, the name of the D1 binding on Workers. */
  database: string;
  /** Whether `/lark/events` without an app id is this tenant's. */
  plainAddress: boolean;
}

/**
 * The entries of a list of tenants.
 *
 * @throws ConfigError with one sentence: a shape that is wrong, an id or app that is there twice.
 */
export function tenantEntries(json: unknown, from: string): Entry[] {
  const parsed = z.array(Entry).safeParse(json);
  if (!parsed.success) throw new ConfigError(`${from}: ${sentenceOf(parsed.error.issues[0])}`);
  const entries = parsed.data;
  if (entries.length === 0)
    throw new ConfigError(`${from} names no tenant: add one, or set LARK_APP_ID for a single app`);
  refuseTwice(entries, { of: ({ id }) => id, says: (id) => `${from}: the id ${id} is there twice` });
  refuseTwice(entries, {
    of: ({ appId }) => appId,
    says: (app, ids) => `${from}: ${ids} are the same app ${app}, but a tenant is an app`,
  });
  refuseTwice(
    entries.filter(({ plainAddress }) => plainAddress),
    { of: () => '', says: (_, ids) => `${from}: ${ids} both claim plainAddress, but only one can have it` },
  );
  return entries;
}

/** `wan-bai-lin` as the end of variables' and bindings' names: `WAN_BAI_LIN`. */
export function nameOf(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}

export interface SecretSources {
  environment: Record<string, string | undefined>;
  /** What the tenant's own file of secrets holds. */
  file?: unknown;
}

/**
 * The app's settings of one entry, with its secrets from its file, from `LARK_SECRETS__<ID>` (one JSON) or from
 * `LARK_APP_SECRET__<ID>`, `LARK_ENCRYPT_KEY__<ID>` and `LARK_VERIFICATION_TOKEN__<ID>`.
 *
 * @throws ConfigError naming what is missing or there twice.
 */
export function larkOf(entry: Entry, list: TenantList, sources: SecretSources): LarkSettings {
  const transport = entry.transport ?? list.transport;
  const secrets = secretsOf(entry, sources);
  // Over the long connection nothing is encrypted or signed, so only the webhook needs its two keys.
  for (const key of ['encryptKey', 'verificationToken'] as const)
    if (transport === 'webhook' && secrets[key] === undefined)
      throw new ConfigError(`tenant ${entry.id}: its ${key} is missing, set ${variableOf(key, entry.id)}`);
  return {
    domain: (entry.domain ?? list.domain).replace(/\/+$/, ''),
    transport,
    isEphemeralOff: entry.ephemeral === undefined ? list.isEphemeralOff : entry.ephemeral === 'off',
    credentials: {
      appId: entry.appId,
      appSecret: secrets.appSecret,
      encryptKey: secrets.encryptKey ?? '',
      verificationToken: secrets.verificationToken ?? '',
    },
  };
}

/**
 * What no two tenants may have in common.
 *
 * @throws ConfigError naming both.
 */
export function refuseShared(tenants: readonly TenantSettings[]): void {
  refuseTwice(tenants, {
    of: ({ database }) => database,
    says: (database, ids) => `${ids} share the database ${database}, but a tenant's data meets nobody else's`,
  });
  refuseTwice(tenants, {
    of: ({ lark }) => lark.credentials.appSecret,
    says: (_, ids) => `${ids} have the same app secret: one of them was copied from the wrong page`,
  });
}

const VARIABLES = {
  appSecret: 'LARK_APP_SECRET',
  encryptKey: 'LARK_ENCRYPT_KEY',
  verificationToken: 'LARK_VERIFICATION_TOKEN',
} as const;

function variableOf(key: keyof typeof VARIABLES, id: string): string {
  return `${VARIABLES[key]}__${nameOf(id)}`;
}

function secretsOf({ id }: Entry, { environment, file }: SecretSources): Secrets {
  const single = Object.fromEntries(
    (Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]).flatMap((key) => {
      const value = environment[variableOf(key, id)];
      return value === undefined || value === '' ? [] : [[key, value]];
    }),
  );
  const jointName = `LARK_SECRETS__${nameOf(id)}`;
  const joint = environment[jointName] || undefined;
  const given = [
    ...(file === undefined ? [] : [file]),
    ...(joint === undefined ? [] : [jsonOf(joint, jointName)]),
    ...(Object.keys(single).length === 0 ? [] : [single]),
  ];
  if (given.length > 1)
    throw new ConfigError(`tenant ${id}: its secrets are given in more than one way, keep one of them`);
  const parsed = Secrets.safeParse(given[0] ?? {});
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.');
  // Of a secret nothing is shown but its name.
  throw new ConfigError(
    path === 'appSecret' || given.length === 0
      ? `tenant ${id}: its app secret is missing, set ${variableOf('appSecret', id)} or secretsFile`
      : `tenant ${id}: its secrets are an object with appSecret, encryptKey and verificationToken, nothing else`,
  );
}

function jsonOf(value: string, name: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new ConfigError(`${name} is not JSON`);
  }
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not valid';
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  if (issue.code === 'unrecognized_keys' && issue.keys.some((key) => /secret|key|token/i.test(key)))
    return `${path}: secrets do not belong in the list (${issue.keys.join(', ')})`;
  return `${path === '' ? 'the list' : path}: ${issue.message}`;
}

function refuseTwice<T extends { id: string | undefined }>(
  all: readonly T[],
  same: { of: (one: T) => string; says: (value: string, ids: string) => string },
): void {
  const first = new Map<string, T>();
  for (const one of all) {
    const value = same.of(one);
    const other = first.get(value);
    if (other !== undefined) throw new ConfigError(same.says(value, `${other.id} and ${one.id}`));
    first.set(value, one);
  }
}

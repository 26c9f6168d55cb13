import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { LOG_LEVELS } from './logger.ts';

export const FEISHU_DOMAIN = 'https://open.feishu.cn';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = z.preprocess(blankIsAbsent, z.string().trim().min(1).optional());

const Environment = z.object({
  PORT: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  DATABASE_PATH: z.preprocess(blankIsAbsent, z.string().default('./data/yingshang.sqlite')),
  BACKUP_DIR: optional,
  LARK_APP_ID: optional,
  LARK_APP_SECRET: optional,
  LARK_ENCRYPT_KEY: optional,
  LARK_VERIFICATION_TOKEN: optional,
  LARK_DOMAIN: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).default(FEISHU_DOMAIN)),
  LARK_TRANSPORT: z.preprocess(blankIsAbsent, z.enum(['webhook', 'websocket']).default('webhook')),
  LARK_EPHEMERAL: z.preprocess(blankIsAbsent, z.enum(['on', 'off']).default('on')),
  OFFICE_OPEN_IDS: z.preprocess(blankIsAbsent, z.string().default('')),
  PUBLIC_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: z.preprocess(blankIsAbsent, z.enum(LOG_LEVELS).default('info')),
  TENANTS_FILE: optional,
});
type Variables = Record<string, string | undefined>;

/** What is one app's own: beside a list of tenants nobody could say whose it is. */
const OF_ONE_APP = [
  'LARK_APP_ID',
  'LARK_APP_SECRET',
  'LARK_ENCRYPT_KEY',
  'LARK_VERIFICATION_TOKEN',
  'OFFICE_OPEN_IDS',
  'DATABASE_PATH',
];

/** What the platform's console gives for one app. */
export interface Credentials {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
}

export interface LarkSettings {
  /** Base address of the platform's API, without a slash at its end. */
  domain: string;
  transport: 'webhook' | 'websocket';
  /** Nobody is shown anything alone in a group: what is for one person goes to his direct chat. */
  isEphemeralOff?: boolean;
  credentials: Credentials;
}

/** Where several tenants are listed, and what those are given that say nothing of their own. */
export interface TenantList {
  /** `TENANTS_FILE` on Node, `TENANTS` on Workers. */
  variable: string;
  /** The file's path, or the list itself as JSON. */
  value: string;
  domain: string;
  transport: LarkSettings['transport'];
  isEphemeralOff: boolean;
}

export interface Config {
  port: number;
  databasePath: string;
  /** Where the nightly backups go; absent: `backups` beside the database. */
  backupFolder: string | undefined;
  /** Absent: no single app is configured; without `tenants` the sandbox is offered instead. */
  lark: LarkSettings | undefined;
  /** Several apps, each with a database of its own. */
  tenants: TenantList | undefined;
  /** open_ids of the first members of the office. */
  officeOpenIds: string[];
  publicUrl: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the settings from a record of environment variables.
 *
 * @throws ConfigError naming the variable and what to set, when one is missing, malformed or contradicts another.
 */
export function readConfig(environment: Variables): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'not valid'}`);
  }
  const env = parsed.data;
  const tenants = tenantList(env, environment);
  return {
    port: env.PORT,
    databasePath: env.DATABASE_PATH,
    backupFolder: env.BACKUP_DIR,
    lark: tenants === undefined ? larkSettings(env, environment) : undefined,
    tenants,
    officeOpenIds: env.OFFICE_OPEN_IDS.split(/[,，\s]+/).filter((id) => id !== ''),
    publicUrl: env.PUBLIC_URL,
    logLevel: env.LOG_LEVEL,
  };
}

/** The values that no log may show. */
export function secretsOf(lark: LarkSettings | undefined): string[] {
  if (lark === undefined) return [];
  const { appSecret, encryptKey, verificationToken } = lark.credentials;
  return [appSecret, encryptKey, verificationToken].filter((secret) => secret !== '');
}

function tenantList(env: z.infer<typeof Environment>, given: Variables): TenantList | undefined {
  // A list that is too long for one of Cloudflare's variables goes on in TENANTS_2, TENANTS_3, …
  const parts = Object.keys(given).filter((name) => /^TENANTS(_\d+)?$/.test(name) && given[name]);
  const [value, variable] =
    env.TENANTS_FILE === undefined
      ? [joinedLists(given, parts), 'TENANTS']
      : [env.TENANTS_FILE, 'TENANTS_FILE'];
  if (value === undefined) return undefined;
  if (env.TENANTS_FILE !== undefined && parts.length > 0)
    throw new ConfigError('TENANTS_FILE and TENANTS are both set: keep the one that holds');
  const [other] = OF_ONE_APP.filter((name) => (given[name] ?? '') !== '');
  if (other !== undefined)
    throw new ConfigError(
      `${other} and ${variable} are both set: ${other} is for a deployment of one app, each tenant has its own in the list`,
    );
  return {
    variable,
    value,
    domain: plainDomain(env.LARK_DOMAIN),
    transport: env.LARK_TRANSPORT,
    isEphemeralOff: env.LARK_EPHEMERAL === 'off',
  };
}

function joinedLists(given: Variables, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const lists = [...names].sort().map((name) => {
    try {
      const list: unknown = JSON.parse(given[name] ?? '');
      if (Array.isArray(list)) return list;
    } catch {}
    throw new ConfigError(`${name} is not a JSON list of tenants`);
  });
  return JSON.stringify(lists.flat());
}

const plainDomain = (url: string) => url.replace(/\/+$/, '');

function larkSettings(env: z.infer<typeof Environment>, given: Variables): LarkSettings | undefined {
  const set = Object.keys(given).filter((name) => name.startsWith('LARK_') && (given[name] ?? '') !== '');
  if (set.length === 0) return undefined;
  const because = `because ${set.join(', ')} ${set.length > 1 ? 'are' : 'is'} set`;
  const required = (
    name: 'LARK_APP_ID' | 'LARK_APP_SECRET' | 'LARK_ENCRYPT_KEY' | 'LARK_VERIFICATION_TOKEN',
  ) => {
    const value = env[name];
    if (value === undefined) {
      throw new ConfigError(
        `${name} is missing: set it from the app's page in the developer console (${because}), or unset every LARK_ variable to run the sandbox`,
      );
    }
    return value;
  };
  const appId = required('LARK_APP_ID');
  const appSecret = required('LARK_APP_SECRET');
  // Over the long connection nothing is encrypted or signed, so only the webhook needs its two keys.
  const webhook = env.LARK_TRANSPORT === 'webhook';
  return {
    domain: plainDomain(env.LARK_DOMAIN),
    transport: env.LARK_TRANSPORT,
    isEphemeralOff: env.LARK_EPHEMERAL === 'off',
    credentials: {
      appId,
      appSecret,
      encryptKey: webhook ? required('LARK_ENCRYPT_KEY') : (env.LARK_ENCRYPT_KEY ?? ''),
      verificationToken: webhook ? required('LARK_VERIFICATION_TOKEN') : (env.LARK_VERIFICATION_TOKEN ?? ''),
    },
  };
}

import type { D1Binding } from '../../db/d1-binding.ts';
import { ConfigError } from '../errors.ts';

/** What Cloudflare hands to an invocation: variables and secrets by name, and the bindings of `wrangler.toml`. */
export type WorkerEnv = Readonly<Record<string, unknown>>;

/** What we use of an invocation's context, restated. */
export interface Invocation {
  /** Keeps the invocation alive for work after the answer, at most 30 seconds. */
  waitUntil(work: Promise<unknown>): void;
}

/** A Worker as Cloudflare calls it. */
export interface WorkerHandlers {
  fetch(request: Request, env: WorkerEnv, invocation: Invocation): Promise<Response>;
  scheduled(event: unknown, env: WorkerEnv, invocation: Invocation): Promise<void>;
}

/** The variables and secrets among what an invocation is handed. A list of tenants may also be bound as JSON. */
export function variablesOf(env: WorkerEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, JSON.stringify(value)]] : [];
    }),
  );
}

/** @throws ConfigError when no D1 database is bound under this name. */
export function databaseOf(env: WorkerEnv, name: string): D1Binding {
  const bound = env[name];
  if (typeof bound !== 'object' || bound === null || !('prepare' in bound))
    throw new ConfigError(`${name} is not a D1 database: bind one in wrangler.toml ([[d1_databases]])`);
  return bound as D1Binding;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { builtWorker } from './worker-build.ts';

/** Bundles the Worker once a run, for every file of the project `workers`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-worker-'));
  builtWorker('test/workers/entry.ts', folder);
  project.provide('workerBundle', `${folder}/entry.js`);
  return () => rm(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Set in the project `workers`: the bot then runs in workerd over D1. */
    workerBundle: string | undefined;
  }
}

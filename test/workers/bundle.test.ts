import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtWorker } from '../support/worker-build.ts';

interface Metafile {
  inputs: Record<string, { imports: { path: string; external?: boolean }[] }>;
}

let folder: string;
let says: string;
let inputs: Metafile['inputs'];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-bundle-'));
  says = builtWorker('src/worker.ts', folder);
  inputs = (JSON.parse(await readFile(join(folder, 'meta.json'), 'utf8')) as Metafile).inputs;
});
afterAll(() => rm(folder, { recursive: true }));

/** What runs on Node only. */
const NODE_ONLY =
  /node_modules\/(?:sqlite3\/|node-cron\/|ws\/(?!browser)|@hono\/node-server\/)|^(?:sandbox|test)\/|^db\/(?:sqlite|migrate|backup)|^src\/(?:node|service|cli|sandbox-home)\.ts|long-connection/;

describe('what is deployed to Workers', () => {
  it('passes a dry-run deploy, within the size that Cloudflare takes', () => {
    const size = Number(/gzip: ([\d.]+) KiB/.exec(says)?.[1]);
    console.log(/Total Upload.*/.exec(says)?.[0]);
    expect(size).toBeGreaterThan(100);
    expect(size).toBeLessThan(3 * 1024);
  });

  it('holds nothing that runs on Node only', () => {
    const own = Object.keys(inputs);
    expect(own).toContain('src/worker.ts');
    expect(own.filter((file) => NODE_ONLY.test(file))).toEqual([]);
  });

  it('asks of Node itself nothing but cryptography and the context that logs bear', () => {
    const had = ['node:crypto', 'node:async_hooks'];
    const asked = Object.entries(inputs)
      .filter(([file]) => !file.includes('node_modules/'))
      .flatMap(([file, input]) => input.imports.map(({ path }) => ({ file, path })))
      .filter(({ path }) => path.startsWith('node:') && !had.includes(path));
    expect(asked).toEqual([]);
  });
});

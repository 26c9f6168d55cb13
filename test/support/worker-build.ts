import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Wrangler without its questions to the network. */
const QUIET = {
  ...process.env,
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  PATH: `${ROOT}node_modules/.bin:${process.env['PATH'] ?? ''}`,
};

/** What a dry-run deploy of `entry` would upload, written to `folder`. @returns what wrangler says of it. */
export function builtWorker(entry: string, folder: string): string {
  const metafile = `${folder}/meta.json`;
  return execFileSync(
    'wrangler',
    ['deploy', entry, '--dry-run', '--outdir', folder, '--metafile', metafile],
    {
      cwd: ROOT,
      env: QUIET,
      encoding: 'utf8',
    },
  );
}

import { expect, test } from 'vitest';
import { pageRoutes } from '../../sandbox/page-files.ts';

const routes = pageRoutes();

test.each(['preact.js', 'preact-hooks.js', 'htm.js', 'markdown-it.js', 'vchart.js'])(
  'the library %s is served as a script',
  async (name) => {
    const answer = await routes.request(`/lib/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/javascript');
  },
);

test.each([
  '/lib/other.js',
  '/lib/constructor',
  '/page/none.js',
  '/page/../start.ts',
  '/page/%2e%2e/contract.ts',
  '/page/..%2f..%2fpackage.json',
  '/page//etc/passwd',
  '/page/http://example.com/x.js',
  '/page/%00.js',
])('%s is not there', async (path) => {
  expect((await routes.request(path)).status).toBe(404);
});

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** Library files that the page loads, by the address it asks for. */
const LIBRARIES = new Map(
  Object.entries({
    'preact.js': 'preact/dist/preact.mjs',
    'preact-hooks.js': 'preact/hooks/dist/hooks.mjs',
    'htm.js': 'htm/dist/htm.mjs',
    'markdown-it.js': 'markdown-it/dist/browser/markdown-it.esm.min.mjs',
    'vchart.js': '@visactor/vchart/build/index.min.js',
  }),
);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

const MODULES = new URL('../node_modules/', import.meta.url);
const PAGE = new URL('./page/', import.meta.url);

/** The chat page and its libraries: `/` is the page, `/page/…` its files, `/lib/…` the libraries. */
export function pageRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', () => fileAt(new URL('index.html', PAGE)));
  routes.get('/page/:path{.+}', (c) => fileAt(fileOfPage(c.req.param('path'))));
  routes.get('/lib/:name', (c) => {
    const library = LIBRARIES.get(c.req.param('name'));
    return fileAt(library === undefined ? undefined : new URL(library, MODULES));
  });
  return routes;
}

/** Undefined for anything that does not lie inside the page's folder. */
function fileOfPage(path: string): URL | undefined {
  const file = URL.parse(`./${path}`, PAGE.href);
  return file?.href.startsWith(PAGE.href) ? file : undefined;
}

async function fileAt(file: URL | undefined): Promise<Response> {
  const type = TYPES[extname(file?.pathname ?? '')];
  const bytes = file && (await bytesOf(file));
  if (type === undefined || bytes === undefined) return new Response('not found', { status: 404 });
  return new Response(bytes, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
}

async function bytesOf(file: URL): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(fileURLToPath(file)));
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = ['src', 'commands', 'db', 'sandbox'].flatMap((folder) => sources(folder));

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Files a file imports, by path from the root; packages by name. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((path) =>
    path.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(file), path))) : path,
  );
}

/** Folder → what its files may not import. */
const FORBIDDEN: [string, RegExp, string][] = [
  ['src/notice/', /^(src\/(?!notice\/|errors\.ts|ids\.ts)|commands|sandbox|hono|kysely|node:|@lark)/, 'pure'],
  [
    'src/answers/',
    /^(src\/(?!notice\/|answers\/|cards\/|errors\.ts|ids\.ts)|commands|sandbox|hono|kysely|node:|@lark)/,
    'pure',
  ],
  ['src/cards/', /^(src\/(?!cards\/|ids\.ts)|db|commands|sandbox|hono|kysely|@lark)/, 'no feature'],
  [
    'src/lark/',
    /^(src\/(answers|notice|people|reports|outbox|cards)|db|commands|sandbox|hono)/,
    'no feature, no store',
  ],
  ['src/outbox/', /^(src\/(answers|notice|people|reports|inbox)|commands|sandbox|hono|@lark)/, 'no feature'],
  ['db/', /^(src\/(?!errors\.ts|ids\.ts)|commands|sandbox|hono|@lark)/, 'knows no feature'],
  ['sandbox/', /^(src|commands|db)\//, 'nothing of the bot'],
];

describe('what may import what', () => {
  it.each(FORBIDDEN)('%s is kept apart', (folder, forbidden) => {
    const offences = FILES.filter((file) => file.startsWith(folder)).flatMap((file) =>
      imports(file)
        .filter((path) => forbidden.test(path))
        .map((path) => `${file} → ${path}`),
    );
    expect(offences).toEqual([]);
  });

  it('only the home that offers it imports the sandbox', () => {
    const importers = FILES.filter((file) => !file.startsWith('sandbox/')).filter((file) =>
      imports(file).some((path) => path.startsWith('sandbox/')),
    );
    expect(importers).toEqual(['src/sandbox-home.ts']);
  });

  it('only the gateway and the long connection import the platform’s SDK as code', () => {
    const importers = FILES.filter((file) =>
      /import \{[^}]*\} from '@larksuiteoapi/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(importers.filter((file) => file.startsWith('src/'))).toEqual([
      'src/lark/gateway.ts',
      'src/lark/long-connection.ts',
    ]);
  });

  it('time is read only from the clock', () => {
    const offences = FILES.filter((file) => !file.startsWith('sandbox/') && file !== 'src/clock.ts').filter(
      (file) => /\bDate\.now\(|new Date\(\)/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(offences).toEqual([]);
  });
});

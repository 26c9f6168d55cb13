import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Something at a module's top level that can grow or change: what one tenant leaves there meets the next. */
const CHANGEABLE =
  /^(?:export )?(?:let\s|const \w+(?::[^=]+)? = (?:new (?:Map|Set|Array)(?:<.*>)?\(\)|\[\]|\{\}))/m;

/** What is true of every tenant alike: a notice that the repository stores, how characters are read, the time. */
const OF_NOBODY = [
  'src/answers/characters/fold.ts',
  'src/answers/characters/pinyin.ts',
  'src/answers/default.ts',
  'src/answers/intents/classify.ts',
  'src/notice/default.ts',
  'src/tenants/knowledge.ts',
  'src/workers/isolate.ts',
];

it('nothing that a tenant’s data could get into stands at the top of a module', () => {
  const files = ['src', 'commands', 'db'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const found = files.filter((file) => CHANGEABLE.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(found.sort()).toEqual(OF_NOBODY);
});

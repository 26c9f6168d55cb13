import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Said {
  say: string[];
}
interface Unit {
  name: string;
  spellings: { text: string }[];
  aliases: string[];
}
interface Group {
  field: string;
  subLeads: { item: string }[];
}
interface Model {
  units: Unit[];
  people: { name: string }[];
  groups: Group[];
  document: { placeNames: string[] };
}

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;
const model = read<Model>('db/notice/model.json');
const lexicon = read<Record<'groups' | 'units' | 'people' | 'subLeads', Said[]>>('db/notice/lexicon.json');

/** `甲` of `甲局`: units are called so as well. */
const withoutEnding = (name: string) => name.replace(/(?:工作|管理)?(?:分局|局|工委|委|部|中心|筹备处)$/, '');

/** Any district calls itself so. */
const GENERAL = ['我区', '全区'];

const NAMES = [
  ...new Set(
    [
      ...model.units.flatMap(({ name, spellings, aliases }) => {
        const written = [name, ...spellings.map(({ text }) => text)].map((text) => text.replace(/^工委/, ''));
        return [name, ...written, ...written.map(withoutEnding), ...aliases];
      }),
      ...model.people.map(({ name }) => name.replaceAll(' ', '')),
      ...model.groups.flatMap(({ field, subLeads }) => [field, ...subLeads.map(({ item }) => item)]),
      ...model.document.placeNames,
      ...[lexicon.groups, lexicon.units, lexicon.people, lexicon.subLeads].flat().flatMap(({ say }) => say),
    ].filter((name) => name.length > 1 && !GENERAL.includes(name)),
  ),
].sort((a, b) => b.length - a.length);

/** Words that are plain Chinese where they stand. They are let through in that file's code, never in its comments. */
const PLAIN: Record<string, readonly string[]> = {
  // What one does, and what anybody does with papers, people and money.
  'src/answers/turns/asker-turns.ts': ['统计', '水电气'],
  'src/answers/sentences/doers.ts': ['组织'],
  'src/answers/question/expect.ts': ['城市'],
  'src/answers/beside/filler.ts': ['用工'],
  'src/answers/beside/frames.ts': ['政务', '宣传'],
  'src/answers/handlers/places/clauses.ts': ['作风'],
  'src/answers/handlers/places/inside.ts': ['宣传'],
  'src/answers/handlers/numbered.ts': ['组织'],
  'src/answers/handlers/rules/rules.ts': ['组织'],
  'src/answers/sentences/owners.ts': ['组织'],
  'src/answers/question/sought.ts': ['组织'],
  'src/answers/beside/work-chat.ts': ['统计', '热力'],
  'src/outbox/reasons.ts': ['组织', '审计', '用电'],
  // What no notice says: prices, rates, who went bankrupt, where a building stands, who asks.
  'src/answers/turns/asked-anew.ts': ['小股东'],
  'src/answers/handlers/refusals/absences.ts': ['水电气', '水气', '贷款', '财政'],
  'src/answers/handlers/refusals/absent-things.ts': ['法院'],
  'src/answers/handlers/refusals/refusals.ts': ['破产'],
  'src/answers/handlers/refusals/unnamed.ts': ['招标', '审计'],
  // Sets of single characters, one beside the other.
  'src/answers/question/claims.ts': ['电力'],
  'src/answers/names/descriptions.ts': ['水电气'],
  // 水和气 is written as one word, 水 alone as what is done with it.
  'src/answers/turns/part-turns.ts': ['水气', '水电气'],
};

/** The comment of a line: all of it, what stands behind the code, or nothing. */
const commentOf = (line: string) =>
  /^\s*(?:\/?\*|\/\/)/.test(line) ? line : (line.match(/\s\/\/\s.*$/)?.[0] ?? '');

/** The longest names first: what is part of one that was found is not found again. */
function namesIn(text: string): string[] {
  if (!/[\u4e00-\u9fff]/.test(text)) return [];
  let rest = text;
  return NAMES.filter((name) => {
    const stands = rest.includes(name);
    if (stands) rest = rest.replaceAll(name, ' ');
    return stands;
  });
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/')),
);

const found = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      const comment = commentOf(line);
      return namesIn(line).map((name) => ({
        file,
        name,
        inComment: comment.includes(name),
        says: `${file}:${at + 1}: ${name}`,
      }));
    }),
);

const letThrough = ({ file, name }: { file: string; name: string }) => PLAIN[file]?.includes(name) === true;

test('no name of the stored notice stands in the code or its comments', () => {
  expect(found.filter((one) => one.inComment || !letThrough(one)).map(({ says }) => says)).toEqual([]);
});

test('nothing is let through that does not stand there', () => {
  const stands = new Set(found.map(({ file, name }) => `${file}: ${name}`));
  const listed = Object.entries(PLAIN).flatMap(([file, names]) => names.map((name) => `${file}: ${name}`));
  expect(listed.filter((one) => !stands.has(one))).toEqual([]);
});

test.each([
  ['/** `税务局牵头哪个组` */', ['税务局']],
  ['// 侯建华分包的', ['侯建华']],
  ['/** `除了税务还有谁` */', ['税务']],
  ["['那边的牵头单位', '营商环境']", []],
])('%s', (line, names) => {
  expect(namesIn(line)).toEqual(names);
});

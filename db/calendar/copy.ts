import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Copies the published days off and make-up workdays from the data package `chinese-days` into `china.json`:
 * `node db/calendar/copy.ts`, after the package is raised to a version with a new year in it.
 */
interface PackageData {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const source = fileURLToPath(import.meta.resolve('chinese-days')).replace(/[^/]+$/, 'chinese-days.json');
const data = JSON.parse(await readFile(source, 'utf8')) as PackageData;
const off = Object.keys(data.holidays).sort();
const work = Object.keys(data.workdays).sort();
const [first = '', last = ''] = [off[0]?.slice(0, 4), off.at(-1)?.slice(0, 4)];
// A year is complete only with its National Day: arrangements are published for a whole year in the one before.
if (!off.includes(`${last}-10-01`)) throw new Error(`the arrangement of ${last} is not complete`);

const table = { coverageFrom: `${first}-01-01`, coverageUntil: `${last}-12-31`, off, work };
await writeFile(
  fileURLToPath(new URL('./china.json', import.meta.url)),
  `${JSON.stringify(table, null, 1)}\n`,
);
console.log(
  `${off.length} days off, ${work.length} make-up workdays, ${table.coverageFrom} to ${table.coverageUntil}`,
);

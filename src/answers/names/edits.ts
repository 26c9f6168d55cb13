import { isHan } from '../characters/fold.ts';
import { soundOf } from '../characters/pinyin.ts';
import type { Mention } from './entities.ts';
import type { Name } from './names.ts';
import type { Typo } from './sound-index.ts';

const SHORTEST = 4;
const LONGEST = 14;
/** Characters of a question that are searched for slips; more is no question any more. */
const REACH = 80;

/** Names with one character wrong, missing or too many. */
export interface EditIndex {
  find(text: string, taken: readonly Mention[]): Typo[];
}

interface Filed {
  byKey: Map<string, Name>;
  /** Lengths of names by the characters that they begin and end with: no slip changes these, nor a length by two. */
  sizes: Map<string, Map<string, Set<number>>>;
}

/** Builds the index: each name is filed under itself and under itself less any one character. */
export function buildEditIndex(names: readonly Name[]): EditIndex {
  const filed: Filed = { byKey: new Map(), sizes: new Map() };
  for (const name of names) {
    const chars = name.surface;
    if (name.how === 'hint' || name.how === 'title' || chars.length < SHORTEST || chars.length > LONGEST)
      continue;
    if (!isHan(chars[0] ?? '') || name.entities[0]?.kind === 'elsewhere') continue;
    const byLast = filed.sizes.get(chars[0] ?? '') ?? new Map<string, Set<number>>();
    const sizes = byLast.get(chars.at(-1) ?? '') ?? new Set();
    for (const size of [chars.length - 1, chars.length, chars.length + 1]) sizes.add(size);
    filed.sizes.set(chars[0] ?? '', byLast.set(chars.at(-1) ?? '', sizes));
    for (const key of keysOf(chars)) if (!filed.byKey.has(key)) filed.byKey.set(key, name);
  }
  return {
    find(text, taken) {
      const typos: Typo[] = [];
      for (const [from, to] of openRuns(text.slice(0, REACH), taken)) {
        typos.push(...findIn(text, from, to, filed));
      }
      return typos;
    },
  };
}

function keysOf(chars: string): string[] {
  const keys = [chars];
  for (let i = 0; i < chars.length; i++) keys.push(`${chars.slice(0, i)}${chars.slice(i + 1)}`);
  return keys;
}

/** Runs of Chinese characters that no firm mention covers, three characters or more. */
function openRuns(text: string, taken: readonly Mention[]): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const open =
      at < text.length &&
      isHan(text[at] ?? '') &&
      !taken.some((m) => m.how !== 'hint' && m.start <= at && at < m.end);
    if (open && from < 0) from = at;
    if (!open && from >= 0) {
      if (at - from >= SHORTEST - 1) runs.push([from, at]);
      from = -1;
    }
  }
  return runs;
}

function findIn(text: string, from: number, to: number, { byKey, sizes }: Filed): Typo[] {
  const typos: Typo[] = [];
  for (let start = from; start + SHORTEST - 1 <= to; start++) {
    const byLast = sizes.get(text[start] ?? '');
    if (!byLast) continue;
    for (let end = Math.min(to, start + LONGEST); end - start >= SHORTEST - 1; end--) {
      if (!byLast.get(text[end - 1] ?? '')?.has(end - start)) continue;
      const window = text.slice(start, end);
      for (const key of keysOf(window)) {
        const name = byKey.get(key);
        if (!name || !isOneSlip(window, name.surface) || isAnotherPerson(window, name)) continue;
        typos.push({ start, end, name });
        break;
      }
    }
  }
  return typos;
}

/** A person whose name has another character, not one of the same sound, is somebody else. */
function isAnotherPerson(said: string, { surface, entities }: Name): boolean {
  if (entities[0]?.kind !== 'person' || said.length !== surface.length) return false;
  return [...said].some((char, i) => char !== surface[i] && soundOf(char) !== soundOf(surface[i] ?? ''));
}

/** Characters that join words: what has one of them is a phrase (`区领导的组`), no slip. */
const NO_SLIP = /[的是和跟与归由在管有哪谁几]/;

/** One slip that leaves the first character and the kind of body (局, 部, 厅) as they are. */
function isOneSlip(said: string, name: string): boolean {
  if (said === name || said[0] !== name[0] || said.at(-1) !== name.at(-1)) return false;
  if (said.length === name.length) {
    let wrong = 0;
    for (let i = 0; i < said.length; i++) {
      if (said[i] === name[i]) continue;
      if (NO_SLIP.test(said[i] ?? '')) return false;
      wrong += 1;
    }
    return wrong === 1;
  }
  const [short, long] = said.length < name.length ? [said, name] : [name, said];
  if (long.length - short.length !== 1) return false;
  let skipped = 0;
  for (let i = 0; i < long.length; i++) if (short[i - skipped] !== long[i]) skipped += 1;
  return skipped === 1;
}

import { pinyin } from 'pinyin-pro';
import { isHan } from './fold.ts';

const syllables = new Map<string, string>();

/** The sound of one character, without tone and with the usual confusions folded (zh/z, ng/n, l/n stays). */
export function soundOf(char: string): string {
  const known = syllables.get(char);
  if (known !== undefined) return known;
  const sound = foldSound(pinyin(char, { toneType: 'none', v: true, type: 'array' })[0] ?? char);
  syllables.set(char, sound);
  return sound;
}

function foldSound(sound: string): string {
  return sound
    .toLowerCase()
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace('ü', 'v');
}

/** One token of a text read aloud: a Chinese character, a syllable typed in Latin letters, or anything else. */
export interface Sound {
  sound: string;
  start: number;
  end: number;
  /** Typed in letters, so that it cannot be a wrong character. */
  latin: boolean;
}

/** The sounds of a folded text. Latin runs are cut into the syllables in `known`, or kept whole. */
export function soundsOf(text: string, known: ReadonlySet<string>): Sound[] {
  const out: Sound[] = [];
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    if (isHan(char)) {
      out.push({ sound: soundOf(char), start: at, end: at + 1, latin: false });
      at += 1;
      continue;
    }
    const run = /^[a-z]+(?:['\s]?[a-z]+)*/.exec(text.slice(at, at + 80))?.[0];
    if (run === undefined) {
      out.push({ sound: char, start: at, end: at + 1, latin: false });
      at += 1;
      continue;
    }
    out.push(...latinSounds(run, at, known));
    at += run.length;
  }
  return out;
}

function latinSounds(run: string, at: number, known: ReadonlySet<string>): Sound[] {
  const cuts = cutSyllables(run, known);
  if (!cuts) return [{ sound: run, start: at, end: at + run.length, latin: true }];
  return cuts.map(([from, to]) => ({
    sound: foldSound(run.slice(from, to).replace(/['\s]/g, '')),
    start: at + from,
    end: at + to,
    latin: true,
  }));
}

/** Longest-first cut of a run of letters into known syllables; undefined where there is none. */
function cutSyllables(run: string, known: ReadonlySet<string>): [number, number][] | undefined {
  const next: (number | undefined)[] = new Array(run.length + 1);
  next[run.length] = run.length;
  for (let at = run.length - 1; at >= 0; at--) {
    for (let size = Math.min(7, run.length - at); size > 0; size--) {
      const piece = run.slice(at, at + size).replace(/['\s]/g, '');
      if (next[at + size] === undefined || !known.has(foldSound(piece))) continue;
      next[at] = at + size;
      break;
    }
  }
  if (next[0] === undefined) return undefined;
  const cuts: [number, number][] = [];
  for (let at = 0; at < run.length; at = next[at] ?? run.length) cuts.push([at, next[at] ?? run.length]);
  return cuts;
}

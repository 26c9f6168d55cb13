import { buildAutomaton } from './automaton.ts';
import { isHan } from './fold.ts';
import type { Name } from './names.ts';
import { type Sound, soundOf, soundsOf } from './pinyin.ts';

/** A stretch of a text that is a name written otherwise. */
export interface Typo {
  start: number;
  end: number;
  name: Name;
}

/** Names by their sound: homophones (`采沟`), whole pinyin (`zhengwufuwu`) and mixtures of both. */
export interface SoundIndex {
  find(text: string): Typo[];
}

/** Loose ways of speaking are not guessed at. */
function isLoose({ how, surface }: Name): boolean {
  return how === 'hint' || how === 'title' || (how === 'post' && surface.length < LONG_POST);
}

const LONG_POST = 5;

/** Builds the index over names of three characters or more, and people's names of two. */
export function buildSoundIndex(names: readonly Name[]): SoundIndex {
  const known = new Set<string>();
  const patterns: [string[], Name][] = [];
  for (const name of names) {
    const chars = [...name.surface];
    if (!chars.every(isHan) || isLoose(name) || chars.length < 2) continue;
    if (name.entities[0]?.kind === 'elsewhere') continue;
    if (name.entities[0]?.kind === 'person' && name.how === 'spoken') continue;
    const isPerson = name.entities[0]?.kind === 'person';
    if (chars.length < (isPerson ? 2 : 3)) continue;
    const sounds = chars.map(soundOf);
    for (const sound of sounds) known.add(sound);
    patterns.push([sounds, name]);
  }
  const automaton = buildAutomaton(patterns);
  return {
    find(text) {
      const sounds = soundsOf(text, known);
      const typos: Typo[] = [];
      for (const hit of automaton.find(sounds.map((s) => s.sound))) {
        const heard = sounds.slice(hit.start, hit.end);
        const start = heard[0]?.start ?? 0;
        const end = heard.at(-1)?.end ?? 0;
        if (isPlausible(text, heard, hit.value)) typos.push({ start, end, name: hit.value });
      }
      return typos;
    },
  };
}

/** Characters that ask: `几位副主任` is no misspelled `纪委副主任`. */
const ASKING = /[几哪谁]/;

/** A homophone counts when enough characters are right as written, and the kind of body (局, 部) is not changed. */
function isPlausible(text: string, heard: readonly Sound[], name: Name): boolean {
  const typed = heard.filter((s) => s.latin).length;
  if (typed === heard.length) return true;
  if (heard.some((s, i) => ASKING.test(text[s.start] ?? '') && text[s.start] !== name.surface[i]))
    return false;
  let right = 0;
  heard.forEach((s, i) => {
    if (!s.latin && text[s.start] === name.surface[i]) right += 1;
  });
  if (right === heard.length) return false;
  const needed = name.surface.length <= 3 ? 1 : Math.ceil(name.surface.length / 2) - typed;
  if (name.surface.length === 2 && text[heard[0]?.start ?? 0] !== name.surface[0]) return false;
  return right >= needed;
}

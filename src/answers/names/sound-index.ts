import { buildTokenAutomaton } from '../characters/automaton.ts';
import { isHan } from '../characters/fold.ts';
import { type Sound, soundOf, soundsOf } from '../characters/pinyin.ts';
import type { Name } from './names.ts';
import { ROLE_NOUN } from './posts.ts';
import { SURNAMES } from './unknown.ts';

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

/** Loose ways of speaking are not guessed at; of a surname with its title (`王书记`) only one character is. */
function isLoose({ how, surface, entities }: Name): boolean {
  if (how === 'hint') return surface.length < LONG_HINT || entities[0]?.kind !== 'group';
  if (how === 'title' || (how === 'spoken' && entities[0]?.kind === 'person')) return !isAddress(surface);
  return how === 'post' && surface.length < LONG_POST;
}

/** Surname and title, or a name and a title. */
const isAddress = (surface: string) => surface.length > 2 && ROLE_AT_END.test(surface);
const ROLE_AT_END = new RegExp(`(?:${ROLE_NOUN})$`);

const LONG_POST = 5;

/** A word of a matter is known by its sound from here on, with one wrong character. */
const LONG_HINT = 4;

/** Builds the index over names of three characters or more, and people's names of two. */
export function buildSoundIndex(names: readonly Name[]): SoundIndex {
  const known = new Set<string>();
  const patterns: [string[], Name][] = [];
  for (const name of names) {
    const chars = [...name.surface];
    if (!chars.every(isHan) || isLoose(name) || chars.length < 2) continue;
    if (name.entities[0]?.kind === 'elsewhere') continue;
    const isPerson = name.entities[0]?.kind === 'person';
    if (chars.length < (isPerson ? 2 : 3)) continue;
    const sounds = chars.map(soundOf);
    for (const sound of sounds) known.add(sound);
    patterns.push([sounds, name]);
  }
  const automaton = buildTokenAutomaton(patterns);
  return {
    find(text) {
      const sounds = soundsOf(text, known);
      const typos: Typo[] = [];
      for (const hit of automaton.find(sounds.map((s) => s.sound))) {
        const heard = sounds.slice(hit.start, hit.end);
        const start = heard[0]?.start ?? 0;
        const end = heard.at(-1)?.end ?? 0;
        if (isPlausible(text, heard, hit.value) && isAddressed(text, heard, hit.value))
          typos.push({ start, end, name: hit.value });
      }
      return typos;
    },
  };
}

/** Characters that ask: `几位副主任` is no misspelled `某委副主任`. */
const ASKING = /[几哪谁]/;

/** A homophone counts when enough characters are right as written, and the kind of body (局, 部) is not changed. */
function isPlausible(text: string, heard: readonly Sound[], name: Name): boolean {
  const typed = heard.filter((s) => s.latin).length;
  if (typed === heard.length) return name.how !== 'hint';
  if (heard.some((s, i) => ASKING.test(text[s.start] ?? '') && text[s.start] !== name.surface[i]))
    return false;
  let right = 0;
  heard.forEach((s, i) => {
    if (!s.latin && text[s.start] === name.surface[i]) right += 1;
  });
  if (right === heard.length) return false;
  if (name.how === 'hint') return right + 1 === heard.length;
  if (isWholeName(name)) return true;
  const needed = name.surface.length <= 3 ? 1 : Math.ceil(name.surface.length / 2) - typed;
  if (name.surface.length === 2 && text[heard[0]?.start ?? 0] !== name.surface[0]) return false;
  return right >= needed;
}

/** Three syllables of one person's name are nobody else's, whatever characters they are written in. */
const isWholeName = ({ entities, how, surface }: Name) =>
  entities[0]?.kind === 'person' && how === 'name' && surface.length > 2;

/** What may stand before somebody who is spoken of by his title. */
const BEFORE = /(?:^|[\s,，。、?？:：和跟与及问找归由请给是]|那位|这位|那个|咱们?|[以即]及|为什么|怎么)$/;

/**
 * A title is a misspelled one where all but one character are right and it stands as one; another surname is
 * somebody else, and a word of grammar (`谁是主任`) is no surname.
 */
function isAddressed(text: string, heard: readonly Sound[], { entities, how, surface }: Name): boolean {
  if (entities[0]?.kind !== 'person' || (how !== 'title' && how !== 'spoken')) return true;
  const wrong = heard.filter((s, i) => !s.latin && text[s.start] !== surface[i]);
  if (wrong.length > 1) return false;
  const [first] = heard;
  if (first === undefined || first.latin || text[first.start] === surface[0]) return true;
  const said = text[first.start] ?? '';
  return !SURNAMES.includes(said) && !GRAMMAR.includes(said) && BEFORE.test(text.slice(0, first.start));
}

const GRAMMAR =
  '是事十时使市里例离理要应因后该改就着找张将讲叫交完万晚问为有又由再在做作还没每和何跟更给各个';

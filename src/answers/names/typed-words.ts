import { isHan } from '../characters/fold.ts';
import { soundOf, soundsOf } from '../characters/pinyin.ts';
import type { Name } from './names.ts';

/** A run of Latin letters that may be words typed by their sound. */
const RUN = /(?<![a-z\d])[a-z](?:[a-z']| (?=[a-z])){3,60}[a-z](?![a-z\d])/g;

/** What a word stands for decides between words of one sound: firm names before loose ones. */
const rankOf = ({ how }: Name) => (how === 'name' ? 0 : how === 'hint' ? 2 : 1);

/**
 * Writes names, and words of matters where only one of them sounds so, that were typed in letters (`moushi` for 某事) in characters. Only a run that such names make up from
 * end to end is one: two syllables inside a longer run stand for too many words.
 */
export function buildTypedWords(
  names: readonly Name[],
  words: readonly string[] = [],
): (text: string) => string {
  const known = new Set<string>();
  const bySound = new Map<string, Name>();
  const spelled = new Map<string, string>();
  let longest = 0;
  for (const name of names) {
    const chars = [...name.surface];
    if (chars.length < 2 || !chars.every(isHan)) continue;
    const sounds = chars.map(soundOf);
    for (const sound of sounds) known.add(sound);
    longest = Math.max(longest, sounds.length);
    const key = sounds.join(' ');
    const other = bySound.get(key);
    if (!other || rankOf(name) < rankOf(other)) bySound.set(key, name);
  }
  const wordsBySound = Map.groupBy(
    words.filter((word) => /^[\u4e00-\u9fff]{2,8}$/.test(word)),
    (word) => [...word].map(soundOf).join(' '),
  );
  for (const [key, same] of wordsBySound) {
    const [word, ...others] = new Set(same);
    if (word !== undefined && others.length === 0) spelled.set(key, word);
    longest = Math.max(longest, key.split(' ').length);
    for (const sound of key.split(' ')) known.add(sound);
  }
  for (const [key, name] of bySound) spelled.set(key, name.surface);
  return (text) =>
    /[a-z]{2}/.test(text)
      ? text.replace(RUN, (run) => {
          const sounds = soundsOf(run, known).map(({ sound }) => sound);
          let said = '';
          for (let at = 0; at < sounds.length; ) {
            let size = Math.min(longest, sounds.length - at);
            while (size > 1 && !spelled.has(sounds.slice(at, at + size).join(' '))) size--;
            if (size < 2) return run;
            said += spelled.get(sounds.slice(at, at + size).join(' ')) ?? '';
            at += size;
          }
          return said;
        })
      : text;
}

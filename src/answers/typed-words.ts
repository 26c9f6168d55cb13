import { isHan } from './fold.ts';
import type { Name } from './names.ts';
import { soundOf, soundsOf } from './pinyin.ts';

/** A run of Latin letters that may be words typed by their sound. */
const RUN = /(?<![a-z\d])[a-z](?:[a-z']| (?=[a-z])){3,60}[a-z](?![a-z\d])/g;

/** What a word stands for decides between words of one sound: firm names before loose ones. */
const rankOf = ({ how }: Name) => (how === 'name' ? 0 : how === 'hint' ? 2 : 1);

/**
 * Writes names that were typed in letters (`moushi` for 某事) in characters. Only a run that such names make up from
 * end to end is one: two syllables inside a longer run stand for too many words.
 */
export function buildTypedWords(names: readonly Name[]): (text: string) => string {
  const known = new Set<string>();
  const bySound = new Map<string, Name>();
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
  return (text) =>
    /[a-z]{2}/.test(text)
      ? text.replace(RUN, (run) => {
          const sounds = soundsOf(run, known).map(({ sound }) => sound);
          let said = '';
          for (let at = 0; at < sounds.length; ) {
            let size = Math.min(longest, sounds.length - at);
            while (size > 1 && !bySound.has(sounds.slice(at, at + size).join(' '))) size--;
            if (size < 2) return run;
            said += bySound.get(sounds.slice(at, at + size).join(' '))?.surface ?? '';
            at += size;
          }
          return said;
        })
      : text;
}

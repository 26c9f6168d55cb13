import type { Vocabulary } from './tokens.ts';

/** Titles behind a person's name say nothing and are passed over. */
const OF_TITLES = '副主任书记部长局区委员同志领导';

/**
 * Counts at least so many characters that no word of a vocabulary has: of clauses with a name in them, since others may
 * be remarks. What has more than its reader takes need not be read word for word.
 */
export function unreadWith({ letterOf }: Vocabulary): (masked: string) => number {
  const chars = new Set([...[...letterOf.keys()].join(''), ...OF_TITLES]);
  const ends = new Set([...letterOf].flatMap(([word, letter]) => (letter === ',' ? [...word] : [])));
  return (masked) => {
    let [all, own, isNamed] = [0, 0, false];
    for (const char of masked) {
      if (ends.has(char)) {
        if (isNamed) all += own;
        [own, isNamed] = [0, false];
      } else if (char >= 'A' && char <= 'Z') isNamed = true;
      else if (!chars.has(char)) own++;
    }
    return isNamed ? all + own : all;
  };
}

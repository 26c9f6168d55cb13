import { isFiller } from '../beside/filler.ts';
import type { TextIndex } from '../characters/text-index.ts';
import type { Mention } from './entities.ts';

/** As many characters as people leave of a name, the longer first. */
const LENGTHS = [3, 2] as const;
const HAN = /^[\u4e00-\u9fff]+$/;
/** What may stand before a name, where it is no part of a longer word. */
const BEFORE = /(?:^|[^\u4e00-\u9fff]|[问查看是归由和跟与给在说讲]|[那这]个)$/;

/** A name shortened to one character of each of its words (`甲丙组` of a matter `甲乙丙丁`): the one group whose name has these in this order. */
export function shortenedBefore<T extends { no: number; field: string }>(
  text: string,
  floor: number,
  end: number,
  byField: TextIndex<T>,
  isGeneral: (char: string) => boolean,
): Mention | undefined {
  for (const length of LENGTHS) {
    const start = end - length;
    const said = start < floor ? '' : text.slice(start, end);
    if (!HAN.test(said) || isFiller(said) || [...said].every(isGeneral) || !BEFORE.test(text.slice(0, start)))
      continue;
    const [one, ...others] = byField.havingEach(said).filter(({ field }) => isAmong(said, field));
    if (one && others.length === 0)
      return {
        start,
        end,
        text: said,
        kind: 'group',
        entities: [{ kind: 'group', no: one.no }],
        how: 'piece',
      };
  }
  return undefined;
}

/** Whether a name has these characters, in this order. */
function isAmong(said: string, name: string): boolean {
  let at = -1;
  return [...said].every((char) => {
    at = name.indexOf(char, at + 1);
    return at >= 0;
  });
}

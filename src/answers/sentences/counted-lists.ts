import { fold } from '../characters/fold.ts';
import { parseNumeral } from '../characters/numerals.ts';
import type { Match } from './retrieve.ts';

/** A word that counts (`四挂钩`, `三份清单`). */
const COUNTED = /([一二两三四五六七八九十])(?:个|份|项|大|种)?[\u4e00-\u9fff]{1,4}/g;
const NUMERALS = '一二两三四五六七八九十';

/**
 * Whether a sentence lists as many things as a word of the question counts, with that word after the list or before
 * its colon (`甲、乙、丙、丁“四挂钩”`).
 */
export function listsWhatItCounts(sentence: string, asked: string): boolean {
  const text = fold(sentence).replace(/["“”]/g, '');
  for (const [word, numeral = ''] of fold(asked).matchAll(COUNTED)) {
    const known = longestIn(text, word);
    const count = NUMERALS.includes(numeral) ? (parseNumeral(numeral) ?? 0) : 0;
    if (known.length < 2 || count < 2) continue;
    const before = text.slice(0, text.indexOf(known));
    const list = before.slice(before.search(/[^,，;；。]*$/)).split('、');
    if (list.length === count && list.every((item) => item.length > 1)) return true;
  }
  return false;
}

/** The longest beginning of a word that a text has. */
function longestIn(text: string, word: string): string {
  let size = word.length;
  while (size > 1 && !text.includes(word.slice(0, size))) size -= 1;
  return word.slice(0, size);
}

/** `三个导向`: so many items of one list that all end in the word. */
export function listsAlike(sentence: string, asked: string): boolean {
  for (const [, numeral = '', noun = ''] of fold(asked).matchAll(COUNTED_NOUN)) {
    const count = parseNumeral(numeral) ?? 0;
    const alike = fold(sentence)
      .split(/[,;。]/)
      .map((piece) => piece.split('、').filter((item) => item.endsWith(noun)).length);
    if (count > 1 && alike.includes(count)) return true;
  }
  return false;
}

const COUNTED_NOUN = /([一二两三四五六七八九十])(?:个|项|种|大)([\u4e00-\u9fff]{2})/g;

const WHICH_OF = /哪([一二两三四五六七八九十\d]+)(?:个|样|项|条|家|种|类|方面|块)/;

/** Whether a sentence lists as many things as are asked for (`挂哪四样`), and not the thing itself among them. */
export function listsAsMany(sentence: string, asked: string): boolean {
  const many = parseNumeral(asked.match(WHICH_OF)?.[1] ?? '') ?? 0;
  const named = [...sentence.matchAll(/“([^“”]{2,8})”/g)].filter(([, word = '']) =>
    asked.includes(fold(word)),
  );
  const isItself = (item: string) => named.some(([quoted]) => item.startsWith(quoted));
  return (
    many > 1 &&
    sentence.split(/[，；。]/).some((piece) => {
      const items = piece.split('、');
      return items.length === many && !items.some(isItself);
    })
  );
}

/** How near the best a sentence must come that goes before it. */
const NEARLY = 0.76;

/** `跟哪四样绑一起`: the sentence nearly as near that lists so many things goes before one that does not. */
export function withListFirst(text: string, matches: readonly Match[]): Match[] {
  const [best, ...rest] = matches;
  if (!best || !COUNTED_WHICH.test(text) || listsAsMany(best.statement.text, text)) return [...matches];
  const other = rest.find(
    ({ statement, coverage }) => coverage >= best.coverage * NEARLY && listsAsMany(statement.text, text),
  );
  return other ? [other, ...matches.filter((m) => m !== other)] : [...matches];
}

const COUNTED_WHICH = /哪[二两三四五六七八九十\d]/;

import { expect, it } from 'vitest';
import { charsOf } from '../../src/answers/characters/needed-chars.ts';
import { alternativesOf } from '../../src/answers/handlers/alternatives-of.ts';
import { Sieve, sieved } from '../../src/answers/handlers/sieve.ts';

const sources = (pattern: RegExp) => alternativesOf(pattern).map(({ source }) => source);

it('takes a pattern apart only at its top, and not where it refers back', () => {
  expect(sources(/甲|乙(?:丙|丁)|[|]\|戊/)).toEqual(['甲', '乙(?:丙|丁)', '[|]\\|戊']);
  expect(sources(/(甲)\1|乙/)).toEqual(['(甲)\\1|乙']);
});

it('lets through whatever a pattern matches, and little else', () => {
  const patterns = [/谁(?:管|包)/, /(?<!不)几个?组|多少/, /^$|组$/, /^.*甲乙/];
  const possible = sieved(
    () => patterns,
    (pattern) => pattern,
  );
  const texts = ['谁包这事', '有几个组', '多少', '第几组', '甲乙', '乙甲', '', '什么时候'];
  for (const text of texts)
    for (const pattern of patterns) if (pattern.test(text)) expect(possible(text), text).toContain(pattern);
  expect(possible('谁知道')).not.toContain(patterns[0]);
});

it('holds each thing against the text that it is about', () => {
  const sieve = new Sieve([
    [
      [0, /U/],
      [1, [/甲/, /乙/]],
    ],
    [],
  ]);
  const passes = (masked: string, text: string) =>
    [0, 1].map((thing) => sieve.passes(thing, [charsOf(masked), charsOf(text)]));
  expect(passes('U组', '乙组')).toEqual([true, true]);
  expect(passes('组', '乙组')).toEqual([false, true]);
  expect(passes('U', '丙')).toEqual([false, true]);
});

import { RegExpParser } from '@eslint-community/regexpp';

/** A pattern that reads back what it has read, or whose parts are told by number. */
const REFERS_BACK = /\\[1-9k]/;

const PARSER = new RegExpParser({ ecmaVersion: 2025 });

/** The alternatives of a pattern at its top, each a pattern; one alone where it has no others. */
export function alternativesOf(pattern: RegExp): RegExp[] {
  const { source, flags } = pattern;
  if (/[iuv]/.test(flags) || REFERS_BACK.test(source)) return [pattern];
  const { alternatives } = PARSER.parsePattern(source);
  return alternatives.length < 2 ? [pattern] : alternatives.map(({ raw }) => new RegExp(raw, flags));
}

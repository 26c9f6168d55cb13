import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Sets of characters (UTF-16 units): a text has one of each, or the pattern does not match it. */
export type NeededChars = readonly Uint16Array[];

/** A wider range is no help: most texts have one of its characters. */
const WIDEST = 40;
const DIGITS = [...'0123456789'].map((digit) => digit.charCodeAt(0));

const PARSER = new RegExpParser({ ecmaVersion: 2025 });

/**
 * What a text needs for a pattern to match anywhere in it, the rarest sets first. Empty where nothing is sure. It only
 * ever rules a pattern out: that nothing is missing does not say that it matches.
 */
export function neededChars(pattern: RegExp): NeededChars {
  // Either case would do, or characters beyond UTF-16 units stand for one: left to the pattern itself.
  if (/[iuv]/.test(pattern.flags)) return [];
  const sets = ofAlternatives(PARSER.parsePattern(pattern.source).alternatives);
  const known = new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join(), set]));
  return [...known.values()].sort((a, b) => a.size - b.size).map((set) => Uint16Array.from(set));
}

type CharSet = ReadonlySet<number>;

function ofAlternatives(alternatives: readonly AST.Alternative[]): CharSet[] {
  const each = alternatives.map(({ elements }) => elements.flatMap(ofElement));
  const [only = []] = each;
  if (each.length === 1) return only;
  // Whichever matches, one of the characters that it needs is there.
  const union = new Set<number>();
  for (const sets of each) {
    const [least] = sets.toSorted((a, b) => a.size - b.size);
    if (least === undefined) return [];
    for (const char of least) union.add(char);
  }
  return union.size <= WIDEST ? [union] : [];
}

function ofElement(element: AST.Element): CharSet[] {
  switch (element.type) {
    case 'Character':
      return element.value > 0xffff ? [] : [new Set([element.value])];
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate ? [new Set(DIGITS)] : [];
    case 'CharacterClass':
      return ofClass(element);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Assertion':
      return 'alternatives' in element && !element.negate ? ofAlternatives(element.alternatives) : [];
    case 'Quantifier':
      return element.min > 0 ? ofElement(element.element) : [];
    default:
      return [];
  }
}

function ofClass({ negate, elements }: AST.CharacterClass): CharSet[] {
  if (negate) return [];
  const chars = new Set<number>();
  for (const one of elements) {
    if (one.type === 'Character') chars.add(one.value);
    else if (one.type === 'CharacterClassRange')
      for (let char = one.min.value; char <= one.max.value && chars.size <= WIDEST; char++) chars.add(char);
    else if (one.type === 'CharacterSet' && one.kind === 'digit' && !one.negate)
      for (const digit of DIGITS) chars.add(digit);
    else return [];
    if (chars.size > WIDEST) return [];
  }
  return [chars];
}

/** The characters of a text, some of which share a bit: one that is not there may seem to be, never the other way round. */
export type Chars = Uint32Array;

const WORDS = 64;

/** The characters of no text. */
export const noChars = (): Chars => new Uint32Array(WORDS);

/** The characters of a text (UTF-16 units), as `mayMatch` asks for them; those of another one are overwritten. */
export function charsOf(text: string, chars: Chars = noChars()): Chars {
  chars.fill(0);
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    const word = (char >> 5) & (WORDS - 1);
    chars[word] = (chars[word] as number) | (1 << (char & 31));
  }
  return chars;
}

/** Whether a text of these characters may have what a pattern needs. */
export function mayMatch(needed: NeededChars, chars: Chars): boolean {
  for (let at = 0; at < needed.length; at++) {
    const set = needed[at] as Uint16Array;
    let i = 0;
    while (i < set.length && !isAmong(set[i] as number, chars)) i++;
    if (i === set.length) return false;
  }
  return true;
}

const isAmong = (char: number, chars: Chars) =>
  (((chars[(char >> 5) & (WORDS - 1)] as number) >>> (char & 31)) & 1) === 1;

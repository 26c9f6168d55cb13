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

/** The characters of a text, each as one of so many marks: some share one, which only lets more through. */
export type Chars = Uint8Array;

const MARKS = 1024;
/** The mark of a character (a UTF-16 unit). */
export const markOf = (char: number) => char % MARKS;

/** The characters of no text. */
export const noChars = (): Chars => new Uint8Array(MARKS);

/** The characters of a text, as `mayMatch` asks for them; those of another one are overwritten. */
export function charsOf(text: string, chars: Chars = noChars()): Chars {
  chars.fill(0);
  for (let i = 0; i < text.length; i++) chars[markOf(text.charCodeAt(i))] = 1;
  return chars;
}

/** Whether a text of these characters may have what a pattern needs. */
export function mayMatch(needed: NeededChars, chars: Chars): boolean {
  for (let at = 0; at < needed.length; at++) {
    const set = needed[at] as Uint16Array;
    let i = 0;
    while (i < set.length && chars[markOf(set[i] as number)] === 0) i++;
    if (i === set.length) return false;
  }
  return true;
}

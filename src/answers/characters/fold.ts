import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });
const simplified = new Map<string, string>();

/** One character in simplified script; remembered, since the converter is slow for single characters. */
function simplify(char: string): string {
  if (char < '\u3400') return char;
  const known = simplified.get(char);
  if (known !== undefined) return known;
  const made = toSimplified(char);
  simplified.set(char, made);
  return made;
}

/** By UTF-16 unit: a character that is known to be its own simplified form. */
const simple = new Uint8Array(0x10000);

/** Whether nothing of a text is in traditional script: most texts are seen to be so without making them anew. */
function isSimple(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (simple[unit] === 1) continue;
    const char = text[i] ?? '';
    if (SURROGATE.test(char) || simplify(char) !== char) return false;
    simple[unit] = 1;
  }
  return true;
}

const SURROGATE = /[\ud800-\udfff]/;

const INVISIBLE = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;
const QUOTES = /["'“”‘’「」『』《》〈〉`*_#~^|\\]/g;
const SPACE_BESIDE_HAN = /(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g;

/** So many texts are remembered, twice; texts of a notice come up again with each question. */
const REMEMBERED = 4000;
/** Longer ones are not. */
const LONGEST = 1000;
let folded = new Map<string, string>();
/** Those remembered before: what is still asked for is taken over, the rest forgotten. */
let earlier = new Map<string, string>();

/**
 * One spelling for matching: width, script, case, quotes, invisible characters and spaces folded away. Names,
 * source text and questions all go through it, so that they meet.
 */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const made = earlier.get(text) ?? folding(text);
  if (text.length <= LONGEST) {
    if (folded.size >= REMEMBERED) {
      earlier = folded;
      folded = new Map();
    }
    folded.set(text, made);
  }
  return made;
}

function folding(text: string): string {
  const plain = text
    .replace(/<[^<>]{0,80}>/g, '')
    .normalize('NFKC')
    .replace(QUOTES, '')
    .replace(/[—–―]+/g, '-')
    .replace(/[·・•‧]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(SPACE_BESIDE_HAN, '')
    .trim()
    .toLowerCase();
  if (isSimple(plain)) return plain;
  let out = '';
  for (const char of plain) out += simplify(char);
  return out;
}

/** Whether a character is a Chinese one. */
export function isHan(char: string): boolean {
  return char >= '\u3400' && char <= '\u9fff';
}

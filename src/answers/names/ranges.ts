import { NUMERAL, parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';

/** A run of groups or measures that a question keeps to. */
export interface Range {
  kind: 'group' | 'measure';
  numbers: number[];
  /** How it is said in the answer (`前11个组`). */
  name: string;
  /** It is a part of the measures, by its number. */
  isPart?: boolean;
}

const KIND = '(?:个|条|项|大)?(?:专项)?(?:工作)?(小?组|措施|条)';
const ENDS = new RegExp(
  `(前|(?<![牵这那]|们)头|开头|后|末|最后|后面|靠后的?)(?:面|边|的)?(${NUMERAL})(来|多)?(?:个|条)?(?:专项)?(?:工作)?(小?组|措施|(?<=条))`,
);
const FROM_TO = new RegExp(`第?(${NUMERAL})(?:组|条)?(?:到|至|-|~)第?(${NUMERAL})(?:号|个)?${KIND}`);
const BEYOND = new RegExp(`第?(${NUMERAL})(?:号|个)?(?:专项)?(小?组|条)(?:措施)?(?:以|之|往)(后|前)`);
const PART =
  /(?:第([一二三四五六\d])(?:大)?(?:部分|块|大块|章)|\(([一二三四五六])\))(?:的|里|中|下)*(?:面)?(?=.*(?:条|措施))/;

/** `单号的组`, `编号是偶数的措施` */
const PARITY =
  /(单号|奇数|双号|偶数)(?:号)?(?:编号)?(?:的)?(?:那些|几个|所有)?(?:专项)?(?:工作)?(小?组|条|措施)/;

function everyOther([, word = '', noun = '']: RegExpMatchArray, facts: Facts): Range {
  const kind = kindOf(noun);
  const isOdd = /单|奇/.test(word);
  const numbers = allOf(kind, facts).filter((no) => (no % 2 === 1) === isOdd);
  return { kind, numbers, name: `${isOdd ? '单' : '双'}号的${kind === 'group' ? '组' : '措施'}` };
}

/** The run of groups or measures in a text (`前11个组`, `第12到22组`, `后十来个组`); undefined where there is none. */
export function rangeIn(text: string, facts: Facts): Range | undefined {
  const span = text.match(FROM_TO);
  if (span) return between(kindOf(span[3] ?? ''), [span[1] ?? '', span[2] ?? ''], facts);
  const beyond = text.match(BEYOND);
  if (beyond) return beside(beyond, facts);
  const parity = text.match(PARITY);
  if (parity) return everyOther(parity, facts);
  const end = text.match(ENDS);
  if (end) return atEnd(end, facts);
  const part = text.match(PART);
  if (!part) return undefined;
  const no = parseNumeral(part[1] ?? part[2] ?? '');
  const numbers = facts.model.measures.filter((m) => m.part === no).map((m) => m.no);
  const heading = facts.model.parts.find((p) => p.no === no)?.heading;
  return heading !== undefined && /附件1|措施|(?:几|\d)条/.test(text)
    ? { kind: 'measure', numbers, name: `“${heading}”部分`, isPart: true }
    : undefined;
}

const kindOf = (word: string) => (/组/.test(word) ? 'group' : 'measure');

function between(kind: Range['kind'], [from = '', to = '']: readonly string[], facts: Facts) {
  const [low, high] = [parseNumeral(from) ?? 0, parseNumeral(to) ?? 0];
  const numbers = allOf(kind, facts).filter((no) => no >= low && no <= high);
  return numbers.length > 1 ? named(kind, numbers, `第${low}到${high}`) : undefined;
}

/** `11组以后`, `第5条之前`: the rest on one side of a number, without it. */
function beside([, numeral = '', word = '', side]: RegExpMatchArray, facts: Facts) {
  const kind = kindOf(word);
  const limit = parseNumeral(numeral) ?? 0;
  const numbers = allOf(kind, facts).filter((no) => (side === '后' ? no > limit : no < limit));
  return numbers.length > 1 ? named(kind, numbers, `第${limit}${word}以${side}的`) : undefined;
}

function atEnd([, side = '', numeral = '', more, word = '']: RegExpMatchArray, facts: Facts) {
  const kind = kindOf(word === '' ? '条' : word);
  const all = allOf(kind, facts);
  const count = parseNumeral(numeral) ?? 0;
  const isFirst = /前|头/.test(side);
  const size = more ? count + 1 : count;
  if (count < 2 || size > all.length) return undefined;
  return named(kind, isFirst ? all.slice(0, size) : all.slice(-size), `${isFirst ? '前' : '后'}${size}`);
}

const named = (kind: Range['kind'], numbers: number[], name: string): Range => ({
  kind,
  numbers,
  name: /^[前后]/.test(name)
    ? `${name}${kind === 'group' ? '个组' : '条'}`
    : `${name}${kind === 'group' ? '组' : '条'}`,
});

const allOf = (kind: Range['kind'], facts: Facts) =>
  kind === 'group' ? facts.model.groups.map((g) => g.no) : facts.model.measures.map((m) => m.no);

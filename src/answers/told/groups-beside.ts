import { fold } from '../characters/fold.ts';
import { digitize, parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';

const NUMBER = '(?<count>[一二两俩三仨四五六1-6])';
const OWN = '(?:专项)?(?:工作)?(?:小组|那组|那个组|组)?';
const GROUP = '(?:专项)?(?:工作)?小?组';
const JOINS = '(?:的|紧|挨|跟|接|再|往|向|排|列|顺|着|在|它|那|这|是)*';
const SIDE = '(?:(?<side>前|后)(?:面|头|边|推|数)?|(?<next>[上下])(?=一))';
/** Behind the name of a group: the group that stands so many places before or behind it. */
const BESIDE: readonly RegExp[] = [
  new RegExp(
    `^${OWN}${JOINS}${SIDE}${JOINS}(?:(?<nth>第)?${NUMBER}(?:个|号|位)?|(?:那|这)个?|(?:的|一|个|号)*)(?:的)?(?<word>${GROUP})(?![长织合成])`,
  ),
  new RegExp(
    `^${OWN}${JOINS}${SIDE}${JOINS}(?:一)?(?:个|号|位|组)?[,，]?(?:又|到底|应该)*(?=是(?:哪(?:一)?个?|什么|啥)(?:专项)?(?:工作)?小?组)`,
  ),
];
/** Said before the name, of its place. */
const LED_IN = /(?:紧|挨|排|列|站|放)+(?:着|在|到)?$/;
/** Longer messages are texts; a longer stretch is no name. */
const LONGEST = 120;
const LONGEST_NAME = 24;

/** `甲组后面那个组`, `紧挨在某事前一号的小组`, `某组往后数第二个组`: a group told by its place beside another gets its number. */
export function withGroupsBeside(raw: string, linker: Linker, { model }: Facts): string {
  if (raw.length > LONGEST || !raw.includes('组') || !/[前后上下]/.test(raw)) return raw;
  const text = digitize(fold(raw));
  for (const { kind, how, entities, start } of linker.link(text)) {
    const [entity, ...others] = entities;
    if (kind !== 'group' || entity?.kind !== 'group' || how === 'hint' || others.length > 0) continue;
    const field = model.groups.find(({ no }) => no === entity.no);
    const end = field && nameEnd(text, start, linker, entity.no);
    const found = end === undefined ? undefined : besideIn(text.slice(end));
    if (end === undefined || !found) continue;
    const numbers = Array.from({ length: found.many }, (_, i) => entity.no + found.step * (found.from + i));
    if (numbers.some((no) => no < 1)) return raw;
    const before = text.slice(0, start).replace(LED_IN, '');
    const said = numbers.toSorted((a, b) => a - b).map((no) => `第${no}组`);
    return `${before}${said.join('和')}${text.slice(end + found.length)}`;
  }
  return raw;
}

/** Where the name itself ends: a mention may take in the words behind it. */
function nameEnd(text: string, start: number, linker: Linker, no: number): number | undefined {
  for (let end = Math.min(text.length, start + LONGEST_NAME); end > start + 1; end--) {
    if (!besideIn(text.slice(end))) continue;
    const [only, ...others] = linker.link(text.slice(start, end));
    const [entity] = only?.entities ?? [];
    if (others.length === 0 && only?.end === end - start && entity?.kind === 'group' && entity.no === no)
      return end;
  }
  return undefined;
}

interface Beside {
  step: 1 | -1;
  /** How far the nearest of them is. */
  from: number;
  many: number;
  length: number;
}

function besideIn(tail: string): Beside | undefined {
  for (const pattern of BESIDE) {
    const found = tail.match(pattern);
    if (!found) continue;
    const { side, next, nth, count } = found.groups ?? {};
    const number = parseNumeral((count ?? '一').replace('俩', '两').replace('仨', '三')) ?? 1;
    const isNth = nth !== undefined;
    return {
      step: side === '后' || next === '下' ? 1 : -1,
      from: isNth ? number : 1,
      many: isNth ? 1 : number,
      length: found[0].length,
    };
  }
  return undefined;
}

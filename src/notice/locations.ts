import type { Notice } from './index-of.ts';

const DIGITS = '一二三四五六七八九';
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** Pieces that have a name instead of a number. */
const NAMED = /^(?:文头|附件清单|落款)$/;
const PREFACE = /^(?:前言|引言|开头|序言)$/;
const ANNEX = /^附件?([1-9一二三四五六七八九])/;
/** The section that holds the numbered pieces: task groups in the notice itself, measures in annex 1. */
const LISTS = '三';

const SECTION = new RegExp(`^第?${NUMBER}(?:大?部分|章|、|(?=[(第\\d])|$)`);
const GROUP = new RegExp(`^(?:第?${NUMBER}(?:个|号)?(?:专项|工作)*小?组|小?组${NUMBER})$`);
const MEASURE = new RegExp(`^(?:第?${NUMBER}(?:条|项|号)(?:措施|任务)?|措施${NUMBER}|(\\d{1,2}))$`);
const BRACKETED = new RegExp(`^第?\\(${NUMBER}\\)(?:条|项|款|点|部分)?$`);
const COUNTED = new RegExp(`^第?${NUMBER}(?:条|项|款|点|个)?$`);

/**
 * The fixed spelling (design §4) of a place as people write it: `附件一第14条` → `附件1·14`, `第三部分第7组` →
 * `三、7`, `第四部分(二)` → `四（二）`. Undefined when it is not one; whether the notice has it is another question.
 */
export function normalizeLocation(text: string): string | undefined {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s·・.,:的中里]/g, '')
    .replace(/^(?:本?通知|正文)/, '');
  const annex = ANNEX.exec(compact);
  if (!annex || compact === '附件清单') return inBody(compact);
  const no = toNumber(annex[1] ?? '');
  const rest = compact.slice(annex[0].length).replace(/^、/, '');
  return no === undefined ? undefined : inAnnex(no, rest);
}

/** For sorting places in the order of the document; unknown ones come last. */
export function documentOrder(notice: Notice): (a: string, b: string) => number {
  return (a, b) => notice.order(a) - notice.order(b);
}

function inBody(rest: string): string | undefined {
  if (NAMED.test(rest)) return rest;
  const group = numberIn(GROUP, rest);
  if (group !== undefined) return `${LISTS}、${group}`;
  // Only annex 1 counts its pieces as 条 throughout, so a bare 第14条 is a measure.
  if (/条|措施/.test(rest)) {
    const measure = numberIn(MEASURE, rest);
    if (measure !== undefined) return `附件1·${measure}`;
  }
  const section = sectionOf(rest);
  if (!section) return undefined;
  if (section.rest === '') return section.name;
  if (section.name !== LISTS) return itemOf(section.name, section.rest);
  const no =
    numberIn(GROUP, section.rest) ?? numberIn(BRACKETED, section.rest) ?? numberIn(COUNTED, section.rest);
  return no === undefined ? undefined : `${LISTS}、${no}`;
}

function inAnnex(annex: number, rest: string): string | undefined {
  const at = `附件${annex}·`;
  if (PREFACE.test(rest)) return `${at}前言`;
  if (annex === 1) {
    const measure = numberIn(MEASURE, rest);
    if (measure !== undefined) return `${at}${measure}`;
  }
  const section = sectionOf(rest);
  if (!section) return undefined;
  if (section.rest === '') return `${at}${section.name}`;
  const measure = annex === 1 && section.name === LISTS ? numberIn(MEASURE, section.rest) : undefined;
  const item = measure === undefined ? itemOf(section.name, section.rest) : String(measure);
  return item === undefined ? undefined : `${at}${item}`;
}

/** `四部分(二)` → 四 and what follows. */
function sectionOf(text: string): { name: string; rest: string } | undefined {
  const found = SECTION.exec(text);
  const name = DIGITS[(toNumber(found?.[1] ?? '') ?? 0) - 1];
  return found && name !== undefined ? { name, rest: text.slice(found[0].length) } : undefined;
}

function itemOf(section: string, rest: string): string | undefined {
  const no = numberIn(BRACKETED, rest) ?? numberIn(COUNTED, rest);
  const digit = no === undefined ? undefined : DIGITS[no - 1];
  return digit === undefined ? undefined : `${section}（${digit}）`;
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const found = pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  return found === undefined ? undefined : toNumber(found);
}

/** 1…99 from digits or Chinese numerals (`三十一`). */
function toNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) || undefined;
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!found || text === '') return undefined;
  const [, first, ten, last] = found;
  if (!ten) return last === undefined && first !== undefined ? DIGITS.indexOf(first) + 1 : undefined;
  return (first ? DIGITS.indexOf(first) + 1 : 1) * 10 + (last ? DIGITS.indexOf(last) + 1 : 0);
}

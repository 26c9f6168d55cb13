const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Source of a pattern for a numeral, Arabic (with decimals) or Chinese below ten thousand. */
export const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+)';

/** The value of `14`, `十四`, `两百零五`, `二〇二一`; undefined for what is no number (`三四`). */
export function parseNumeral(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!/[十百千]/.test(text)) return parseDigits(text);
  let total = 0;
  let digit: number | undefined;
  for (const char of text) {
    const scale = SCALES[char];
    if (scale === undefined) {
      digit = DIGITS[char];
      if (digit === undefined) return undefined;
      continue;
    }
    total += (digit ?? 1) * scale;
    digit = undefined;
  }
  return total + (digit ?? 0);
}

function parseDigits(text: string): number | undefined {
  const digits = [...text].map((char) => DIGITS[char]);
  if (digits.length === 0 || digits.some((digit) => digit === undefined)) return undefined;
  if (digits.length > 1 && digits.length < 4 && !/[零〇]/.test(text)) return undefined;
  return Number(digits.join(''));
}

/** Chinese numeral of a number from 0 to 99, as headings write it (`十四`). */
export function toChinese(value: number): string {
  const names = '零一二三四五六七八九十';
  if (value <= 10) return names[value] ?? String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? names[tens] : ''}十${ones ? names[ones] : ''}`;
}

const ORDINAL = new RegExp(`第(${NUMERAL})`, 'g');
const COMPOUND =
  /[一二三四五六七八九]百(?:零?[一二三四五六七八九]?十?[一二三四五六七八九]?)|[二三四五六七八九]?十[一二三四五六七八九]?/g;

/** Ordinals and numerals above ten in digits (`第十四条` → `第14条`, `二十二个` → `22个`); 一…九 stay words. */
export function digitize(text: string): string {
  if (!/[第十百月廿卅]/.test(text)) return text;
  return text
    .replace(/廿(?=[一二三四五六七八九]|[条项])/g, '二十')
    .replace(/卅(?=[一]|[条项])/g, '三十')
    .replace(ORDINAL, (whole, numeral: string) => {
      const value = parseNumeral(numeral);
      return value === undefined ? whole : `第${value}`;
    })
    .replace(
      /(?<![\d个每])([一二三四五六七八九十]{1,2})月(?!度)/g,
      (whole, numeral: string) => `${parseNumeral(numeral) ?? whole}月`,
    )
    .replace(COMPOUND, (whole) => String(parseNumeral(whole) ?? whole));
}

/** A quantity said in a text: `80%`, `38天`, `每季度`. */
export interface Quantity {
  value: number;
  /** The measure word, folded (`天`, `%`, `个`). */
  unit: string;
  start: number;
  text: string;
}

const UNIT_WORDS =
  '个百分点|个?工作日|平方米|微克|个?小时|分钟|个?季度|个?月|周年|[%天日年周轮届次条项个家名位人组块张份类成倍步步批户件处所tb]';
const QUANTITY = new RegExp(`(百分之)?(${NUMERAL})(?:多|余)?(${UNIT_WORDS})?`, 'g');

/** Every quantity of a folded text, in order. `四成` is 40 %, `百分之六十` 60 %. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const value = parseNumeral(match[2] ?? '');
    const word = match[3] ?? '';
    if (value === undefined) continue;
    if (!match[1] && !word && !/\d/.test(match[2] ?? '')) continue;
    const share = match[1] !== undefined || word === '%' || word === '个百分点';
    const unit = share || word === '成' ? '%' : foldUnit(word);
    found.push({ value: word === '成' ? value * 10 : value, unit, start: match.index, text: match[0] });
  }
  return found;
}

function foldUnit(word: string): string {
  const bare = word.replace(/^个(?=.)/, '');
  return bare === '日' ? '天' : bare;
}

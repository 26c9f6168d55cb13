import { attribute, element, elements } from './xml.ts';

/** What a cell's style makes of its number. */
export type NumberFormat = 'general' | 'percent' | 'date';

const PERCENT_IDS = [9, 10];
const DATE_IDS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** Formats by the index that a cell's `s` attribute holds. */
export function numberFormats(stylesXml: string): NumberFormat[] {
  const custom = new Map<number, NumberFormat>();
  for (const format of elements(stylesXml, 'numFmt'))
    custom.set(Number(attribute(format, 'numFmtId')), kindOf(attribute(format, 'formatCode') ?? ''));
  const cells = element(stylesXml, 'cellXfs')?.inner ?? '';
  return [...elements(cells, 'xf')].map((xf) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0);
    if (PERCENT_IDS.includes(id)) return 'percent';
    if (DATE_IDS.includes(id)) return 'date';
    return custom.get(id) ?? 'general';
  });
}

function kindOf(code: string): NumberFormat {
  // Quoted text, colours and locale marks say nothing of the kind.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /y|d|m{3,}/i.test(bare) && !/[0#?]/.test(bare) ? 'date' : 'general';
}

const DAY_MS = 24 * 60 * 60_000;
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);

/** A number as the sheet shows it: `95%`, `2026-12-28`, plain digits without an exponent. */
export function shownNumber(raw: string, format: NumberFormat, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'percent') return `${plainDigits(value * 100)}%`;
  if (format === 'date' && value >= 1 && value < 2_958_466)
    return new Date((is1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.floor(value) * DAY_MS)
      .toISOString()
      .slice(0, 10);
  return plainDigits(value);
}

/** Binary noise is dropped (`0.1 + 0.2`); a long number (a phone's) keeps every digit. */
function plainDigits(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-US', { useGrouping: false });
  return String(Number(value.toPrecision(12)));
}

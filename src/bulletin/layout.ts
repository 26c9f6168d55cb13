/** GB/T 9704-2012 in the units of a docx: twips (1/20 pt) and half points. */
const TWIPS_PER_MM = 1440 / 25.4;
const mm = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);

/** A4, the type area 156 × 225 mm: 天头 37, 订口 28. */
export const PAGE = { width: 11906, height: 16838 };
/** The page number's line lies 7 mm below the type area: the footer's foot stands its 14 pt higher than the margin. */
export const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(35 - 7) - 280 };
const AREA = {
  width: PAGE.width - MARGIN.left - MARGIN.right,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
};

const LINES = 22;
const CHARACTERS = 28;
/** 3号 in points: what the grid is measured against. */
const BODY_POINTS = 16;
/** So that no reader's rounding breaks the head. */
const HEAD_FILLS = 0.98;
/** 22 lines of 28 characters; what a character's pitch is narrower than its size counts in 1/4096 pt. */
export const GRID = {
  linePitch: Math.floor(AREA.height / LINES),
  charSpace: Math.floor((AREA.width / CHARACTERS / 20 - BODY_POINTS) * 4096),
};
export const AREA_WIDTH = AREA.width;
/**
 * The same without a grid, in twips: lines of a fixed height, characters so much closer that a line holds 28. Word, WPS
 * and LibreOffice fit characters to a grid in ways of their own (LibreOffice gives one that is wider than its cell two
 * of them), so the text itself does without it, and the grid says what it keeps to. One twip closer, for rounding.
 */
export const CLOSER = Math.floor(AREA.width / CHARACTERS) - BODY_POINTS * 20 - 1;

/** 2号, 3号, 4号 in half points. */
export const SIZE = { title: 44, body: 32, small: 28 } as const;

export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  level1: '黑体',
  level2: '楷体_GB2312',
  page: '宋体',
} as const;

export const RED = 'FF0000';
/** The head's upper edge is 35 mm below the type area's. */
export const HEAD_BEFORE = mm(35);
/** The head fills a line: 初号 for a short name, down to 一号, then narrower. Half points, and percent of its width. */
export function headSize(characters: number): { size: number; scale: number } {
  const fits = (AREA.width / 10 / Math.max(characters, 1)) * HEAD_FILLS;
  const size = Math.floor(Math.min(84, Math.max(52, fits)));
  return { size, scale: Math.min(100, Math.floor((fits / size) * 100)) };
}
/** 版记: outer lines 0.35 mm, the inner one 0.25 mm; in 1/8 pt. */
export const IMPRINT_LINE = { outer: 8, inner: 6 } as const;
/** So many characters of 4号 stand in a line of it, one in from both sides and from the cell's own 108. */
export const IMPRINT_CHARACTERS = Math.floor((AREA.width - 4 * 140 - 2 * 108) / (280 + CLOSER));
/** Twips. Behind a table there has to be a line; its borders need some room too. */
export const LEAST_LINE = 20;
/** The room above it, in twips, so that it ends at the type area's foot. */
export function imprintTop(lines: number): number {
  return AREA.height - lines * GRID.linePitch - 4 * LEAST_LINE;
}

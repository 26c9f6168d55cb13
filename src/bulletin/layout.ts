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
/** 22 lines of 28 characters; what a character's pitch is narrower than its size counts in 1/4096 pt. */
export const GRID = {
  linePitch: Math.floor(AREA.height / LINES),
  charSpace: Math.floor((AREA.width / CHARACTERS / 20 - BODY_POINTS) * 4096),
};
export const AREA_WIDTH = AREA.width;

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
/** The head shrinks with its length so that a line holds it, from 初号 down; half points. */
export function headSize(characters: number): number {
  const fits = Math.floor((AREA.width / 20 / Math.max(characters, 1)) * 2);
  return Math.min(84, Math.max(SIZE.body, fits));
}
/** 版记: outer lines 0.35 mm, the inner one 0.25 mm; in 1/8 pt. */
export const IMPRINT_LINE = { outer: 8, inner: 6 } as const;

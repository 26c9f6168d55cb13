/**
 * Sums for a long list of which only what is seen is drawn.
 *
 * @typedef {{ key: string }} Row
 */

/**
 * Where each row begins, in px from the top of the list; one number more than rows: the end of the last.
 *
 * @param {Row[]} rows
 * @param {Map<string, number>} heights Those that were measured.
 * @param {(row: any) => number} estimate For the others.
 */
export function offsetsOf(rows, heights, estimate) {
  const offsets = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    offsets[index + 1] = offsets[index] + (heights.get(row.key) ?? estimate(row));
  });
  return offsets;
}

/** The row that stands at a height; the last one for anything below. @param {Float64Array} offsets @param {number} top */
export function rowAt(offsets, top) {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The rows that show between two heights: from the first to before the second number.
 *
 * @param {Float64Array} offsets
 * @param {number} top
 * @param {number} bottom
 * @returns {[number, number]}
 */
export function rangeOf(offsets, top, bottom) {
  const count = offsets.length - 1;
  if (count === 0) return [0, 0];
  return [rowAt(offsets, top), Math.min(count, rowAt(offsets, bottom) + 1)];
}

/** From this share on a text counts as copied (issue: ≥ 80 %). */
const COPIED = 0.8;
/** Shorter texts are alike by chance (`已完成，正常推进`). */
const SHORTEST = 20;

/** A text ready to be compared: its pairs of neighbouring characters, sorted. */
export type Shingles = Uint32Array;

/** Pairs of characters without blanks and punctuation; undefined for a text too short to be called copied. */
export function shinglesOf(text: string): Shingles | undefined {
  const letters = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
  if (letters.length < SHORTEST) return undefined;
  const pairs = new Uint32Array(letters.length - 1);
  for (let i = 0; i < pairs.length; i++) pairs[i] = (letters.charCodeAt(i) << 16) | letters.charCodeAt(i + 1);
  return pairs.sort();
}

/** Share of pairs that two texts have in common (Dice): 1 for the same text, 0 for strangers. */
export function likeness(a: Shingles, b: Shingles): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return (2 * common) / (a.length + b.length);
}

/** Whether two texts are so alike that one was copied; lengths that differ too much are not looked at. */
export function isCopied(a: Shingles, b: Shingles): boolean {
  const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
  return most >= COPIED && likeness(a, b) >= COPIED;
}

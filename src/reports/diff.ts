/** A piece of a text against its earlier version. */
export interface Piece {
  how: 'same' | 'new' | 'gone';
  text: string;
}

/** Splits after the marks that end a sentence, and at line breaks; the marks stay. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+[。！？；]?\n*|[。！？；]+\n*|\n+/g) ?? [];
}

/**
 * What is new and what is gone between two texts, by sentences: the longest common run of them stays. Pure; texts of a
 * thousand characters have some dozens of sentences.
 */
export function differences(before: string, after: string): Piece[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)];
  const lengths = commonLengths(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [gone = '', added = ''] = [old[i], fresh[j]];
    if (i < old.length && j < fresh.length && gone.trim() === added.trim()) {
      pieces.push({ how: 'same', text: added });
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      pieces.push({ how: 'gone', text: gone });
      i++;
    } else {
      pieces.push({ how: 'new', text: added });
      j++;
    }
  }
  return pieces;
}

/** Length of the longest common run of what begins at i and j. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = fresh.length - 1; j >= 0; j--)
      row[j] =
        old[i]?.trim() === fresh[j]?.trim()
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
  }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

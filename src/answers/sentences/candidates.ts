/** A term of a question by its number in the index; what stands nowhere has none. */
export interface Numbered {
  no: number | undefined;
  weight: number;
  concepts: readonly number[];
  isPrinted: boolean;
}

/** Postings looked at for one question: bounds the time on a large notice. */
const BUDGET = 4000;
/** So many statements are weighed for one question. */
export const FINALISTS = 24;

/**
 * Candidates: those that share the rarest terms, within the budget of postings.
 * @param sums a place for each statement, all zero, and zero again afterwards: a large notice has too many to make anew
 */
export function pick(
  terms: readonly Numbered[],
  postings: readonly (readonly number[])[],
  sums: Float64Array,
): number[] {
  const weights = new Map<number, number>();
  for (const { no, weight, concepts } of terms) {
    for (const key of no === undefined ? concepts : [no, ...concepts])
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
  }
  const rarestFirst = [...weights]
    .map(([key, weight]) => ({ list: postings[key] ?? [], weight }))
    .sort((a, b) => a.list.length - b.list.length);
  const touched: number[] = [];
  let left = BUDGET;
  for (const { list, weight } of rarestFirst) {
    if (list.length > left) break;
    left -= list.length;
    for (let i = 0; i < list.length; i++) {
      const index = list[i] as number;
      if (sums[index] === 0) touched.push(index);
      sums[index] = (sums[index] as number) + weight;
    }
  }
  const best = heaviest(touched, sums);
  for (const index of touched) sums[index] = 0;
  return best;
}

/** The statements of the largest sums, largest first; of equal ones that which comes first. */
function heaviest(touched: readonly number[], sums: Float64Array): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => {
    const one = sums[a] as number;
    const other = sums[b] as number;
    return one > other || (one === other && a < b);
  };
  for (const index of touched) {
    if (best.length === FINALISTS) {
      if (!isBefore(index, best[FINALISTS - 1] as number)) continue;
      best.pop();
    }
    let at = best.length;
    while (at > 0 && isBefore(index, best[at - 1] as number)) {
      best[at] = best[at - 1] as number;
      at--;
    }
    best[at] = index;
  }
  return best;
}

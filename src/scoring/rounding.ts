/** To 0.01, half up. What arithmetic leaves behind (`1.005` is kept as `1.00499…`) does not decide. */
export function toHundredths(points: number): number {
  return Math.floor(points * 100 + 0.5 + 1e-7) / 100;
}

/** Places by what is shown, the highest first: equal ones share a place, and the next is left out (1, 2, 2, 4). */
export function placed<T extends { shown: number }>(scores: readonly T[]): (T & { place: number })[] {
  const sorted = [...scores].sort((a, b) => b.shown - a.shown);
  return sorted.map((score) => ({
    ...score,
    place: sorted.findIndex((other) => other.shown === score.shown) + 1,
  }));
}

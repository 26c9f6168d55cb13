/** A pattern that reads back what it has read, or whose parts are told by number. */
const REFERS_BACK = /\\[1-9k]/;

/** The alternatives of a pattern at its top, each a pattern; one alone where it has no others. */
export function alternativesOf(pattern: RegExp): RegExp[] {
  const { source, flags } = pattern;
  if (/[iuv]/.test(flags) || REFERS_BACK.test(source)) return [pattern];
  const cuts: number[] = [];
  let [depth, isClass] = [0, false];
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (isClass) isClass = char !== ']';
    else if (char === '[') isClass = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) cuts.push(i);
  }
  if (cuts.length === 0) return [pattern];
  return [...cuts, source.length].map(
    (end, i) => new RegExp(source.slice(i === 0 ? 0 : (cuts[i - 1] ?? 0) + 1, end), flags),
  );
}

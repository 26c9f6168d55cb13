/**
 * What a statement may be given in both homes. SQLite's driver silently turns a bigint into NULL, an object into
 * `[object Object]` and a Date into a number, where D1 refuses them: here they are refused before either sees them.
 *
 * @throws TypeError naming the kind.
 */
export function checkedParameter(parameter: unknown): unknown {
  const kind = typeof parameter;
  if (parameter === null || kind === 'string' || parameter instanceof Uint8Array) return parameter;
  if (kind === 'boolean') return Number(parameter);
  if (kind === 'number' && Number.isFinite(parameter)) return parameter;
  throw new TypeError(`a ${kind} cannot be a SQL parameter: pass text or a finite number`);
}

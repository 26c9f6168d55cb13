import { aliases } from '../../db/queries/learning.ts';
import { createEngine } from '../answers/engine.ts';
import type { Deps } from '../deps.ts';
import { withAliases } from './target.ts';

/** Which words each engine was built with, so that it is built anew only when they changed. */
const builtWith = new WeakMap<object, string>();

/**
 * Brings the engine to the office's words as they stand in its own database, whoever changed them. The engine without
 * such words may serve several databases: it is replaced, never changed.
 */
export async function refreshEngine(deps: Deps): Promise<void> {
  const words = await aliases(deps.db);
  const mark = JSON.stringify(words);
  if ((builtWith.get(deps.engine) ?? '[]') === mark) return;
  const { model } = deps.notice;
  deps.engine = createEngine(model, withAliases(deps.lexicon, model, words));
  builtWith.set(deps.engine, mark);
}

import { type OfficeWords, officeWords } from '../../db/queries/office-words.ts';
import type { Deps } from '../deps.ts';
import { withAliases } from './target.ts';

/** Which words each engine was built with, so that it is built anew only when they changed. */
const builtWith = new WeakMap<object, string>();

/**
 * Brings the engine to the office's words as they stand in its own database, whoever changed them. The engine without
 * such words may serve several databases: it is replaced, never changed.
 *
 * @param wordsNo their number, where something has told it a moment ago. @returns the words.
 */
export async function refreshEngine(deps: Deps, wordsNo?: number): Promise<OfficeWords> {
  const words = await officeWords(deps.db, wordsNo);
  const mark = JSON.stringify(words.aliases);
  if ((builtWith.get(deps.engine) ?? '[]') === mark) return words;
  const { model } = deps.notice;
  deps.engine = deps.engine.withLexicon(withAliases(deps.lexicon, model, words.aliases));
  builtWith.set(deps.engine, mark);
  return words;
}

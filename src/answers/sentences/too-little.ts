import type { Desk } from '../handler.ts';
import type { Question } from '../question/parse.ts';
import type { Statement } from './statements.ts';

/** Content shorter than this must be asked just so in the lexicon (`经费`). */
const SHORTEST = 3;

/** Only the words of asking are in it, nothing of the one matter that is left of the question (`电老虎归谁牵头`). */
export function isBesideMatter(
  { residue, mentions }: Question,
  statement: Statement,
  { retriever }: Desk,
): boolean {
  if (mentions.length > 0 || residue.length !== 1 || residue.join('').length < SHORTEST) return false;
  const [said] = retriever.search({ parts: residue, only: (s) => s === statement });
  return (said?.coverage ?? 0) <= 0;
}

/** Nothing but words of asking (`市里的文件是哪个号`). */
export function isEmpty({ residue, mentions, text }: Question, { asks }: Statement): boolean {
  if (mentions.length > 0 || residue.join('').length > 1) return false;
  const pairs = [...text].slice(1).map((char, i) => `${text[i]}${char}`);
  const heard = pairs.filter((pair) => asks.includes(pair));
  return heard.length < pairs.length / 2;
}

/** So short that a sentence must be asked just so in the lexicon. */
export function isTooShort(text: string, parts: readonly string[], statement: Statement): boolean {
  const content = parts.join('');
  const pairs = [...content].slice(1).map((char, i) => `${content[i]}${char}`);
  const isHeard = pairs.some((pair) => statement.folded.includes(pair) || statement.asks.includes(pair));
  if (content.length <= SHORTEST && text.length <= SHORTEST + 1 && !isHeard) return true;
  return content.length < SHORTEST && !statement.askKeys.some((key) => key.startsWith(content));
}

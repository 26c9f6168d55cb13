import type { Facts } from './facts.ts';
import type { Statement } from './statements.ts';

/** Two things are asked for in one question (`再压缩还是总共，到什么时候`, `分别要咋做`). */
const ASKS_SEVERAL =
  /(?:什么|啥|几|多少|谁|哪|咋|怎么|还是|如何).*(?:什么|啥|几|多少|谁|哪|咋|怎么|如何)|分别|各(?:是|要|得|自|升|降)/;
/** A longer sentence is a dump. */
const LONGEST = 150;

/**
 * The sentence that a piece was cut from, where the question asks for more than one piece can hold; undefined where
 * what is shown already says all of it.
 */
export function wholeSentence(
  asked: string,
  { location, text }: Statement,
  shown: readonly string[],
  facts: Facts,
): string | undefined {
  if (!ASKS_SEVERAL.test(asked)) return undefined;
  const piece = text.replace(/[。；;，]$/, '');
  const sentences = facts.clause(location)?.text.split(/(?<=[。\n])/) ?? [];
  const whole = sentences.find((sentence) => sentence.includes(piece))?.trim();
  const isMore = whole !== undefined && shown.every((one) => one.length + 2 < whole.length);
  return isMore && whole.length < LONGEST ? `原句：${whole}` : undefined;
}

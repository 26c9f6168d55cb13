import type { Facts } from '../facts.ts';
import type { Statement } from './statements.ts';

/** Two things are asked for in one question (`再压缩还是总共，到什么时候`, `分别要咋做`). */
const ASKS_SEVERAL =
  /(?:什么|啥|几|多少|谁|哪|咋|怎么|还是|如何).*(?:什么|啥|几|多少|谁|哪|咋|怎么|如何)|分别|各(?:是|要|得|自|升|降)/;
const ASKS_ASPECTS = /(?:哪[些几]|几)(?:个|大)?方面/;
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
  const piece = text.replace(/[。；;，]$/, '');
  if (ASKS_TASK.test(asked) && TELLS_TASK.test(piece)) return restOf(piece, location, facts);
  // Aspects are told in another piece of it than the one that names the thing.
  const isOfAspects = ASKS_ASPECTS.test(asked) && shown.every((one) => !one.includes('方面'));
  if (!isOfAspects && !ASKS_SEVERAL.test(asked)) return undefined;
  const sentences = facts.clause(location)?.text.split(/(?<=[。\n])/) ?? [];
  const whole = sentences.find((sentence) => sentence.includes(piece))?.trim();
  if (isOfAspects && !whole?.includes('方面')) return undefined;
  const isMore = whole !== undefined && shown.every((one) => one.length + 2 < whole.length);
  return isMore && whole.length < (isOfAspects ? 2 * LONGEST : LONGEST) ? `原句：${whole}` : undefined;
}

/** What somebody does it for is asked, and a piece ends where that is only begun (`…，主要任务是…`). */
const ASKS_TASK =
  /(?:干|做|办|弄|问|看|图|忙)(?:点|些)?(?:什么|啥|嘛|哪些|哪几样)(?:事|活|的|呢|去)?$|(?:任务|目的|内容|工作)(?:都|主要)?(?:是|有|包括)(?:什么|啥|哪)/;
const TELLS_TASK = /(?:任务|目的|内容|工作|职责)(?:是|为|包括)[^，。；：]{2,30}$/;

/** What its sentence says behind a piece. */
function restOf(piece: string, location: string, facts: Facts): string | undefined {
  const text = facts.clause(location)?.text ?? '';
  const at = text.indexOf(piece);
  const rest = at < 0 ? undefined : text.slice(at + piece.length).match(/^，([^。\n]+)/)?.[1];
  return rest === undefined || rest.length > LONGEST ? undefined : `接着写：${rest}。`;
}

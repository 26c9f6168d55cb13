import { isHan } from '../characters/fold.ts';
import { soundOf } from '../characters/pinyin.ts';
import type { Facts } from '../facts.ts';
import type { Turn } from '../turn.ts';

/** A longer message says itself what it is about. */
const LONGEST = 14;
/** A word that is asked of, and nothing before it (`被用给几天`). */
const ASKED_OF =
  /^(?:那么?|还有|再|换成?)?([\u4e00-\u9fff]{2})(?=的|[呢嘞哩]|给|要|得|限|是|几|多|谁|哪|啥|什么|[?？]|$)/;
/** Words of asking, of places and of grammar are no words of a matter. */
const GRAMMAR = /[的了着过吗呢吧么不没是有在和跟与及给到谁哪几多少啥什怎咋那这个上下前后里外头面边]/;

/** A pair of characters in a text that sounds like another and shares one character with it. */
function likeIn(text: string, pair: string): string | undefined {
  const [a = '', b = ''] = pair;
  const found = new Set<string>();
  for (const char of [a, b]) {
    for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) {
      const like = char === a ? text.slice(at, at + 2) : text.slice(Math.max(0, at - 1), at + 1);
      const [c = '', d = ''] = like;
      if (isHan(c) && isHan(d) && soundOf(c) === soundOf(a) && soundOf(d) === soundOf(b)) found.add(like);
    }
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/**
 * A short message with a word put right that is written with a wrong character: one that the notice has nowhere, and the
 * place that was just told has in another spelling of the same sound (`被用` after a clause about 备用).
 */
export function withWordsOfTold(raw: string, last: Turn | undefined, facts: Facts): string {
  const [place] = last?.reply.cites ?? [];
  if (place === undefined || raw.length > LONGEST) return raw;
  const text = facts.clause(place)?.text ?? '';
  const pair = raw.match(ASKED_OF)?.[1];
  if (text === '' || pair === undefined || GRAMMAR.test(pair) || facts.says(pair)) return raw;
  const like = likeIn(text, pair);
  return like === undefined ? raw : raw.replace(pair, like);
}

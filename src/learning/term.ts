import { fold, isHan } from '../answers/characters/fold.ts';
import { digitize } from '../answers/characters/numerals.ts';
import type { Mention } from '../answers/names/entities.ts';

/** Words of asking, which name nothing. Longest first. */
const CUES =
  /(?:责任单位|牵头单位|分包领导|专项小组|是什么|有哪些|有没有|是不是|多少|什么|哪些|哪个|哪位|哪家|怎么|请问|牵头|分包|分管|负责|配合|参加|参与|归谁|由谁|找谁|要求|目标|时限|领导|单位|小组|措施|管|谁|哪|几|吗|呢|吧|啊|的|了|是|归|由|在|和|跟|与|组|条|要|有|请|问)/g;
const SHORTEST = 2;
const LONGEST = 8;

/**
 * The word of a question that the engine made nothing of: the longest stretch of Chinese that is neither a mention nor
 * a word of asking. Undefined when there is none.
 */
export function unknownTerm(
  question: string,
  mentions: readonly Pick<Mention, 'start' | 'end'>[],
): string | undefined {
  const folded = digitize(fold(question));
  const masked = [...folded].map((char, i) => (isCovered(i, mentions) || !isHan(char) ? ' ' : char)).join('');
  const terms = masked
    .replace(CUES, ' ')
    .split(/\s+/)
    .filter((term) => term.length >= SHORTEST && term.length <= LONGEST);
  return terms.sort((a, b) => b.length - a.length)[0];
}

function isCovered(at: number, mentions: readonly Pick<Mention, 'start' | 'end'>[]): boolean {
  return mentions.some((mention) => at >= mention.start && at < mention.end);
}

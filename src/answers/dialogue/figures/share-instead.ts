import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const SHARE = /\d+(?:\.\d+)?%/;
/** What may stand around it: what only says that the same is asked of it. */
const AROUND =
  /(?:^(?:那|那么|换成?|改成?|还有|再|而))|以上|以下|左右|[的又也都是有呢嘞哩吗?？]|几[项个样]|多少[项个]?|哪[些几]?[项个]?|啥|什么|指标|达到?/g;
const LONGEST = 18;

/** `提升30%以上的又有几项` after the same of another share: the last question with this one. */
export function shareInstead({ question, last, ask }: Talk): Turn | undefined {
  const { text } = question;
  const share = text.match(SHARE)?.[0];
  const before = last.question.text;
  const was = before.match(SHARE)?.[0];
  if (share === undefined || was === undefined || share === was || text.length > LONGEST) return undefined;
  const own = text.replace(SHARE, '').replace(AROUND, '');
  return firmOf(question).length === 0 && before.includes(own)
    ? ask(before.replace(SHARE, share))
    : undefined;
}

import { mentioned } from '../../question/parse.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What was just told, said again as one takes note of it. */
const AGAIN =
  /^(?:哦|噢|喔|嗯|好|行|原来|就|就是|是|那就是|也就是|知道了?|明白了?|[,，])*G(?:小?组|那块|这块|那摊|这摊|那个|的)*(?:呀|啊|哈|嘛|了|吧)*$/;
const LONGEST = 20;

/** `哦，某事` after what somebody has: that group is spoken of from here on. */
export function namedAgain({ question, last, facts, ask }: Talk): Turn | undefined {
  const [group, ...others] = mentioned(question, 'group');
  if (!group || others.length > 0 || question.text.length > LONGEST || !AGAIN.test(question.masked))
    return undefined;
  const isOfHolder = firmOf(last.question).every(({ kind }) => kind === 'person' || kind === 'unit');
  const isTold = last.reply.lines.some((line) => line.includes(`第${group.no}组`));
  const holders = firmOf(last.question).length;
  return isOfHolder && holders === 1 && isTold ? ask(facts.group(group.no)?.name ?? '') : undefined;
}

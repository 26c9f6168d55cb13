import { exactly, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** How often something is done, as people say it. */
const PERIOD = '(?:每|按|逐|一)个?(?:季度?|半年|年|月|周)(?:度)?(?:(?:都)?(?:一|1)(?:次|回|趟|遍|度))?';
const SAID = new RegExp(PERIOD);
const INSTEAD = new RegExp(
  `^(?:那|那么|还有|换成?)?(${PERIOD})(?:要)?(?:干|做|办|搞|来)?的?(?:事儿?|活儿?|工作)?(?:都|又)?(?:呢|嘞|(?:有|是)?(?:哪些|啥|什么|几[件样]))(?:呢|[?？])*$`,
);
const LONGEST = 16;

/** `那一年一回的呢` after what is done so often: what is done in the other rhythm. */
export function periodInstead({ question: { text }, last, ask }: Talk): Turn | undefined {
  const period = text.length > LONGEST ? undefined : text.match(INSTEAD)?.[1];
  const asked = last.question.text;
  if (period === undefined || !SAID.test(asked)) return undefined;
  const turn = ask(asked.replace(SAID, period));
  return turn && exactly(turn);
}

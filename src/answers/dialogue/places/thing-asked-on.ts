import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** What a thing is, or is for (`某网是干什么的`). */
const WHAT_IT_IS =
  /^(?:请问|那)?([^,，?？谁哪]{2,10}?)(?:这个|那个|这|那)?(?:(?:到底|究竟|又)?(?:是|叫)(?:个)?(?:(?:干|做|管|搞|用来干|弄)?(?:什么|啥)(?:用|的|东西|玩意儿?|意思|名堂)*|怎么回事|咋回事)|(?:有|管|做|起)?(?:什么|啥)(?:用|作用))[?？]*$/;
const IT = /它(?!们)/;
/** What is not insisted on, behind what is asked (`…，号码没有就算了`). */
const NOT_INSISTED =
  /[,，][^,，谁哪]{0,6}(?:没有?|没写|不知道|查不到|不写)(?:的话)?(?:就|也)?(?:算了|拉倒|不用(?:说|管|写)?了?|免了|不要紧|没事)[。.]*$/;
const LONGEST = 26;

/** After what a thing is that nobody has as a name of its own: what else is asked of `它`. */
export function thingAskedOn({ question, last, ask }: Talk): Turn | undefined {
  const text = question.text.replace(NOT_INSISTED, '');
  if (text.length > LONGEST || !IT.test(text)) return undefined;
  const thing = last.question.text.match(WHAT_IT_IS)?.[1];
  if (thing === undefined || firmOf(last.question).length > 0 || firmOf(question).length > 0)
    return undefined;
  return ask(text.replace(IT, thing));
}

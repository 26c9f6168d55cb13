import { clausesOf } from '../beside/said-clauses.ts';

/** What a thing is called is asked. */
const ASKS_NAME =
  /(?:叫|喊|称|名字?是|名称是|名儿?是)(?:做|个|作)?(?:啥|什么|哪个)(?:名字?|名堂|名儿?|名称)?[\s?？。.!！~…]*$/;
/** The thing is told by what was said before. */
const REFERS = /^(?:那|这|它|他|她)?(?:这|那|它|文件|通知|里头?|上头?)*(?:管|把)?(?:这|那|它)/;
/** Fewer characters tell no thing. */
const SHORTEST = 9;

/**
 * `某事没人管，某家一家说了不算，两家一起商量的机制叫啥`: the last clause of a story, where it tells by itself the thing
 * whose name it asks for; undefined where it does not.
 */
export function nameAskedLast(raw: string): string | undefined {
  const clauses = clausesOf(raw);
  const last = clauses.at(-1)?.trim() ?? '';
  if (clauses.length < 2 || last.length < SHORTEST || !ASKS_NAME.test(last) || REFERS.test(last))
    return undefined;
  return last;
}

import type { Facts } from '../facts.ts';

const HOLE = '(?:[xX×*＊○□…~～]{1,6}|什么什么|什么|啥啥|啥|某某?)';
const WORD = '[\\u4e00-\\u9fff]{0,8}?';
/** A name with a hole, said to be one of a group (`一个叫什么“甲乙xx丙”的组`). */
const HOLED = new RegExp(
  `(?:一个|那个|个)?(?:名)?叫(?:做|作)?(?:什么|啥)?["“”‘'《]?(${WORD})${HOLE}(${WORD})["“”’'》]?(?:的)?(?:那个|什么)?(?:专项)?(?:工作)?(?:小?组|项|指标|领域)`,
);

/** A longer message is a text. */
const LONGEST = 200;

/** A message with the name of a group that has a hole in it in full, where one group is called so. */
export function withGroupNamesFilled(raw: string, { model }: Facts): string {
  if (raw.length > LONGEST) return raw;
  const [said, before = '', behind = ''] = raw.match(HOLED) ?? [];
  if (said === undefined || before.length + behind.length < 2) return raw;
  const named = model.groups.filter(({ field }) => {
    const at = field.indexOf(before);
    return (
      at >= 0 &&
      field.slice(at + before.length + 1).includes(behind) &&
      field.length > before.length + behind.length
    );
  });
  const [only, ...others] = named;
  return only && others.length === 0 ? raw.replace(said, `${only.field}组`) : raw;
}

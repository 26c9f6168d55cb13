import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

/** The group whose matter has a character that no other group's has. */
const groupsByCharacter = perNotice(({ model }: Facts) => {
  const known = new Map<string, number | undefined>();
  for (const { no, field } of model.groups)
    for (const char of new Set(field)) known.set(char, known.has(char) ? undefined : no);
  return known;
});

const HAN = '[\\u4e00-\\u9fff]';
/** Matters by one character each, with what is asked of them (`电、气、贷三样分别归谁`). */
const IN_A_ROW = new RegExp(
  `(?<=^|[,，。:：\\s]|[查问看]|核实|一并|核对|麻烦)(?<row>${HAN}(?:[、，,]${HAN}){1,4})(?:这|那)?(?:[两俩二三仨四五2-5](?:样|块|摊|项|件|桩|头|宗|口|条线|个(?:专项)?(?:小)?(?:组|事|领域|方面)?)(?:事儿?)?|(?:专项)?(?:小)?组)?[,，]?(?=(?:的)?(?:分别|各|都|归|由|是|谁|哪|牵头|分包|责任单位))`,
);

/** One of two matters, or each, by one character (`电跟某事都归王五`, `某事和税分别归谁`). */
const BESIDE_ONE = new RegExp(
  `(?<=^|[,，。:：\\s]|[查问看]|核对)(?<one>${HAN}{1,6}?)(?<and>[和跟与同及、])(?<other>${HAN}{1,6}?)(?=(?:这|那)?(?:[两俩二](?:样|块|摊|项|件|头|个)(?:事儿?)?)?(?:都|均|全|分别|各))`,
);

/** The matter of a group where a side is only one character of its name. */
function withSidesSpelled(raw: string, facts: Facts): string {
  const { 0: said, groups } = raw.match(BESIDE_ONE) ?? {};
  const [one = '', other = ''] = [groups?.['one'], groups?.['other']];
  if (said === undefined || Math.min(one.length, other.length) > 1) return raw;
  const known = groupsByCharacter(facts);
  const numbers = [one, other].map((side) => (side.length === 1 ? known.get(side) : undefined));
  const spelled = numbers.map((no) => {
    const field = facts.group(no ?? 0)?.field;
    // `水跟气`: both are of one.
    return field === undefined || (field.includes(other) && field.includes(one)) ? undefined : field;
  });
  const isTold = [one, other].every((side, i) => side.length > 1 || spelled[i] !== undefined);
  return isTold ? raw.replace(said, `${spelled[0] ?? one}${groups?.['and']}${spelled[1] ?? other}`) : raw;
}

/** Matters that are said by one character each, with their names in full, where each is of one group and none twice. */
export function withMattersSpelled(raw: string, facts: Facts): string {
  const { 0: said, groups } = raw.match(IN_A_ROW) ?? {};
  if (said === undefined || groups?.['row'] === undefined) return withSidesSpelled(raw, facts);
  const numbers = [...groups['row'].replace(/[、，,]/g, '')].map((char) =>
    groupsByCharacter(facts).get(char),
  );
  const isTold = numbers.every((no) => no !== undefined) && new Set(numbers).size === numbers.length;
  const names = numbers.flatMap((no) => (no === undefined ? [] : (facts.group(no)?.field ?? [])));
  return isTold ? raw.replace(said, names.join('、')) : raw;
}

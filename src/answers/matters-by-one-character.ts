import type { Facts } from './facts.ts';
import { perNotice } from './per-notice.ts';

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

/** Matters that are said by one character each, with their names in full, where each is of one group and none twice. */
export function withMattersSpelled(raw: string, facts: Facts): string {
  const { 0: said, groups } = raw.match(IN_A_ROW) ?? {};
  if (said === undefined || groups?.['row'] === undefined) return raw;
  const numbers = [...groups['row'].replace(/[、，,]/g, '')].map((char) =>
    groupsByCharacter(facts).get(char),
  );
  const isTold = numbers.every((no) => no !== undefined) && new Set(numbers).size === numbers.length;
  const names = numbers.flatMap((no) => (no === undefined ? [] : (facts.group(no)?.field ?? [])));
  return isTold ? raw.replace(said, names.join('、')) : raw;
}

import type { Facts } from './facts.ts';
import { perNotice } from './per-notice.ts';

interface Namesake {
  name: string;
  given: string;
  /** His surname with a title, or as people say it (`老赵`, `姓赵的`). */
  address: RegExp;
  /** The same, with a character of the given name told behind it (`姓赵带个“生”字的那位`). */
  byCharacter: RegExp;
  /** The character first (`末尾是“生”的那位赵领导`). */
  characterFirst: RegExp;
}

const TITLE = '副?(?:主任|书记|部长|局长|区长|委员|组长|领导|同志|总)';
const WHICH = '(?:的)?(?:那|这)?(?:一)?[位个]?';

/** What was put between two names that have a word between them already. */
const JOINED = /、(?=$|[^\u4e00-\u9fff])|、(?=[和跟与还这那都的俩两是])()/g;

const namesakesOf = perNotice((facts: Facts): Namesake[] =>
  facts.model.people.flatMap(({ name }) => {
    const [surname = '', ...rest] = [...name.replaceAll(/\s/g, '')];
    if (rest.length < 2) return [];
    const address = `(?:老${surname}(?!${rest[0]})|姓${surname}${WHICH}(?:${TITLE})?|${surname}${TITLE})`;
    const last = rest.join('|');
    const character = `["“'「]?(?:${last})["”'」]?(?:字|这个字)?`;
    return [
      {
        characterFirst: new RegExp(
          `(?:(?:名字|名)?(?:的)?(?:里[头面]?|末尾|最后|结尾|末|尾|后[头面]|中间)?(?:那)?(?:一?个)?(?:字)?(?:是|带|有|含|叫)(?:着)?(?:一?个)?${character}|以?${character}(?:结尾|收尾|打尾))(?:的)?(?:那|这)?(?:一)?[位个]?(?:${address}|${surname}(?=是|管|包|分))`,
        ),
        name: `${surname}${rest.join('')}`,
        given: rest.join(''),
        address: new RegExp(address),
        byCharacter: new RegExp(
          `${address}[,，]?(?:的)?(?:名字里?|末尾|最后)?(?:带|有|含|是)(?:着)?(?:一?个)?["“'「]?(?:${last})["”'」]?字?(?:${WHICH})(?:${TITLE})?`,
        ),
      },
    ];
  }),
);

/**
 * A message with the whole name of whom it tells apart from his namesakes: by the given name beside an address
 * (`老王，某生那个，…`, `王主任（某华）`) or by one character of it (`姓赵带个“生”字的那位`).
 */
export function withNamesakesTold(raw: string, facts: Facts): string {
  const people = namesakesOf(facts);
  const told = people.filter(({ name, given }) => raw.includes(given) && !raw.includes(name));
  // Two of them by their given names: each in full.
  if (told.length > 1)
    return told
      .reduce((text, { name, given }) => text.replace(given, `${name}、`), raw)
      .replace(JOINED, '$1');
  for (const { name, given, address } of told) {
    const beside = new RegExp(`[,，(（\\s]*${given}(?:那个|这个|那位|这位|的那个|的那位)?[)）]?`);
    if (address.test(raw.replace(given, ''))) return raw.replace(beside, '').replace(address, name);
  }
  const alone = people.filter(({ name }) => people.filter((other) => other.name[0] === name[0]).length === 1);
  const called = alone.find(({ name }) => raw.includes(`姓${name[0]}的`) && !raw.includes(name));
  if (called)
    return raw.replace(
      new RegExp(`姓${called.name[0]}的(?:那|这)?(?:一)?[位个]?(?:区)?(?:领导|主任|书记|委员)?`),
      called.name,
    );
  for (const way of ['byCharacter', 'characterFirst'] as const) {
    const [only, ...others] = people.filter((one) => one[way].test(raw));
    if (only && others.length === 0) return raw.replace(only[way], only.name);
  }
  return raw;
}

import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

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

/** People with a given name of two characters and more, found by what a message may say of them. */
const namesakesOf = perNotice((facts: Facts) => {
  const people = facts.model.people.flatMap(({ name }) => namesake(name.replaceAll(/\s/g, '')));
  const bySurname = Map.groupBy(people, ({ name }) => name.charAt(0));
  return {
    byGiven: Map.groupBy(people, ({ given }) => given.slice(0, 2)),
    surnames: new Set(bySurname.keys()),
    alone: new Map(
      [...bySurname].flatMap(([surname, [one, ...more]]) => (one && !more[0] ? [[surname, one]] : [])),
    ),
    byCharacters: Map.groupBy(
      people.flatMap((one) =>
        [...one.given].map((character) => ({ one, key: `${one.name.charAt(0)}${character}` })),
      ),
      ({ key }) => key,
    ),
  };
});

function namesake(name: string): Namesake[] {
  const [surname = '', ...rest] = [...name];
  if (rest.length < 2) return [];
  const address = `(?:老${surname}(?!${rest[0]})|姓${surname}${WHICH}(?:${TITLE})?|${surname}${TITLE})`;
  const last = rest.join('|');
  const character = `["“'「]?(?:${last})["”'」]?(?:字|这个字)?`;
  return [
    {
      characterFirst: new RegExp(
        `(?:(?:名字|名)?(?:的)?(?:里[头面]?|末尾|最后|结尾|末|尾|后[头面]|中间)?(?:那)?(?:一?个)?(?:字)?(?:是|带|有|含|叫)(?:着)?(?:一?个)?${character}|以?${character}(?:结尾|收尾|打尾))(?:的)?(?:那|这)?(?:一)?[位个]?(?:${address}|${surname}(?=是|管|包|分))`,
      ),
      name,
      given: rest.join(''),
      address: new RegExp(address),
      byCharacter: new RegExp(
        `${address}[,，]?(?:的)?(?:名字里?|末尾|最后)?(?:带|有|含|是)(?:着)?(?:一?个)?["“'「]?(?:${last})["”'」]?字?(?:${WHICH})(?:${TITLE})?`,
      ),
    },
  ];
}

/** People of whom a message has the given name. */
function toldByGiven(raw: string, facts: Facts): Namesake[] {
  const { byGiven } = namesakesOf(facts);
  const found = new Set<Namesake>();
  for (let i = 0; i + 1 < raw.length; i++)
    for (const one of byGiven.get(raw.slice(i, i + 2)) ?? [])
      if (raw.startsWith(one.given, i) && !raw.includes(one.name)) found.add(one);
  return inOrder(found, facts);
}

/** People of whom a message has the surname and a character of the given name. */
function toldByCharacter(raw: string, facts: Facts): Namesake[] {
  const { surnames, byCharacters } = namesakesOf(facts);
  const characters = new Set(raw);
  const found = new Set<Namesake>();
  for (const surname of characters)
    if (surnames.has(surname))
      for (const character of characters)
        for (const { one } of byCharacters.get(`${surname}${character}`) ?? []) found.add(one);
  return inOrder(found, facts);
}

/** As the notice lists them. */
function inOrder(found: ReadonlySet<Namesake>, { model }: Facts): Namesake[] {
  if (found.size < 2) return [...found];
  const names = new Map(model.people.map(({ name }, i) => [name.replaceAll(/\s/g, ''), i]));
  return [...found].sort((a, b) => (names.get(a.name) ?? 0) - (names.get(b.name) ?? 0));
}

const SURNAME_SAID = /姓(.)的/gu;

/**
 * A message with the whole name of whom it tells apart from his namesakes: by the given name beside an address
 * (`老王，某生那个，…`, `王主任（某华）`) or by one character of it (`姓赵带个“生”字的那位`).
 */
export function withNamesakesTold(raw: string, facts: Facts): string {
  const told = toldByGiven(raw, facts);
  // Two of them by their given names: each in full.
  if (told.length > 1)
    return told
      .reduce((text, { name, given }) => text.replace(given, `${name}、`), raw)
      .replace(JOINED, '$1');
  for (const { name, given, address } of told) {
    const beside = new RegExp(`[,，(（\\s]*${given}(?:那个|这个|那位|这位|的那个|的那位)?[)）]?`);
    if (address.test(raw.replace(given, ''))) return raw.replace(beside, '').replace(address, name);
  }
  const called = [...raw.matchAll(SURNAME_SAID)]
    .flatMap(([, surname = '']) => namesakesOf(facts).alone.get(surname) ?? [])
    .find(({ name }) => !raw.includes(name));
  if (called)
    return raw.replace(
      new RegExp(`姓${called.name[0]}的(?:那|这)?(?:一)?[位个]?(?:区)?(?:领导|主任|书记|委员)?`),
      called.name,
    );
  const people = toldByCharacter(raw, facts);
  for (const way of ['byCharacter', 'characterFirst'] as const) {
    const [only, ...others] = people.filter((one) => one[way].test(raw));
    if (only && others.length === 0) return raw.replace(only[way], only.name);
  }
  return raw;
}

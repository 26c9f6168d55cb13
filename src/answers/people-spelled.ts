import type { Facts } from './facts.ts';
import { perNotice } from './per-notice.ts';

const QUOTE = '["“”\'‘’「」]?';
const NAMED = '(?:(?:大|姓)?名(?:字|儿)?|姓名)(?:里|中|上|当中)?(?:头|面|边)?';
const HAS = '(?:带|有|含|嵌|占|是|叫)(?:着|了|个|有)?';
const ONE = '(?:那|这|哪)?(?:一)?(?:位|个|名)';

/** How somebody is told by one character of his name, with the surnames of the notice. */
const readerOf = perNotice(({ model }: Facts) => {
  const people = model.people.map(({ name }) => name.replaceAll(/\s/g, ''));
  const surnames = [...new Set(people.map((name) => name.charAt(0)))].join('');
  const own = `(?:姓?(?<own>[${surnames}])(?:姓)?(?:的)?)`;
  return {
    people,
    spelled: new RegExp(
      `(?:姓(?<first>[${surnames}])(?:的)?[,，、]?)?(?:${NAMED}${HAS}${QUOTE}(?<said>\\p{Script=Han})${QUOTE}(?:这个)?字?(?:儿)?|(?<=^|[,，那换成])带?["“](?<quoted>\\p{Script=Han})["”]字(?:儿)?)的?(?:${ONE}${own}?|${own}(?:${ONE})?|(?=区?领导|同志))(?:区)?(?:领导|同志|人)?`,
      'u',
    ),
  };
});

/** `名字带“某”的那位`, `姓某、名里有某字的领导`: the one person whose name has the character, with his name in its place. */
export function withPeopleSpelled(raw: string, facts: Facts): string {
  const { people, spelled } = readerOf(facts);
  const found = raw.match(spelled);
  const { first, said, quoted, own } = found?.groups ?? {};
  const char = said ?? quoted;
  if (!found || char === undefined) return raw;
  const surname = first ?? own ?? '';
  const [only, ...others] = people.filter((name) => name.startsWith(surname) && name.slice(1).includes(char));
  return only && others.length === 0 ? raw.replace(found[0], only) : raw;
}

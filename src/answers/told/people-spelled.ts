import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

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

/** A name in short, and the whole of it behind a comma (`某某嘞，王某某`, `老王，王某某，…`). */
const SAID_IN_FULL =
  /^(?<opening>那么?|还有|再看|换成?)?(?:咱|我们)?(?<short>[\u4e00-\u9fff]{2,4}?)(?<end>呢|嘞|哩|咧|的|那边|这边|那个|那位)?[,，\s]+(?:也?就是|即|全名|我(?:是)?[说指问]的?(?:是)?|叫)?(?<name>[\u4e00-\u9fff]{2,4}?)(?:同志|那个|那位|的那位)?(?<rest>[呢嘞哩咧]?[?？。!！]*$|[,，\s].*$)/;

/** A message in which somebody is named twice, in short and in full, with his name once. */
function withNameOnce(raw: string, people: readonly string[]): string {
  const { opening = '', short, name, rest = '' } = raw.match(SAID_IN_FULL)?.groups ?? {};
  if (short === undefined || name === undefined || !people.includes(name) || people.includes(short))
    return raw;
  const given = name.slice(1);
  const isHis = short.endsWith(given) || short.replace(/^(?:老|小|姓)/, '').startsWith(name.charAt(0));
  if (!isHis) return raw;
  return /^[呢嘞哩咧]?[?？。!！]*$/.test(rest) ? `${opening}${name}呢` : `${opening}${name}${rest}`;
}

/** `名字带“某”的那位`, `姓某、名里有某字的领导`: the one person whose name has the character, with his name in its place. */
export function withPeopleSpelled(message: string, facts: Facts): string {
  const { people, spelled } = readerOf(facts);
  const raw = withNameOnce(message, people);
  const found = raw.match(spelled);
  const { first, said, quoted, own } = found?.groups ?? {};
  const char = said ?? quoted;
  if (!found || char === undefined) return raw;
  const surname = first ?? own ?? '';
  const [only, ...others] = people.filter((name) => name.startsWith(surname) && name.slice(1).includes(char));
  return only && others.length === 0 ? raw.replace(found[0], only) : raw;
}

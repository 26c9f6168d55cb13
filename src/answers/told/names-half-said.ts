import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

/**
 * Names that somebody has only in part: with a hole (`刘什么明`, `王建某`), by the characters that two share (`俩王建`), or
 * with a character of the same look, as fingers or eyes mistake it. Each is put down in full where one person is meant.
 */

interface Spelled {
  name: string;
  /** The name with any one character of three unsaid. */
  holed: RegExp;
}

/** What is said for a character that does not come to mind. */
const HOLE = '(?:什么|啥|某|[xX×*＊○□]{1,2})';

/** Characters that look alike; those of one sound are found as typing slips anyway. */
const LOOK_ALIKE =
  '抗坑炕吭|申甲由田|晓烧浇|洪供拱|坤伸神|峰蜂逢锋|玲伶怜冷|波坡披|俊峻骏竣|奎圭|鸿鸣|侯候|建健键|慧彗|李季|刘刻|海梅侮|春眷|明朋|凤风|未末|土士|日曰|柱桂|杜社|辉晖挥|清请情|林材|浩洁|杨扬汤|陈阵|王玉主|徐除|史吏|宁宇|伟纬|金全|许诉|万方|英央|英莫|丽两|松柏|霞震|芬芳';
const LIKE = new Map(
  LOOK_ALIKE.split('|').flatMap((row) => [...row].map((char) => [char, row.replace(char, '')] as const)),
);

/** People with names of three characters, found by what a message may have of them. */
const spelledOf = perNotice((facts: Facts) => {
  const people = facts.model.people.flatMap(({ name }) => spelled(name.replaceAll(/\s/g, '')));
  const shared = [...Map.groupBy(people, ({ name }) => name.slice(0, 2))].filter(
    ([, { length }]) => length > 1,
  );
  return {
    names: new Set(people.map(({ name }) => name)),
    bySurname: Map.groupBy(people, ({ name }) => name.charAt(0)),
    stems: new Map(shared.map(([stem, those]) => [stem, { those, said: several(stem) }])),
    mistaken: new Map(
      people.flatMap(({ name }) => mistakenFor(name).map((one) => [one, name] as const)).reverse(),
    ),
  };
});

function spelled(name: string): Spelled[] {
  const [a = '', b = '', c = '', ...more] = [...name];
  if (c === '' || more.length > 0) return [];
  return [{ name, holed: new RegExp(`${a}${HOLE}${c}|${a}${b}${HOLE}(?!么)|${a}${HOLE}${b}${c}`) }];
}

/** A name with one character of the same look in place of its own. */
const mistakenFor = (name: string): string[] =>
  [...name].flatMap((char, i) =>
    [...(LIKE.get(char) ?? '')].map((like) => `${name.slice(0, i)}${like}${name.slice(i + 1)}`),
  );

/** `俩赵俊`, `叫王建什么的那两位`: how many have this beginning is said beside it. */
const several = (stem: string) =>
  new RegExp(
    `(?:[这那]?[两俩2](?:个|位|名)?(?:都)?(?:叫|姓|名叫)?(?:的)?)${stem}${HOLE}?(?:字辈|[俩的])*(?:同志|领导)?|(?:叫)?${stem}${HOLE}?(?:的)?[这那]?[两俩2](?:个|位|名)(?:人|同志|领导)?`,
  );

/** Who may be meant by a name with a hole: his first character stands right before it, or one before. */
function holedIn(raw: string, facts: Facts): Spelled[] {
  const { bySurname } = spelledOf(facts);
  const before = [...raw.matchAll(HOLES)].flatMap(({ index }) => [
    ...raw.slice(Math.max(0, index - 2), index),
  ]);
  return [...new Set(before)]
    .flatMap((char) => bySurname.get(char) ?? [])
    .filter(({ holed }) => holed.test(raw));
}

const HOLES = new RegExp(HOLE, 'g');
const NAME = 3;

/** A message with names that were said in part in full. */
export function withNamesFilled(raw: string, facts: Facts): string {
  const { names, stems, mistaken } = spelledOf(facts);
  const parts = Array.from({ length: Math.max(0, raw.length - 1) }, (_, i) => raw.slice(i, i + NAME));
  if (parts.some((part) => names.has(part))) return raw;
  for (const part of parts) {
    const stem = stems.get(part.slice(0, 2));
    if (stem?.said.test(raw)) return raw.replace(stem.said, stem.those.map(({ name }) => name).join('和'));
  }
  const [holed, ...others] = holedIn(raw, facts);
  if (holed && others.length === 0) return raw.replace(holed.holed, holed.name);
  for (const part of parts) {
    const name = mistaken.get(part);
    if (name !== undefined) return raw.replace(part, name);
  }
  return raw;
}

import type { Facts } from './facts.ts';
import { perNotice } from './per-notice.ts';

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
  '抗坑炕吭|申甲由田|晓烧浇|洪供拱|坤伸神|峰蜂逢锋|玲伶怜冷|俊峻骏竣|奎圭|鸿鸣|侯候|建健键|慧彗|李季|刘刻|海梅侮|春眷|明朋|凤风|未末|土士|日曰|柱桂|杜社|辉晖挥|清请情|林材|浩洁|杨扬汤|陈阵|王玉主|徐除|史吏|宁宇|伟纬|金全|许诉|万方|英央|英莫|丽两|松柏|霞震|芬芳';
const LIKE = new Map(
  LOOK_ALIKE.split('|').flatMap((row) => [...row].map((char) => [char, row.replace(char, '')] as const)),
);

const spelledOf = perNotice((facts: Facts): Spelled[] =>
  facts.model.people.flatMap(({ name: written }) => {
    const name = written.replaceAll(/\s/g, '');
    const [a = '', b = '', c = '', ...more] = [...name];
    if (c === '' || more.length > 0) return [];
    return [{ name, holed: new RegExp(`${a}${HOLE}${c}|${a}${b}${HOLE}(?!么)|${a}${HOLE}${b}${c}`) }];
  }),
);

/** `俩赵俊`, `叫王建什么的那两位`: how many have this beginning is said beside it. */
const several = (stem: string) =>
  new RegExp(
    `(?:[这那]?[两俩2](?:个|位|名)?(?:都)?(?:叫|姓|名叫)?(?:的)?)${stem}${HOLE}?(?:字辈|[俩的])*(?:同志|领导)?|(?:叫)?${stem}${HOLE}?(?:的)?[这那]?[两俩2](?:个|位|名)(?:人|同志|领导)?`,
  );

/** A message with names that were said in part in full. */
export function withNamesFilled(raw: string, facts: Facts): string {
  const people = spelledOf(facts);
  const isNamed = people.some(({ name }) => raw.includes(name));
  const stem = people.map(({ name }) => name.slice(0, 2)).find((one, i, all) => all.indexOf(one) !== i);
  const both = people.filter(({ name }) => stem !== undefined && name.startsWith(stem));
  if (stem !== undefined && !isNamed && several(stem).test(raw))
    return raw.replace(several(stem), both.map(({ name }) => name).join('和'));
  const [holed, ...others] = people.filter((one) => one.holed.test(raw));
  if (holed && others.length === 0 && !isNamed) return raw.replace(holed.holed, holed.name);
  return isNamed ? raw : unmistaken(raw, people);
}

/** A name with one character of the same look in place of its own. */
function unmistaken(raw: string, people: readonly Spelled[]): string {
  for (const { name } of people)
    for (const [i, char] of [...name].entries())
      for (const like of LIKE.get(char) ?? '') {
        const mistaken = `${name.slice(0, i)}${like}${name.slice(i + 1)}`;
        if (raw.includes(mistaken)) return raw.replace(mistaken, name);
      }
  return raw;
}

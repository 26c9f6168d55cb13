import type { Person } from '../../notice/types.ts';
import { fold } from '../characters/fold.ts';

/** Source of a pattern for the noun of an office (`副主任`). */
export const ROLE_NOUN =
  '(?:第一)?副?(?:书记|主任|部长|局长|组长|院长|检察长|区长|县长|市长|镇长|乡长|行长|主席|秘书长|总经理|董事长|经理)|[一二三四]级(?:调研员|巡视员|主任科员)|调研员|巡视员|委员|常委';
const HELD = new RegExp(`([^、,，;；]*?)(${ROLE_NOUN})`, 'g');

/** Nouns of office holders, as they end a title (`局长`): for telling `某局局长` from `某局`. */
export const ROLE_WORDS = new RegExp(
  `^(?:的)?(${ROLE_NOUN}|一把手|二把手|副手|副职|主要负责人|主要领导|负责人|负责同志|主官|班子|科长|处长|院长)`,
);

/** An office somebody holds: `某部` + `部长`. */
export interface Post {
  org: string;
  role: string;
}

/** The offices in a title as written; place names at their head are dropped (`区管委会副主任`). */
export function postsIn(title: string, placeNames: readonly string[]): Post[] {
  const posts: Post[] = [];
  for (const match of fold(title).replaceAll('兼任', '、').replaceAll('兼', '、').matchAll(HELD)) {
    posts.push({ org: dropPlace(match[1] ?? '', placeNames), role: match[2] ?? '' });
  }
  return posts;
}

/** A name without the place at its head. */
export function dropPlace(name: string, placeNames: readonly string[]): string {
  const place = placeNames.find((candidate) => name.startsWith(candidate) && name.length > candidate.length);
  return place ? name.slice(place.length) : name;
}

const COMPOUND_SURNAME =
  /^(?:欧阳|慕容|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|宇文|长孙|司徒|司空|夏侯|端木|南宫|独孤|西门|百里|呼延|东郭|闻人|轩辕|濮阳|淳于|单于|太史|申屠|公冶|宗政|澹台|赫连|钟离|拓跋)/;

/** How people call somebody by the surname alone, where he has no title for them. */
const CALLED = ['老*', '*领导', '*哥', '*姐', '*叔', '*总', '*老板', '*大哥', '*大姐'] as const;

/** What people call somebody to his face: surname with each of his titles, `老` + surname, given name + `同志`. */
export function addressesOf(person: Person, placeNames: readonly string[]): string[] {
  const name = fold(person.name).replaceAll(' ', '');
  const surname = COMPOUND_SURNAME.exec(name)?.[0] ?? name.slice(0, 1);
  const given = name.slice(surname.length);
  const roles = new Set<string>();
  for (const title of person.titles) {
    for (const post of postsIn(title.text, placeNames)) roles.add(post.role);
  }
  for (const role of person.roles) {
    const bare = fold(role.role).match(new RegExp(`(${ROLE_NOUN})$`))?.[1];
    if (bare) roles.add(bare);
  }
  const said = new Set<string>([`${name}同志`, `${name}领导`]);
  for (const called of CALLED) said.add(called.replace('*', surname));
  for (const role of roles) {
    const spoken = role.replace(/^第?一?副/, '').replace(/^[一二三四]级/, '');
    said.add(`${surname}${spoken}`);
    said.add(`${surname}${role}`);
    said.add(`${name}${spoken}`);
    said.add(`${name}${role}`);
    if (given.length > 1) said.add(`${given}${spoken}`);
  }
  if (given.length > 1) said.add(given).add(`${given}同志`);
  return [...said];
}

import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

/** Leaders with matters of their own whose surname no other such leader has, by their surname. */
const loneLeaders = perNotice(({ model, groupsOfLeader }: Facts) => {
  const inCharge = model.people.filter(({ id }) => groupsOfLeader(id).length > 0);
  const bySurname = Map.groupBy(inCharge, ({ name }) => name.charAt(0));
  const alone = [...bySurname].flatMap(([surname, [one, ...others]]) =>
    one && others.length === 0 ? [[surname, one.name.replaceAll(/\s/g, '')] as const] : [],
  );
  return new Map(alone);
});

/** What only somebody in charge does or has. */
const HOLDS =
  '(?:(?:分|包|管|抓|揽|摊|扛|领|兼)(?:包|管|到|上)?(?:的|了|着|得)|名下|手[里上头下]|头上|肩上|一共|总共)(?:的|是|有|都)*(?:哪|几|啥|什么|多少|摊|谁)';
const OF_LEADERS = /谁|分|包|管|摊|名下|手[里上]|[几多少]项|组/;

/** How leaders are said by their surnames alone, with the patterns that tell. */
const readersOf = perNotice((facts: Facts) => {
  const leaders = loneLeaders(facts);
  const any = [...leaders.keys()].join('');
  const one = `(?:${facts.model.people.map(({ name }) => name.replaceAll(/\s/g, '')).join('|')}|[${any}])`;
  return {
    leaders,
    paired: new RegExp(
      `(?<=^|[,，、\\s])([${any}])(和|跟|与|同|、|还是|(?=[${any}](?:[俩两]|二位)))([${any}])(?=[\\s,，]|[俩两]|谁|哪[个位]|各|都|[分包管摊]|名下|手[里上]|加|一共|比)`,
    ),
    single: new RegExp(`^(那|换成?)?([${any}])(?=[\\s,，]*${HOLDS}|(?:那边)?的?呢[?？]?$)`),
    row: new RegExp(
      `(?<=^|[,，\\s])${one}(?:[、和跟与]${one}){1,5}(?=(?:这|那)?(?:[三四五几]|[两2-5](?=位|个))(?:位|个|人)|(?:这|那)?[俩仨]|[,，\\s]*(?:各|分别))`,
    ),
    lone: new RegExp(`(?<=^|[、和跟与])[${any}](?=$|[、和跟与])`, 'g'),
  };
});

/**
 * A bare surname where it stands for a leader (`姜分的哪一摊`, `冯跟侯谁摊得多`, `侯呢`, `姜、申、高三位`), with the whole name in its
 * place; left where two leaders share it.
 */
export function withSurnamesAlone(raw: string, facts: Facts): string {
  const { leaders, paired, single, row, lone } = readersOf(facts);
  const nameOf = (surname: string) => leaders.get(surname) ?? surname;
  if (OF_LEADERS.test(raw) && paired.test(raw))
    return raw.replace(
      paired,
      (_, a: string, and: string, b: string) => `${nameOf(a)}${and || '和'}${nameOf(b)}`,
    );
  if (OF_LEADERS.test(raw) && row.test(raw)) return raw.replace(row, (names) => names.replace(lone, nameOf));
  return raw.replace(single, (_, opening: string | undefined, a: string) => `${opening ?? ''}${nameOf(a)}`);
}

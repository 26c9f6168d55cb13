/**
 * What is asked beside a question by its noun alone (`…谁牵头，再告诉我区领导`, `…，顺带说下某某覆盖面`): the noun with the words
 * that ask for it.
 */

const ON = '(?:再|还要?|另外|最后|末了|顺带|顺便|捎带|外加|以及|还有|连同|加上|带上|也|一并)';
const TELL =
  '(?:告诉|告知|问|查|看|说说?|报报?|讲讲?|念念?|列列?|补|添|来|给)(?![责题效告明装])(?:一?下|一?个|上)?';
const ME = '(?:给|帮|跟|替)?(?:我|俺|咱)?(?:们)?';

/** A clause that asks for one more thing: by a word of telling behind a word that adds it. */
export const ADDS = new RegExp(`^[\\s,，]*${ON}+${ME}(?:${TELL})+${ME}(?=[\\u4e00-\\u9fff])`);

const ADDED = new RegExp(
  `^(.{4,}?)[,，](?:${ON}(?![压降提增减缩涨升]))+(?:${ME}${TELL}${ME})*的?([^,，。?？谁哪什啥几多吗呢吧不没]{2,16})$`,
);

/** The nouns that are asked for, and the words that ask for each. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/(?:副?主任|副?组长|牵头单位|牵头|分包领导|区?领导)$/, '是谁'],
  [/(?:责任单位|配合单位|成员单位|成员|名单)$/, '有哪些'],
  [/(?:职责|分工|任务)$/, '是什么'],
  [/(?:率|时间|时限|占比|比例|面积|浓度|天数|覆盖面|密度|文号|发文字号|日期|数)$/, '是多少'],
];
/** A longer noun may be a sentence of its own. */
const LONGEST = 15;

/** The question before the noun, and the question for the noun; undefined where a message adds none. */
export function withNounAdded(text: string): readonly [string, string] | undefined {
  const [, first, noun] = text.match(ADDED) ?? [];
  if (first === undefined || noun === undefined || noun.length > LONGEST) return undefined;
  const asked = askedFor(noun);
  return asked === undefined ? undefined : [first, `${noun}${asked}`];
}

const askedFor = (noun: string) => ASKED.find(([ends]) => ends.test(noun))?.[1];

const COUNT = '(?:两|俩|三|仨|四|几|[2-4])(?:个|家|位|项|份|条|样)?';
const NOUN_FIRST = new RegExp(
  `^(?:${COUNT}([^,，:：谁哪什啥几多]{2,8})|([^,，:：谁哪什啥几多]{2,8}?)(?:${TELL}|要)*${ME}${COUNT}(?:就行|就好)?)[,，:：]([^谁哪什啥几多吗?？]{5,})$`,
);

/** `文号来两个，甲那份，乙那份`: what is wanted, then of which; a full question for each. */
export function withNounFirst(text: string): string[] | undefined {
  const [, counted, told, list = ''] = text.match(NOUN_FIRST) ?? [];
  const noun = counted ?? told ?? '';
  const asked = askedFor(noun);
  const owners = list.split(/[,，、;；]|(?<=组|条|份|个|位)[和跟与]/).filter((one) => one !== '');
  if (
    asked === undefined ||
    owners.length < 2 ||
    owners.some((one) => one.length < 2 || one.length > LONGEST)
  )
    return undefined;
  return owners.map((owner) => `${owner}的${noun}${asked}`);
}

const END_OF_EACH =
  /[,，](?:各|都|分别|一并|一块儿?|一起)?(?:自)?(?:报|说|念|列|讲|给)?(?:个|一?下|一遍|说|我)*(?:名字?)?$/;

/** `甲的牵头单位，乙的分包领导`: nouns with an owner each, and nothing that asks. */
export function withNounsEach(text: string): string[] | undefined {
  const nouns = text.replace(END_OF_EACH, '').split(/[,，;；]/);
  const isEach = nouns.every((noun) => {
    const ends = ASKED.find(([ending]) => ending.test(noun))?.[0];
    return (
      ends !== undefined &&
      noun.length <= LONGEST &&
      noun.replace(ends, '').length >= SHORTEST_OWNER &&
      !/谁|哪|什|啥|几|多|吗|呢|吧|不|没|共|有|\d%/.test(noun)
    );
  });
  return nouns.length > 1 && isEach ? nouns.map((noun) => `${noun}${askedFor(noun)}`) : undefined;
}

const SHORTEST_OWNER = 2;

import type { TaskGroup } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { digitize } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, unitList } from '../../replies/texts.ts';
import { type GroupSlot, groupLines } from '../groups/groups.ts';
import { sieved } from '../sieve.ts';

const WORD = '([\\u4e00-\\u9fff]{1,6}?)';
/** Said behind the word, that it is meant as it is written. */
const CHARACTERS = '(?:(?:这)?(?:[二两俩三几]个?)?字(?:样|眼)?(?:儿)?|(?:这个|一)词)';
const NAMED = '(?:组名|名字|名称|名|叫法|称呼|题目|全称)(?:里|中|上|当中)?(?:头|面|边)?';
const BEGINS = '(?:打头|开头|起头|领头|当头|起首|开首)';
const ENDS = '(?:结尾|收尾|末尾|煞尾|作结|压尾)';

/** A word said to be how a name begins or ends, with or without what leads it in. */
const atPlace = (place: string) => {
  const behind = `${WORD}${CHARACTERS}?(?:来)?(?:做|作|为|当)?${place}`;
  return [new RegExp(`(?:以|用|是|由)${behind}`), new RegExp(`(?<=^|[,，里中的])${behind}`)];
};

type IsWritten = (name: string, word: string) => boolean;

/** How a name is told by its letters, and whether a name is written so. */
const SPELLINGS: readonly [RegExp, string, IsWritten][] = [
  ...atPlace(BEGINS).map((said): [RegExp, string, IsWritten] => [
    said,
    '以“*”开头',
    (name, word) => name.startsWith(word),
  ]),
  ...atPlace(ENDS).map((said): [RegExp, string, IsWritten] => [
    said,
    '以“*”结尾',
    (name, word) => name.endsWith(word),
  ]),
  ...[
    `${NAMED}(?:都|又|就)?(?:含|带|有|包含|包括|出现|用|嵌)(?:了|着|有|到|个)?${WORD}(?:${CHARACTERS}|(?=的|[,，?？]|$))`,
    `(?:含|带|包含)(?:了|着|有|个)?${WORD}${CHARACTERS}`,
    `(?<=单位(?:名单)?(?:里|中)(?:面|头)?)(?:带|含|叫)(?:着|有)?${WORD}(?=的)`,
  ].map((said): [RegExp, string, IsWritten] => [
    new RegExp(said),
    '含“*”',
    (name, word) => name.includes(word),
  ]),
];

/** A word that is no part of names but of asking for them. */
const NO_WORD = /[以哪谁几啥名]|什么|多少|单位|小组|领导|部门/;
const OF_GROUPS = /(?<!领导)(?:小组|组)(?!织|长|成)|核心指标|分包|事项|[那这哪几两三]\S?项|项工作/;
const OF_UNITS = /单位|部门|[几多]\S{0,2}家|成员/;
/** What else of the groups is asked, where anything is. */
const SLOTS: readonly [RegExp, GroupSlot][] = [
  [/分包|分管|领导|归谁|谁[管包抓]/, 'leader'],
  [/牵头/, 'lead'],
  [/责任单位|配合/, 'responsible'],
];

interface Spelled {
  word: string;
  say: string;
  is: (name: string) => boolean;
  /** The question without what tells the names. */
  rest: string;
}

/** `名称里含“某”字的小组有几个`, `成员单位里以“某局”结尾的`, `“某”字打头的那项谁分包`: by how the names are written. */
export const answerNamesSpelled: Handler = (question, { facts }) => {
  const spelled = spelledIn(question.folded) ?? sortIn(question);
  if (!spelled || /不(?:含|带|以|是)|没(?:带|有)|最/.test(question.folded)) return undefined;
  const [asked, ...others] = mentioned(question, 'group');
  const group = others.length === 0 && asked ? facts.group(asked.no) : undefined;
  // `第7组打头的单位`, `某事评比排末尾的单位`: whose units they are is no word of their names.
  if (group && question.mentions.some((m) => m.kind === 'group' && isWithin(m.text, spelled.word)))
    return undefined;
  if (/责任单位|成员单位|单位/.test(spelled.rest) && !/小组的?名/.test(question.folded))
    return unitsSpelled(question, spelled, group, facts);
  return OF_GROUPS.test(spelled.rest) && !OF_UNITS.test(spelled.rest.replace(/(?:牵头|责任|配合)单位/g, ''))
    ? groupsSpelled(question, spelled, facts)
    : undefined;
};

const isWithin = (name: string, word: string) => digitize(word).includes(name);
/** A sort of units by the end of their names, in a group (`某组里除了甲局乙局，还有哪几个分局`). */
const SORT =
  /(?:哪|几|多少)[几些两俩二三四五六]*(?:个|家)?(分局|公司|筹备处|中心|部|委)(?=是|在|都|[?？,，]|$)/;

function sortIn({ masked, folded }: Question): Spelled | undefined {
  if (!masked.includes('G')) return undefined;
  const word = masked.match(SORT)?.[1];
  if (word === undefined || /牵头|分包/.test(masked)) return undefined;
  return { word, say: `是“${word}”`, is: (name) => name.endsWith(word), rest: `责任单位${folded}` };
}

const spellingsIn = sieved(
  () => SPELLINGS,
  ([pattern]) => pattern,
);

function spelledIn(text: string): Spelled | undefined {
  for (const [pattern, say, is] of spellingsIn(text)) {
    const [said, ...words] = text.match(pattern) ?? [];
    const word = words.find((each) => each !== undefined);
    if (said === undefined || word === undefined || NO_WORD.test(word)) continue;
    return {
      word,
      say: say.replace('*', word),
      is: (name) => is(fold(name), word),
      rest: text.replace(said, ''),
    };
  }
  return undefined;
}

function unitsSpelled(
  question: Question,
  { say, is }: Spelled,
  group: TaskGroup | undefined,
  facts: Facts,
): Reply | undefined {
  const { folded, residue } = question;
  const isMembers = /成员/.test(folded) && !group;
  if (!group && !isMembers) return undefined;
  const all = group ? group.responsibleUnits : facts.mainBody.memberUnits;
  const out = /除|不算|刨|抛/.test(folded) ? mentioned(question, 'unit', true).map(({ id }) => id) : [];
  const found = all.filter((id) => is(unitList(facts, [id])) && !out.includes(id));
  if (found.length === 0) return undefined;
  const besides = out.some((id) => all.includes(id)) ? '另外' : '';
  const place = group?.location ?? facts.mainBody.location;
  const whose = group ? `${groupName(group)}的责任单位` : '成员单位';
  const said = `共${found.length}家：${unitList(facts, found)}`;
  return reply(`${whose}里${besides}名称${say}的${said}。${at(place)}`, [place], {
    focus: found.map((id) => ({ kind: 'unit', id })),
    spoken: residue,
    readsAll: true,
  });
}

function groupsSpelled({ residue }: Question, { say, is, rest }: Spelled, facts: Facts): Reply | undefined {
  const groups = facts.model.groups.filter(({ field }) => is(field));
  if (groups.length === 0) return undefined;
  const slots = SLOTS.filter(([asks]) => asks.test(rest.replace(/分包(?:清单|名单|事项|安排|表)/g, ''))).map(
    ([, slot]) => slot,
  );
  const list = `名称${say}的小组共${groups.length}个：${groupList(groups)}。${at('三')}`;
  const told = slots.length > 0 ? groups.flatMap((group) => groupLines(facts, group, slots)) : [];
  return reply([list, ...told], ['三', ...groups.map(({ location }) => location)], {
    focus: groups.map(({ no }) => ({ kind: 'group', no })),
    spoken: residue,
    readsAll: true,
  });
}

import type { Handler, UnitClass } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const ASKS = /哪|谁|几|多少|啥|什么|列|有没有|名单|报|吗|都在|全|齐/;
/** A group as a list of units. */
const IN_GROUP = /G(?:这个|那个)?(?:专项)?(?:工作)?(?:小)?组?(?:\d+家)?(?:里|中|内|的?责任单位|名单|的?成员)/;
/** `某口那串名单念全`: the sort only says which list is meant, and all of it is wanted. */
const WHOLE_LIST =
  /(?:那|这)一?(?:长?串|溜|排|份|个|大?堆)?(?:责任)?(?:单位)?名单[^,，]{0,6}全|名单(?:给我|帮我)?[念列报写抄说][全完]/;
const MEMBERS = /成员单位|成员名单|领导小组/;

/** The units of a sort (`某口`) in a list of the notice: members, or the units of a group. */
export const answerUnitClasses: Handler = (question, { facts, unitClasses }) => {
  const { text, masked } = question;
  // A group has its letter in every way that one is asked for.
  if (!ASKS.test(masked) || !(masked.includes('G') || MEMBERS.test(text))) return undefined;
  const meant = classIn(question, unitClasses);
  if (!meant) return undefined;
  const isOfMembers = MEMBERS.test(text);
  const isInGroup =
    IN_GROUP.test(masked) ||
    meant.says.some((word) => new RegExp(`${word}[^,，]{0,3}(?:在|进|参加|列)了?G`).test(masked)) ||
    meant.says.some((word) => new RegExp(`G(?:的|那边|那个|那组|这边|组|[,，])*${word}`).test(masked));
  const [group, ...others] = isInGroup ? mentioned(question, 'group').map(({ no }) => facts.group(no)) : [];
  if (others.length > 0 || !(group || isOfMembers)) return undefined;
  const listed = group
    ? [...group.leadUnits, ...group.subLeads.map((sub) => sub.unit), ...group.responsibleUnits]
    : facts.mainBody.memberUnits;
  const rest = /(?:除[了去]|不算|刨去|撇开)(?:总)?牵头/.test(masked) ? (group?.leadUnits ?? []) : [];
  const isExcept = meant.says.some((word) =>
    new RegExp(`${word}(?:这些|几家|单位)?(?:之|以)外|除[了去开]${word}`).test(text),
  );
  const found = [...new Set(listed)].filter((id) => meant.ids.has(id) !== isExcept && !rest.includes(id));
  const place = group?.location ?? facts.mainBody.location;
  const outside = isExcept ? '另外' : '';
  const list = `${group ? groupName(group) : '成员单位'}里${outside}`;
  const focus = group ? [{ kind: 'group' as const, no: group.no }] : [];
  const lacking =
    !isExcept && /都|全|齐/.test(masked) ? [...meant.ids].filter((id) => !listed.includes(id)) : [];
  const without = lacking.length > 0 && found.length > 0 ? `；没有${unitList(facts, lacking)}` : '';
  const said =
    found.length === 0 ? '没有这样的单位' : `共${found.length}家：${unitList(facts, found)}${without}`;
  const whole =
    group && !isExcept && WHOLE_LIST.test(question.folded)
      ? [`${groupName(group)}的责任单位：${responsibleList(facts, group)}。${at(place)}`]
      : [];
  return reply([`${list}${said}。${at(place)}`, ...whole], [place], {
    focus,
    spoken: question.residue,
    confidence: 0.9,
  });
};

const ONLY_UNIT =
  /(?:责任单位|配合(?:的|单位)?)(?:里|就|只|仅|光|都)*(?:只|就|仅|光)(?:写|列|点)?(?:了)?(?:有|是)?(?:一家)?U|(?:只|就|仅|光)(?:有|列|写|点)?(?:了)?U(?:一家|一个)?(?:当|做|是|为)?(?:责任单位|配合)/;

/** `哪个组的责任单位只有某局`: groups that name one unit alone beside the lead. */
export const answerSoleUnit: Handler = needing(
  () => ({ masked: [/U/, ONLY_UNIT, /组/] }),
  (question, { facts }) => {
    const [unit, ...others] = mentioned(question, 'unit');
    if (!unit || others.length > 0 || !ONLY_UNIT.test(question.masked) || !/组/.test(question.masked))
      return undefined;
    if (mentioned(question, 'group').length > 0) return undefined;
    const isSole = (ids: readonly string[]) => ids.length === 1 && ids[0] === unit.id;
    const groups = facts.model.groups.filter((g) => isSole(g.responsibleUnits) && g.collectives.length === 0);
    const name = unitList(facts, [unit.id]);
    const said = groups.length === 0 ? '没有' : `共${groups.length}个：${groups.map(groupName).join('、')}`;
    return reply(
      `责任单位只点名${name}的组${said}。${at('三')}`,
      groups.length > 0 ? groups.map((g) => g.location) : ['三'],
      { focus: groups.map(({ no }) => ({ kind: 'group', no })), spoken: question.residue },
    );
  },
);

const sorted = new WeakMap<readonly UnitClass[], readonly (UnitClass & { word: string })[]>();

/** The words for all sorts, the longest first. */
function byLength(classes: readonly UnitClass[]) {
  const known = sorted.get(classes);
  if (known) return known;
  const words = classes
    .flatMap(({ say, units }) => say.map((word) => ({ word, say, units })))
    .sort((a, b) => b.word.length - a.word.length);
  sorted.set(classes, words);
  return words;
}

/** The sort that the question names, its words and its units; the list asked about is no sort. */
function classIn(
  { text }: Question,
  classes: readonly UnitClass[],
): { says: readonly string[]; ids: Set<string> } | undefined {
  const named = byLength(classes).find(({ word }) => text.includes(word));
  return named && { says: named.say, ids: new Set(named.units) };
}

const ASKS_GROUPS = /(?:哪|几|多少)[些几]?个?(?:专项)?小?组|组(?:都|一共|总共|分别)*(?:是|有)?(?:哪|几|多少)/;

/** `牵头单位里带着企业的是哪个组`: a sort that is told beside the slot it stands in. */
const IN_SLOT =
  /(?:牵头|责任|配合)(?:单位|的)?(?:那一?栏|名单|一栏)?(?:里|中|上)?(?:面|头)?(?:就|还|也|会|竟|都)*(?:带|含|有|是|写|列|挂|夹|混|出现|包括)(?:着|了|有|的是)*(企业|公司|分局|筹备处)/;

/** `两家筹备处牵头哪些组`: the groups of the units of a sort, and whose each is. */
export const answerGroupsOfClass: Handler = needing(
  () => ({ masked: [ASKS_GROUPS, /牵头|领头/] }),
  (question, { facts, unitClasses }) => {
    const { masked } = question;
    if (!ASKS_GROUPS.test(masked) || /[A-Z]|不|没|除|只|仅|最|都在|同/.test(masked)) return undefined;
    const noun = masked.match(IN_SLOT)?.[1];
    const meant = noun === undefined ? classIn(question, unitClasses) : sortCalled(noun, unitClasses);
    const [leads, supports] = [/牵头|领头/.test(masked), /配合|责任单位/.test(masked)];
    if (!meant || !leads || supports) return undefined;
    const groups = facts.model.groups.filter((group) => group.leadUnits.some((id) => meant.ids.has(id)));
    const word = noun ?? meant.says.find((say) => question.text.includes(say)) ?? '';
    const list = groups
      .map(({ field, no, leadUnits }) => {
        const own = leadUnits.filter((id) => meant.ids.has(id));
        return `${field}（第${no}组，${unitList(facts, own)}）`;
      })
      .join('、');
    const said = groups.length === 0 ? '没有' : `共${groups.length}个：${list}`;
    return reply(`${word}牵头的组${said}。${at('三')}`, ['三', ...groups.map(({ location }) => location)], {
      focus: groups.map(({ no }) => ({ kind: 'group', no })),
      spoken: question.residue,
      readsAll: true,
    });
  },
);

/** A sort of units that is asked for alone (`都有的企业是哪几家`, `哪几家是分局`). */
const SORT_ASKED =
  /(?:哪|几|多少)[几些两二三四]*(?:个|家)?(?:是)?(企业|公司|分局|筹备处)|的(企业|公司|分局|筹备处)(?=有|是|都|[(（,，?？]|$)/;

/** The sort that alone is asked for, as it is called, and its units. */
export function sortAsked(
  masked: string,
  classes: readonly UnitClass[],
): { noun: string; ids: Set<string> } | undefined {
  const noun = masked.match(SORT_ASKED)?.slice(1).find(Boolean);
  const sort = noun === undefined ? undefined : sortCalled(noun, classes);
  return noun !== undefined && sort ? { noun, ids: sort.ids } : undefined;
}

/** The units of a sort by the noun for one of them. */
function sortCalled(noun: string, classes: readonly UnitClass[]) {
  const sort = classes.find(({ say }) => say.some((one) => one.endsWith(noun)));
  return sort && { says: sort.say, ids: new Set(sort.units) };
}

import type { TaskGroup, Unit } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { indexTexts } from '../../characters/text-index.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Lists of units: by a word of their names, by the only group they are in, beside the lead of a group. */
export const answerUnitLists: Handler = (question, desk) =>
  membersBy(question, desk) ??
  onlyIn(question, desk) ??
  besideLead(question, desk) ??
  countOfGroup(question, desk) ??
  namedLike(question, desk);

const ONLY_IN =
  /(?:只|仅|光|单|就)(?:是|有)?(?:进|在|参加|参与|出现|列|挂|露|上|入|有份)(?:了|过|在|到)*G|(?:只|仅|光|单|就)(?:是|有)G(?:[这那]?(?:一|1)个?组?)?的(?:单位|部门|家)|(?:只|仅|光|单|就)(?:是|有)?G(?:那|这|一|个|组|里[头面]?|中)*(?:进|参加|参与|出现|列|挂|露|有份|点名)|G.{0,6}(?:独有|独家|才有)/;
const ASKS_UNITS = /单位|部门|局|谁|(?:哪|几|多少)[几些两俩二三]?家/;

/** `只进了某事这一个组的单位`: units that are in no other group. */
const onlyIn: Handler = needing(
  () => ({ masked: [/G/, ONLY_IN, ASKS_UNITS] }),
  (question, { facts }) => {
    const [meant, ...others] = mentioned(question, 'group');
    const group = meant && facts.group(meant.no);
    const named = mentioned(question, 'unit').length + mentioned(question, 'person').length;
    if (!group || others.length > 0 || named > 0) return undefined;
    if (!ONLY_IN.test(question.masked) || !ASKS_UNITS.test(question.masked)) return undefined;
    const isOnly = ({ id }: Unit) =>
      facts.groupsOfUnit(id).length === 1 && facts.groupsOfUnit(id)[0] === group;
    const members = facts.mainBody.memberUnits;
    const found = facts.model.units.filter(isOnly);
    const kept = /成员/.test(question.masked) ? found.filter(({ id }) => members.includes(id)) : found;
    const names = kept.map((unit) => unit.name).join('、');
    return reply(
      `只在${groupName(group)}这一个组里的${/成员/.test(question.masked) ? '成员' : ''}单位共${kept.length}家${names ? `：${names}` : ''}。${at('三')}`,
      ['三', group.location],
      { focus: kept.map(({ id }) => ({ kind: 'unit', id })), spoken: question.residue, readsAll: true },
    );
  },
);

const IN_PART = /进|参加|参与|在/;
const ASKS_MEMBERS =
  /(?:哪[些几]?|几|多少)(?:个|家)?成员单位|(?<!会议|联席)成员单位(?:里|中)?(?:面|头)?.{0,8}(?:哪[些几]|几|多少|谁)/;

/** `成员单位里有几家不牵头`, `哪些成员单位一个组都没进`: members of the leading group by the part they take in groups. */
const membersBy: Handler = needing(
  () => ({ masked: [ASKS_MEMBERS] }),
  (question, { facts }) => {
    const { masked } = question;
    if (
      !ASKS_MEMBERS.test(masked) ||
      /[UPGMS]|哪[一几个些]*小?组(?!都|也)|名单|(?:不是|不算|没进|不在).{0,3}成员/.test(masked)
    )
      return undefined;
    const [leads, supports] = [/牵/.test(masked), /责任单位|配合/.test(masked)];
    if (!leads && !supports && (!/组/.test(masked) || !IN_PART.test(masked))) return undefined;
    const isBoth = leads && supports;
    const role = isBoth ? undefined : leads ? 'lead' : supports ? 'responsible' : undefined;
    const isDenied = /(?:不|没|未)(?:有|曾|再)?(?:牵|当|进|参|在|配|做|列)|从不|从没/.test(masked);
    const has = (id: string) =>
      isBoth && !isDenied
        ? facts.groupsOfUnit(id, 'lead').length > 0 && facts.groupsOfUnit(id, 'responsible').length > 0
        : facts.groupsOfUnit(id, role).length > 0;
    const found = facts.mainBody.memberUnits.filter((id) => has(id) !== isDenied);
    const does =
      role === 'lead' ? '牵头' : role ? '当责任单位' : isBoth && !isDenied ? '既牵头又配合' : '参加小组';
    return reply(
      `成员单位里${isDenied ? '没有' : ''}${does}的共${found.length}家${found.length > 0 ? '：' : ''}${unitList(facts, found)}。${at('三', facts.mainBody.location)}`,
      ['三', facts.mainBody.location],
      { focus: found.map((id) => ({ kind: 'unit', id })), readsAll: isDenied },
    );
  },
);

const BESIDE_LEAD =
  /(?:除了?|抛开|不算|刨去|撇开|去掉)(?:总)?牵头(?:的|单位|那家|部门)*.{0,16}(?:谁|哪|还|几|点)/;

/** `某组里除了牵头的就点了一家，哪家`: the responsible units alone. */
const besideLead: Handler = needing(
  () => ({ masked: [/G/, BESIDE_LEAD] }),
  (question, { facts }) => {
    const group = onlyGroup(question, facts);
    if (!group || !BESIDE_LEAD.test(question.masked)) return undefined;
    const count = group.responsibleUnits.length > 0 ? `共${group.responsibleUnits.length}家` : '';
    return reply(
      `${groupName(group)}除了牵头单位${unitList(facts, group.leadUnits)}，责任单位${count}：${responsibleList(facts, group)}。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }] },
    );
  },
);

const COUNTED = /数一数|数数|数一下|数出来|家数|总数|数目|数量|点点数/;

/** `第14组点了名的责任单位数一数` */
const countOfGroup: Handler = needing(
  () => ({ masked: [/G/, COUNTED] }),
  (question, { facts }) => {
    const group = onlyGroup(question, facts);
    if (
      !group ||
      !COUNTED.test(question.masked) ||
      !/责任单位|点名|列名|点了名|配合|单位/.test(question.masked)
    )
      return undefined;
    return namedUnits(facts, group);
  },
);

/** How many responsible units a group names, and which. */
export function namedUnits(facts: Facts, group: TaskGroup): Reply {
  if (group.responsibleUnits.length === 0)
    return reply(
      `${groupName(group)}没有点名责任单位，写的是“${group.responsibleText}”。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }] },
    );
  return reply(
    `${groupName(group)}点名的责任单位共${group.responsibleUnits.length}家：${responsibleList(facts, group)}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

function onlyGroup(question: Question, facts: Facts): TaskGroup | undefined {
  const [meant, ...others] = mentioned(question, 'group');
  const named = mentioned(question, 'unit').length + mentioned(question, 'person').length;
  return meant && others.length === 0 && named === 0 ? facts.group(meant.no) : undefined;
}

/** A word of names stands after one of these, or before one of those. */
const WORD_AFTER =
  /(?:带|姓|含|叫|以|名(?:字|称)?里?(?:面|头)?(?:带|有|含)?|[两几俩各三四五六七八\d]个|所有的?|全部的?|这些|那些)(?:的是|着|了|有)*["“”']?$/;
const WORD_BEFORE = /^["“”']?(?:这)?(?:[两二三]?个?)?(?:命名|为名|冠名|字|打头|开头|结尾|收尾|字样|字号)/;
/** Without any of these, no word is one of names. */
const SPEAKS_OF_NAMES =
  /[带姓含叫以名]|[两几俩各三四五六七八\d]个|所有|全部|这些|那些|[两二三]字|字(?:样|号)?|打头|开头|结尾|收尾/;
/** Words of many names that say nothing of a unit. */
const PLAIN_WORDS = /^(?:单位|部门|小组|领导|区|工作|办公|环境|服务|管理)/;

/** `名字带“分局”的成员单位`, `两个筹备处牵头几个组`: units by a word of their names. */
const namedLike: Handler = (question, { facts }) => {
  if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body' && m.kind !== 'office'))
    return undefined;
  const { text } = question;
  const isMembers = /成员/.test(text);
  const members = facts.mainBody.memberUnits;
  const isMeant = ({ id }: Unit) => members.includes(id) || (!isMembers && facts.groupsOfUnit(id).length > 0);
  const named = (word: string) => unitsByName(facts).having(word).filter(isMeant);
  const word = wordOfNames(text, named);
  if (word === undefined) return undefined;
  const found = named(word);
  if (/(?<!小)组/.test(text) && /牵头|参加|参与|进|在|配合|责任|沾|有份|列/.test(text))
    return groupsOfAll(facts, found, text);
  if (!/哪|几|多少|谁|名单|有|的$/.test(text) || !/单位|部门|局|家|成员|[名字带含姓叫]/.test(text))
    return undefined;
  const names = found.map((unit) => unit.name).join('、');
  return reply(
    `名称带“${word}”的${isMembers ? '成员' : ''}单位共${found.length}家：${names}。${at(isMembers ? facts.mainBody.location : '三')}`,
    [isMembers ? facts.mainBody.location : '三'],
    { focus: found.map(({ id }) => ({ kind: 'unit', id })) },
  );
};

const unitsByName = perNotice(({ model }) =>
  indexTexts(model.units, (unit) => [unit.name, ...unit.spellings.map((s) => s.text)].map(fold).join('\n')),
);

/** The longest stretch that is part of several names and is spoken of as a word of names. */
function wordOfNames(text: string, named: (word: string) => readonly Unit[]): string | undefined {
  if (!SPEAKS_OF_NAMES.test(text)) return undefined;
  const places = Array.from({ length: text.length + 1 }, (_, i) => i);
  const begins = places.map((i) => WORD_AFTER.test(text.slice(0, i)));
  const ends = places.map((i) => WORD_BEFORE.test(text.slice(i)));
  for (let size = 4; size > 1; size--) {
    for (let i = 0; i + size <= text.length; i++) {
      if (!begins[i] && !ends[i + size]) continue;
      const word = text.slice(i, i + size);
      if (PLAIN_WORDS.test(word)) continue;
      if (named(word).length > 1) return word;
    }
  }
  return undefined;
}

/** The groups of several units together. */
function groupsOfAll(facts: Facts, units: readonly Unit[], text: string): Reply {
  const part = /牵头/.test(text) ? 'lead' : /责任单位|配合/.test(text) ? 'responsible' : undefined;
  const does = part === 'lead' ? '牵头' : part ? '配合' : '参加';
  const sets = units.map(({ id }) => facts.groupsOfUnit(id, part));
  const isCommon = /都(?:在|进|参加|有|沾|列|配合)|共同|一起/.test(text) && part !== 'lead';
  const groups = facts.model.groups.filter((g) =>
    isCommon ? sets.every((set) => set.includes(g)) : sets.some((set) => set.includes(g)),
  );
  const names = units.map((unit) => unit.name).join('、');
  return reply(
    `${names}${isCommon ? '都' : '一共'}${does}${groups.length}个组${groups.length > 0 ? `：${groupList(groups)}` : ''}。${at('三')}`,
    ['三', ...groups.map((g) => g.location)],
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
}

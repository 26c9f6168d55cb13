import type { TaskGroup } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral, toChinese } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupName, measureName, personName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { sortIn } from '../units/units-by-part.ts';
import { extreme, leaders, type Place, type Ranked, units } from './rankings.ts';

function say(found: readonly Ranked[], what: (count: number) => string, cites: string[]): Reply | undefined {
  const [first] = found;
  if (!first) return undefined;
  return reply(`${found.map((item) => item.name).join('、')}，${what(first.count)}。${at(...cites)}`, cites);
}

const IN_GROUPS = new RegExp(
  `(?:只|仅|就)?(?:参加|参与|在|牵头)(?:了|着)?(?:过)?(?:的)?(不止|超过|多于)?(${NUMERAL})个(?:(?:及|或|或者|和)?以上)?(?:的)?(?:专项)?(?:小)?组(以上)?`,
);
const EXACTLY = new RegExp(
  `(只|仅|就|都)?(?:分包|分管|包|管|有)(?:了|着|的(?:专项)?(?:小?组|项|事项)(?:数|有|达|达到|是)*)?(超过|多于|大于|不止)?(${NUMERAL})(?:个|项|块)(以上|及以上|往上|朝上)?`,
);
/** Groups are counted, not what the leaders are assigned: two of those may be one group, and one of them two. */
const GROUPS_COUNTED = new RegExp(
  `${NUMERAL}个(?:及?以上|往上|朝上)?(?:的)?(?:专项)?(?:工作)?小?组|的(?:专项)?小?组(?:数|有|达|达到|是)*(?:超过|多于|大于|不止)?${NUMERAL}个`,
);

/** `牵头不止一个组的单位`: units by how many groups they lead or are in. */
function groupsOfUnits({ masked }: Question, facts: Facts): Reply | undefined {
  const [said = '', over, numeral = ''] = masked.match(IN_GROUPS) ?? [];
  const count = parseNumeral(numeral);
  if (count === undefined || !/单位|部门|局|哪[几些]?家|谁/.test(masked) || /[GUP]/.test(masked))
    return undefined;
  const atLeast = over === undefined && said.includes('以上');
  const isMeant = (n: number) => (over ? n > count : atLeast ? n >= count : n === count);
  const lead = /牵头/.test(masked) ? 'lead' : undefined;
  const found = units(facts, (id) => facts.groupsOfUnit(id, lead).length).filter((unit) =>
    isMeant(unit.count),
  );
  const isExact = over === undefined && !atLeast;
  const names = found.map((unit) => (isExact ? unit.name : `${unit.name}${unit.count}个`)).join('、');
  const bound = over ? '超过' : atLeast ? '至少' : '';
  const listed = found.length === 0 ? '一家也没有' : `共${found.length}家：${names}`;
  return reply(`${lead ? '牵头' : '参加'}${bound}${count}个组的单位${listed}。${at('三')}`, ['三']);
}

const EXCEPT_PERSON = /(?:除了?|不算|不计|抛开|撇开|刨去)P(?:之外|以外|外|不算)?|P(?:之外|以外|不算)/;

/** `只分包一项的领导有哪些`, `除了张三谁还包着三个以上` */
export const answerExactly: Handler = needing(
  () => ({ masked: [[IN_GROUPS, EXACTLY]] }),
  (question, { facts }) => {
    const { masked } = question;
    const among = groupsOfUnits(question, facts);
    if (among) return among;
    const [, , over, numeral = '', atLeast] = masked.match(EXACTLY) ?? [];
    const count = parseNumeral(numeral);
    const rest = masked.replace(EXCEPT_PERSON, '');
    if (count === undefined || !/领导|谁|哪[些几两二三四]?位|哪些人/.test(rest) || /[GUP]/.test(rest))
      return undefined;
    const except =
      rest === masked ? [] : mentioned(question, 'person').map(({ id }) => personName(facts, id));
    const isGroups = GROUPS_COUNTED.test(
      rest.replace(/^(?:全|这)?\d+个(?:专项)?小?组(?:里|当中|中间?)[面头]?/, ''),
    );
    return leadersWith({ count, over, atLeast, isGroups, except }, facts);
  },
);

interface Counted {
  count: number;
  over: string | undefined;
  atLeast: string | undefined;
  isGroups: boolean;
  except: readonly string[];
}

/** The leaders who have so many groups, or so many assigned matters; who has another number of the other is told beside. */
function leadersWith({ count, over, atLeast, isGroups, except }: Counted, facts: Facts): Reply {
  const above = over ?? (atLeast ? '不少于' : '');
  const isMeant = (n: number) => (over ? n > count : atLeast ? n >= count : n === count);
  const all = leaders(facts)
    .filter(({ name }) => !except.includes(name))
    .map(({ name, count: groups, items }) =>
      isGroups ? { name, own: groups, other: items } : { name, own: items, other: groups },
    );
  const [home, unit, otherwise] = isGroups
    ? (['三', '个组', (n: number) => `分包安排里写的是${n}项`] as const)
    : (['二', '项', (n: number) => `按各小组算是${n}个`] as const);
  const found = all.filter(({ own }) => isMeant(own));
  const noted = all.filter(({ own, other }) => own !== other && (isMeant(own) || isMeant(other)));
  const note = noted.map(({ name, other }) => `${name}${otherwise(other)}`).join('，');
  const beside = note === '' ? '' : `（${note}）`;
  const cites = noted.length > 0 || found.length === 0 ? [home, home === '二' ? '三' : '二'] : [home];
  const names = found.map(({ name, own }) => (above === '' ? name : `${name}${own}${unit.slice(0, 1)}`));
  const said = `分包${above}${count}${unit}的区领导`;
  const line = found.length === 0 ? `没有${said}` : `${said}共${found.length}位：${names.join('、')}`;
  return reply(`${line}${beside}。${at(...cites)}`, cites);
}

/** `哪条措施配合单位最多` */
function measureExtreme(facts: Facts, masked: string, place: Place, said: string): Reply | undefined {
  if (!/单位|部门|家/.test(masked)) return undefined;
  const support = /配合/.test(masked);
  const counted = facts.model.measures
    .filter((m) => m.status !== 'missing')
    .map((m) => {
      const all = [...new Set([...m.leadUnits, ...m.responsibleUnits, ...m.supportingUnits])];
      return { name: measureName(m), count: support ? m.supportingUnits.length : all.length };
    });
  return say(extreme(counted, place), (n) => `点名${support ? '配合' : ''}单位${n}家，${said}`, ['附件1·三']);
}

const CALLED_MOST =
  /^G(?:里[面头]?|的)?(?:人|家数|责任单位|配合单位|单位|部门|成员)?(?:数|是|算)*最(多|少)(?!的|[要得需能可给收交写]|多少|几)/;

/** `某组人最多吧`: which group has most, and what this one has. */
function calledMost(facts: Facts, question: Question): Reply | undefined {
  const [, word] = question.masked.match(CALLED_MOST) ?? [];
  const [named, ...others] = mentioned(question, 'group');
  const group = named && facts.group(named.no);
  if (word === undefined || !group || others.length > 0) return undefined;
  const counted = facts.model.groups
    .filter((g) => g.responsibleUnits.length > 0)
    .map((g) => ({ no: g.no, name: groupName(g), count: g.responsibleUnits.length }));
  const top = extreme(counted, { fewest: word === '少', rank: 0 });
  const isTrue = counted.some((g) => g.no === group.no && top.includes(g));
  const own = `${groupName(group)}的责任单位点名${group.responsibleUnits.length}家`;
  const most = isTrue
    ? `，最${word}`
    : `；最${word}的是${top.map((g) => `${g.name}${g.count}家`).join('、')}`;
  return reply(`${verdict(isTrue)}${own}${most}。${at(group.location)}`, [group.location], {
    focus: [named],
  });
}

/** The groups that a superlative runs over: those of the leader or the unit named, else all. */
function groupsMeant(question: Question, facts: Facts): readonly TaskGroup[] {
  const [person] = mentioned(question, 'person');
  const [unit] = mentioned(question, 'unit');
  const mine = person ? facts.groupsOfLeader(person.id) : facts.model.groups;
  if (!unit) return mine;
  const theirs = facts.groupsOfUnit(unit.id, /U.{0,3}牵/.test(question.masked) ? 'lead' : undefined);
  return mine.filter((group) => theirs.includes(group));
}

const LEADS_NONE = /(?:不|没有?|从不)牵(?:过|着)?头|只当责任单位/;

const MOST_AND_SECOND = /最(多|少)的?(?:单位|组|领导)?(?:和|跟|与|、)第2\1/;

/** Who has most or fewest: leaders by groups, units by groups or measures, groups by units. */
export const answerSuperlatives: Handler = needing(
  () => ({ masked: [[MOST_AND_SECOND, NTH_MOST, NTH_PLACE, /最(?:多|少|重|忙|轻|大|小)/, FIRST_PLACE]] }),
  (question, desk) => {
    const { masked } = question;
    const [both, end] = masked.match(MOST_AND_SECOND) ?? [];
    if (both === undefined) return ranked(question, desk);
    const [most, second] = [`最${end}`, `第2${end}`].map((place) =>
      ranked({ ...question, masked: masked.replace(both, place) }, desk),
    );
    return most && second && { ...most, lines: [...most.lines, ...second.lines] };
  },
);

/** `第二多`, `排第三`: a place behind the first. */
const NTH_MOST = /第([2-9])(?:多|少)/;
const NTH_PLACE = /(?:排|居|位列)第([2-9])(?!\d)/;
const FIRST_PLACE =
  /第1多|^(?!.*[GPS]).*(?:排名?|居|数|位列|位居|并列)第1(?!\d)|^(?!.*[GPS]).*(?:排(?:在)?(?:头一名|头名)|居首)/;
/** `某局最多几个组`: how many at most, of the one that is named. */
const AT_MOST = /[UP][^,，谁哪]{0,8}最多(?:[^,，谁哪]{0,3})(?:几|多少)(?:个|项|条)/;

const ranked: Handler = (question, { facts, unitClasses }) => {
  const { masked } = question;
  const nth = Number(masked.match(NTH_MOST)?.[1] ?? masked.match(NTH_PLACE)?.[1] ?? 1);
  const isNth = nth > 1;
  if (/编号|序号|编到|排到/.test(masked)) return undefined;
  if (!isNth && !/最(?:多|少|重|忙|轻|大|小)/.test(masked) && !FIRST_PLACE.test(masked)) return undefined;
  if (AT_MOST.test(masked)) return undefined;
  const sort = sortIn(question.text, unitClasses)?.units;
  const called = calledMost(facts, question);
  if (called) return called;
  if (question.residue.join('').length > 3) return undefined;
  const place: Place = { fewest: /最(?:少|轻|小)|第\d少/.test(masked), rank: nth - 1 };
  const end = place.fewest ? '少' : '多';
  const said = isNth ? `第${toChinese(nth)}${end}` : `最${end}`;
  if (
    /责任单位|成员单位|单位数|(?:单位|部门)(?:最|第\d)|(?:参与|参加|配合)(?:单位|的单位)|家数/.test(masked) &&
    /哪(?:一)?个?(?:专项)?(?:工作)?小?组|组.{0,8}(?:单位|部门)(?:最|第\d)|(?:单位|部门).{0,2}(?:最|第\d)(?:多|少)的.{0,4}组|什么组/.test(
      masked,
    )
  ) {
    const groups = groupsMeant(question, facts).filter((g) => g.responsibleUnits.length > 0);
    const byLead = /牵头(?:的)?单位(?:数)?最/.test(masked);
    const isFew = groups.length < facts.model.groups.length / 2;
    const found = extreme(
      groups.map((g) => ({
        name: byLead
          ? `${groupName(g)}（${unitList(facts, g.leadUnits)}）`
          : isFew
            ? `${groupName(g)}（${responsibleList(facts, g)}）`
            : groupName(g),
        count: byLead ? g.leadUnits.length : g.responsibleUnits.length,
      })),
      place,
    );
    return say(found, (n) => `${byLead ? '牵头单位' : '责任单位点名'}${n}家，${said}`, ['三']);
  }
  if (/领导|谁|哪位|分包|分管|同志/.test(masked) && !/单位|部门|局|牵头|配合|家/.test(masked)) {
    const top = extreme(leaders(facts), place).map((leader) => ({ ...leader, name: leader.fields }));
    return say(top, (n) => `分包${n}项，${said}`, ['二']);
  }
  if (/哪(?:一)?(?:条|项措施|个措施)/.test(masked)) return measureExtreme(facts, masked, place, said);
  if (/措施|附件|条/.test(masked)) {
    const found = extreme(
      units(facts, (id) => facts.measuresOfUnit(id, 'lead').length, sort),
      place,
    );
    return say(found, (n) => `牵头${n}条措施，${said}`, ['附件1·三']);
  }
  if (LEADS_NONE.test(masked)) {
    const bare = units(facts, (id) =>
      facts.groupsOfUnit(id, 'lead').length > 0 ? 0 : facts.groupsOfUnit(id).length,
    );
    return say(extreme(bare, place), (n) => `没有牵头的组，参加${n}个组，${said}`, ['三']);
  }
  if (/牵头/.test(masked) && !/参加|参与|加责任|配合/.test(masked)) {
    const found = extreme(
      units(facts, (id) => facts.groupsOfUnit(id, 'lead').length, sort),
      place,
    );
    return say(found, (n) => `牵头${n}个组，${said}`, ['三']);
  }
  if (/参与|参加|配合|责任|挂|涉及|出现|在|组/.test(masked)) {
    const found = extreme(
      units(facts, (id) => facts.groupsOfUnit(id).length, sort),
      place,
    );
    return say(found, (n) => `参加${n}个组，${said}`, ['三']);
  }
  return undefined;
};

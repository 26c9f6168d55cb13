import type { TaskGroup } from '../../notice/types.ts';
import type { Entity } from '../entities.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { partOf } from '../handlers/unit-in-group.ts';
import { type Reply, reply } from '../reply.ts';
import { at, groupList, groupName, personName, responsibleList, unitList } from '../texts.ts';
import { type Skeleton, skeletonOf } from './tokens.ts';

/** Without one of these, nothing is set apart or denied: other handlers answer. */
const OPERATES =
  /除|外|另|别[的处家]|其[他它余]|剩|还|又|再|只|仅|光|就|单|数|都|同|一起|共|碰|两家|重|交集|均|皆|既|一边|[一二两三四五六七八九十]个/;
/** What the letters of this reader do not stand for. */
const OTHER_MATTER = /[MSCBOEzi]/;

/**
 * Which groups somebody has, by everything the question says of them: `某局两个组，一个是某组，另一个呢`,
 * `某单位不就只在某组嘛`, `管某组的领导还包什么`. Answers only what it has read to the last word.
 */
export const answerMemberships: Handler = (question, { facts }) => {
  if (!OPERATES.test(question.masked)) return undefined;
  const read = skeletonOf(question);
  if (read.unread.length > 1 || OTHER_MATTER.test(read.letters)) return undefined;
  const row: Row = { ...read, facts };
  const found =
    others(row) ??
    othersThere(row) ??
    inCommon(row) ??
    onlyThere(row) ??
    onlySupports(row) ??
    beside(row) ??
    counted(row);
  return found && { ...found, spoken: question.residue };
};

interface Row extends Skeleton {
  facts: Facts;
}

/** Somebody with groups: a unit or a leader. */
interface Holder {
  entity: Entity;
  name: string;
  /** How many letters of the row name it. */
  size: number;
  groups(part: Part): readonly TaskGroup[];
  /** `（牵头单位）`, for a unit. */
  partIn(group: TaskGroup): string;
  does: string;
  /** Where the notice says so. */
  home: string;
}

type Part = 'lead' | 'responsible' | undefined;

const unitHolder = (facts: Facts, id: string, size = 1): Holder => ({
  entity: { kind: 'unit', id },
  name: unitList(facts, [id]),
  size,
  groups: (part) => facts.groupsOfUnit(id, part),
  partIn: (group) => partOf(id, group) ?? '',
  does: '在',
  home: '三',
});

const leaderHolder = (facts: Facts, id: string, size = 1): Holder => ({
  entity: { kind: 'person', id },
  name: personName(facts, id),
  size,
  groups: () => facts.groupsOfLeader(id),
  partIn: () => '',
  does: '分包',
  home: '二',
});

/** Whom the row is about: a name, the leader of a group, the unit that leads it, the doer a group is called after. */
function holderOf({ letters, said, facts }: Row): Holder | undefined {
  const place = letters.search(/[UP]/);
  const [entity, ...rivals] = said[place]?.entities ?? [];
  if (rivals.length > 0) return undefined;
  const isNamed = /^(?:e[tls]*G(?:aG)*g?,?)?[UP][^UP]*$/.test(letters);
  if (isNamed && entity?.kind === 'unit') return unitHolder(facts, entity.id);
  if (isNamed && entity?.kind === 'person') return leaderHolder(facts, entity.id);
  if (place >= 0) return undefined;
  const byLeader = letters.match(/^(?:rGg?,?p+|Gg?r?p+)(?=.*[xe])/)?.[0];
  const byLead = letters.match(/^(?:lGg?u|Gg?lu?)(?=,?x)/)?.[0];
  const group = groupAt(said[letters.indexOf('G')]?.entities[0], facts);
  if (group && byLeader) return leaderHolder(facts, group.leader, byLeader.length);
  const [lead, ...more] = group?.leadUnits ?? [];
  if (lead !== undefined && more.length === 0 && byLead) return unitHolder(facts, lead, byLead.length);
  if (!/^Ge?.*[xe].*G|^GeG/.test(letters)) return undefined;
  const [doer] = doersOf(group, said[0]?.text ?? '', facts);
  return doer === undefined ? undefined : unitHolder(facts, doer);
}

function groupAt(entity: Entity | undefined, facts: Facts): TaskGroup | undefined {
  return entity?.kind === 'group' ? facts.group(entity.no) : undefined;
}

/** The groups named in the row. */
function groupsNamed({ said, facts }: Row, from = 0): TaskGroup[] {
  return said
    .slice(from)
    .flatMap(({ entities }) => entities)
    .map((entity) => groupAt(entity, facts))
    .filter((group) => group !== undefined);
}

/** The part asked for after a place in the row. */
function partAfter(letters: string): Part {
  const [leads, supports] = [letters.includes('l'), letters.includes('s')];
  if (leads === supports) return undefined;
  return leads ? 'lead' : 'responsible';
}

/** `没进建筑许可组，进了哪六个` */
const NOT_THERE = /^n[tls]*G,(?=.*[wc])/;

/** The groups of somebody but for those that are named (`除了获得信贷还包什么`, `一个是信用环境，另一个呢`). */
function others(row: Row): Reply | undefined {
  const holder = holderOf(row);
  if (!holder) return undefined;
  const rest = /[UP]/.test(row.letters) ? row.letters.replace(/[UP]/, '') : row.letters.slice(holder.size);
  const isDoer = holder.size === 1 && !/[UP]/.test(row.letters);
  const named = groupsNamed(row, isDoer ? 1 : 0);
  const isOnlyQuestion = !/[wcy].*[xe]/.test(rest) && !/n(?!$)/.test(rest.replace(NOT_THERE, ''));
  const isNested = holder.size > 1 && named.length > 1;
  const asksUnits = /u/.test(rest) && !/s|wu$/.test(rest);
  if (named.length === 0 || !(/[xe]/.test(rest) || NOT_THERE.test(rest)) || !isOnlyQuestion || isNested)
    return undefined;
  if (asksUnits || /^,?el(?!G)|a(?!G)/.test(rest)) return undefined;
  const last = Math.max(rest.lastIndexOf('x'), rest.lastIndexOf('e'));
  const part = holder.entity.kind === 'unit' ? partAfter(rest.slice(last)) : undefined;
  return othersReply(holder, named, part);
}

function othersReply(holder: Holder, named: readonly TaskGroup[], part: Part): Reply {
  const all = holder.groups(undefined);
  const found = holder.groups(part).filter((group) => !named.includes(group));
  const outside = named.filter((group) => !all.includes(group));
  const does = part === 'lead' ? '牵头' : holder.does;
  const start = outside.length > 0 ? `${holder.name}不${holder.does}${groupList(outside)}；` : '';
  const none = `没有${does === '在' ? '进' : does}别的组，${all.length > 0 ? `只有${groupList(all)}` : '一个也没有'}`;
  const text = found.length > 0 ? `还${does}${found.length}个组：${listed(found, holder)}` : none;
  return reply(
    `${start}${holder.name}${text}。${at(holder.home)}`,
    [holder.home, ...[...found, ...named].map((g) => g.location)],
    {
      focus: [holder.entity, ...found.map(({ no }) => ({ kind: 'group' as const, no }))],
    },
  );
}

/** `缺了纪委，作风组还剩谁`: the units of a group but for those that are named. */
function othersThere({ letters, said, facts }: Row): Reply | undefined {
  if (!/^(?:eU(?:aU)*,?Gg?|Gg?t?,?(?:eU(?:aU)*|U(?:aU)*e)),?[xtslbwud,]*[xw][xtslbwugnd]*$/.test(letters))
    return undefined;
  const [group] = groupsNamed({ letters, said, facts, unread: '' });
  const named = said.flatMap(({ entities }) => entities).flatMap((e) => (e.kind === 'unit' ? [e.id] : []));
  if (!group) return undefined;
  const all = [
    ...new Set([...group.leadUnits, ...group.subLeads.map(({ unit }) => unit), ...group.responsibleUnits]),
  ];
  const rest = unitList(
    facts,
    all.filter((id) => !named.includes(id)),
  );
  const names = [rest, ...group.collectives].filter(Boolean).join('、');
  return reply(
    `${groupName(group)}里还有：${names}${group.openEnded ? '等' : ''}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

/** `供电的和供热的碰到一块儿是在哪些组`: groups that several units share; a matter may stand for the unit it is called after. */
function inCommon({ letters, said, facts }: Row): Reply | undefined {
  const isRead = /^[btwglsc]*a?x?[UG](?:,?[ax]+[UG])*[abtwgcduls,]*$/.test(letters);
  if (!isRead || !/[gw]/.test(letters) || !/b|x.*x|a.*x/.test(letters) || !/U/.test(letters))
    return undefined;
  const units = [...letters].flatMap((letter, i) => {
    const entity = said[i]?.entities[0];
    if (letter === 'U') return said[i]?.entities.flatMap((e) => (e.kind === 'unit' ? [e.id] : [])) ?? [];
    return letter === 'G' ? doersOf(groupAt(entity, facts), said[i]?.text ?? '', facts) : [];
  });
  if (units.length < 2 || units.length < (letters.match(/[UG]/g)?.length ?? 0)) return undefined;
  const part = partAfter(letters);
  const does = part === 'lead' ? '牵头' : part ? '当责任单位' : '在';
  const found = facts.model.groups.filter((group) =>
    units.every((id) => facts.groupsOfUnit(id, part).includes(group)),
  );
  const text =
    found.length > 0 ? `都${does}的组共${found.length}个：${groupList(found)}` : `没有都${does}的组`;
  return reply(`${unitList(facts, units)}${text}。${at('三')}`, ['三', ...found.map((g) => g.location)], {
    focus: found.map(({ no }) => ({ kind: 'group', no })),
  });
}

/** The leading units of a group that go by a word for its matter (`供电` for the power supplier). */
function doersOf(group: TaskGroup | undefined, word: string, facts: Facts): string[] {
  const found = group?.leadUnits.filter((id) => unitList(facts, [id]).includes(word)) ?? [];
  return found.length === 1 ? found : [];
}

/** Groups with the part that the holder takes in each. */
const listed = (groups: readonly TaskGroup[], holder: Holder) =>
  groups
    .map((group) => {
      const part = holder.partIn(group);
      return part === '' ? groupName(group) : `${group.field}（第${group.no}组，${part}）`;
    })
    .join('、');

/** `某局不就只在某组嘛`: whether the groups named are all there are. */
function onlyThere(row: Row): Reply | undefined {
  const { letters } = row;
  const holder = holderOf(row);
  if (!holder || holder.size > 1 || !/^[UP][,y]*[rtls]*y?o[rtls]*G+[Gadg,]*[,yn]*$/.test(letters))
    return undefined;
  const part = holder.entity.kind === 'unit' ? partAfter(letters) : undefined;
  const [all, named] = [holder.groups(part), groupsNamed(row)];
  const isTrue = all.length === named.length && named.every((group) => all.includes(group));
  const does = part === 'lead' ? '牵头' : part ? '配合' : holder.does;
  return reply(
    `${isTrue ? '是的，' : '不是，'}${holder.name}共${does}${all.length}个组：${listed(all, holder)}。${at(holder.home)}`,
    [holder.home, ...all.map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

/** `某局只当配角不牵头的组` */
function onlySupports(row: Row): Reply | undefined {
  const { letters, facts } = row;
  const holder = holderOf(row);
  if (holder?.entity.kind !== 'unit' || holder.size > 1) return undefined;
  if (!/^,?[UoG]?U?,?(?:o?s+[,a]?nl|nl[,a]?o?[st]+|el,?[ox]*[st]+)[gdwtb,c]*$/.test(letters))
    return undefined;
  const { id } = holder.entity;
  const found = facts.groupsOfUnit(id, 'responsible').filter((group) => !group.leadUnits.includes(id));
  return reply(
    `${holder.name}只当责任单位、不牵头的组共${found.length}个${found.length > 0 ? '：' : ''}${groupList(found)}。${at('三')}`,
    ['三', ...found.map((g) => g.location)],
    { focus: found.map(({ no }) => ({ kind: 'group', no })) },
  );
}

const WHO = /谁|哪/;

/** `某局领的那个组，另外还拉了谁`: the units beside the one that leads. */
function beside(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const holder = holderOf(row);
  if (holder?.entity.kind !== 'unit' || holder.size > 1 || !/^Ulg,?x[xts]*w[tu]*$/.test(letters))
    return undefined;
  const asked = said[letters.indexOf('w')]?.text ?? '';
  const [group, ...more] = facts.groupsOfUnit(holder.entity.id, 'lead');
  if (!group || more.length > 0 || !WHO.test(asked) || /wg/.test(letters)) return undefined;
  return reply(
    `${groupName(group)}除了牵头的${unitList(facts, group.leadUnits)}，责任单位还有：${responsibleList(facts, group)}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

/** `某组后头那一长串责任单位，数数多少家` */
function counted({ letters, said, facts }: Row): Reply | undefined {
  const group = /^Gg?,?s[,u]*c[cdu]*$/.test(letters) ? groupAt(said[0]?.entities[0], facts) : undefined;
  if (!group) return undefined;
  return reply(
    `${groupName(group)}点名的责任单位共${group.responsibleUnits.length}家：${responsibleList(facts, group)}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

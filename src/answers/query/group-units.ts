import type { TaskGroup } from '../../notice/types.ts';
import { partOf } from '../handlers/units/unit-in-group.ts';
import { namedUnits } from '../handlers/units/unit-lists.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupName, responsibleList, unitList } from '../replies/texts.ts';
import { holderOf } from './holders.ts';
import { groupAt, groupsNamed, type Row, unitsNamed } from './row.ts';

/** What is asked of the units of one group: those beside the ones named, or how many. */
export const unitsOfGroup = (row: Row): Reply | undefined =>
  othersThere(row) ?? alsoLead(row) ?? beside(row) ?? helping(row) ?? counted(row) ?? alsoThere(row);

/** `和某局同在某组的`, `谁和某局一块儿配合某组`. */
const TOGETHER_THERE = /^w?aU(?:aU)*b[stl]*Gg?[suwt]*$/;

/** `缺了某委，某组还剩谁`: the units of a group but for those that are named. */
function othersThere(row: Row): Reply | undefined {
  const { letters, facts } = row;
  if (
    !TOGETHER_THERE.test(letters) &&
    !/^(?:a?U(?:aU)*b[stl]*(?=Gg?[wu]+$)Gg?(?=w)|eU(?:aU)*,?Gg?|Gg?[tsu,]*(?:eU(?:aU)*e?|U(?:aU)*e)),?[xtslbwudo,]*[xw][xtslbwugnd]*$/.test(
      letters,
    )
  )
    return undefined;
  const [group] = groupsNamed(row);
  const named = unitsNamed(row);
  if (!group) return undefined;
  if (/^[^Ule]*s/.test(letters.slice(letters.indexOf('G') + 1)) && letters.startsWith('G'))
    return otherResponsible(row, group, named);
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

/** `某组责任单位除了某局还点名了谁`: those responsible beside the ones named. */
function otherResponsible({ facts }: Row, group: TaskGroup, named: readonly string[]): Reply {
  const rest = unitList(
    facts,
    group.responsibleUnits.filter((id) => !named.includes(id)),
  );
  const names = [rest, ...group.collectives].filter(Boolean).join('、');
  const said = names === '' ? '没有再点名别的单位' : `还有：${names}`;
  return reply(
    `${groupName(group)}的责任单位${said}${group.openEnded ? '（写了等相关单位）' : ''}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

/** `某公司牵头的组还有谁一起牵`: the units that lead a group together. */
function alsoLead({ letters, said, facts }: Row): Reply | undefined {
  const isTogether = /^w?aU(?:aU)*b[lt]*Gg?l[uw]*$/.test(letters);
  if (!isTogether && (!/^G[gd]*,?[xba]*w[bxt]*l[u]*$/.test(letters) || !/[xb]/.test(letters)))
    return undefined;
  const group = groupAt(said[letters.indexOf('G')]?.entities[0], facts);
  return (
    group &&
    reply(
      `${groupName(group)}由${unitList(facts, group.leadUnits)}${group.leadUnits.length > 1 ? '共同' : '一家'}牵头。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }] },
    )
  );
}

const WHO = /谁|哪/;

/** `某局领的那个组，另外还拉了谁`: the units beside the one that leads. */
function beside(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const holder = holderOf(row);
  if (
    holder?.entity.kind !== 'unit' ||
    holder.size > 1 ||
    !/^Ulg,?(?:x[xts]*w[tus]*|t+w(?=.*[us])[tus]*|s[tod]*,?w[us]*)$/.test(letters)
  )
    return undefined;
  const asked = said[letters.indexOf('w')]?.text ?? '';
  const [group, ...more] = facts.groupsOfUnit(holder.entity.id, 'lead');
  if (!group || more.length > 0 || !(WHO.test(asked) || /^Ulg,s/.test(letters)) || /wg/.test(letters))
    return undefined;
  return reply(
    `${groupName(group)}除了牵头的${unitList(facts, group.leadUnits)}，责任单位还有：${responsibleList(facts, group)}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

/** `某组里配合某局的是哪五家`: the units beside the one that leads it. */
function helping({ letters, said, facts }: Row): Reply | undefined {
  const at = /^G[gd]*,?(?:aUsu[wdu]*|sU[wdu]+|tU[bwdu]+|Ul,s[wdu]*|Ut+wdu+)$/.test(letters)
    ? letters.indexOf('U')
    : -1;
  const group = at < 0 ? undefined : groupAt(said[0]?.entities[0], facts);
  const leads = said[at]?.entities.some((e) => e.kind === 'unit' && group?.leadUnits.includes(e.id));
  return group && leads ? namedUnits(facts, group) : undefined;
}

/** `某组后头那一长串责任单位，数数多少家` */
function counted({ letters, said, facts }: Row): Reply | undefined {
  const group = /^Gg?,?s[,u]*c[cdu]*$/.test(letters) ? groupAt(said[0]?.entities[0], facts) : undefined;
  return group && namedUnits(facts, group);
}

/** `某组责任单位里有没有某局，都有谁`: whether some units are there, and all that are. */
function alsoThere(row: Row): Reply | undefined {
  const { letters, facts } = row;
  if (!/^G[gsut]*y?U(?:aU)*[yn]*,[bsuty]*w[u]*$/.test(letters)) return undefined;
  const [group] = groupsNamed(row);
  if (!group) return undefined;
  const said = unitsNamed(row).map((id) => {
    const part = partOf(id, group);
    return part ? `有${unitList(facts, [id])}（${part}）` : `没有${unitList(facts, [id])}`;
  });
  return reply(
    `${said.join('，')}。${groupName(group)}的责任单位：${responsibleList(facts, group)}。${at(group.location)}`,
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

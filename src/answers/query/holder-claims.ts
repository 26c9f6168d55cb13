import type { TaskGroup } from '../../notice/types.ts';
import { parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import { verdict } from '../question/claims.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../replies/texts.ts';
import { type Holder, holderOf, listed } from './holders.ts';
import { groupAt, groupsNamed, type Part, partIn, type Row } from './row.ts';
import type { Asked } from './set-aside.ts';

/** What is claimed of the groups of one unit or leader: that these are all, that there are none, how many there are. */
export function claimedOfHolder(asked: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...asked.row, facts };
  if (!/y/.test(row.letters)) return undefined;
  return (
    onlyThese(row, asked) ??
    (asked.isApart ? undefined : (none(row) ?? onlySupporting(row) ?? asMany(row) ?? allUnder(row)))
  );
}

/** `某局只牵头某组，没别的了吧`, `某领导名下不就某组一项嘛` */
const ONLY =
  /^[UP][,ybdtlsr]*o[dbtlsr]*(?:G[gda]*)+(?:,[on]*n[tlsr]*x?[tlsrgbd]*)?[,y]*$|^[UP][rtls]*y(?:G[gda]*)+y$/;
/** `某局除了某组就没别的组了吧`, less the exception. */
const NO_OTHER = /^[UP][,btlsro]*n[tlsr]*x?[tlsrgd]*[,y]+$/;

function onlyThese(row: Row, { entities, isApart }: Asked): Reply | undefined {
  const holder = (isApart ? NO_OTHER : ONLY).test(row.letters) ? holderOf(row) : undefined;
  const apart = entities.flatMap((entity) => groupAt(entity, row.facts) ?? []);
  const named = isApart ? apart : groupsNamed(row);
  if (!holder || holder.size > 1 || named.length === 0) return undefined;
  return onlyReply(holder, named, holder.entity.kind === 'unit' ? partIn(row.letters) : undefined);
}

/** Whether the groups named are all that somebody has, and which those are. */
export function onlyReply(holder: Holder, named: readonly TaskGroup[], part: Part): Reply {
  const all = holder.groups(part);
  const isTrue = all.length === named.length && named.every((group) => all.includes(group));
  const does = part === 'lead' ? '牵头' : part ? '配合' : holder.does;
  return reply(
    `${isTrue ? '是的，' : '不是，'}${holder.name}共${does}${all.length}个组：${listed(all, holder)}。${at(holder.home)}`,
    [holder.home, ...all.map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

/** `某局从来没牵过头，对吗` */
function none(row: Row): Reply | undefined {
  const holder = /^U[b,]*n[tb]*[ls][bgdt]*[,y]+$/.test(row.letters) ? holderOf(row) : undefined;
  if (!holder || row.said.some(({ text }, i) => row.letters[i] === 'n' && /是/.test(text))) return undefined;
  const part = partIn(row.letters);
  const [found, all] = [holder.groups(part), holder.groups(undefined)];
  const does = part === 'lead' ? '牵头' : '配合';
  const rest = all.length > 0 ? `，参加${all.length}个组：${groupList(all)}` : '';
  const text =
    found.length > 0 ? `${does}${found.length}个组：${groupList(found)}` : `没有${does}任何组${rest}`;
  return reply(`${verdict(found.length === 0)}${holder.name}${text}。${at(holder.home)}`, [
    holder.home,
    ...found.map((g) => g.location),
  ]);
}

/** `某局是不是光配合不牵头` */
function onlySupporting(row: Row): Reply | undefined {
  const bare = row.letters.replace(/[yobtk,d]/g, '');
  const isTold = /^Us[gp]*n+l[g]*$|^Un+l[g]*s[g]*$/.test(bare) || /^Uy*os[gp]*[y,]*$/.test(row.letters);
  const holder = isTold ? holderOf(row) : undefined;
  if (!holder) return undefined;
  const [leads, rest] = [holder.groups('lead'), holder.groups('responsible')];
  const said = [
    leads.length > 0 ? `牵头${leads.length}个组：${groupList(leads)}` : '没有牵头的组',
    rest.length > 0 ? `配合${rest.length}个组：${groupList(rest)}` : '没有配合的组',
  ];
  return reply(
    `${verdict(leads.length === 0 && rest.length > 0)}${holder.name}${said.join('；')}。${at(holder.home)}`,
    [holder.home, ...[...leads, ...rest].map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

const AS_NUMBERS: Readonly<Record<string, number>> = { 俩: 2, 仨: 3, 两: 2 };

/** `某局牵了两个头，没错吧`, `某局就参加三个组是吗` */
function asMany(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const holder = /^[UP][tlsrbok]*d[glst]*[,y]+$/.test(letters) ? holderOf(row) : undefined;
  const word = said[letters.indexOf('d')]?.text.replace('个', '') ?? '';
  const claimed = AS_NUMBERS[word] ?? parseNumeral(word);
  if (!holder || holder.size > 1 || claimed === undefined || !/[tlsrg]/.test(letters)) return undefined;
  const part = holder.entity.kind === 'unit' ? partIn(letters) : undefined;
  const found = holder.groups(part);
  const items =
    holder.entity.kind === 'person' ? facts.assignmentOf(holder.entity.id)?.items.length : undefined;
  const isTrue = found.length === claimed || items === claimed;
  const does = part === 'lead' ? '牵头' : part ? '配合' : holder.does;
  const list = found.length > 0 ? `：${part ? groupList(found) : listed(found, holder)}` : '';
  return reply(
    `${verdict(isTrue)}${holder.name}${does}${found.length}个组${list}。${at(holder.home)}`,
    [holder.home, ...found.map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

/** `某局牵头的组都是某领导包的吗`: whether one leader has all groups of a unit. */
function allUnder({ letters, said, facts }: Row): Reply | undefined {
  if (!/^U[tb]*[ls][tg]*[yb]*b[yb]*r?P[r]*y*$/.test(letters)) return undefined;
  const [unit, person] = [said[0]?.entities ?? [], said[letters.indexOf('P')]?.entities ?? []];
  const [one, leader] = [unit[0], person[0]];
  if (unit.length + person.length > 2 || one?.kind !== 'unit' || leader?.kind !== 'person') return undefined;
  const part = partIn(letters);
  const groups = facts.groupsOfUnit(one.id, part);
  if (groups.length === 0) return undefined;
  const isTrue = groups.every((group) => group.leader === leader.id);
  const list = groups
    .map((group) => `${groupName(group)}由${personName(facts, group.leader)}分包`)
    .join('；');
  return reply(
    `${verdict(isTrue)}${unitList(facts, [one.id])}${part === 'lead' ? '牵头' : '配合'}${groups.length}个组：${list}。${at('三')}`,
    ['三', ...groups.map((g) => g.location)],
    { focus: [one, ...groups.map(({ no }) => ({ kind: 'group' as const, no }))] },
  );
}

import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import { verdict } from '../question/claims.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList } from '../replies/texts.ts';
import { itemsBeside, othersReply } from './holder-groups.ts';
import { type Holder, holderOf, holdersIn, listed } from './holders.ts';
import { type Part, partIn, type Row } from './row.ts';
import type { Asked } from './set-aside.ts';

/** What is asked of the groups of one unit or leader, without what is set aside; of several, each by itself. */
export const partsOfHolders = (asked: Asked, facts: Facts): Reply | undefined =>
  ofOne(asked, facts) ?? compared({ ...asked.row, facts }) ?? ofEach({ ...asked.row, facts });

const ONE_HOLDER = /^[tlsrgdbo,]*[UP](?:[tlsrgdcwxbmouakp,]|n(?=[w,]|$)|(?<=x.*)y(?=$))*$/;
const SAYS = { lead: '牵头', subLead: '牵头分项', responsible: '当责任单位', any: '在' } as const;

/** `某局牵头的不用说，光说当责任单位的`, `某领导，某组不算，还包什么` */
function ofOne({ row: read, entities, parts, isApart }: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...read, facts };
  const { letters } = row;
  const holder = isApart && ONE_HOLDER.test(letters) ? holderOf(row) : undefined;
  if (!holder || holder.size > 1 || /w[up]|u/.test(letters)) return undefined;
  const apart = entities.flatMap((e) => (e.kind === 'group' ? [e.no] : []));
  const items = entities.flatMap((e) => (e.kind === 'subLead' ? [e.group] : []));
  const isUnit = holder.entity.kind === 'unit';
  if (!isUnit && (/[ls]/.test(letters) || apart.length === 0)) return undefined;
  if (apart.length + items.length === 0 && !/[ls]/.test(parts)) return undefined;
  const named = apart.flatMap((no) => facts.group(no) ?? []);
  if (named.length > 0) return othersReply(holder, named, isUnit ? partIn(letters) : undefined);
  const part: Part = partIn(letters) ?? otherPart(partIn(parts));
  // An item is set aside: of its group what else the unit is there.
  const isItem = (group: TaskGroup) => items.includes(group.no) && holder.partIn(group).startsWith('分项');
  const found = holder.groups(part).filter((group) => !isItem(group));
  const isOnly = part === 'responsible' && parts.includes('l');
  const does = isOnly ? '只当责任单位、不牵头' : SAYS[part ?? 'any'];
  const text =
    found.length > 0
      ? `${holder.name}${does}的组共${found.length}个：${part ? groupList(found) : listed(found, holder)}`
      : `${holder.name}没有${part ? does : '参加'}的组`;
  const besides = isOnly && found.length > 0 ? itemsBeside(holder) : { text: '', places: [] };
  return reply(
    `${text}${besides.text}。${at(holder.home)}`,
    [holder.home, ...found.map((g) => g.location), ...besides.places],
    { focus: [holder.entity, ...found.map(({ no }) => ({ kind: 'group' as const, no }))] },
  );
}

const otherPart = (part: Part): Part =>
  part === 'lead' ? 'responsible' : part === 'responsible' ? 'lead' : undefined;

const EACH = /^[tlsrgdw,]*(?:(?:U(?:a?U)+)|(?:P(?:a?P)+))[tlsrgdcwbmpxua,]*$/;

/** `某部某部各自都在哪些组，分开说`: the groups of each. */
function ofEach(row: Row): Reply | undefined {
  const { letters } = row;
  if (!EACH.test(letters) || !/m/.test(letters) || !/[wcg]|[tlsr]/.test(letters)) return undefined;
  if (/w[up]|w.*u|d?u$|P.*[lsu]|U.*[rp]/.test(letters) || (/P/.test(letters) && !/[rg]/.test(letters)))
    return undefined;
  const holders = holdersIn(row);
  if (holders.length < 2 || holders.length > MOST) return undefined;
  const part = partIn(letters);
  const found = holders.map((holder) => ({ holder, groups: holder.groups(part) }));
  return reply(
    found.map(({ holder, groups }) => lineOf(holder, groups, part)),
    [
      ...new Set(holders.map(({ home }) => home)),
      ...found.flatMap(({ groups }) => groups.map((g) => g.location)),
    ],
    { focus: holders.map(({ entity }) => entity) },
  );
}

const MOST = 5;

function lineOf(holder: Holder, groups: readonly TaskGroup[], part: Part): string {
  const isUnit = holder.entity.kind === 'unit';
  const does = isUnit ? SAYS[part ?? 'any'] : '分包';
  const list = part || !isUnit ? groupList(groups) : listed(groups, holder);
  if (groups.length === 0)
    return `${holder.name}没有${does === '在' ? '参加' : does}的组。${at(holder.home)}`;
  return `${holder.name}${does}${groups.length}${isUnit ? '个组' : '项'}：${list}。${at(holder.home)}`;
}

/** More, fewer, or as many: of units by their groups, of leaders by what is assigned to them. */
const COMPARED =
  /^(?:(?:U(?:a?U)+)|(?:P(?:a?P)+))[dpu,]*[wtlsrgdcbmpxuafny,]*f[wtlsrgdcbmpxuafny,]*$|^[UP][tlsrgd]*f[UP][tlsrgdb]*f[tlsrgdcwyb,]*$/;

/** `某某跟某某分包的项数一样不，各几项`, `某局和某局谁牵头的组多`: the numbers of each, and whose is greater. */
function compared(row: Row): Reply | undefined {
  const { letters, facts, said } = row;
  if (!COMPARED.test(letters) || /n[tlsr]|P.*[lsu]|w[up]/.test(letters)) return undefined;
  if (!/[rlstg]/.test(letters.replace(/^(?:[UP]a?)+/, ''))) return undefined;
  // `甲比乙多吗`: whether it is so.
  const isClaimed = /^[UP][tlsrgd]*f/.test(letters) && /y/.test(letters);
  const holders = holdersIn(row);
  if (holders.length < 2 || holders.length > MOST) return undefined;
  const part = partIn(letters);
  // `谁名下的组多`: of groups, where a leader may have more of them than matters.
  const byGroups = said.some(({ text }, i) => letters[i] === 'g' && text.endsWith('组'));
  const counts = holders.map((holder) => ({ holder, ...countOf(holder, part, facts, byGroups) }));
  if (OF_SETS.test(letters) && !said.some(({ text }) => /数|多/.test(text))) return sameGroups(holders, part);
  const isFewer = said.some(({ text }, i) => letters[i] === 'f' && /少|差/.test(text));
  const asksSame = said.some(({ text }, i) => letters[i] === 'f' && /一样|相同|同样|一般/.test(text));
  const best = (isFewer ? Math.min : Math.max)(...counts.map(({ count }) => count));
  const top = counts.filter(({ count }) => count === best).map(({ holder }) => holder.name);
  const isSame = top.length === counts.length;
  const [one, other] = counts;
  const word = one?.holder.entity.kind === 'person' && !byGroups ? '项' : '个';
  const between = one && other && counts.length === 2 ? `${Math.abs(one.count - other.count)}${word}` : '';
  const most = isSame
    ? '一样多'
    : `${asksSame ? '不一样，' : ''}${top.join('、')}${isFewer ? '少' : '多'}${between}`;
  const does = holders[0]?.entity.kind === 'person' ? '分包' : SAYS[part ?? 'any'];
  const start = isClaimed ? verdict(!isSame && top[0] === holders[0]?.name) : '';
  return reply(
    `${start}${most}：${counts.map(({ holder, text }) => `${holder.name}${does}${text}`).join('；')}。${at(holders[0]?.home ?? '')}`,
    [
      ...new Set(holders.map(({ home }) => home)),
      ...counts.flatMap(({ groups }) => groups.map((g) => g.location)),
    ],
    { focus: holders.map(({ entity }) => entity) },
  );
}

/** `组是不是一样`: which groups, not how many. */
const OF_SETS = /^U.*g[yb]*f(?!.*c)/;

/** Whether units have the same groups. */
function sameGroups(holders: readonly Holder[], part: Part): Reply {
  const sets = holders.map((holder) => holder.groups(part));
  const isSame = sets.every(
    (groups) => groups.length === sets[0]?.length && groups.every((g) => sets[0]?.includes(g)),
  );
  const lines = holders.map((holder, i) => lineOf(holder, sets[i] ?? [], part));
  return reply(
    [`${isSame ? '一样。' : '不一样。'}${lines[0]}`, ...lines.slice(1)],
    [...new Set(holders.map(({ home }) => home)), ...sets.flatMap((groups) => groups.map((g) => g.location))],
    { focus: holders.map(({ entity }) => entity) },
  );
}

/** How many groups a unit has in a part; how many matters a leader is assigned, and his groups where they are more. */
function countOf(holder: Holder, part: Part, facts: Facts, byGroups: boolean) {
  const groups = holder.groups(part);
  const list = groups.length > 0 ? `（${groups.map(({ field }) => field).join('、')}）` : '';
  if (holder.entity.kind !== 'person')
    return { count: groups.length, groups, text: `${groups.length}个组${list}` };
  const count = assignedTo(holder.entity, facts);
  if (byGroups) {
    const fewer = groups.length === count ? '' : `，按分包的领域算是${count}项`;
    return { count: groups.length, groups, text: `${groups.length}个组${list}${fewer}` };
  }
  const more = groups.length === count ? '' : `，按各小组算是${groups.length}个`;
  return { count, groups, text: `${count}项${list}${more}` };
}

const assignedTo = (entity: Entity, facts: Facts) =>
  entity.kind === 'person' ? (facts.assignmentOf(entity.id)?.items.length ?? 0) : 0;

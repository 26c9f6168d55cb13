import type { TaskGroup } from '../../notice/types.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../replies/texts.ts';
import { onlyReply } from './holder-claims.ts';
import { type Holder, holderOf, listed } from './holders.ts';
import { groupsNamed, type Part, partIn, type Row } from './row.ts';

/** What is asked of the groups of one unit or leader: the others, whether these are all, those it only supports. */
export const groupsOfHolder = (row: Row): Reply | undefined =>
  bothParts(row) ??
  others(row) ??
  onlyThere(row) ??
  onlySupports(row) ??
  isThere(row) ??
  helpsWhom(row) ??
  allOfThem(row) ??
  whoseTheyAre(row);

/** A part that leads and one that supports, each with what is asked of it. */
const BOTH_PARTS =
  /^U[tba,]*(?:[wcd]+g*l|l[tg]*[wcd])[gdw]*[,axb]+[axbt,]*(?:[wcd]+g*s|s[tg]*[wcd]+)[gdwcb,]*$/;

/** The two parts in one breath (`某局牵头的、当责任单位的组`). */
const BOTH_AT_ONCE = /^U[tb,]*(?:l[aby,]*s|s[aby,]*l|g?,?l[ab]*nl|g?,?nl[ab]*l)[tbwcgd,]*$/;
const ASKS_WHO = /谁|家|单位|部门|局/;

/** `某局牵头哪个组，还给几个组帮忙`: what it leads and what it only supports. */
function bothParts(row: Row): Reply | undefined {
  const holder = holderOf(row);
  if (holder?.entity.kind !== 'unit' || holder.size > 1) return undefined;
  const asksWho = row.said.some(({ text }, i) => row.letters[i] === 'w' && ASKS_WHO.test(text));
  const isAtOnce = BOTH_AT_ONCE.test(row.letters) && !asksWho;
  const isEach = BOTH_PARTS.test(row.letters) && !asksWho;
  if (!isAtOnce && !isEach) return undefined;
  const [lead, sub, rest] = (['lead', 'subLead', 'responsible'] as const).map((part) => holder.groups(part));
  const items = sub && sub.length > 0 ? `；在${groupList(sub)}牵头分项` : '';
  const all = [...(lead ?? []), ...(sub ?? []), ...(rest ?? [])];
  const list = (does: string, groups: readonly TaskGroup[] = []) =>
    groups.length > 0 ? `${does}${groups.length}个组：${groupList(groups)}` : `没有${does}的组`;
  return reply(
    `${holder.name}${isAtOnce || row.letters.includes('c') ? `共在${new Set(all).size}个组：` : ''}${list('牵头', lead)}${items}；${list('配合', rest)}。${at(holder.home)}`,
    [holder.home, ...all.map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

/** `没进某组，进了哪六个` */
const NOT_THERE = /^n[tls]*G,(?=.*[wc])/;

/** `配合的组除了某组还有哪些`, `牵头别的组不`: the part that is told before what is left out. */
const OF_PART = /^[tb]*[ls]t*g?t*(?=e)|l(?=xg)/;

/** The groups of somebody but for those that are named (`除了某事还包什么`, `一个是某事，另一个呢`). */
function others(row: Row): Reply | undefined {
  const holder = holderOf(row);
  if (!holder) return undefined;
  const after = /[UP]/.test(row.letters) ? row.letters.replace(/[UP]/, '') : row.letters.slice(holder.size);
  // `就俩组吧，一个是…`: how many there are is only said.
  const rest = after.replace(/^o?dg*y?,(?=.*[Gx])/, ',');
  const isDoer = holder.size === 1 && !/[UP]/.test(row.letters);
  const named = groupsNamed(row, isDoer ? 1 : 0);
  const isOnlyQuestion = !/[wcy].*[xe]/.test(rest) && !/n(?!$)/.test(rest.replace(NOT_THERE, ''));
  const isNested = holder.size > 1 && named.length > 1;
  const asksUnits = /u/.test(rest) && !/s|wu$/.test(rest);
  if (named.length === 0 || !(/[xe]/.test(rest) || NOT_THERE.test(rest)) || !isOnlyQuestion || isNested)
    return undefined;
  if (asksUnits || /^,?el(?!G)|a(?!G)/.test(rest)) return undefined;
  const last = Math.max(rest.lastIndexOf('x'), rest.lastIndexOf('e'));
  const part =
    holder.entity.kind === 'unit'
      ? (partIn(rest.slice(last)) ?? partIn(rest.match(OF_PART)?.[0] ?? ''))
      : undefined;
  return othersReply(holder, named, part);
}

/** The groups of somebody but for some of them; that there are no others. */
export function othersReply(holder: Holder, named: readonly TaskGroup[], part: Part): Reply {
  const all = holder.groups(undefined);
  const own = holder.groups(part);
  const found = own.filter((group) => !named.includes(group));
  const outside = named.filter((group) => !all.includes(group));
  const does = part === 'lead' ? '牵头' : holder.does;
  const start = outside.length > 0 ? `${holder.name}不${holder.does}${groupList(outside)}；` : '';
  const besides = part === 'lead' ? all.filter((group) => !own.includes(group)) : [];
  const none = `没有${does === '在' ? '进' : does}别的组，${own.length > 0 ? `只有${groupList(own)}` : '一个也没有'}${besides.length > 0 ? `；另外参加${groupList(besides)}` : ''}`;
  const text = found.length > 0 ? `还${does}${found.length}个组：${listed(found, holder)}` : none;
  return reply(
    `${start}${holder.name}${text}。${at(holder.home)}`,
    [holder.home, ...[...found, ...named].map((g) => g.location)],
    {
      focus: [holder.entity, ...found.map(({ no }) => ({ kind: 'group' as const, no }))],
    },
  );
}

/** `某局不就只在某组嘛`: whether the groups named are all there are. */
function onlyThere(row: Row): Reply | undefined {
  const { letters } = row;
  const holder = holderOf(row);
  if (!holder || holder.size > 1 || !/^[UP][,y]*[rtls]*y?o[rtls]*G+[Gadg,]*[,yn]*$/.test(letters))
    return undefined;
  return onlyReply(holder, groupsNamed(row), holder.entity.kind === 'unit' ? partIn(letters) : undefined);
}

/** The items that a unit leads in groups that others lead: neither led by it nor only supported. */
export function itemsBeside(holder: Holder): { text: string; places: string[] } {
  const led = holder.groups('lead');
  const groups = holder.groups('subLead').filter((group) => !led.includes(group));
  return {
    text: groups.length > 0 ? `；另在${groupList(groups)}牵头分项` : '',
    places: groups.map(({ location }) => location),
  };
}

/** `某局只当配角不牵头的组` */
function onlySupports(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const holder = holderOf(row);
  if (holder?.entity.kind !== 'unit' || holder.size > 1) return undefined;
  // `某局不是牵头的那些组`: those that it is in all the same.
  const isNotLead = /^Unlg$/.test(letters) && said[1]?.text === '不是';
  if (
    !isNotLead &&
    !/^,?[UoG]?U?,?(?:o?s+[,a]?nl|nl[,a]?o?[st]+|t+nl(?=g)|el,?[ox]*[st]+|t?le,?[ox]*[st]+|el[dg]*,?x[dg]*(?=[wc])|lx+[st]+(?=w))[gdwtb,c]*$/.test(
      letters,
    )
  )
    return undefined;
  const { id } = holder.entity;
  const found = facts
    .groupsOfUnit(id, 'responsible')
    .filter(({ leadUnits, subLeads }) => ![...leadUnits, ...subLeads.map(({ unit }) => unit)].includes(id));
  const items = itemsBeside(holder);
  return reply(
    `${holder.name}只当责任单位、不牵头的组共${found.length}个${found.length > 0 ? '：' : ''}${groupList(found)}${items.text}。${at('三')}`,
    ['三', ...found.map((g) => g.location), ...items.places],
    { focus: found.map(({ no }) => ({ kind: 'group', no })) },
  );
}

/** `某局要不要参加某组`: whether a unit is in a group at all. */
function isThere(row: Row): Reply | undefined {
  const { letters, facts } = row;
  // `某组用不用叫某局`
  const isBehind = /^Gg?[sut]*yt*U$/.test(letters);
  if (!isBehind && (!/^U[yt]*Gg?[tyn]*$/.test(letters) || !/y|n$/.test(letters))) return undefined;
  const unit = isBehind ? { ...row, letters: 'U', said: row.said.slice(-1) } : row;
  const [holder, [group]] = [holderOf(unit), groupsNamed(row)];
  if (holder?.entity.kind !== 'unit' || !group) return undefined;
  const part = holder.partIn(group);
  const said =
    part === ''
      ? `不，${holder.name}不在${groupName(group)}的名单里`
      : `是的，${holder.name}是${groupName(group)}的${part}`;
  const elsewhere = part === '' ? `\n它在${listed(holder.groups(undefined), holder)}。` : '';
  const open =
    part === '' && facts.group(group.no)?.responsibleUnits.length === 0
      ? '（写的是各相关单位，没有点名）'
      : '';
  return reply(`${said}${open}。${at('三')}${elsewhere}`, [group.location, '三'], {
    focus: [{ kind: 'group', no: group.no }, holder.entity],
  });
}

/** Something told of a unit first, then its groups asked for (`某局不牵头吧，那参加哪几组`, `某局牵头哪个，别的也说说`). */
function allOfThem(row: Row): Reply | undefined {
  const { letters } = row;
  const holder = holderOf(row);
  const [, told = '', asked = ''] = letters.match(/^[UP]([tlsrnydGgbwc,]*),([^,]+)$/) ?? [];
  const isLeader = holder?.entity.kind === 'person';
  // `某局牵头的组，谁分包`: asked of those groups.
  if (!isLeader && /[rp]/.test(asked) && /[ls]/.test(told)) return undefined;
  if (!holder || holder.size > 1 || (isLeader && (/[sl]/.test(asked) || !told.includes('G'))))
    return undefined;
  const isBoth = /l.*s|s.*l/.test(told) && !told.includes('G') && /^b*[wc]+$/.test(asked);
  const isRest =
    isBoth ||
    (/w/.test(told) && /^x[gts]*$/.test(asked)) ||
    (told.includes('l') && !told.includes('G') && /^x[bwcgdtsly]+$/.test(asked));
  if (!isRest && (/[wc]/.test(told) || !/^(?=.*[gtlsr])[tblsr]*[wc]+[gdwr]*$/.test(asked))) return undefined;
  // `某局当牵头的，几个组`: what is told is the part that is asked for.
  const isOfTold = !isRest && /^[tb]*[ls]$/.test(told) && /^b*[wc]+g[dw]*$/.test(asked);
  const part = isRest && !/s/.test(asked) ? undefined : partIn(isOfTold ? told : asked);
  const [lead, all] = [holder.groups('lead'), holder.groups(part)];
  const claims = groupsNamed(row).map((group) => {
    return holder.groups(undefined).includes(group) ? '' : `不${holder.does}${groupName(group)}；`;
  });
  const does = part === 'lead' ? '牵头' : part ? '配合' : holder.does;
  const leads = lead.length > 0 ? `牵头${lead.length}个组：${groupList(lead)}；` : '没有牵头的组；';
  const isTold = part === 'responsible' ? told.includes('l') : part === undefined && told.includes('nl');
  const items = part === 'responsible' && isTold ? holder.groups('subLead') : [];
  const led = isRest || isTold ? `${leads}${items.length > 0 ? `在${groupList(items)}牵头分项；` : ''}` : '';
  return reply(
    `${holder.name}${claims.join('')}${led}共${does}${all.length}个组${all.length > 0 ? `：${listed(all, holder)}` : ''}。${at(holder.home)}`,
    [holder.home, ...all.map((g) => g.location)],
    { focus: [holder.entity, ...all.map(({ no }) => ({ kind: 'group' as const, no }))] },
  );
}

/** `某局都给谁家打配合`, `某局配合的组都是谁牵头`: who leads the groups that a unit supports. */
function helpsWhom(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const asked = said[letters.indexOf('w')]?.text ?? '';
  if (
    !/^U[tb]*(?:wu?s|s[bt]*w(?:u*lu?)?)$/.test(letters) ||
    !ASKS_WHO.test(`${asked}${/wu/.test(letters) ? '家' : ''}`) ||
    /^都?有/.test(asked)
  )
    return undefined;
  const holder = holderOf(row);
  if (holder?.entity.kind !== 'unit' || holder.size > 1) return undefined;
  const groups = holder.groups('responsible');
  const list = groups
    .map((group) => `${groupName(group)}由${unitList(facts, group.leadUnits)}牵头`)
    .join('；');
  return reply(
    groups.length > 0
      ? `${holder.name}配合${groups.length}个组：${list}。${at(holder.home)}`
      : `${holder.name}没有当责任单位的组。${at(holder.home)}`,
    [holder.home, ...groups.map((g) => g.location)],
    { focus: [holder.entity] },
  );
}

/** `某局在的两个组分别是谁分包`: who has the groups of a unit. */
function whoseTheyAre(row: Row): Reply | undefined {
  const { letters, facts } = row;
  const [, role = '', asked = ''] =
    letters.match(/^U([tlsbdc]+),?g([gdw,btrpluonya]+)$/) ??
    letters.match(/^U([tls]+)((?:w[lrp]+){2})$/) ??
    [];
  // Of those that it leads others say whether all are one leader's.
  if (asked.includes('a') && !role.includes('t')) return undefined;
  const holder = holderOf(row);
  const asksSame =
    /d[pu]|[pu][yn]/.test(asked) && /[yn]/.test(asked) && (/[ls]/.test(role) || /r/.test(asked));
  if (holder?.entity.kind !== 'unit' || !(/w|^,[lrp]+u$/.test(asked) || asksSame) || !/[rpl]/.test(asked))
    return undefined;
  const groups = holder.groups(partIn(role));
  const isSame = new Set(groups.map(({ leader }) => leader)).size === 1;
  const start = asksSame ? (isSame ? '是同一位：' : '不是同一位：') : '';
  const slot = (group: TaskGroup) =>
    [
      /[rp]/.test(asked) ? `由${personName(facts, group.leader)}分包` : '',
      /l/.test(asked) ? `由${unitList(facts, group.leadUnits)}牵头` : '',
    ]
      .filter(Boolean)
      .join('，');
  if (groups.length === 0) return undefined;
  return reply(
    `${start}${groups.map((group) => `${groupName(group)}${slot(group)}`).join('；')}。${at(...groups.map((g) => g.location))}`,
    groups.map((g) => g.location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
}

import type { TaskGroup } from '../../notice/types.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, groupName, personName, responsibleList, unitList } from '../replies/texts.ts';
import { doersOf, type Part, partIn, type Row, unitsNamed } from './row.ts';

/** What is asked of the groups of several units: those of all, those of one without the other. */
export const groupsOfUnits = (row: Row): Reply | undefined =>
  ownersInCommon(row) ?? noneOfThem(row) ?? inCommon(row) ?? apart(row) ?? underLeader(row);

/** Which groups several share, and then whose these are. */
const THEN_WHOSE = /^([UGatblwgxdk]*[bg][UGatblwgxdk]*),(w[pu]?[lr]|[lr][pu]?w[pu]?|p?rw|wl|l|sw?u?|wu?s)$/;

/** `甲和乙碰到一块儿的那个组，归谁牵头`: who leads the groups that several share, is in charge of them, or helps there. */
function ownersInCommon(row: Row): Reply | undefined {
  const [, first, asked = ''] = row.letters.match(THEN_WHOSE) ?? [];
  if (first === undefined || (first.match(/[UG]/g)?.length ?? 0) < 2) return undefined;
  const { facts } = row;
  const letters = /g/.test(first) ? first : `${first}g`;
  const found = inCommon({ ...row, letters, said: row.said.slice(0, first.length) });
  const groups = found?.focus.flatMap((e) => (e.kind === 'group' ? (facts.group(e.no) ?? []) : [])) ?? [];
  if (!found || groups.length === 0 || groups.length > MOST) return found;
  const whose = groups.map((group) =>
    /s/.test(asked)
      ? `${groupName(group)}的责任单位：${responsibleList(facts, group)}`
      : /r/.test(asked)
        ? `${groupName(group)}由${personName(facts, group.leader)}分包`
        : `${groupName(group)}由${unitList(facts, group.leadUnits)}牵头`,
  );
  return {
    ...found,
    lines: [`${whose.join('；')}。${at(...groups.map((g) => g.location))}`, ...found.lines],
  };
}

/** More groups than this are only listed. */
const MOST = 6;

/**
 * `甲的和乙的碰到一块儿是在哪些组`: groups that several units share. A matter may stand for the unit that it is
 * called after.
 */
function inCommon(row: Row): Reply | undefined {
  const { letters, said, facts } = row;
  const isRead = /^[btwglsc]*a?x?[UG](?:(?:[tls]*,?[axb]+|(?=U))[UG])*[abtwgcduls,]*$/.test(letters);
  // `甲乙都有份的`: nobody says of what; `甲的和乙的，两家…`: matters that stand for their units.
  const isBare = /^U(?:a?U)+b[tlsdu,]*$/.test(letters);
  const isOfUnits = letters.includes('U') || /d[du]*u/.test(letters);
  if (
    !isRead ||
    !(isBare || /[gw]/.test(letters)) ||
    !/b|x.*x|a.*x|wg?U[tls]+,?aU[tls]+$/.test(letters) ||
    !isOfUnits
  )
    return undefined;
  const units = [...letters].flatMap((letter, i) => {
    if (letter === 'U') return said[i]?.entities.flatMap((e) => (e.kind === 'unit' ? [e.id] : [])) ?? [];
    return letter === 'G' ? doersOf(row, i) : [];
  });
  if (units.length < 2 || units.length < (letters.match(/[UG]/g)?.length ?? 0)) return undefined;
  const part = partIn(letters);
  const [first = [], ...rest] = units.map((id) => facts.groupsOfUnit(id, part));
  const sets = rest.map((groups) => new Set(groups));
  const found = first.filter((group) => sets.every((set) => set.has(group)));

  const label = `${unitList(facts, units)}都${DOES[part ?? 'any']}的组`;
  return groupsReply(found.length > 0 ? label : `没有${label}`, found);
}

/** `甲和乙都没进的组`: the groups that name none of them. */
function noneOfThem(row: Row): Reply | undefined {
  if (!/^[wg]*U(?:[a,]?U)+[abx]*bn[tls]+[gwcdb,]*$/.test(row.letters)) return undefined;
  const { facts } = row;
  const part = partIn(row.letters);
  const units = unitsNamed(row);
  const found = facts.model.groups.filter(
    (group) => !units.some((id) => facts.groupsOfUnit(id, part).includes(group)),
  );
  return groupsReply(`${unitList(facts, units)}都不${part === 'lead' ? '牵头' : '在名单里'}的组`, found);
}

const DOES = { lead: '牵头', subLead: '牵头分项', responsible: '当责任单位', any: '在' } as const;

/** A unit that is denied, before or after its name; one that is not. */
const DENIED = /n[tls]*U|U[tlsabx]*n[tls]*/;

/** `甲局在而乙局不在的组`: groups of one unit without another. */
function apart(read: Row): Reply | undefined {
  const { letters, said, facts } = withDoer(read);
  if (!/^[gwtlsabxncdU,]+$/.test(letters) || letters.match(/U/g)?.length !== 2 || !/[gw]/.test(letters))
    return undefined;
  const cut = letters.lastIndexOf('U');
  // `没参加` between two names denies the first where the second has a part of its own.
  const denial = /[tls]/.test(letters.slice(cut)) ? /n$/ : /n[tls]*$/;
  const border = denial.exec(letters.slice(0, cut))?.index ?? cut;
  const [one, other] = [letters.slice(0, border), letters.slice(border)];
  if (DENIED.test(one) === DENIED.test(other) || /[gw].*n/.test(one)) return undefined;
  const idAt = (place: number) =>
    said[place]?.entities.flatMap((e) => (e.kind === 'unit' ? [e.id] : [])) ?? [];
  const sides = [idAt(letters.indexOf('U')), idAt(cut)];
  const [[inside, ...more] = [], [outside, ...others] = []] = DENIED.test(one) ? sides.toReversed() : sides;
  if (inside === undefined || outside === undefined || more.length + others.length > 0) return undefined;
  const part: Part = partIn(letters);
  const out: readonly TaskGroup[] = facts.groupsOfUnit(outside, part);
  const found = facts.groupsOfUnit(inside, part).filter((group) => !out.includes(group));
  const does = part === 'lead' ? '牵头' : part ? '是责任单位' : '参加';
  const not = part === 'lead' ? '不牵头' : part ? '不是' : '不参加';
  return groupsReply(`${unitList(facts, [inside])}${does}而${unitList(facts, [outside])}${not}的组`, found);
}

/** `供某物的在、某局不在的组`: a matter held against a unit stands for the unit that it is called after. */
function withDoer(row: Row): Row {
  const at = row.letters.search(/G(?![gd])/);
  const [id, ...more] = at < 0 || row.letters.match(/U/g)?.length !== 1 ? [] : doersOf(row, at);
  if (id === undefined || more.length > 0 || !/n/.test(row.letters)) return row;
  const named = { text: row.said[at]?.text ?? '', entities: [{ kind: 'unit' as const, id }] };
  return { ...row, letters: row.letters.replace(/G(?![gd])/, 'U'), said: row.said.with(at, named) };
}

/** `某领导那六摊里，某局占几摊`: the groups of a leader that a unit is in. */
function underLeader({ letters, said, facts }: Row): Reply | undefined {
  const [, denied] = letters.match(/^P[rgtdwc]*,?[wcgdtls]*(n?)U[tlsbdwcg]*$/) ?? [];
  if (denied === undefined || !/[wc]/.test(letters) || !/g/.test(letters)) return undefined;
  const [person, unit] = [said[0]?.entities ?? [], said[letters.indexOf('U')]?.entities ?? []];
  const [leader, one] = [person[0], unit[0]];
  if (person.length + unit.length > 2 || leader?.kind !== 'person' || one?.kind !== 'unit') return undefined;
  const part = partIn(letters);
  const inside = new Set(facts.groupsOfUnit(one.id, part));
  const found = facts.groupsOfLeader(leader.id).filter((group) => inside.has(group) !== (denied === 'n'));
  return groupsReply(
    `${personName(facts, leader.id)}分包的组里${denied ? '不是' : ''}${unitList(facts, [one.id])}${part ? DOES[part] : denied ? '所在' : '在'}的`,
    found,
  );
}

/** `甲和乙加一块分包几项`: the groups of several together, each counted once, and how many of them are whose. */
export function addedUp({ letters, said, facts }: Row): Reply | undefined {
  if (!/k/.test(letters) || !/^(?:P(?:aP)*(?:dp?)?|U(?:aU)*(?:du?)?)[,tlsrabgk]*[cw]+g*[,kd]*$/.test(letters))
    return undefined;
  const part = partIn(letters);
  const entities = said.flatMap((word) => word.entities);
  // `某委副主任一共几个`: how many hold the post.
  const isOfPost = said.filter((word) => word.entities.length > 0).length === 1 && !/[rg]/.test(letters);
  if (isOfPost) return undefined;
  const each = entities.flatMap((e) => {
    if (e.kind === 'unit') return [{ name: unitList(facts, [e.id]), groups: facts.groupsOfUnit(e.id, part) }];
    return e.kind === 'person' ? [{ name: personName(facts, e.id), groups: facts.groupsOfLeader(e.id) }] : [];
  });
  if (each.length < 2) return undefined;
  const all = [...new Set(each.flatMap(({ groups }) => groups))].sort((a, b) => a.no - b.no);
  const isPeople = entities[0]?.kind === 'person';
  const [word, home] = isPeople ? ['项', '二'] : ['个组', '三'];
  const shares = each.map(({ name, groups }) => `${name}${groups.length}${word}`).join('，');
  return reply(
    `一共${all.length}${word}：${shares}。${at(home)}\n${groupList(all)}。`,
    [home, ...all.map((g) => g.location)],
    { focus: all.map(({ no }) => ({ kind: 'group', no })) },
  );
}

function groupsReply(label: string, found: readonly TaskGroup[]): Reply {
  const count = label.startsWith('没有') ? '' : `共${found.length}个`;
  return reply(
    `${label}${count}${found.length > 0 ? `：${groupList(found)}` : ''}。${at('三')}`,
    ['三', ...found.map((g) => g.location)],
    { focus: found.map(({ no }) => ({ kind: 'group', no })) },
  );
}

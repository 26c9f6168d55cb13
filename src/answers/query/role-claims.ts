import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { partOf } from '../handlers/units/unit-in-group.ts';
import type { Entity } from '../names/entities.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupName, personName, responsibleList, unitList } from '../replies/texts.ts';
import { groupAt } from './row.ts';
import type { Skeleton } from './tokens.ts';

/** Somebody said to lead, support or be in charge of a group. */
interface RoleClaim {
  group: TaskGroup;
  entity: Entity;
  role: Role;
}

type Role = 'lead' | 'support' | 'in' | 'leader';

/** Names with their parts in any order, put up to be confirmed. */
const CLAIMS = /^[GUPlsrptaudgy,]*$/;

/**
 * Several things claimed at once, each held against the notice: `某组某局牵头，某组某局牵头，对吗`, `某局配合某局牵头某组的说法对不对`,
 * `某组某领导分包、某局牵头，对得上吗`. Undefined where fewer than two are claimed.
 */
export function claimedRoles(row: Skeleton, text: string, facts: Facts): Reply | undefined {
  const { letters } = row;
  if (!CLAIMS.test(letters) || !/G/.test(letters)) return undefined;
  const claims = claimsIn(row, facts)?.map((claim) =>
    // `某组归某局`: it is that unit's to lead.
    claim.role === 'in' && /归|由/.test(text) ? { ...claim, role: 'lead' as const } : claim,
  );
  const isStated = /^Gg?(?:l[u,]*U|[rp]+,?P)$/.test(letters);
  // One claim alone is checked elsewhere, but for what somebody has put down.
  const isAlone = isStated || (/y/.test(letters) && /填|写/.test(text));
  if (!claims || (claims.length < 2 && !isAlone)) return undefined;
  // Without a word that asks it is a claim where it tells what each is.
  if (!/y/.test(letters) && claims.some(({ role }) => role === 'in')) return undefined;
  const judged = claims.map((claim) => ({ claim, isTrue: isBorneOut(claim) }));
  const right = judged.filter(({ isTrue }) => isTrue).length;
  const start = right === judged.length ? '是的，' : right === 0 ? '不是。' : '不全对。';
  const said = judged.map(({ claim, isTrue }) => toldOf(claim, isTrue, facts));
  const places = [...new Set(claims.map(({ group }) => group.location))];
  const whole = right < judged.length ? listMeant(claims, facts) : '';
  return reply(`${start}${[...new Set(said)].join('；')}${whole}。${at(...places)}`, places, {
    focus: claims.map(({ group: { no } }) => ({ kind: 'group', no })),
  });
}

/** Who is in the one group whose helpers were told wrong, where they are few. */
function listMeant(claims: readonly RoleClaim[], facts: Facts): string {
  const [group, ...groups] = new Set(claims.map((claim) => claim.group));
  const isOfHelpers = claims.every(({ role }) => role === 'in' || role === 'support');
  if (!group || groups.length > 0 || !isOfHelpers || group.responsibleUnits.length > FEW) return '';
  return `；责任单位是${responsibleList(facts, group)}`;
}

const FEW = 6;

/** `甲公司不牵头、乙公司牵头，对不`: whether units lead any group at all. */
export function claimedLeads({ letters, said }: Skeleton, facts: Facts): Reply | undefined {
  if (!/^U[bt]*n?l[ug]*(?:[,ax]+U[bt]*n?l[ug]*)+[,y]*y$/.test(letters)) return undefined;
  const judged = [...letters.matchAll(/U([bt]*n?)l/g)].map(({ index, 1: before = '' }) => {
    const [entity] = said[index]?.entities ?? [];
    const id = entity?.kind === 'unit' ? entity.id : '';
    const groups = facts.groupsOfUnit(id, 'lead');
    const name = unitList(facts, [id]);
    const text = groups.length > 0 ? `${name}牵头${groups.map(groupName).join('、')}` : `${name}没有牵头的组`;
    return {
      text,
      isTrue: groups.length > 0 !== before.includes('n'),
      places: groups.map((g) => g.location),
    };
  });
  const right = judged.filter(({ isTrue }) => isTrue).length;
  const start = right === judged.length ? '是的，' : right === 0 ? '不是。' : '不全对。';
  return reply(`${start}${judged.map(({ text }) => text).join('；')}。${at('三')}`, [
    '三',
    ...judged.flatMap(({ places }) => places),
  ]);
}

/** The claims of a row in their order; undefined where a name has no group or no part. */
function claimsIn(row: Skeleton, facts: Facts): RoleClaim[] | undefined {
  const letters = row.letters.replace(/^[y,]+|[y,]+$/g, (all, at: number) =>
    at === 0 ? ' '.repeat(all.length) : '',
  );
  const isGroupFirst = /^[^GUP]*G/.test(letters);
  const pieces = isGroupFirst ? [...letters.matchAll(/G[^G]*/g)] : [...letters.matchAll(/[^G]+G[^UPG]*/g)];
  const end = pieces.at(-1);
  if (!end || (!isGroupFirst && (end.index ?? 0) + end[0].length < letters.length)) return undefined;
  const all = pieces.map((piece) => claimsOfPiece(row, piece.index ?? 0, piece[0], facts));
  return all.every((claims) => claims !== undefined) ? all.flat() : undefined;
}

/** The claims about the one group of a stretch. */
function claimsOfPiece(row: Skeleton, start: number, piece: string, facts: Facts): RoleClaim[] | undefined {
  const [named, ...others] = row.said[start + piece.indexOf('G')]?.entities ?? [];
  const group = others.length === 0 ? groupAt(named, facts) : undefined;
  const names = [...piece.matchAll(/[UP]/g)].map(({ index }) => index ?? 0);
  if (!group || names.length === 0) return undefined;
  const isBehind = ROLE_FIRST.test(piece);
  const claims = names.map((place, i) => {
    const [entity, ...rivals] = row.said[start + place]?.entities ?? [];
    const [before, after] = [
      piece.slice((names[i - 1] ?? -1) + 1, place),
      piece.slice(place + 1, names[i + 1]),
    ];
    const stated =
      roleIn(isBehind ? before : after) ??
      (names.length === 1 ? roleIn(isBehind ? after : before) : undefined);
    // `某局配合某局`: the second is the one that leads.
    const isHelped = i > 0 && stated === undefined && /^s$/.test(before.replace(/[^sl]/g, ''));
    const role: Role = piece[place] === 'P' ? 'leader' : isHelped ? 'lead' : (stated ?? 'in');
    return entity && rivals.length === 0 ? { group, entity, role } : undefined;
  });
  return claims.every((claim) => claim !== undefined) ? claims : undefined;
}

/** `某组牵头某局`: the part is said before the name. */
const ROLE_FIRST = /^[^UP]*[ls][ua]*U(?![tu]*[ls](?!.*U))|^G[^UP]*[rp]P[^UP]*lu?U/;

function roleIn(letters: string): Role | undefined {
  if (letters.includes('l')) return 'lead';
  return letters.includes('s') ? 'support' : undefined;
}

function isBorneOut({ group, entity, role }: RoleClaim): boolean {
  if (entity.kind === 'person') return group.leader === entity.id;
  if (entity.kind !== 'unit') return false;
  if (role === 'lead') return group.leadUnits.includes(entity.id);
  const part = partOf(entity.id, group);
  return role === 'support' ? part === '责任单位' : part !== undefined;
}

/** What the notice says of what was claimed. */
function toldOf({ group, entity, role }: RoleClaim, isTrue: boolean, facts: Facts): string {
  if (role === 'leader')
    return `${groupName(group)}由${personName(facts, group.leader)}分包${isTrue ? '' : `，不是${personName(facts, idOf(entity))}`}`;
  const name = unitList(facts, [idOf(entity)]);
  if (role === 'lead')
    return `${groupName(group)}由${unitList(facts, group.leadUnits)}牵头${isTrue ? '' : `，不是${name}`}`;
  const part = partOf(idOf(entity), group);
  return part ? `${name}是${groupName(group)}的${part}` : `${name}不在${groupName(group)}的名单里`;
}

const idOf = (entity: Entity) => ('id' in entity ? entity.id : '');

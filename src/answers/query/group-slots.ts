import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { type GroupSlot, groupLines } from '../handlers/groups/groups.ts';
import { partOf } from '../handlers/units/unit-in-group.ts';
import { verdict } from '../question/claims.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupName, unitList } from '../replies/texts.ts';
import { groupsNamed, type Row, unitsNamed } from './row.ts';
import type { Asked } from './set-aside.ts';

/** What is asked of the groups that a question names, each slot of each group, without what it sets aside. */
export const slotsOfGroups = (asked: Asked, facts: Facts): Reply | undefined =>
  restOfUnits(asked, facts) ??
  eitherOfEach(asked, facts) ??
  slotsOfEach(asked, facts) ??
  slotsAndMember(asked, facts);

const SLOT_OF: readonly (readonly [RegExp, GroupSlot])[] = [
  [/[rp]/, 'leader'],
  [/l/, 'lead'],
  [/s/, 'responsible'],
  [/i/, 'subLeads'],
];

const slotsIn = (letters: string): GroupSlot[] =>
  SLOT_OF.flatMap(([letter, slot]) => (letter.test(letters.replace(/il/g, 'i')) ? [slot] : []));

/** One or more groups and what is asked of them, or what is asked and then the groups. */
const GROUPS_ALONE = /^[Gtgdaubwxprlscmiy,]*$/;
/** Groups held against each other, or what they share: others answer that. */
const HELD_TOGETHER = /[fnzkeo~hj]|s.*b(?!w)|b(?!w).*s/;

/** `某组跟某组，分包领导和牵头单位都给我`, `某组谁分包谁牵头，顺便说说某组的`: every slot of every group. */
function slotsOfEach({ row: read, isApart }: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...read, facts };
  const { letters } = row;
  if (!GROUPS_ALONE.test(letters) || HELD_TOGETHER.test(letters) || /y/.test(letters)) return undefined;
  const groups = groupsNamed(row);
  const slots = slotsIn(letters);
  const isMany =
    (groups.length > 1 && (slots.length > 1 || /[sm]/.test(letters))) ||
    (groups.length === 1 && slots.length > 2);
  if (groups.length === 0 || slots.length === 0 || !(isApart || isMany)) return undefined;
  const runs = runsOf(row);
  const counts = row.said.some(({ text }) => /几|多少/.test(text));
  const lines = runs.flatMap((run) => linesOf(facts, run.group, run.slots, counts));
  return reply(
    lines,
    groups.map(({ location }) => location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
}

/** The part is said before the two names, or behind one of them. */
const EITHER_OF_EACH =
  /^G(?:a?G)+[gdtbmu,]*(?:l[gu,]*U,?zU|r[gu,]*P,?zP|U[lu]*,?zUl|P[r]*,?zPr|Ul,?zU|Pr,?zP)[lr]?$/;

/** `某组和某组牵头是甲局还是乙局`: who really has each of them. */
function eitherOfEach({ row: read, isApart }: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...read, facts };
  const groups = groupsNamed(row);
  if (isApart || groups.length < 2 || !EITHER_OF_EACH.test(row.letters)) return undefined;
  const isLed = /U/.test(row.letters);
  return reply(
    groups.flatMap((group) => groupLines(facts, group, [isLed ? 'lead' : 'leader']).slice(0, 1)),
    groups.map(({ location }) => location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
}

interface Run {
  group: TaskGroup;
  slots: readonly GroupSlot[];
}

/** Each group with the slots behind it; one without any shares those of the groups beside it, or all that are asked. */
function runsOf(row: Row): Run[] {
  const pieces = [...row.letters.matchAll(/G[^G]*/g)];
  const own = pieces.map((piece) => slotsIn(piece[0]));
  const first = slotsIn(row.letters.slice(0, pieces[0]?.index ?? 0));
  const isOwn = first.length === 0 && own.every((slots) => slots.length > 0);
  // `某组的责任单位、某组的牵头单位` asks each its own; else all are asked the same.
  const isApart = isOwn && new Set(own.map((slots) => slots.join())).size > 1;
  const all = slotsIn(row.letters);
  return pieces.flatMap((piece, i) => {
    const said = row.said.slice(piece.index, (piece.index ?? 0) + 1);
    return groupsNamed({ ...row, said }).map((group) => ({ group, slots: isApart ? (own[i] ?? all) : all }));
  });
}

/** The slots of one group in one line, where they are short. */
function linesOf(facts: Facts, group: TaskGroup, slots: readonly GroupSlot[], counts = false): string[] {
  const isBoth = slots.includes('leader') && slots.includes('lead');
  const rest = slots.filter((slot) => !isBoth || (slot !== 'leader' && slot !== 'lead'));
  const owners = isBoth ? groupLines(facts, group, []).slice(0, 1) : [];
  return [
    ...owners.map((line) => line.replace(/。$/, `。${at(group.location)}`)),
    ...(rest.length > 0 ? groupLines(facts, group, rest, counts).slice(0, MOST_LINES) : []),
  ];
}

const MOST_LINES = 2;

/** `某组除了某局，还有几家责任单位`, `某组责任单位，某局不用说，别的报一下`: the units of a group but for those set aside. */
function restOfUnits({ row: read, entities, parts, isApart }: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...read, facts };
  const { letters } = row;
  if (
    !isApart ||
    /i/.test(letters) ||
    !/^[^UPGBO]*G[^UPGBO]*$/.test(letters) ||
    !/^[Ggtdbuwxscb,mo]*l?[gu]*$/.test(letters)
  )
    return undefined;
  const [group] = groupsNamed(row);
  const apart = entities.flatMap((e) => (e.kind === 'unit' ? [e.id] : []));
  const asksUnits = /[sxu]/.test(letters) || /[wc]/.test(letters);
  if (!group || !asksUnits || (apart.length === 0 && !/l/.test(parts))) return undefined;
  if (/l/.test(letters) && !/l.*x|x.*l/.test(letters)) return undefined;
  if (/l/.test(letters)) return coLeads(group, apart, facts);
  const isOfLead = /l/.test(parts) || apart.some((id) => group.leadUnits.includes(id));
  const isResponsible = /s/.test(letters + parts) || isOfLead;
  const all = isResponsible
    ? group.responsibleUnits
    : [
        ...new Set([
          ...group.leadUnits,
          ...group.subLeads.map(({ unit }) => unit),
          ...group.responsibleUnits,
        ]),
      ];
  const found = all.filter((id) => !apart.includes(id));
  const names = [unitList(facts, found), ...group.collectives].filter(Boolean).join('、');
  const counts = apart.length === 0 || /c/.test(letters) || row.said.some(({ text }) => /几/.test(text));
  const count = counts && found.length > 0 ? `${apart.length > 0 ? '' : '共'}${found.length}家` : '';
  const what = isResponsible ? '的责任单位' : '里';
  const text =
    names === '' ? `${what}没有再点名别的单位` : `${what}${apart.length > 0 ? '还有' : ''}${count}：${names}`;
  const open = group.openEnded && found.length > 0 ? '等相关单位' : '';
  const said = names === '' && isResponsible && all.length === 0 ? `，写的是“${group.responsibleText}”` : '';
  return reply(`${groupName(group)}${text}${open}${said}。${at(group.location)}`, [group.location], {
    focus: [{ kind: 'group', no: group.no }],
  });
}

/** `某组牵头的除了某局还有谁` */
function coLeads(group: TaskGroup, apart: readonly string[], facts: Facts): Reply {
  const rest = group.leadUnits.filter((id) => !apart.includes(id));
  const text = rest.length > 0 ? `还有${unitList(facts, rest)}` : '没有别的了';
  return reply(`${groupName(group)}的牵头单位${text}。${at(group.location)}`, [group.location], {
    focus: [{ kind: 'group', no: group.no }],
  });
}

/** `某组：领导？牵头？某局在不在里头`: slots of one group, and whether a unit is in it. */
function slotsAndMember({ row: read, isApart }: Asked, facts: Facts): Reply | undefined {
  const row: Row = { ...read, facts };
  const match = row.letters.match(/^Gg?([,prlswu]*[prls][,prlswu]*),(?:y?[tu]*U[tyn]+|y?t?yU[tg]*|U[ty]*)$/);
  if (isApart || !match || !/y|tn$/.test(row.letters)) return undefined;
  const [group] = groupsNamed(row);
  const [unit, ...others] = unitsNamed(row);
  if (!group || unit === undefined || others.length > 0) return undefined;
  const part = partOf(unit, group);
  const name = unitList(facts, [unit]);
  const said = part ? `${name}是${groupName(group)}的${part}` : `${name}不在${groupName(group)}的名单里`;
  return reply(
    [
      ...linesOf(facts, group, slotsIn(match[1] ?? '')),
      `${verdict(part !== undefined)}${said}。${at(group.location)}`,
    ],
    [group.location],
    { focus: [{ kind: 'group', no: group.no }] },
  );
}

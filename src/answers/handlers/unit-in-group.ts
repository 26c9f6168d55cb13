import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, reply } from '../reply.ts';
import { at, groupName, unitList } from '../texts.ts';

/** What part a unit takes in a group, in words; undefined where none. */
export function partOf(unitId: string, group: TaskGroup): string | undefined {
  if (group.leadUnits.includes(unitId)) return group.leadLabel.startsWith('总') ? '总牵头单位' : '牵头单位';
  const sub = group.subLeads.filter((item) => item.unit === unitId).map((item) => item.item);
  if (sub.length > 0) return `分项牵头单位（${sub.join('、')}）`;
  return group.responsibleUnits.includes(unitId) ? '责任单位' : undefined;
}

/** `供电中心除了电力那组还配合哪些`: its other groups; `税费组除了税务局还有谁`: the group's other units. */
function exceptReply(
  facts: Facts,
  units: readonly { id: string }[],
  groups: readonly { no: number }[],
  { masked, residue }: Question,
): Reply | undefined {
  const ids = units.map(({ id }) => id);
  const numbers = groups.map(({ no }) => no);
  const [firstUnit] = ids;
  const group = facts.group(numbers[0] ?? 0);
  if (firstUnit === undefined || !group) return undefined;
  if (/G.{0,8}除了?.{0,4}U|除了?U.{0,4}G|U(?:以外|之外)/.test(masked)) {
    const rest = [...group.leadUnits, ...group.responsibleUnits].filter((id) => !ids.includes(id));
    const named = [unitList(facts, rest), ...group.collectives].filter(Boolean).join('、');
    const end = group.openEnded ? '等' : '';
    return reply(`${groupName(group)}里还有：${named}${end}。${at(group.location)}`, [group.location], {
      focus: [{ kind: 'group', no: group.no }],
      spoken: residue,
    });
  }
  const isSupport = /(?:还|又|另外?|再|别的|一边|同时).{0,10}(?:配合|责任单位)/.test(masked);
  const rest = facts
    .groupsOfUnit(firstUnit, isSupport ? 'responsible' : undefined)
    .filter(({ no }) => !numbers.includes(no));
  const said = rest.map((g) => `${groupName(g)}（${partOf(firstUnit, g)}）`).join('、');
  const text = rest.length > 0 ? `还在${rest.length}个组：${said}` : '没有别的组';
  return reply(
    `${unitList(facts, [firstUnit])}${text}。${at('三')}`,
    rest.map((g) => g.location),
    {
      focus: rest.map(({ no }) => ({ kind: 'group', no })),
    },
  );
}

/** The group is told of the unit, and its other groups are asked for (`牵头水气组，还得去哪些组当配合`). */
const REST =
  /G.{0,8}[,，]?(?:(?:还|又|另外|再|一边|同时|剩下|其余|别的|其[他它]).{0,6}(?:配合|参[加与]|责任单位|掺|牵头|组).{0,4}(?:哪|什么|啥|几|谁)|(?:还|另外|再|一边|同时).{0,4}(?:哪|什么|啥|几|谁))(?!.*分项)/;

/** Which of two parts a unit takes. */
export const WHICH_PART =
  /牵头(?:的|单位)?(?:呢)?,?还是(?:配合|责任|参[与加]|协助)|(?:配合|责任单位|参[与加]|协助)(?:的)?,?还是牵头/;

/** A unit and a group together, without a claim to check: the unit's part in it. */
export const answerUnitInGroup: Handler = (question, { facts }) => {
  const units = mentioned(question, 'unit');
  const named = mentioned(question, 'group');
  const pointed = /[这那](?:个|一)?(?:专项)?(?:小)?组/.test(question.masked);
  const groups = named.length === 0 && pointed ? mentioned(question, 'group', true) : named;
  if (units.length === 0 || groups.length === 0) return undefined;
  if (units.length === 1 && named.length > 0 && REST.test(question.masked))
    return exceptReply(facts, units, groups, question);
  if (/U牵头的?(?:那个)?G/.test(question.masked) && question.cues.has('duty')) return undefined;
  if (
    /还是|哪家|谁/.test(question.masked) &&
    /牵头/.test(question.masked) &&
    !WHICH_PART.test(question.masked)
  )
    return undefined;
  if (
    !/除了?|还/.test(question.masked) &&
    /(?:配合|责任单位|参与|参加)的?(?:都)?(?:是|有)?(?:谁|哪)/.test(question.masked)
  )
    return undefined;
  if (/G的?(?:分包|分管|牵头|责任)(?:领导|单位).{0,4}(?:谁|哪)/.test(question.masked)) return undefined;
  if (
    /除了|以外|之外|(?:没有?|不)(?:进|在|参加).{0,10}(?:进|在|参加)了?哪|(?:另外|此外|除此)?还(?:在|参加|参与|当|是)(?:哪|什么|几)/.test(
      question.masked,
    )
  )
    return exceptReply(facts, units, groups, question);
  const pairs = units.flatMap(({ id }) => groups.map(({ no }) => ({ id, group: facts.group(no) })));
  const lines = pairs.map(({ id, group }) => {
    const part = group && partOf(id, group);
    const name = unitList(facts, [id]);
    if (!group) return '';
    return part ? `${name}是${groupName(group)}的${part}。` : `${name}不在${groupName(group)}的名单里。`;
  });
  const cites = pairs.map(({ group }) => group?.location ?? '三');
  return reply(lines, cites, {
    confidence: /在|是|哪|什么|啥/.test(question.masked) ? 0.85 : 0.75,
    ...(named.length === 0 ? { spoken: question.residue } : {}),
    focus: groups,
  });
};

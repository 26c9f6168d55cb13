import type { TaskGroup } from '../../notice/types.ts';
import type { Cue } from '../cues.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import { at, groupName, measureName, ownersOf, personName, responsibleList, unitList } from '../texts.ts';

/** What of a task group can be asked. */
export const GROUP_SLOTS = ['leader', 'lead', 'responsible', 'duty', 'number', 'subLeads', 'count'] as const;
export type GroupSlot = (typeof GROUP_SLOTS)[number];

/** Slots a question asks of a group; empty where it only names one. */
export function slotsAsked(question: Question): GroupSlot[] {
  const { cues, masked } = question;
  const has = (cue: Cue) => cues.has(cue);
  const slots: GroupSlot[] = [];
  const asksLead = has('lead') && !/(?:G|S).{0,6}牵头(?:的|单位).{0,4}(?:是谁)?分包/.test(masked);
  const namesLeader = /分包|包联|分管|挂帅|领导/.test(masked);
  if (
    namesLeader ||
    (has('leader') && !has('lead') && !has('responsible') && !/哪(?:个|家)(?:单位|部门|局)/.test(masked))
  ) {
    slots.push('leader');
  }
  if (asksLead || (has('askUnit') && !/责任单位|责任部门|配合|参与|参加|哪[些几]/.test(masked)))
    slots.push('lead');
  if (
    /谁(?:来|在)?(?:主)?(?:管|抓|负责)|归谁|(?:由|找|问|向)谁|谁(?:的)?(?:事|活)|归哪/.test(masked) &&
    !namesLeader
  ) {
    if (!slots.includes('lead')) slots.push('lead');
  }
  if (
    /责任单位|责任部门|责任方|配合|协助|协办|协同|参与|参加|组员|成员/.test(masked) ||
    /哪[些几](?:家|个)?(?:单位|部门|局)|有谁|有哪[些几]家|哪[几些]家/.test(masked)
  ) {
    if (!/牵头(?:单位)?(?:是|有|都|为)?哪[些几]|哪[些几](?:家|个)?(?:单位|部门)?牵头/.test(masked))
      slots.push('responsible');
  }
  if (has('duty')) slots.push('duty');
  if (/第几|排几|几号|序号|编号/.test(masked)) slots.push('number');
  if (/分项/.test(masked)) slots.push('subLeads');
  return slots;
}

/** A task group asked for by name or number: its leader, lead units, responsible units, duty. */
export const answerGroups: Handler = (question, { facts }) => {
  const asked = mentioned(question, 'group');
  if (asked.length === 0) return undefined;
  const groups = asked.map(({ no }) => facts.group(no));
  const missing = asked.filter(({ no }) => !facts.group(no)).map(({ no }) => no);
  const known = groups.filter((group) => group !== undefined);
  if (missing.length > 0) return refuseNumber(facts, missing, known);
  const slots = slotsAsked(question);
  const counts = question.cues.has('count') && /几(?:家|个)|多少(?:家|个)/.test(question.masked);
  const lines = known.flatMap((group) => groupLines(facts, group, slots, counts));
  const cites = known.flatMap((group) => groupCites(facts, group, slots));
  const { residue } = question;
  return reply(lines, cites, {
    focus: known.map(({ no }) => ({ kind: 'group', no })),
    confidence: slots.length === 0 ? 0.6 : 0.95,
    suggestions: known.length === 1 && known[0] ? nextOf(known[0], slots) : [],
    ...(residue.length > 0 && slots.length === 0 && { confidence: 0.4 }),
  });
};

function refuseNumber(facts: Facts, missing: readonly number[], known: readonly TaskGroup[]): Reply {
  const total = facts.model.groups.length;
  const said = missing.map((no) => `第${no}组`).join('、');
  return refuse(`通知里没有${said}：专项工作小组只有${total}个。`, ['三'], {
    focus: known.map(({ no }) => ({ kind: 'group', no })),
  });
}

/** The lines for one group. Without slots: who leads it and who is in it. */
export function groupLines(
  facts: Facts,
  group: TaskGroup,
  slots: readonly GroupSlot[],
  counts = false,
): string[] {
  const name = groupName(group);
  if (slots.length === 0) {
    return [
      `${name}：${personName(facts, group.leader)}${group.leaderLabel.slice(0, 2)}，${unitList(facts, group.leadUnits)}${leadVerb(group)}。`,
      `责任单位：${responsibleList(facts, group)}。${at(group.location)}`,
    ];
  }
  const lines: string[] = [];
  const wants = (slot: GroupSlot) => slots.includes(slot);
  if (wants('number')) lines.push(`${group.field}是第${group.no}组。${at(group.location)}`);
  if (wants('leader')) {
    lines.push(
      `${name}由${personName(facts, group.leader)}${group.leaderLabel.slice(0, 2)}。${at(group.location)}`,
    );
  }
  if (wants('lead')) lines.push(...leadLines(facts, group));
  if (wants('subLeads') && group.subLeads.length > 0) {
    const items = group.subLeads.map((sub) => `${sub.item}：${unitList(facts, [sub.unit])}`);
    lines.push(`${name}分项牵头：${items.join('；')}。${at(group.location)}`);
  }
  if (wants('responsible')) {
    const count = group.responsibleUnits.length;
    const head = counts && count > 0 ? `共${count}家：` : '';
    lines.push(`${name}的责任单位${head || '：'}${responsibleList(facts, group)}。${at(group.location)}`);
  }
  if (wants('duty')) lines.push(`${name}的责任分工：${group.duty}${at(group.location)}`);
  return lines;
}

function leadVerb(group: TaskGroup): string {
  return group.leadLabel.startsWith('总') ? '总牵头' : '牵头';
}

/** Lead units, and what the annex says where it names others for the same matter. */
function leadLines(facts: Facts, group: TaskGroup): string[] {
  const lines = [
    `${groupName(group)}由${unitList(facts, group.leadUnits)}${leadVerb(group)}。${at(group.location)}`,
  ];
  for (const measure of otherLeads(facts, group)) {
    lines.push(`注意：${measureName(measure)}写的是${ownersOf(facts, measure)}，两处不一致。`);
  }
  return lines;
}

/** Measures of the group's matter that name another lead than the group. */
export function otherLeads(facts: Facts, group: TaskGroup) {
  if (group.subLeads.length > 0) return [];
  const own = [...group.leadUnits].sort().join();
  return facts
    .measuresOfGroup(group.no)
    .filter(
      (m) => m.status !== 'missing' && m.leadUnits.length > 0 && [...m.leadUnits].sort().join() !== own,
    );
}

function groupCites(facts: Facts, group: TaskGroup, slots: readonly GroupSlot[]): string[] {
  const cites = [group.location];
  const assignment = facts.assignmentOf(group.leader);
  if (assignment && (slots.includes('leader') || slots.length === 0)) cites.push(assignment.location);
  if (slots.includes('lead')) cites.push(...otherLeads(facts, group).map((m) => m.location));
  return cites;
}

function nextOf(group: TaskGroup, slots: readonly GroupSlot[]) {
  const ask = (label: string, words: string) => ({ label, question: `${group.field}${words}` });
  const all: [GroupSlot, ReturnType<typeof ask>][] = [
    ['leader', ask('谁分包', '由谁分包')],
    ['lead', ask('谁牵头', '由哪个单位牵头')],
    ['responsible', ask('责任单位', '的责任单位有哪些')],
    ['duty', ask('责任分工', '小组的责任分工是什么')],
  ];
  return all.filter(([slot]) => !slots.includes(slot)).map(([, suggestion]) => suggestion);
}

/** One item of a group with its own lead (`人才流动便利度`). */
export const answerSubLeads: Handler = (question, { facts }) => {
  const asked = mentioned(question, 'subLead');
  if (asked.length === 0) return undefined;
  const lines: string[] = [];
  const cites: string[] = [];
  for (const { group: groupNo, no } of asked) {
    const group = facts.group(groupNo);
    const sub = group?.subLeads.find((item) => item.no === no);
    if (!group || !sub) continue;
    const leader =
      question.cues.has('leader') && /领导|分包|分管|谁/.test(question.masked)
        ? `，所在的${groupName(group)}由${personName(facts, group.leader)}分包`
        : '';
    lines.push(`${sub.item}由${unitList(facts, [sub.unit])}牵头${leader}。${at(group.location)}`);
    cites.push(group.location);
  }
  const asksOwner = ['lead', 'askUnit', 'leader', 'who', 'responsible'].some((cue) =>
    question.cues.has(cue as Cue),
  );
  return reply(lines, cites, {
    focus: asked.map((entity) => entity),
    confidence: asksOwner || question.residue.length === 0 ? 0.95 : 0.4,
  });
};

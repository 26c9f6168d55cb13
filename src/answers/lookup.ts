import type { TaskGroup } from '../notice/types.ts';
import type { Facts } from './facts.ts';
import { bodyOf } from './handlers/measures/measures.ts';
import { titlesOf } from './handlers/people/people.ts';
import { type Reply, reply, toAnswer } from './replies/reply.ts';
import { at, groupList, measureName, ownersOf, responsibleList, unitList } from './replies/texts.ts';
import type { Answer } from './types.ts';

/** Everything the notice has on one thing, for a card. Undefined where there is no such thing. */
export interface Lookup {
  groupSheet(no: number): Answer | undefined;
  measureSheet(no: number): Answer | undefined;
  unitSheet(id: string): Answer | undefined;
  leaderSheet(id: string): Answer | undefined;
}

/** Builds the sheets over the facts of a notice. */
export function buildLookup(facts: Facts): Lookup {
  const answered = (found: Reply | undefined) => found && toAnswer(found, facts);
  return {
    groupSheet: (no) => answered(groupSheet(facts, no)),
    measureSheet: (no) => answered(measureSheet(facts, no)),
    unitSheet: (id) => answered(unitSheet(facts, id)),
    leaderSheet: (id) => answered(leaderSheet(facts, id)),
  };
}

function groupSheet(facts: Facts, no: number): Reply | undefined {
  const group = facts.group(no);
  if (!group) return undefined;
  return reply(groupRows(facts, group), [group.location], {
    focus: [{ kind: 'group', no }],
    suggestions: [
      { label: '有什么目标', question: `${group.field}的目标是什么` },
      { label: '对应哪些措施', question: `${group.field}对应附件1哪几条措施` },
    ],
  });
}

/** A row a fact, as the notice heads them. */
function groupRows(facts: Facts, group: TaskGroup): string[] {
  const subLeads = group.subLeads.map((sub) => `${sub.item} ${unitList(facts, [sub.unit])}`);
  return [
    `第${group.no}组 ${group.name}`,
    `${group.leaderLabel}：${facts.person(group.leader)?.name ?? ''}`,
    `${group.leadLabel}：${unitList(facts, group.leadUnits)}`,
    ...(subLeads.length > 0 ? [`分项牵头：${subLeads.join('；')}`] : []),
    `责任单位：${responsibleList(facts, group)}`,
    `责任分工：${group.duty}`,
  ];
}

function measureSheet(facts: Facts, no: number): Reply | undefined {
  const measure = facts.measure(no);
  if (!measure) return undefined;
  const name = measureName(measure);
  if (measure.status === 'missing') {
    return reply(facts.clause(measure.location)?.note ?? `${name}原文缺页。`, [measure.location], {
      kind: 'refuse',
    });
  }
  const supporting = [unitList(facts, measure.supportingUnits), ...measure.collectives].filter(
    (s) => s !== '',
  );
  const note = measure.status === 'cut' ? [facts.clause(measure.location)?.note ?? ''] : [];
  const lines = [
    `${name}：${ownersOf(facts, measure) || '看不到责任单位'}${supporting.length > 0 ? `；配合：${supporting.join('、')}` : ''}。`,
    bodyOf(measure),
    ...note,
  ];
  return reply(lines, [measure.location], {
    focus: [{ kind: 'measure', no }],
    suggestions: measure.groups
      .map((group) => facts.group(group))
      .filter((group) => group !== undefined)
      .map((group) => ({ label: `${group.field}组`, question: `第${group.no}组谁分包、谁牵头` })),
  });
}

function unitSheet(facts: Facts, id: string): Reply | undefined {
  const unit = facts.unit(id);
  if (!unit) return undefined;
  const part = (label: string, list: string, count: number, word: string) =>
    count > 0 ? [`${label}${count}${word}：${list}。`] : [];
  const lead = facts.groupsOfUnit(id, 'lead');
  const sub = facts.groupsOfUnit(id, 'subLead').flatMap((g) => g.subLeads.filter((s) => s.unit === id));
  const rest = facts.groupsOfUnit(id, 'responsible');
  const owned = [...facts.measuresOfUnit(id, 'lead'), ...facts.measuresOfUnit(id, 'responsible')];
  const support = facts.measuresOfUnit(id, 'support');
  const numbers = (list: readonly { no: number }[]) => `第${list.map((m) => m.no).join('、')}条`;
  const measures = [
    ...(owned.length > 0 ? [`牵头或负责的措施${owned.length}条：${numbers(owned)}`] : []),
    ...(support.length > 0 ? [`配合的措施${support.length}条：${numbers(support)}`] : []),
  ].join('；');
  const lines = [
    `${unit.name}${unit.isMember ? '是' : '不是'}领导小组成员单位。`,
    ...part('牵头', groupList(lead), lead.length, '个组'),
    ...part('分项牵头', sub.map((s) => s.item).join('、'), sub.length, '项'),
    ...part('责任单位', groupList(rest), rest.length, '个组'),
    ...(measures === '' ? [] : [`${measures}。`]),
  ];
  const cites = [...lead, ...rest, ...owned].map((item) => item.location);
  return reply(lines, [facts.mainBody.location, ...cites], { focus: [{ kind: 'unit', id }] });
}

function leaderSheet(facts: Facts, id: string): Reply | undefined {
  const person = facts.person(id);
  if (!person) return undefined;
  const groups = facts.groupsOfLeader(id);
  const cites = [...person.titles, ...person.roles].map((t) => t.location);
  const assignment = facts.assignmentOf(id);
  const fields =
    groups.length > 0
      ? `分包${groups.length}项：${groupList(groups)}。`
      : `通知里没有给${person.name}安排分包的事项。`;
  const leads = groups.map((g) => `${g.field}由${unitList(facts, g.leadUnits)}牵头`).join('；');
  const lines = [
    `${person.name}：${titlesOf(person, facts)}。${at(...cites)}`,
    fields,
    ...(leads ? [`${leads}。`] : []),
  ];
  return reply(
    lines,
    [...(assignment ? [assignment.location] : []), ...cites, ...groups.map((g) => g.location)],
    {
      focus: [{ kind: 'person', id }],
    },
  );
}

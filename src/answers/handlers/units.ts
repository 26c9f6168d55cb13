import type { TaskGroup, Unit } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import { at, groupList, groupName, measureName, personName, unitList } from '../texts.ts';

/** Which side of a unit's work a question asks for. */
export interface UnitAsk {
  lead: boolean;
  responsible: boolean;
  measures: boolean;
  groups: boolean;
  leaders: boolean;
  count: boolean;
}

/** Reads it off the words around the unit. */
export function readUnitAsk({ masked, cues }: Question): UnitAsk {
  const lead = /牵头|领衔|主抓|挑头|带头|主责/.test(masked);
  const responsible =
    /配合|责任单位|协助|协办|参与|参加|在(?:哪|几)|挂(?:在|了|哪)|涉及|有(?:哪|几|份)|出现|所在/.test(masked);
  const measures = /措施|附件|条(?!例)|任务清单/.test(masked);
  return {
    lead,
    responsible,
    measures,
    groups: /组|专班/.test(masked) || !measures,
    leaders: /领导|分包|分管|归谁|谁管|哪位/.test(masked),
    count: cues.has('count'),
  };
}

const ABOUT_WORK =
  /组|牵头|配合|参[与加]|责任|分包|领导|负责|管(?:什么|啥|哪|几)|干(?:什么|啥|嘛)|做(?:什么|啥)|任务|措施|职责|挂|[哪几]条|有(?:啥|什么|哪些)(?:事|活)/;

/** A unit asked for: the groups and measures it leads or takes part in. */
export const answerUnits: Handler = (question, { facts }) => {
  const asked = mentioned(question, 'unit');
  const [first] = asked;
  if (!first || mentioned(question, 'group').length > 0) return undefined;
  const ask = readUnitAsk(question);
  const replies = asked.map(({ id }) => unitReply(facts, id, ask)).filter((r) => r !== undefined);
  return reply(
    replies.flatMap((r) => r.lines),
    replies.flatMap((r) => r.cites),
    {
      focus: replies.flatMap((r) => r.focus),
      confidence: ABOUT_WORK.test(question.masked) ? 0.9 : 0.5,
      suggestions: replies.length === 1 ? unitSuggestions(facts.unit(first.id)) : [],
    },
  );
};

function unitReply(facts: Facts, id: string, ask: UnitAsk): Reply | undefined {
  const unit = facts.unit(id);
  if (!unit) return undefined;
  const lines: string[] = [];
  const cites: string[] = [];
  const focus: Reply['focus'] = [];
  if (ask.groups) addGroups(facts, unit, ask, { lines, cites, focus });
  if (ask.measures) addMeasures(facts, unit, ask, { lines, cites, focus });
  if (lines.length === 0)
    return refuse(`通知里没有写${unit.name}${ask.measures ? '的措施' : '参加的小组'}。`, ['三']);
  return reply(lines, cites, { focus });
}

interface Into {
  lines: string[];
  cites: string[];
  focus: Reply['focus'];
}

function addGroups(facts: Facts, unit: Unit, ask: UnitAsk, into: Into): void {
  const lead = facts.groupsOfUnit(unit.id, 'lead');
  const sub = facts.groupsOfUnit(unit.id, 'subLead').filter((group) => !lead.includes(group));
  const rest = facts
    .groupsOfUnit(unit.id, 'responsible')
    .filter((group) => !lead.includes(group) && !sub.includes(group));
  const both = ask.lead === ask.responsible;
  const all = [...lead, ...sub, ...rest];
  if (all.length === 0) return;
  if (ask.lead || both) {
    into.lines.push(leadLine(facts, unit, lead, ask));
    if (sub.length > 0) into.lines.push(`分项牵头：${sub.map((group) => subLine(group, unit)).join('；')}。`);
  }
  if (ask.responsible || both) {
    const named = rest.length > 0 ? `：${groupList(rest)}` : '';
    into.lines.push(`责任单位（配合）${rest.length}个组${named}。`);
  }
  if (both) into.lines.unshift(`${unit.name}共在${all.length}个专项小组里。`);
  if (ask.lead !== ask.responsible) into.lines[0] = `${unit.name}：${into.lines[0]}`;
  const shown = ask.lead && !ask.responsible ? [...lead, ...sub] : ask.responsible && !ask.lead ? rest : all;
  into.cites.push(...shown.map((group) => group.location));
  into.focus.push(...shown.map((group) => ({ kind: 'group' as const, no: group.no })));
}

function leadLine(facts: Facts, unit: Unit, lead: readonly TaskGroup[], ask: UnitAsk): string {
  if (lead.length === 0) return `没有牵头的组。`;
  const names = lead.map((group) =>
    ask.leaders ? `${groupName(group)}，${personName(facts, group.leader)}分包` : groupName(group),
  );
  void unit;
  return `牵头${lead.length}个组：${names.join(ask.leaders ? '；' : '、')}。`;
}

function subLine(group: TaskGroup, unit: Unit): string {
  const items = group.subLeads.filter((sub) => sub.unit === unit.id).map((sub) => sub.item);
  return `${groupName(group)}的${items.join('、')}`;
}

function addMeasures(facts: Facts, unit: Unit, ask: UnitAsk, into: Into): void {
  const lead = facts.measuresOfUnit(unit.id, 'lead');
  const owns = facts.measuresOfUnit(unit.id, 'responsible');
  const support = facts.measuresOfUnit(unit.id, 'support');
  const both = ask.lead === ask.responsible;
  const show = (label: string, list: typeof lead) => {
    if (list.length === 0) return;
    into.lines.push(`${label}${list.length}条：第${list.map((m) => m.no).join('、')}条。`);
    into.cites.push(...list.map((m) => m.location));
    into.focus.push(...list.map((m) => ({ kind: 'measure' as const, no: m.no })));
  };
  const before = into.lines.length;
  if (ask.lead || both) {
    show(`${unit.name}在附件1牵头`, lead);
    show(`${unit.name}负责（不分牵头）`, owns);
  }
  if (ask.responsible || both) show('配合', support);
  if (into.lines.length === before && lead.length + owns.length + support.length > 0) {
    into.lines.push(`${unit.name}在附件1里${ask.lead ? '没有牵头的措施' : '没有单列为配合单位的措施'}。`);
  }
}

function unitSuggestions(unit: Unit | undefined) {
  if (!unit) return [];
  return [
    { label: '牵头哪些组', question: `${unit.name}牵头哪些组` },
    { label: '附件1的措施', question: `${unit.name}在附件1牵头哪些措施` },
  ];
}

/** Who takes what part in a group or measure: `财政局在政府采购组是什么角色`. */
export function partOf(facts: Facts, unitId: string, group: TaskGroup): string | undefined {
  if (group.leadUnits.includes(unitId)) return group.leadLabel.startsWith('总') ? '总牵头单位' : '牵头单位';
  const sub = group.subLeads.filter((item) => item.unit === unitId).map((item) => item.item);
  if (sub.length > 0) return `分项牵头单位（${sub.join('、')}）`;
  if (group.responsibleUnits.includes(unitId)) return '责任单位';
  void facts;
  return undefined;
}

/** A unit and a group together, without a claim to check: the unit's part in it. */
export const answerUnitInGroup: Handler = (question, { facts }) => {
  const units = mentioned(question, 'unit');
  const groups = mentioned(question, 'group');
  if (units.length === 0 || groups.length === 0) return undefined;
  const lines: string[] = [];
  const cites: string[] = [];
  for (const { id } of units) {
    for (const { no } of groups) {
      const group = facts.group(no);
      if (!group) continue;
      const part = partOf(facts, id, group);
      const name = unitList(facts, [id]);
      lines.push(
        part ? `${name}是${groupName(group)}的${part}。` : `${name}不在${groupName(group)}的名单里。`,
      );
      cites.push(group.location);
    }
  }
  void measureName;
  void at;
  return reply(lines, cites, { confidence: 0.8, focus: groups });
};

import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { whereAsked } from '../../question/asking-clause.ts';
import type { Cue } from '../../question/cues.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import {
  at,
  groupName,
  measureName,
  ownersOf,
  personName,
  responsibleList,
  unitList,
} from '../../replies/texts.ts';

/** What of a task group can be asked. */
const GROUP_SLOTS = ['leader', 'lead', 'responsible', 'duty', 'number', 'subLeads', 'measures'] as const;
export type GroupSlot = (typeof GROUP_SLOTS)[number];

/** `哪个组管这事`. */
export const ASKS_GROUP = /哪(?:一)?个?(?:专项)?(?:工作)?小?组|什么组|谁的组|哪一?组/;

const UNIT_NOUN = '(?:单位|部门|局|机构|委办局)';
const SUPPORT =
  /责任单位|责任部门|责任方|责任(?=[、,和各是都])|配合|协助|协办|协同|(?<![人众])参与|(?<![想要去来])参加|组员|成员|组里有|(?:都|还)有(?:谁|哪)/;
const LISTS_UNITS = new RegExp(`哪[些几](?:家|个)?${UNIT_NOUN}|哪[几些]家|(?:几|多少)(?:家|个)?${UNIT_NOUN}`);
const LEAD =
  /牵头|打头|当头的|唱主角|抓总|领衔|主抓|总负责|负总责|挑大梁|挑头|带头|主责|主管部门|主管单位|领头/;
const LEADER =
  /谁(?:来|在|给)?包(?![含括])|哪(?:个|位)(?:书记|主任|区长)|区[上里].{0,3}谁|分包|包联|包抓|包保|分管|挂帅|挂点|领导|哪(?:一)?位|是哪个(?!单位|部门|[组局部委办条项处人家])[\u4e00-\u9fff]$/;
/** Members of a group are those who lead it as well. */
const MEMBERS = /成员|组员|组里有/;
/** `里面分哪六块`. */
const SUB_ITEMS =
  /分项|(?:分|有|包括)(?:成|为|了)?(?:哪|几|[二三四五六七八九\d]){1,2}(?:大)?(?:块|项|方面|部分|摊)/;
const EVERYONE =
  /[GS](?:里[面头]?|中)?(?:都|一共|总共|到底)?有(?:谁|哪些人)(?!(?:在|来|给它)?(?:配合|协助|协办|打配合))|[GS]都?(?:是)?哪些人|(?:通知|叫上?|喊上?|召集)(?:谁|哪[些几]|到?哪)/;
/** The units of a group in general: those that lead it are among them. */
const ALL_UNITS =
  /有谁|(?:是|都|有)?哪[些几](?:家|个单位|单位|部门|局)|哪[两俩三四五六](?:家|个)?(?:单位|部门|局)|谁.{0,3}参[加与]|参[加与].{0,4}(?:谁|哪)/;
const ONLY_SUPPORT = /责任|配合|协[助办同]|除了?|还有|另外|其他|其它/;
const ONE_UNIT = new RegExp(
  `(?:哪|什么)(?:一?个|一?家)?${UNIT_NOUN}|归哪|找哪|由哪|哪一?家(?!.{0,4}(?:机构|公司|企业|银行))|哪边`,
);
const ANYONE =
  /有(?:没有)?(?:人|谁)管|管不管|归谁|谁来?(?:查|整治|处理|解决)|谁(?:来|在|是)?(?:主|具体)?(?:管|抓|负责|办|干|弄|盯|推)|归谁|(?:由|找|问|向|跟|是)谁|谁(?:的)?(?:事|活|职责|名下|组)|谁手[里上]|谁头上|(?<![联帮对给])谁$/;

/** When a slot of a group is asked for; patterns run over the masked question. */
const SLOT_RULES: readonly [GroupSlot, (masked: string, cues: ReadonlySet<Cue>) => boolean][] = [
  [
    'number',
    (m) =>
      /第几(?:个)?(?:专项)?(?:工作)?(?:小)?组|(?:是|排|在|列)第几(?:个|位)?$|几号(?:小)?组|组号|排几/.test(m),
  ],
  [
    'leader',
    (m) => EVERYONE.test(m) || LEADER.test(m) || (ANYONE.test(m) && !LEAD.test(m) && !SUPPORT.test(m)),
  ],
  [
    'lead',
    (m) =>
      EVERYONE.test(m) ||
      LEAD.test(m) ||
      MEMBERS.test(m) ||
      (ALL_UNITS.test(m) && !ONLY_SUPPORT.test(m)) ||
      ONE_UNIT.test(m) ||
      (ANYONE.test(m) && !LEADER.test(m) && !SUPPORT.test(m)),
  ],
  ['subLeads', (m) => SUB_ITEMS.test(m)],
  [
    'responsible',
    (m) =>
      EVERYONE.test(m) ||
      ((SUPPORT.test(m) || (LISTS_UNITS.test(m) && !LEAD.test(m))) && !/不(?:是)?责任单位/.test(m)),
  ],
  [
    'measures',
    (m) =>
      /哪[几些]?条(?!渠道|路|线|途径)|(?:哪|什么|几)(?:[些几])?(?:条|项)?措施|对应.{0,4}(?:措施|条)|G(?:组)?(?:是|在|占)?(?:附件\d(?:里|中)?(?:的)?)第几条|[,，、和跟与](?:在|是)?附件\d(?:里[面头]?|中|上)?(?:对应|写在|排在?|列在?|编号|的|是|占)*(?:第几|哪[几些一]?)条/.test(
        m,
      ),
  ],
  ['duty', (_, cues) => cues.has('duty')],
];

/** Slots a question asks of a group; empty where it only names one. */
export function slotsAsked({ masked, cues }: Question): GroupSlot[] {
  return SLOT_RULES.filter(([, asks]) => asks(masked, cues)).map(([slot]) => slot);
}

/** How sure an answer is that only tells what there is about a group. */
export const OVERVIEW_OF_GROUP = 0.7;

/** A task group asked for by name or number: its leader, lead units, responsible units, duty. */
export const answerGroups: Handler = (question, { facts }) => {
  const asked = mentioned(askedOnly(question), 'group');
  if (asked.length === 0) return undefined;
  const groups = asked.map(({ no }) => facts.group(no));
  const missing = asked.filter(({ no }) => !facts.group(no)).map(({ no }) => no);
  const known = groups.filter((group) => group !== undefined);
  if (missing.length > 0) return refuseNumber(facts, missing, known);
  const said = slotsAsked(question);
  const asksWhich = said.length === 0 && ASKS_GROUP.test(question.masked);
  const slots: GroupSlot[] = asksWhich ? ['leader', 'lead'] : said;
  const counts = /(?<!第)几(?!号|组)|多少/.test(question.masked);
  const lines = known.flatMap((group) => groupLines(facts, group, slots, counts));
  if (lines.length === 0) return undefined;
  if (/组长/.test(question.masked)) lines.unshift('通知里没有写专项小组的组长，只写了分包领导和牵头单位。');
  const cites = known.flatMap((group) => groupCites(facts, group, slots));
  return reply(lines, cites, {
    focus: known.map(({ no }) => ({ kind: 'group', no })),
    confidence: slots.length === 0 ? OVERVIEW_OF_GROUP : 0.95,
    isOwner: slots.length > 0 && slots.every((slot) => slot === 'leader' || slot === 'lead'),
    suggestions: known.length === 1 && known[0] ? nextOf(known[0], slots) : [],
  });
};

/** Where it is asked which group: the matters of the clause that asks (`我按时办甲事，乙事归哪个组`). */
function askedOnly(question: Question): Question {
  if (!ASKS_GROUP.test(question.masked)) return question;
  const groups = question.mentions.filter((m) => m.kind === 'group');
  return { ...question, mentions: [...whereAsked(question.text, groups)] };
}

function refuseNumber(facts: Facts, missing: readonly number[], known: readonly TaskGroup[]): Reply {
  const total = facts.model.groups.length;
  const said = missing.map((no) => `第${no}组`).join('、');
  return refuse(`专项工作小组只有${total}个，没有${said}。`, ['三'], {
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
  if (wants('lead')) lines.push(...leadLines(facts, group, counts));
  if (wants('subLeads') && group.subLeads.length > 0) {
    const items = group.subLeads.map((sub) => `${sub.item}：${unitList(facts, [sub.unit])}`);
    lines.push(`${name}的分项共${items.length}项：${items.join('；')}。${at(group.location)}`);
  }
  if (wants('responsible')) {
    const count = group.responsibleUnits.length;
    const head = counts && count > 0 ? `共${count}家：` : '';
    lines.push(`${name}的责任单位${head || '：'}${responsibleList(facts, group)}。${at(group.location)}`);
  }
  if (wants('measures')) lines.push(measuresLine(facts, group));
  if (wants('duty')) lines.push(`${name}的责任分工：${group.duty}${at(group.location)}`);
  return lines;
}

/** The measures of the group's matter. */
function measuresLine(facts: Facts, group: TaskGroup): string {
  const measures = facts.measuresOfGroup(group.no);
  const [first] = measures;
  if (!first) return `附件里没有单列${group.field}的措施。`;
  const home = first.location.split('·')[0] ?? '';
  return `${group.field}对应${home}第${measures.map((m) => m.no).join('、')}条。`;
}

function leadVerb(group: TaskGroup): string {
  return group.leadLabel.startsWith('总') ? '总牵头' : '牵头';
}

/** Lead units, and what the annex says where it names others for the same matter. */
function leadLines(facts: Facts, group: TaskGroup, counts = false): string[] {
  const units = unitList(facts, group.leadUnits);
  const text = counts
    ? `${groupName(group)}的牵头单位共${group.leadUnits.length}个：${units}`
    : `${groupName(group)}由${units}${leadVerb(group)}`;
  const lines = [`${text}。${at(group.location)}`];
  for (const measure of otherLeads(facts, group)) {
    lines.push(`注意：${measureName(measure)}写的是${ownersOf(facts, measure)}，两处不一致。`);
  }
  return lines;
}

/** Measures of the group's matter that name another lead than the group. */
function otherLeads(facts: Facts, group: TaskGroup) {
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

/** `分项牵头分别是谁` without a group: the one that has items. */
function allSubLeads(question: Question, facts: Facts): Reply | undefined {
  const group = facts.model.groups.find((g) => g.subLeads.length > 0);
  const isNamed = question.mentions.some((m) => m.how !== 'hint');
  if (
    !group ||
    isNamed ||
    !/分项/.test(question.masked) ||
    /职责|负责个?(?:什么|啥)|[干做]个?(?:什么|啥)/.test(question.masked) ||
    question.residue.join('').length > 3
  )
    return undefined;
  return reply(groupLines(facts, group, ['subLeads']), [group.location], {
    focus: group.subLeads.map(({ no }) => ({ kind: 'subLead', group: group.no, no })),
  });
}

/** Measures of an item that name another lead than the group does. */
function measuresOfItem(facts: Facts, group: TaskGroup, sub: TaskGroup['subLeads'][number]) {
  return facts
    .measuresOfGroup(group.no)
    .filter((m) => m.subItem === sub.no && m.leadUnits.length > 0 && !m.leadUnits.includes(sub.unit));
}

const WHICH_GROUP = /(?:哪|几|啥|什么)[一个]*(?:专项|工作)*小?组/;

/** One item of a group with its own lead (`某事便利度`). */
export const answerSubLeads: Handler = (question, { facts }) => {
  const asked = mentioned(question, 'subLead');
  if (asked.length === 0) return allSubLeads(question, facts);
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
    const place = WHICH_GROUP.test(question.masked) ? `是${groupName(group)}的分项，` : '';
    lines.push(`${sub.item}${place}由${unitList(facts, [sub.unit])}牵头${leader}。${at(group.location)}`);
    cites.push(group.location);
    for (const measure of measuresOfItem(facts, group, sub)) {
      lines.push(`注意：${measureName(measure)}写的是${ownersOf(facts, measure)}，两处不一致。`);
      cites.push(measure.location);
    }
  }
  const [beyond] = asked.filter(({ group: no, no: item }) => {
    const items = facts.group(no)?.subLeads;
    return items && !items.some((sub) => sub.no === item);
  });
  if (beyond && lines.length === 0) {
    const group = facts.group(beyond.group);
    return refuse(
      `${group ? groupName(group) : '这个组'}只有${group?.subLeads.length ?? 0}个分项，没有第${beyond.no}个。`,
      group ? [group.location] : [],
    );
  }
  const asksOwner = ['lead', 'askUnit', 'leader', 'who', 'responsible'].some((cue) =>
    question.cues.has(cue as Cue),
  );
  const asksFigure = /多少|几(?!家|组|个(?:单位|部门|局))/.test(question.masked);
  return reply(lines, cites, {
    focus: asked.map((entity) => entity),
    ...(asksOwner
      ? { spoken: question.residue.filter((part) => lines.some((line) => line.includes(part))) }
      : {}),
    confidence: asksOwner || (question.residue.length === 0 && !asksFigure) ? 0.95 : 0.4,
  });
};

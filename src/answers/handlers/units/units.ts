import type { Measure, TaskGroup, Unit } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../../replies/texts.ts';
import { groupLines, slotsAsked } from '../groups/groups.ts';
import { matterOf } from '../measures/measures.ts';
import { needing } from '../needing.ts';

/** Which side of a unit's work a question asks for. */
interface UnitAsk {
  lead: boolean;
  support: boolean;
  measures: boolean;
  groups: boolean;
  leaders: boolean;
  /** What is to stand behind each group. */
  each?: 'lead' | 'leader' | undefined;
}

/** `连各组牵头`: the groups, with one column more. */
const EACH_GROUP = /连各组(牵头|分包)/;

/** Reads it off the words around the unit. */
function readUnitAsk({ masked: whole }: Question): UnitAsk {
  const column = whole.match(EACH_GROUP)?.[1];
  const masked = whole.replace(EACH_GROUP, '');
  const lead = /牵头|领衔|主抓|挑头|带头|主责|[由归]U(?:来|在)?(?:管|领|抓|负责)/.test(
    masked.replace(/(?:不|非|除了?|不算)(?:它|自己)*牵头(?:的|之外|以外)?|牵头的?(?:不算|除外)/g, ''),
  );
  const both =
    BOTH_SIDES.test(masked) ||
    /在哪[些几]?个?(?:小|专项)?组.{0,4}[,，].{0,4}牵头|有(?:没有)?牵头的?(?:没有?|吗|么|不)|牵头.{0,4}(?:也|都)?(?:算|要算|在内|报|列|说|给|带上|带着|加上|别落)|(?:包括|包含|含|连|加上|带上?|算上)(?:它)?(?:自己)?牵头/.test(
      masked,
    );
  const support =
    both ||
    COUNTS_ALL.test(masked) ||
    /配合|责任单位|协助|协办|(?:不|非|除了?|不算)牵头|牵头的?(?:不算|除外)|(?:还|另外|又)(?:得|要|需要?)?(?:参加|参与|在|出现)/.test(
      masked,
    );
  const measures = /措施|附件|\d条|[哪几][些一]?条|条款|任务清单/.test(masked);
  return {
    lead: lead || !support || COUNTS_ALL.test(masked),
    support: support || !lead,
    measures,
    groups: /组|专班/.test(masked) || !measures,
    leaders: /领导|分包|分管|归谁|谁管|哪位|上头(?:是|归)?谁/.test(masked),
    each: column === undefined ? undefined : column === '牵头' ? 'lead' : 'leader',
  };
}

const ABOUT_WORK =
  /组|抓|忙|牵头|配合|参[与加]|责任|分包|领导|负责|管(?:什么|啥|哪|几)|干(?:什么|啥|嘛)|做(?:什么|啥)|任务|措施|职责|挂(?!牌)|[哪几]条|有(?:啥|什么|哪些|没有)?(?:事|活|份)|出现|提到/;
const SPELLINGS = /全称|叫(?:什么|啥)|名称|怎么(?:叫|写|称呼)|几种(?:叫法|写法)|正式名/;
/** The groups a unit leads, and something about these groups. */
const NESTED =
  /U(?:总)?牵头的?(?:那?几?个?)?(?:专项)?(?:工作)?小?组?[,，的]*.{0,4}(?:责任单位|配合|谁分包|分包领导|哪位领导|哪个领导|领导是|职责|分工|还有哪|成员|都?有(?:哪些|些什么|什么)(?:单位|部门|局)|都有谁)/;

/** What it leads and what it takes part in, asked in one breath (`牵头啥配合啥`, `牵头加配合总共几个`). */
const BOTH_SIDES =
  /牵头(?:的|了)?(?:啥|什么|哪[些几]?个?|几个?|和|加上?|带|连带?|搭|并|外加|、|与|跟|及|还有|,){1,3}(?:又|也|还)?(?:配合|参[与加]|责任|协助)/;

/** `某局归哪个领导管`: a notice assigns matters to leaders, not units. */
const ITS_LEADER = /U的?(?:归|由|是)?(?:哪个|哪位|谁).{0,3}(?:领导|分管|管)|U的?(?:分管|主管)(?:的)?领导/;

/** `算上分项、算上配合，一起在几个组里`: all groups, its items among them. */
const COUNTS_ALL = /(?=.*(?:算上?|加上|连|带上))(?=.*(?:几|多少)个?(?:专项)?小?组)/;

/** A unit asked for: the groups and measures it leads or takes part in. */
export const answerUnits: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, desk) => {
    const units = mentioned(question, 'unit')
      .map(({ id }) => desk.facts.unit(id))
      .filter((unit) => unit !== undefined);
    const [first] = units;
    if (!first || mentioned(question, 'group').length > 0) return undefined;
    if (/分项/.test(question.masked) && !COUNTS_ALL.test(question.masked))
      return subLeadsReply(desk.facts, first, question);
    if (SPELLINGS.test(question.masked) && !/组/.test(question.masked)) return spellingsReply(units);
    if (
      NESTED.test(question.masked) &&
      !BOTH_SIDES.test(question.masked) &&
      !/牵头还是|还是牵头/.test(question.masked)
    )
      return nestedReply(desk.facts, first, question);
    const ask = readUnitAsk(question);
    const replies = units.map((unit) => unitReply(desk, unit, ask));
    const asksOwnLeader = ITS_LEADER.test(question.masked) && !/组/.test(question.masked);
    return reply(
      [
        ...(asksOwnLeader ? [`通知里没有写${first.name}由哪位领导分管，只写了它参加的组。`] : []),
        ...replies.flatMap((r) => r.lines),
      ],
      replies.flatMap((r) => r.cites),
      {
        kind: replies.every((r) => r.kind === 'refuse') ? 'refuse' : 'answer',
        focus: replies.flatMap((r) => r.focus),
        confidence: ABOUT_WORK.test(question.masked) ? 0.9 : 0.5,
        suggestions: replies.length === 1 ? suggestionsFor(first) : [],
      },
    );
  },
);

/** The items of groups that a unit leads. */
function subLeadsReply(facts: Facts, unit: Unit, { masked }: Question): Reply {
  const groups = facts.groupsOfUnit(unit.id, 'subLead');
  if (groups.length === 0) return reply(`${unit.name}没有牵头的分项。`, ['三']);
  const items = groups.flatMap((group) => group.subLeads.filter((sub) => sub.unit === unit.id));
  const rest = facts.groupsOfUnit(unit.id).filter((group) => !groups.includes(group));
  const others = rest.length > 0 ? `；另在${groupList(rest)}` : '';
  const leaders = /分包|分管|领导|谁管/.test(masked)
    ? groups.map((group) => `${groupName(group)}由${personName(facts, group.leader)}分包。`)
    : [];
  return reply(
    [
      `${unit.name}牵头的分项${/几|多少/.test(masked) ? `共${items.length}项` : ''}：${groups.map((group) => subPart(group, unit)).join('；')}${others}。`,
      ...leaders,
    ],
    groups.map((g) => g.location),
    {
      focus: groups.map(({ no }) => ({ kind: 'group', no })),
    },
  );
}

function spellingsReply(units: readonly Unit[]): Reply {
  const lines = units.map((unit) => {
    const spelled = unit.spellings.map((s) => `“${s.text}”（${s.locations[0]}）`);
    return `通知里写作${spelled.join('、')}。`;
  });
  return reply(
    lines,
    units.flatMap((unit) => unit.spellings.map((s) => s.locations[0] ?? '')).filter((place) => place !== ''),
  );
}

function nestedReply(facts: Facts, unit: Unit, question: Question): Reply {
  const groups = facts.groupsOfUnit(unit.id, 'lead');
  if (groups.length === 0) return refuse(`${unit.name}没有牵头的组。`, ['三']);
  const slots = slotsAsked(question).filter((slot) => slot !== 'lead' && slot !== 'subLeads');
  return reply(
    groups.flatMap((group) => groupLines(facts, group, slots)),
    groups.map((group) => group.location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
}

function unitReply(desk: Desk, unit: Unit, ask: UnitAsk): Reply {
  const groups = ask.groups ? groupsPart(desk.facts, unit, ask) : undefined;
  const measures = ask.measures ? measuresPart(desk.facts, unit, ask) : undefined;
  const parts = [groups, measures].filter((part) => part !== undefined);
  if (parts.length === 0)
    return elsewhereInNotice(desk, unit) ?? refuse(`通知里没有安排${unit.name}参加的小组。`, ['三']);
  return reply(
    parts.flatMap((part) => part.lines),
    parts.flatMap((part) => part.cites),
    { focus: parts.flatMap((part) => part.focus) },
  );
}

/** A unit in no group and no measure may still be spoken of in a sentence. */
function elsewhereInNotice({ retriever }: Desk, unit: Unit): Reply | undefined {
  const [best] = retriever.search({ parts: unit.spellings.map((s) => s.text) });
  if (!best || !unit.spellings.some((s) => best.statement.text.includes(s.text))) return undefined;
  const { statement } = best;
  return reply(`${statement.text}${at(statement.location)}`, [statement.location]);
}

function groupsPart(facts: Facts, unit: Unit, ask: UnitAsk): Reply | undefined {
  const lead = facts.groupsOfUnit(unit.id, 'lead');
  const sub = facts.groupsOfUnit(unit.id, 'subLead');
  const rest = facts.groupsOfUnit(unit.id, 'responsible').filter((group) => !lead.includes(group));
  const all = facts.groupsOfUnit(unit.id);
  if (all.length === 0) return undefined;
  const shown = rest.filter((group) => !sub.includes(group) || !ask.lead);
  const parts: string[] = [];
  const isBoth = ask.lead && ask.support;
  if (ask.lead) parts.push(leadPart(facts, lead, { unit, hasSub: sub.length > 0 }, ask));
  if (ask.lead && sub.length > 0)
    parts.push(`分项牵头：${sub.map((group) => subPart(group, unit)).join('；')}`);
  if (ask.support)
    parts.push(
      shown.length === 0
        ? '没有当责任单位的组'
        : `责任单位${isBoth ? '' : `${shown.length}个组`}：${ask.each ? shown.map((group) => withColumn(facts, group, ask.each)).join('、') : groupList(shown)}`,
    );
  const total = ask.lead && ask.support ? `共在${all.length}个专项小组里：` : '：';
  const cited = ask.support ? (ask.lead ? all : rest) : [...lead, ...sub];
  return reply(
    `${unit.name}${total}${parts.join('；')}。`,
    cited.length > 0 ? cited.map((g) => g.location) : ['三'],
    {
      focus: cited.map(({ no }) => ({ kind: 'group', no })),
    },
  );
}

/** A group with who leads it, or whose it is, within its brackets. */
const withColumn = (facts: Facts, group: TaskGroup, column: UnitAsk['each']) =>
  groupName(group).replace(
    /）$/,
    column === 'lead'
      ? `，${unitList(facts, group.leadUnits)}牵头）`
      : `，${personName(facts, group.leader)}分包）`,
  );

function leadPart(
  facts: Facts,
  lead: readonly TaskGroup[],
  say: { unit: Unit; hasSub: boolean },
  ask: UnitAsk,
): string {
  if (lead.length === 0) return say.hasSub ? '没有整组牵头' : '没有牵头的组';
  const named = (group: TaskGroup) => `${groupName(group)}${togetherWith(facts, group, say.unit)}`;
  const names = lead.map((group) =>
    ask.leaders || ask.each === 'leader'
      ? `${named(group)}，${personName(facts, group.leader)}分包`
      : named(group),
  );
  return `牵头${lead.length}个组：${names.join(ask.leaders ? '；' : '、')}`;
}

/** Whom a unit shares the lead of a group with. */
function togetherWith(facts: Facts, group: TaskGroup, unit: Unit): string {
  const others = group.leadUnits.filter((id) => id !== unit.id);
  return others.length === 0 ? '' : `（与${unitList(facts, others)}共同牵头）`;
}

function subPart(group: TaskGroup, unit: Unit): string {
  const items = group.subLeads.filter((sub) => sub.unit === unit.id).map((sub) => sub.item);
  return `${groupName(group)}的${items.join('、')}`;
}

function measuresPart(facts: Facts, unit: Unit, ask: UnitAsk): Reply | undefined {
  const sides: [string, readonly Measure[]][] = [];
  if (ask.lead) {
    sides.push(['牵头', facts.measuresOfUnit(unit.id, 'lead')]);
    sides.push(['负责（不分牵头）', facts.measuresOfUnit(unit.id, 'responsible')]);
  }
  if (ask.support) sides.push(['配合', facts.measuresOfUnit(unit.id, 'support')]);
  const shown = sides.filter(([, list]) => list.length > 0);
  const home = facts.model.measures[0]?.location.split('·')[0] ?? '';
  if (facts.measuresOfUnit(unit.id).length === 0)
    return reply(`${unit.name}在${home}的措施里没有出现。`, [`${home}·三`]);
  if (shown.length === 0)
    return reply(`${unit.name}在${home}里没有${ask.lead ? '牵头' : '配合'}的措施。`, [`${home}·三`]);
  const lines = shown.map(([side, list]) => `${side}${list.length}条：${measureList(list)}。`);
  const listed = shown.flatMap(([, list]) => list);
  const isLeadless = ask.lead && !ask.support && facts.measuresOfUnit(unit.id, 'lead').length === 0;
  if (isLeadless) lines[0] = `没有单独牵头的措施；${lines[0] ?? ''}`;
  const [head = '', ...tail] = lines;
  return reply(
    [`${unit.name}在${home}${head}`, ...tail],
    listed.map((m) => m.location),
    {
      focus: listed.map(({ no }) => ({ kind: 'measure', no })),
    },
  );
}

/** Numbers of measures; few of them with the matter that their plan is about. */
function measureList(list: readonly Measure[]): string {
  const plain = `第${list.map((m) => m.no).join('、')}条`;
  return list.length > FEW ? plain : list.map((m) => `第${m.no}条${matterOf(m)}`).join('、');
}

const FEW = 3;

function suggestionsFor(unit: Unit) {
  return [
    { label: '牵头哪些组', question: `${unit.name}牵头哪些组` },
    { label: '牵头哪些措施', question: `${unit.name}牵头哪些措施` },
  ];
}

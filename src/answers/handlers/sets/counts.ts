import type { TaskGroup } from '../../../notice/types.ts';
import { isFiller } from '../../beside/filler.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import { attachmentIn } from '../../names/headings.ts';
import { perNotice } from '../../per-notice.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { sieved } from '../sieve.ts';

interface Whole {
  asks: RegExp;
  answer: (facts: Facts, question: Question) => Reply | undefined;
}

const MANY =
  '(?:一共|总共|总计|合计|共)?(?:有|设|列|分|是|包括|涉及|安排)?(?:了)?(?:几|多少|哪些|哪几|什么|啥)';

/** What people put between a noun and its number (`成员单位点了名的拢共多少家`). */
const FILL =
  '(?:[点列写]了?名(?:字)?的?|一共|总共|拢共|总计|到底|究竟|名单|里头?|中|的|都|上|[,，]|共|列|写|了|数一?数|算|下来|有|是|为|包括|设|这些|那些|全部)*';
const FEW_OR = '(?:几|多少|哪[些几]|有谁|数一?数)';

/** Questions about the notice as a whole: how many, which. */
const WHOLES: readonly Whole[] = [
  {
    asks: new RegExp(`分包(?:的)?(?:事项|领域|工作|任务|指标).{0,6}${MANY}`),
    answer: (facts) => {
      const count = facts.model.assignments.reduce((sum, a) => sum + a.items.length, 0);
      return reply(
        `区领导分包的事项共${count}项，由${facts.model.assignments.length}位区领导分包。${at('二')}`,
        ['二'],
      );
    },
  },
  {
    asks: /缺(?:了|失|少|页|哪|几)|(?:条|页|内容)(?:是)?缺|漏(?:了|页)|残缺|不全|不完整|看不到(?:的|哪)/,
    answer: (facts) => gapsReply(facts),
  },
  {
    asks: new RegExp(`成员单位${FILL}${FEW_OR}(?!.*(?:牵头|配合|责任|参[加与]|进|组))`),
    answer: membersReply,
  },
  {
    asks: new RegExp(`副组长${FILL}${FEW_OR}|${FEW_OR}(?:个|位|名)?副组长`),
    answer: (facts) => {
      const { deputies, location } = facts.mainBody;
      const names = deputies.map((id) => personName(facts, id)).join('、');
      return reply(`副组长共${deputies.length}位：${names}。${at(location)}`, [location], {
        focus: deputies.map((id) => ({ kind: 'person', id })),
      });
    },
  },
  {
    asks: /成员单位(?:一共|总共|名单|数一数|点一点)?(?:都)?(?:有|是|共|包括|为)?(?:几|多少|哪些|哪几|有谁)|成员单位(?:几|多少|哪[几些])|(?:几|多少|哪些|哪几)(?:个|家)?(?:成员单位|单位是成员)|成员(?:单位)?名单|领导小组.{0,3}成员/,
    answer: membersReply,
  },
  {
    asks: /(?:每|各)(?:一)?个?(?:专项)?(?:工作)?小?组.{0,8}(?:(?:几|多少)(?:家|个(?:责任|配合)?(?:单位|部门))|(?:单位|部门).{0,4}(?:几|多少))/,
    answer: (facts) => {
      const each = facts.model.groups.map((g) => `${g.no}.${g.field}${sizeOf(g)}`);
      return reply(`各组点名的责任单位：${each.join('、')}。${at('三')}`, ['三']);
    },
  },
  {
    asks: new RegExp(
      `(?<!副)(?:专项)?(?:工作)?小?组.{0,3}${MANY}(?!.*(?:单位|领导|家|人))|${MANY}个?(?:专项)?(?:工作)?小?组(?!长|成)`,
    ),
    answer: (facts, { masked }) => {
      if (TELLS_GROUPS_APART.test(masked)) return undefined;
      const { groups } = facts.model;
      return reply(
        `专项工作小组共${groups.length}个：${groups.map((g) => `${g.no}.${g.field}`).join('、')}。${at('三')}`,
        ['三'],
      );
    },
  },
  {
    asks: new RegExp(
      `(?:分包|分管)?(?:区)?领导.{0,6}${MANY}(?:位|个|名|人)|(?:几|多少|哪些|哪几)(?:位|个|名)?(?:区)?领导.{0,4}(?:分包|参与|有)?`,
    ),
    answer: (facts, { masked }) => {
      if (TELLS_LEADERS_APART.test(masked)) return undefined;
      const { assignments } = facts.model;
      return reply(
        `共${assignments.length}位区领导分包：${assignments.map((a) => personName(facts, a.leader)).join('、')}。${at('二')}`,
        ['二'],
      );
    },
  },
  {
    asks: new RegExp(
      `(?:措施|附件1).{0,8}(?:编|排|写)(?:号)?(?:一直)?(?:编|排)?(?:到|至)(?:了)?第?(?:几|多少)|措施.{0,4}${MANY}|${MANY}(?:条|项|个)(?:具体|主要)?措施|附件[1一].{0,6}(?<!第)(?:几|多少)条`,
    ),
    answer: (facts) => measuresReply(facts),
  },
];

/** What only some of the groups, or of the leaders, are: all of them are no answer. */
const TELLS_GROUPS_APART = /单位|局|部门|牵|配合|责任|没|不|除|别的|其[他它余]|另外|还|领导|最|一样|相同/;
const TELLS_LEADERS_APART = /最|没|不|只|就|仅|除|别的|其[他它余]|另外|还|一样|相同/;

/** How many responsible units a group names. */
const sizeOf = ({ responsibleUnits, collectives }: TaskGroup) =>
  responsibleUnits.length > 0 ? `${responsibleUnits.length}家` : collectives.join('、');

function membersReply(facts: Facts): Reply {
  const { memberUnits, location } = facts.mainBody;
  return reply(
    `领导小组成员单位共${memberUnits.length}家：${unitList(facts, memberUnits)}。${at(location)}`,
    [location],
  );
}

/** How many measures there are, by the number of the last, and which of them are missing. */
export function measuresReply(facts: Facts): Reply {
  const { measures, gaps } = facts.model;
  const last = Math.max(0, ...measures.map((m) => m.no));
  const first = measures[0]?.location.split('·')[0] ?? '';
  const missing = measures.filter((m) => m.status === 'missing').map((m) => m.no);
  const note = missing.length > 0 ? `，其中第${missing.join('、')}条原文缺页` : '';
  return reply(`${first}的措施共${last}条${note}。${at(`${first}·三`)}`, [
    `${first}·三`,
    ...gaps.map((g) => g.location).slice(0, 2),
  ]);
}

function gapsReply(facts: Facts): Reply {
  const { gaps } = facts.model;
  if (gaps.length === 0) return reply('存的原文没有缺页。', []);
  return reply(
    gaps.map((gap) => gap.what),
    gaps.map((gap) => gap.location),
  );
}

/** `第二部分里`: a part of the notice proper that the question looks at. */
const isWhere = ({ entities: [entity] }: Mention) =>
  entity?.kind === 'clause' && !entity.location.includes('·') && !entity.location.includes('（');

/** `第二部分里几位区领导领了分包`: the same, where the question says in which part to look. */
export const answerWholesThere: Handler = (question, desk) =>
  question.mentions.some((m) => m.how !== 'hint' && isWhere(m)) && question.cues.has('count')
    ? answerWholes(question, desk)
    : undefined;

/** Somebody is pointed at: those that he has are asked for, not all. */
const POINTS_AT = /(?:它|他|她)们?(?:所|都|一共|自己)*(?:参加|参与|牵头|配合|分包|在|进|的组)/;

const wholesIn = sieved(
  () => WHOLES,
  ({ asks }) => asks,
);

/** How many groups, members, leaders, measures there are in all, and which. */
export const answerWholes: Handler = (question, { facts }) => {
  const named = question.mentions.filter((m) => m.how !== 'hint' && m.kind !== 'body' && !isWhere(m));
  if (named.length > 0) return undefined;
  if (POINTS_AT.test(question.masked)) return undefined;
  const elsewhere = attachmentIn(question.text);
  const home = facts.model.measures[0]?.location.split('·')[0];
  if (elsewhere !== undefined && home !== undefined && !elsewhere.startsWith(home)) return undefined;
  const isTold = (part: string) =>
    part.length < 2 ||
    isFiller(part.replace(/\d+/g, '')) ||
    /^(?:缺页?|影响|打住|为止|到头|点名|列名)+$/.test(part);
  if (!question.residue.every(isTold)) return undefined;
  const found = wholesIn(question.masked).find(({ asks }) => asks.test(question.masked));
  return found?.answer(facts, question);
};

const leaderLabels = perNotice(({ model }) => [...new Set(model.groups.map((g) => g.leaderLabel))]);

/** The label that is asked for: of several, the one in the clause that asks (`有的写甲领导，有的写乙领导，写乙的挑出来`). */
function labelAsked(said: string, labels: readonly string[]): string | undefined {
  const named = labels.filter((label) => said.includes(label));
  if (named.length < 2) return named[0];
  const clause =
    said.split(/[,，。;；]/).findLast((piece) => /挑|哪|列|几|找|报|数|单拎/.test(piece)) ?? said;
  const asked = named.filter((label) => clause.includes(label.slice(0, -2)));
  return asked.length === 1 ? asked[0] : named[0];
}

/** It is asked how something is worded. */
const WORDED =
  /用(?:的|了|是)|用[\u4e00-\u9fff]{4}(?:而|不)|说法|字样|写的是|写成|写作|[写印署标填](?:的|着|了|成|作|为)*(?:是)?[“"]?分|标的|表述|叫法|出现/;

/** `“分管领导”的说法出现在几个组`: groups by the word the notice uses. */
export const answerLabels: Handler = needing(
  () => ({ text: [WORDED] }),
  (question, { facts }) => {
    if (!WORDED.test(question.text)) return undefined;
    const said = question.text.replace(
      /(?:不是|而非|不用|不写|(?:没有?|未)(?:写|用|标|印|叫|称))(?:成|作|的)?[“”"']?[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{4}[“”"']?(?=写成|写作|叫成|叫作|变成|成了|说成)/g,
      '',
    );
    // Of one group it is asked who it is.
    if (mentioned(question, 'group', true).length === 1 && /谁|哪(?:一)?[位个]|姓|名字/.test(question.masked))
      return undefined;
    const label = labelAsked(said, leaderLabels(facts));
    if (label === undefined) return undefined;
    const [only, ...more] = new Set(mentioned(question, 'group', true).map(({ no }) => no));
    const one = only === undefined || more.length > 0 ? undefined : facts.group(only);
    if (one && isClaim(question))
      return reply(
        `${verdict(one.leaderLabel === label)}${groupName(one)}写的是“${one.leaderLabel}”：${personName(facts, one.leader)}。${at(one.location)}`,
        [one.location],
        { focus: [{ kind: 'group', no: one.no }], spoken: question.residue, readsAll: true },
      );
    const groups = facts.model.groups.filter((group) => group.leaderLabel === label);
    return reply(
      `写“${label}”的共${groups.length}个组：${groupList(groups)}。${at('三')}`,
      groups.map((g) => g.location),
    );
  },
);

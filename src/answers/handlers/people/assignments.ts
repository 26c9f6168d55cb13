import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import type { Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const NOT_LISTED =
  /(?:没有?|未|不)(?:人)?(?:列|写|提|出现|在|安排|分|认领|领|点|给|包|管)|没有?(?:名字|份)|缺席|多出|[漏差缺落](?!实)/;
const WHICH_GROUP = /(?:哪|什么|啥).{0,6}组|组.{0,16}(?:哪[个些几]|谁)/;
const WHO = /副组长|领导|谁|哪[些几两二三]?位/;
const HOW_MANY = /总数|总共|一共|合计|共(?:计|有)?(?:几|多少)|(?:几|多少)[项个件]/;

/** The place where fields are assigned to leaders, as a whole: what it counts, and whom and what it leaves out. */
export const answerAssignments: Handler = (question, { facts }) => {
  const place = facts.model.assignments[0]?.location;
  if (place === undefined) return undefined;
  const stated = statedTogether(question, facts, place);
  if (stated) return stated;
  if (!isAbout(question, place)) return undefined;
  const { masked } = question;
  if (NOT_LISTED.test(masked) && WHO.test(masked)) return deputiesLeftOut(facts, place);
  return HOW_MANY.test(masked) && /分包/.test(masked) && /事项|项|指标|领域/.test(masked)
    ? inAll(facts, place)
    : undefined;
};

/**
 * `领导分包加起来21摊，小组有22个，漏在第二部分外头的是哪组`: the groups that nobody is assigned (section 二), with whom
 * section 三 writes for them; the number of either stands beside the question.
 */
export const answerGroupsUnassigned: Handler = needing(
  () => ({ masked: [NOT_LISTED, WHICH_GROUP] }),
  (question, { facts }) => {
    const place = facts.model.assignments[0]?.location;
    const home = facts.model.groups[0]?.location.replace(/、.*$/, '');
    if (place === undefined || !isAbout(question, place, home)) return undefined;
    const { masked } = question;
    return NOT_LISTED.test(masked) && WHICH_GROUP.test(masked) && !/副组长/.test(masked)
      ? groupsLeftOut(facts, place)
      : undefined;
  },
);

/** Nothing is named but that place itself, and the place of the groups where that is given. */
function isAbout({ mentions }: Question, place: string, home?: string): boolean {
  const firm = mentions.filter((m) => m.how !== 'hint' && m.kind !== 'body');
  const isIt = (m: Mention, meant: string) =>
    m.kind === 'clause' && m.entities.some((e) => 'location' in e && e.location === meant);
  return firm.some((m) => isIt(m, place)) && firm.every((m) => isIt(m, place) || (home && isIt(m, home)));
}

function groupsLeftOut(facts: Facts, place: string): Reply {
  const listed = new Set(facts.model.assignments.flatMap((a) => a.items.flatMap((item) => item.groups)));
  const rest = facts.model.groups.filter(({ no }) => !listed.has(no));
  if (rest.length === 0) return reply(`专项工作小组在分包名单里都有。${at(place)}`, [place]);
  const said = rest
    .map((g) => `${g.location}写的${g.leaderLabel}是${personName(facts, g.leader)}`)
    .join('；');
  return reply(
    `没有列的组共${rest.length}个：${groupList(rest)}；${said}。${at(place)}`,
    [place, ...rest.map((g) => g.location)],
    {
      focus: rest.map(({ no }) => ({ kind: 'group', no })),
    },
  );
}

function deputiesLeftOut(facts: Facts, place: string): Reply {
  const idle = facts.mainBody.deputies.filter((id) => !facts.assignmentOf(id));
  const names = idle.map((id) => personName(facts, id)).join('、');
  return reply(
    `副组长里没有写分包事项的有${idle.length}位：${names}。${at(facts.mainBody.location, place)}`,
    [place, facts.mainBody.location],
    { focus: idle.map((id) => ({ kind: 'person', id })) },
  );
}

function inAll(facts: Facts, place: string): Reply {
  const { assignments } = facts.model;
  const count = assignments.reduce((sum, a) => sum + a.items.length, 0);
  return reply(`区领导分包的事项共${count}项，由${assignments.length}位区领导分包。${at(place)}`, [place]);
}

const ADDED_UP = /加(?:总|起来|在一起|一块儿?|一起)|一共|总共|合计|总和|总数|拢共|共(?:计|有)|(?:几|多少)项/;
const BY_LEADER = /领导|分包|部分|各位|每位/;

/** `明写“某某指标”的项数，各领导加起来是多少`: the numbers that the place itself states, by the word that they count. */
function statedTogether(
  { folded, mentions, residue }: Question,
  facts: Facts,
  place: string,
): Reply | undefined {
  const isOther = mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause' && m.kind !== 'body');
  if (isOther || !ADDED_UP.test(folded) || !BY_LEADER.test(folded)) return undefined;
  const stated = facts.model.assignments.flatMap(({ leader, statedCount, quote }) => {
    const word = quote.match(/\d+\s*项([\u4e00-\u9fff]{2,6}?)的/)?.[1];
    return statedCount !== undefined && word !== undefined && folded.includes(word)
      ? [{ word, statedCount, name: personName(facts, leader), leader }]
      : [];
  });
  const [first] = stated;
  if (!first) return undefined;
  const sum = stated.reduce((all, { statedCount }) => all + statedCount, 0);
  const each = stated.map(({ name, statedCount }) => `${name}${statedCount}项`).join('、');
  const rest = facts.model.assignments.length - stated.length;
  const others = rest > 0 ? `；其余${rest}位没有写项数` : '';
  return reply(`写明“${first.word}”的共${sum}项：${each}${others}。${at(place)}`, [place], {
    focus: stated.map(({ leader }) => ({ kind: 'person' as const, id: leader })),
    spoken: residue,
    readsAll: true,
  });
}

import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Mention } from '../../names/entities.ts';
import { whereAsked } from '../../question/asking-clause.ts';
import { THE_REST } from '../../question/expect.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { toldGroup, wantedFirst } from '../../question/wanted-matter.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import { ASKS_GROUP, groupLines, slotsAsked } from './groups.ts';

/** Every word that the question mentions belongs to one and the same group. */
function pointsToOneGroup(mentions: readonly Mention[]): boolean {
  const groups = mentions.flatMap((m) => m.entities.map((e) => (e.kind === 'group' ? e.no : undefined)));
  return new Set(groups).size === 1 && groups[0] !== undefined;
}

const THAT_MEASURE = /[那这][一两二三四2-4]?条(?!线|路|街|龙)/;

/** What it is called or how it is done is asked, and who has it was only told of (`老领导…不认账，这算哪种毛病`). */
const ASKS_NO_OWNER =
  /(?:哪|什么|啥)(?:一)?(?:种|类|样|个)?(?:毛病|情形|表现|行为|现象|做法)$|(?:咋|怎么|如何|怎样)个?[\u4e00-\u9fff]{1,2}法$/;

/**
 * A situation instead of a name (`厂里要办某件，找谁`): the group that a word of it points to, its lead units
 * and its leader.
 */
export const answerScenario: Handler = (question, { facts }) => {
  // `那条` is a measure: whose it is stands there.
  if (THAT_MEASURE.test(question.text)) return undefined;
  if (ASKS_NO_OWNER.test(question.text)) return undefined;
  const hint = wantedMatter(question) ?? mostHinted(question);
  const [item] = mentioned(question, 'subLead', true);
  const no = toldGroup(question, facts) ?? hint?.no ?? item?.group;
  const group = no === undefined ? undefined : facts.group(no);
  if (!group || THE_REST.test(question.text)) return undefined;
  const asked = slotsAsked(question);
  const owners = asked.filter((slot) => slot !== 'duty' && slot !== 'number');
  const asksGroup = ASKS_GROUP.test(question.masked);
  const there = whereAsked(question.text, question.mentions);
  const isNamed = there.some((m) => m.how !== 'hint');
  if (isNamed && !(asksGroup && pointsToOneGroup(there))) return undefined;
  if (owners.length === 0 && !asksGroup) return undefined;
  const sub = asksGroup ? undefined : itemHinted(question, facts);
  if (sub) return sub;
  const slots = asksGroup || owners.length === 0 ? (['leader', 'lead'] as const) : owners;
  const groups = [group, ...alsoMeant(question, group.no, facts)];
  const lines = groups.flatMap((each) => groupLines(facts, each, slots));
  return reply(
    lines,
    groups.map((each) => each.location),
    {
      focus: groups.map((each) => ({ kind: 'group', no: each.no })),
      confidence: 0.85,
      isOwner: true,
      spoken: question.mentions.map((m) => m.text),
    },
  );
};

/** The group that most words point to, among those where the question asks; the first of several. */
function mostHinted({ text, mentions }: Question) {
  const groups = mentions.filter((m) => m.kind === 'group');
  const hinted = wantedFirst(text, whereAsked(text, groups)).flatMap((m) =>
    m.entities.filter((e) => e.kind === 'group'),
  );
  const count = (no: number) => hinted.filter((e) => e.no === no).length;
  return hinted.toSorted((a, b) => count(b.no) - count(a.no))[0];
}

/** Of several matters the one that is wanted (`办着甲事想办乙事，归哪个组`). */
function wantedMatter({ text, mentions }: Question) {
  const wanted = mentions.findLast(
    (m) => m.kind === 'group' && /(?:想|打算|准备|需要)(?:给.{1,4})?$/.test(text.slice(0, m.start)),
  );
  return wanted?.entities.find((e) => e.kind === 'group');
}

/** One word that stands for several matters (`甲乙`): the others of it. */
function alsoMeant({ mentions }: Question, no: number, facts: Facts) {
  const word = mentions.find(
    (m) => m.how === 'hint' && m.entities.some((e) => e.kind === 'group' && e.no === no),
  );
  return (word?.entities ?? []).flatMap((e) =>
    e.kind === 'group' && e.no !== no ? [facts.group(e.no)].filter((g) => g !== undefined) : [],
  );
}

/** `企业出某事归哪个局`: an item of a group with a lead of its own is nearer than the group of another word. */
function itemHinted(question: Question, facts: Facts): Reply | undefined {
  const [item] = mentioned(question, 'subLead', true);
  const group = item && facts.group(item.group);
  const sub = group?.subLeads.find(({ no }) => no === item?.no);
  if (!item || !group || !sub || /组/.test(question.masked)) return undefined;
  const leader = `${groupName(group)}由${personName(facts, group.leader)}分包`;
  const text = `${sub.item}由${unitList(facts, [sub.unit])}牵头，${leader}。${at(group.location)}`;
  return reply(text, [group.location], {
    focus: [item],
    confidence: 0.85,
    isOwner: true,
    spoken: question.mentions.map((m) => m.text),
  });
}

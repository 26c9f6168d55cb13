import type { Measure } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import {
  type Held,
  heldGroup,
  heldMeasure,
  type Slot,
  slotOf,
  slotsAsked,
} from '../../replies/holders-of.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** The place of the task groups, and that of the measures, as people speak of them. */
const MAIN = /正文|三、|第3部分|(?<!附件\d?|领导小)组(?!织|长|成|合|建|员)/;
const ANNEX = /附件|措施|M|(?:哪|那|这|其|该|一)条|条(?:里|上|中|款)|行动方案/;
/** The question wants a place, a text or a figure, not who answers for it. */
const OTHER =
  /哪[一几些两]?条|几条|哪[一几些两]?个?(?:专项)?(?:工作)?小?组|对应|目标|指标|多少|几[天个日%]|分工(?:是|有|写|讲)|职责/;

/** `正文小组里有某局，附件1那条有没有`: what both places say of the same matter, side by side. */
export const answerPlaces: Handler = needing(
  () => ({ masked: [[ASKS_ALL, ANNEX]] }),
  (question, { facts }) => {
    const { masked } = question;
    if (ASKS_ALL.test(masked)) return allApart(question, facts);
    if (!MAIN.test(`${masked}${question.text}`) || !ANNEX.test(masked) || OTHER.test(masked))
      return undefined;
    const pair = pairMeant(question, facts);
    if (!pair) return undefined;
    const units = mentioned(question, 'unit', mentioned(question, 'unit').length > 0).map(({ id }) => id);
    const slots = slotsAsked(masked).filter((slot) => slot !== 'leader');
    const asksOwners = slots.includes('lead') || /谁/.test(masked);
    if (pair.annex.length > 0 && units.length > 0 && !asksOwners) return unitsInBoth(facts, pair, units);
    if (pair.annex.length === 0 && (units.length > 0 || slots.length > 0))
      return notInAnnex(facts, pair.main);
    if (pair.annex.length === 0) return undefined;
    const compares = units.length > 0 || COMPARES.test(masked) || /谁|哪[几个]?家|[呢么吗没不]$/.test(masked);
    if (!compares || (slots.length === 0 && !COMPARES.test(masked) && !asksOwners)) return undefined;
    const isWhole = /分工|写法|单位|谁负责/.test(masked) && !/牵头/.test(masked);
    return slotsInBoth(
      facts,
      pair,
      slots.includes('support') || !isWhole ? lead(slots) : ['lead', 'support'],
    );
  },
);

const lead = (slots: readonly Slot[]): readonly Slot[] => (slots.length === 0 ? ['lead'] : slots);

const COMPARES =
  /一样|相同|一致|同[不吗]|出入|对得上|差别|区别|不同|矛盾|打架|变|换|只写|又|差|一码事|一回事|有没有|列没列|写没写|有没/;

/** Which matters have other leads here and there. */
const ASKS_ALL =
  /(?:哪[些几]|几[个条处]|有没有|有啥|有什么).{0,16}(?:不一致|不一样|不同|对不上|出入|矛盾|打架|不符)|(?:不一致|不一样|不同|对不上|出入|矛盾|打架|不符).{0,10}(?:哪[些几]|几[个条处])/;

/** `附件1哪些措施跟正文小组牵头不一致`: every matter whose measures have other leads than its group. */
function allApart(question: Question, facts: Facts): Reply | undefined {
  const { masked } = question;
  if (!/牵头/.test(masked) || !ANNEX.test(masked) || !MAIN.test(masked)) return undefined;
  if (question.mentions.some((m) => m.how !== 'hint')) return undefined;
  const apart = facts.model.groups.flatMap((group) => {
    const own = [...group.leadUnits, ...group.subLeads.map((sub) => sub.unit)];
    const isApart = ({ leadUnits }: Measure) =>
      leadUnits.length > 0 &&
      (leadUnits.some((id) => !own.includes(id)) ||
        (group.subLeads.length === 0 && leadUnits.length < own.length));
    const others = facts.measuresOfGroup(group.no).filter(isApart);
    return others.length > 0 ? [{ group, others }] : [];
  });
  const said = apart.map(({ group, others }) => {
    const nos = others.map((m) => m.no).join('、');
    const leads = [...new Set(others.map((m) => unitList(facts, m.leadUnits)))].join('；');
    return `第${group.no}组${group.field}是${unitList(facts, group.leadUnits)}，第${nos}条是${leads}`;
  });
  const cites = apart.flatMap(({ group, others }) => [group.location, ...others.map((m) => m.location)]);
  return reply(`牵头单位两处写得不同的共${apart.length}个：${said.join('；')}。`, cites);
}

interface Pair {
  main: Held;
  annex: Held[];
}

/** The group and the measures that the question is about: one of both is named, the other is of the same matter. */
function pairMeant(question: Question, facts: Facts): Pair | undefined {
  const [sub, ...otherSubs] = mentioned(question, 'subLead', true);
  const numbers = mentioned(question, 'measure').map(({ no }) => no);
  const groups = mentioned(question, 'group').map(({ no }) => no);
  const hinted = groups.length > 0 ? groups : mentioned(question, 'group', true).map(({ no }) => no);
  const named = numbers.map((no) => facts.measure(no)).filter((m) => m !== undefined);
  const [groupNo = sub?.group ?? named[0]?.groups[0], ...others] = hinted;
  const group = groupNo === undefined ? undefined : facts.group(groupNo);
  if (!group || others.length > 0 || otherSubs.length > 0) return undefined;
  const all = facts.measuresOfGroup(group.no).filter((m) => m.status !== 'missing');
  const mine = sub?.group === group.no ? all.filter((m) => m.subItem === sub.no) : all;
  const measures = named.length > 0 ? named : mine;
  const item = sub && group.subLeads.find((s) => s.no === sub.no);
  const held = heldGroup(facts, group);
  const main = item
    ? {
        ...held,
        name: `${held.name}的${item.item}`,
        leads: [item.unit],
        leadText: `${unitList(facts, [item.unit])}牵头`,
      }
    : held;
  return { main, annex: measures.map((m) => heldMeasure(facts, m)) };
}

/** Whether units that one place names stand in the other. */
function unitsInBoth(facts: Facts, { main, annex }: Pair, units: readonly string[]): Reply {
  const lines = units.map((id) => {
    const name = unitList(facts, [id]);
    const parts = annex.map((held) => ({ held, part: held.part(id) }));
    const isIn = parts.some(({ part }) => part !== undefined);
    const inMain = main.part(id);
    const said = parts.map(({ held, part }) => `${held.name}${part ? `写了它，是${part}` : '里没有它'}`);
    const here = inMain ? `在${main.name}是${inMain}` : `不在${main.name}的名单里`;
    return `${isIn ? '有' : '没有'}：${said.join('；')}。${name}${here}。${at(...annex.map((h) => h.location), main.location)}`;
  });
  return reply(merged(lines, units, facts), citesOf({ main, annex }), { focus: annex.map((h) => h.entity) });
}

/** A matter that has a group and no measure. */
function notInAnnex(facts: Facts, main: Held): Reply {
  const [first] = facts.model.measures;
  const annex = first?.location.split('·')[0] ?? '';
  return reply(`${annex}里没有${main.name}对应的措施；${main.name}由${main.leadText}。${at(main.location)}`, [
    main.location,
  ]);
}

/** Each line begins with the unit it is about where there are several. */
function merged(lines: readonly string[], units: readonly string[], facts: Facts): string[] {
  return units.length < 2
    ? [...lines]
    : lines.map((line, i) => `${unitList(facts, [units[i] ?? ''])}：${line}`);
}

/** Who leads and who supports, here and there. */
function slotsInBoth(facts: Facts, { main, annex }: Pair, slots: readonly Slot[]): Reply {
  const lines = slots.map((slot) => {
    const here = slotOf(facts, main, slot);
    const there = annex.map((held) => ({ held, ...slotOf(facts, held, slot) }));
    const isSame = there.every(({ key }) => key === here.key);
    const texts = new Set(there.map(({ text }) => text));
    const said =
      texts.size === 1
        ? [`${there.map(({ held }) => held.name).join('、')}：${there[0]?.text}`]
        : there.map(({ held, text }) => `${held.name}：${text}`);
    return `${isSame ? '一样' : '不一样'}。${main.name}：${here.text}；${said.join('；')}。${at(main.location, ...annex.map((h) => h.location))}`;
  });
  return reply(lines, citesOf({ main, annex }), { focus: [main.entity, ...annex.map((h) => h.entity)] });
}

const citesOf = ({ main, annex }: Pair) => [main.location, ...annex.map((held) => held.location)];

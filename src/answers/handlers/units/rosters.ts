import type { TaskGroup } from '../../../notice/types.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Held, heldGroup, heldMeasure } from '../../replies/holders-of.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Who stands in one list and not in another, whether a unit stands in every one, whether all are one leader's. */
export const answerRosters: Handler = needing(
  () => ({ masked: [/[GMPU]/] }),
  (question, desk) =>
    unitsBetween(question, desk) ??
    unitInEvery(question, desk) ??
    allUnder(question, desk) ??
    noneNamed(question, desk) ??
    measuresOfMatter(question, desk),
);

const ASKS_UNITS = /单位|部门|谁|(?:哪|几|多少)[几些两俩二三]?家/;
const OUT = /(?:没有?|不(?:在|含|包括|出现|进|列)|未(?:列|进)|无)/;

/** `却不在`: denied of what follows. */
const OUT_BEFORE = /(?:不在|没在|没进|不进|未进|没有?|不是)$/;

/** `甲组里没有、乙组里有的单位`: the units of one list that the other lacks. */
const unitsBetween: Handler = needing(
  () => ({ masked: [/[GM]/] }),
  (question, { facts }) => {
    const { masked } = question;
    const lists = [...masked.matchAll(/[GM]/g)].map((match) => match.index);
    if (lists.length !== 2) return undefined;
    const held = heldIn(question, facts);
    const [one, other] = held;
    const [first, second] = lists;
    const named = mentioned(question, 'unit').length + mentioned(question, 'person').length;
    if (!one || !other || first === undefined || second === undefined || held.length !== 2) return undefined;
    if (named > 0 || !ASKS_UNITS.test(masked)) return undefined;
    if (one.location === other.location || one.entity.kind !== other.entity.kind) return undefined;
    const between = masked.slice(first + 1, second);
    const outs = [
      OUT_BEFORE.test(masked.slice(Math.max(0, first - 4), first)) ||
        OUT.test(between.replace(OUT_BEFORE, '')),
      OUT_BEFORE.test(between) || OUT.test(masked.slice(second + 1)),
    ];
    if (outs[0] === outs[1] || /有没有|是不是|吗$|比/.test(masked)) return undefined;
    const [inside, outside] = outs[0] ? [other, one] : [one, other];
    const isSupport = /责任单位|配合/.test(masked);
    const all = isSupport ? inside.supports : [...new Set([...inside.leads, ...inside.supports])];
    const found = all.filter((id) => outside.part(id) === undefined);
    return reply(
      `在${inside.name}、不在${outside.name}的单位共${found.length}家${found.length > 0 ? '：' : ''}${unitList(facts, found)}。${at(inside.location, outside.location)}`,
      [inside.location, outside.location],
      { focus: [inside.entity] },
    );
  },
);

/** Groups and measures in the order they are named. */
function heldIn({ mentions }: Question, facts: Facts): Held[] {
  return mentions
    .filter((m) => m.how !== 'hint')
    .flatMap((m) => m.entities)
    .flatMap((entity) => {
      const group = entity.kind === 'group' ? facts.group(entity.no) : undefined;
      const measure = entity.kind === 'measure' ? facts.measure(entity.no) : undefined;
      if (group) return [heldGroup(facts, group)];
      return measure && measure.status !== 'missing' ? [heldMeasure(facts, measure)] : [];
    });
}

const EVERY = /都(?:有|含|带|包括|列了?|写了?|点了?)U|U.{0,4}(?:都|全)(?:在|进|有份|参加)/;

/** `赵六那四个组都有某局吗`: a unit against every group of a leader. */
const unitInEvery: Handler = needing(
  () => ({ masked: [/P/, /U/, EVERY] }),
  (question, { facts }) => {
    const [person, ...people] = mentioned(question, 'person');
    const [unit, ...units] = mentioned(question, 'unit');
    if (!person || !unit || people.length + units.length > 0 || !EVERY.test(question.masked))
      return undefined;
    if (!/吗|吧|么$|是不是|不$|对不对/.test(question.masked)) return undefined;
    const groups = facts.groupsOfLeader(person.id);
    if (groups.length < 2) return undefined;
    const inside = new Set(facts.groupsOfUnit(unit.id));
    const [has, lacks] = [groups.filter((g) => inside.has(g)), groups.filter((g) => !inside.has(g))];
    const names = (list: typeof groups) => list.map(groupName).join('、');
    const rest = lacks.length > 0 ? `；${names(lacks)}没有它` : '';
    return reply(
      `${verdict(lacks.length === 0)}${personName(facts, person.id)}分包的${groups.length}个组里，有${unitList(facts, [unit.id])}的是${has.length}个${has.length > 0 ? `：${names(has)}` : ''}${rest}。${at('三')}`,
      groups.map((g) => g.location),
      { focus: has.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

const ALL_UNDER =
  /U(?:牵头?|领头?|带头?|主抓|挑头|配合|参加|参与)(?:着|了)?的.{0,6}组.{0,6}(?:都|全).{0,4}P|P.{0,8}(?:都|全).{0,4}U牵头/;
const GROUPS_COUNTED = new RegExp(`的(?:那|这)?(${NUMERAL}|[两俩仨])个?(?:专项)?(?:小)?组`);
/** So many groups are told one by one. */
const FEW_GROUPS = 4;

/** `某局牵头的三个组都是张三管的吗`, `某局带的组都归张三吧`; that there are as many is claimed too. */
const allUnder: Handler = (question, { facts }) => {
  const { masked } = question;
  const [person] = mentioned(question, 'person');
  const [unit] = mentioned(question, 'unit');
  if (!person || !unit || !ALL_UNDER.test(masked)) return undefined;
  const part = /U配合/.test(masked) ? 'responsible' : /U参[加与]/.test(masked) ? undefined : 'lead';
  const held = facts.groupsOfUnit(unit.id, part);
  if (held.length === 0) return undefined;
  const [, count = ''] = masked.match(GROUPS_COUNTED) ?? [];
  const claimed = parseNumeral(count.replace('俩', '两').replace('仨', '三'));
  const isMany = claimed !== undefined && claimed !== held.length;
  const others = held.filter((group) => group.leader !== person.id);
  const by = (g: TaskGroup) => `${groupName(g)}由${personName(facts, g.leader)}分包`;
  const does = part === undefined ? '参加' : part === 'lead' ? '牵头' : '配合';
  const total = `${unitList(facts, [unit.id])}${does}的共${held.length}个组`;
  const said =
    held.length <= FEW_GROUPS
      ? `${isMany ? `${total}：` : ''}${held.map(by).join('，')}`
      : `${total}${others.length > 0 ? `，其中${others.map(by).join('，')}` : `，都由${personName(facts, person.id)}分包`}`;
  return reply(
    `${verdict(others.length === 0 && !isMany)}${said}。${at('三')}`,
    held.map((g) => g.location),
    { focus: held.map(({ no }) => ({ kind: 'group', no })) },
  );
};

const NOT_NAMED = /(?:没有?|不|未)(?:点|列|写|具)(?:了|上|谁|哪家|具体|一家)*名|各(?:相关|有关)单位/;

/** `甲事、乙事这些组的责任单位是不是都没点名` */
const noneNamed: Handler = needing(
  () => ({ masked: [/G/, NOT_NAMED] }),
  (question, { facts }) => {
    const groups = mentioned(question, 'group').flatMap(({ no }) => facts.group(no) ?? []);
    const others = mentioned(question, 'unit').length + mentioned(question, 'person').length;
    if (groups.length < 2 || others > 0 || !NOT_NAMED.test(question.masked)) return undefined;
    if (!/是不是|吗|吧|么$|对不对|没错|都/.test(question.masked)) return undefined;
    const lines = groups.map((g) =>
      g.responsibleUnits.length === 0
        ? `${groupName(g)}写的是${g.collectives.join('、') || '各相关单位'}`
        : `${groupName(g)}点名${g.responsibleUnits.length}家：${unitList(facts, g.responsibleUnits)}`,
    );
    const isTrue = groups.every((g) => g.responsibleUnits.length === 0);
    return reply(
      `${verdict(isTrue)}${lines.join('；')}。${at('三')}`,
      groups.map((g) => g.location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

/** `24到31条是不是都是某事的`: whether measures are of one matter. */
const measuresOfMatter: Handler = needing(
  () => ({ masked: [/M/, /G/, /都(?:是|属于|归|算|在)/] }),
  (question, { facts }) => {
    const numbers = mentioned(question, 'measure').map(({ no }) => no);
    const [group, ...others] = mentioned(question, 'group');
    const field = group && facts.group(group.no);
    if (!group || !field || others.length > 0 || numbers.length < 2) return undefined;
    if (!/都(?:是|属于|归|算|在)/.test(question.masked) || mentioned(question, 'unit').length > 0)
      return undefined;
    if (/牵头|配合|负责/.test(question.masked)) return undefined;
    const measures = numbers.map((no) => facts.measure(no)).filter((m) => m !== undefined);
    const out = measures.filter((m) => m.status !== 'missing' && !m.groups.includes(group.no));
    const said = out
      .map((m) => `第${m.no}条是${m.groups.map((no) => facts.group(no)?.field).join('、')}`)
      .join('，');
    return reply(
      `${verdict(out.length === 0)}${out.length === 0 ? `都是${field.field}的措施` : `${said}，其余是${field.field}的`}。${at(...measures.map((m) => m.location))}`,
      measures.map((m) => m.location),
      { focus: [group] },
    );
  },
);

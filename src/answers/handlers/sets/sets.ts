import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { sortAsked } from '../units/unit-classes.ts';
import { partOf } from '../units/unit-in-group.ts';
import { sameOwner } from './same-owner.ts';

const NOT_IN =
  /(?:不|没|没有|未)(?:参加|参与|在|出现|涉及|牵头|负责|挂|进|列|管|用|沾|碰|被?点名|被?列)|(?<!有)(?:没有?|不带|不含|缺)(?:有|列|写|点)?U(?:(?:的)?[名份]|这家)*(?:$|的组)|U(?:的)?(?:没(?:它的)?有?份|缺席)/;

/** Groups by several conditions: two units held against each other, a unit left out, a unit under one leader. */
export const answerSets: Handler = needing(
  () => ({ masked: [/[UPG]/] }),
  (question, desk) =>
    unitsCompared(question, desk) ??
    unitLeftOut(question, desk) ??
    leadersCommonUnits(question, desk) ??
    unitUnderLeader(question, desk) ??
    groupsShare(question, desk),
);

const unitsCompared: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const units = mentioned(question, 'unit');
    const [first, second] = units;
    if (!first || !second || mentioned(question, 'group').length > 0) return undefined;
    const { masked } = question;
    if (/都(?:不|没有?)(?:有)?牵头/.test(masked)) return noneLeads(facts, [first.id, second.id]);
    if (/U.{0,3}(?:没有?|不)(?:参加|参与|在|出现|牵头|进)?.{0,3}(?:但|而|却|可|、|,)是?U/.test(masked))
      return difference(facts, second.id, first.id);
    if (
      NOT_IN.test(masked) ||
      /U.{0,8}[、,]U.{0,3}(?:却|但|又|就)?(?:不|没)|U.{0,8}(?:但|而|却|可).{0,3}U.{0,3}(?:不是|没|不)/.test(
        masked,
      )
    ) {
      return difference(facts, first.id, second.id, /责任单位/.test(masked) ? 'responsible' : undefined);
    }
    if (
      /一样|相同|一致|同不同|吻合|(?:是不是|是否|完全|全)[^,，]{0,4}重[合叠]|重[合叠](?:吗|不|吧)/.test(
        masked,
      ) &&
      /组/.test(masked)
    )
      return { ...likeness(facts, first.id, second.id), spoken: question.residue };
    return undefined;
  },
);

/** `两家都不牵头吧` */
function noneLeads(facts: Facts, ids: readonly string[]) {
  const said = ids.map((id) => {
    const led = facts.groupsOfUnit(id, 'lead');
    return `${unitList(facts, [id])}${led.length > 0 ? `牵头${groupList(led)}` : '没有牵头的组'}`;
  });
  const isTrue = ids.every((id) => facts.groupsOfUnit(id, 'lead').length === 0);
  return reply(`${verdict(isTrue)}${said.join('，')}。${at('三')}`, ['三'], {
    focus: ids.map((id) => ({ kind: 'unit', id })),
  });
}

const LED_BY_EACH = /U牵.{0,5}组.{0,4}U牵.{0,5}组/;

/** `甲局牵的组跟乙局牵的组，分包的是不是同一个领导` */
export const answerLedByEach: Handler = needing(
  () => ({ masked: [LED_BY_EACH, /领导|分包|分管|谁/] }),
  (question, { facts }) => {
    const units = mentioned(question, 'unit').map(({ id }) => id);
    if (!LED_BY_EACH.test(question.masked) || !/领导|分包|分管|谁/.test(question.masked)) return undefined;
    const led = units.map((id) => facts.groupsOfUnit(id, 'lead'));
    const leaders = led.map((groups) => [...new Set(groups.map((g) => g.leader))].sort().join());
    const isSame = leaders.every((leader) => leader === leaders[0]);
    const lines = led
      .flat()
      .map((g) => `${groupName(g)}由${personName(facts, g.leader)}${g.leaderLabel.slice(0, 2)}`);
    return reply(
      `${isSame ? '是同一位' : '不是同一位'}：${lines.join('；')}。${at('三')}`,
      led.flat().map((g) => g.location),
      { focus: led.flat().map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

function difference(facts: Facts, inside: string, outside: string, part?: 'responsible') {
  const out = new Set(facts.groupsOfUnit(outside, part));
  const rest = facts.groupsOfUnit(inside, part).filter((group) => !out.has(group));
  const does = part ? '是责任单位' : '参加';
  const not = part ? '不是' : '不参加';
  return listed(`${unitList(facts, [inside])}${does}而${unitList(facts, [outside])}${not}的组`, rest);
}

/** `两家参加的组一样吗` */
function likeness(facts: Facts, one: string, other: string) {
  const [mine, theirs] = [facts.groupsOfUnit(one), facts.groupsOfUnit(other)];
  const names = unitList(facts, [one, other]);
  const common = mine.filter((group) => theirs.includes(group));
  if (common.length === mine.length && common.length === theirs.length)
    return listed(`一样，${names}参加的组相同，`, common);
  const own = (id: string, groups: readonly TaskGroup[]) =>
    `${unitList(facts, [id])}在${groups.length}个组：${groupList(groups)}。`;
  return reply(
    [`不一样，${names}都在的组有${common.length}个。`, own(one, mine), own(other, theirs)],
    ['三', ...mine.map((g) => g.location), ...theirs.map((g) => g.location)],
  );
}

function listed(label: string, groups: readonly TaskGroup[]) {
  const names = groups.length > 0 ? `共${groups.length}个：${groupList(groups)}` : '一个也没有';
  return reply(`${label}${names}。${at('三')}`, ['三', ...groups.map((g) => g.location)], {
    focus: groups.map(({ no }) => ({ kind: 'group', no })),
  });
}

const unitLeftOut: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const [unit, ...others] = mentioned(question, 'unit');
    const rivals = mentioned(question, 'group').length + mentioned(question, 'person').length;
    if (!unit || others.length > 0 || rivals > 0) return undefined;
    if (
      !NOT_IN.test(
        question.masked.replace(
          /([\u4e00-\u9fff])不\1|(?:不|没有?)(?:在|是|列入)[^组]{0,4}成员(?:单位)?(?:名单)?|有[^组没]{1,3}没/g,
          '',
        ),
      ) ||
      /吗$|是不是|有没有|U[^,，组]{0,4}(?:不|没有?)牵头?(?:的)?[,，吧]/.test(question.masked)
    )
      return undefined;
    const part = /牵头/.test(question.masked) ? 'lead' : undefined;
    const inside = new Set(facts.groupsOfUnit(unit.id, part));
    const named = /(?:各相关单位|没点名|没有点名).{0,6}(?:除外|不算)/.test(question.masked);
    const rest = facts.model.groups.filter(
      (group) => !inside.has(group) && !(named && group.responsibleUnits.length === 0),
    );
    const name = unitList(facts, [unit.id]);
    const found = listed(part ? `不由${name}牵头的组` : `没有点名${name}的组`, rest);
    return { ...found, spoken: ['缺席'], readsAll: true };
  },
);

/** `王五分包的三个组里都列着的是哪家`: units that all groups of a leader share. */
const leadersCommonUnits: Handler = needing(
  () => ({ masked: [/P/] }),
  (question, { facts }) => {
    const [person] = mentioned(question, 'person');
    const groups = person ? facts.groupsOfLeader(person.id) : [];
    const asks =
      /都(?:列|有|在|出现|参加|是).{0,10}(?:哪[些几]?[个家]?(?:单位|部门|局)|哪[几些]?家|谁|单位)|(?:哪|单位).{0,8}都(?:列|有|在|出现|参加)/;
    const asksAll =
      /都有(?:谁|哪[些几])/.test(question.masked) && !/每个|同时|共同|个组里?都有/.test(question.masked);
    const isOwner =
      asksAll ||
      /牵头的?(?:单位|部门)?(?:都|各|分别)*(?:是|有)?(?:谁|哪)|(?:谁|哪[些几]?[个家]?(?:单位|部门|局)?)(?:在|来)?牵头|(?:哪[些几]|什么)个?牵头/.test(
        question.masked,
      );
    if (
      isOwner ||
      !person ||
      groups.length < 2 ||
      mentioned(question, 'unit').length > 0 ||
      !asks.test(question.masked)
    ) {
      return undefined;
    }
    const isListed = /责任单位/.test(question.masked);
    const sets = groups.map(
      (g) => new Set(isListed ? g.responsibleUnits : [...g.leadUnits, ...g.responsibleUnits]),
    );
    const common = [...(sets[0] ?? [])].filter((id) => sets.every((set) => set.has(id)));
    const text = `${personName(facts, person.id)}分包的${groups.length}个组里都有的${isListed ? '责任' : ''}单位${common.length > 0 ? `共${common.length}家：${unitList(facts, common)}` : '一家也没有'}。${at('三')}`;
    return reply(
      text,
      groups.map((g) => g.location),
      { focus: common.map((id) => ({ kind: 'unit', id })) },
    );
  },
);

const unitUnderLeader: Handler = needing(
  () => ({ masked: [/P/, /U/] }),
  (question, { facts }) => {
    const [unit] = mentioned(question, 'unit');
    const people = mentioned(question, 'person').filter(({ id }) => facts.groupsOfLeader(id).length > 0);
    const [person] = people;
    if (!unit || !person || mentioned(question, 'group').length > 0) return undefined;
    if (!/组|分包|哪/.test(question.masked)) return undefined;
    const said = question.masked.replace(/有没有|有没/g, '有');
    if (NOT_IN.test(said) || /没有?U|不(?:带|含|包括)U/.test(said)) {
      const groups = facts.groupsOfLeader(person.id);
      const isLead = /牵头/.test(said);
      const inside = new Set(facts.groupsOfUnit(unit.id, isLead ? 'lead' : undefined));
      const left = listed(
        `${personName(facts, person.id)}分包的组里${isLead ? '不由' : '没有'}${unitList(facts, [unit.id])}${isLead ? '牵头' : ''}的`,
        groups.filter((group) => !inside.has(group)),
      );
      return { ...left, readsAll: true };
    }
    const lead = /牵头/.test(question.masked);
    const mine = new Set(facts.groupsOfUnit(unit.id, lead ? 'lead' : undefined));
    const common = facts.groupsOfLeader(person.id).filter((group) => mine.has(group));
    const asksIf = /是不是|吗$|吧$|有没有|对不对/.test(question.masked);
    const start = asksIf ? (common.length > 0 ? '是的，' : '没有，') : '';
    const found = listed(
      `${start}${personName(facts, person.id)}分包的组里${unitList(facts, [unit.id])}${lead ? '牵头' : '参加'}的`,
      common,
    );
    if (!/角色|身份|是啥|是什么/.test(question.masked)) return found;
    const parts = common.map((group) => `${groupName(group)}：${partOf(unit.id, group)}`);
    return { ...found, lines: [...found.lines, `${parts.join('；')}。`], readsAll: true };
  },
);

const groupsShare: Handler = needing(
  () => ({ masked: [/G/] }),
  (question, { facts, unitClasses }) => {
    const groups = mentioned(question, 'group')
      .map(({ no }) => facts.group(no))
      .filter((g) => g !== undefined);
    if (groups.length < 2 || /除|其余|其他组|剩下的组/.test(question.masked)) return undefined;
    const { masked } = question;
    const isPart = mentioned(question, 'measure').length + mentioned(question, 'subLead', true).length > 0;
    if (
      !isPart &&
      /分包领导和牵头单位是不是都一样|同一?(?:个|位|家)?(?:人|领导|单位|部门|局)|是不是(?:都是?)?(?:一个|一家|一位)|都是一(?:个|家|位)/.test(
        masked,
      )
    )
      return sameOwner(facts, groups, masked);
    if (
      /哪(?:个|一个)?.{0,8}(?:多|少)|谁.{0,6}多|(?:一样|同样)多/.test(masked) &&
      /单位|部门|家|成员/.test(masked)
    ) {
      const counts = groups.map((g) => `${groupName(g)}${g.responsibleUnits.length}家`);
      const most = Math.max(...groups.map((g) => g.responsibleUnits.length));
      const top = groups.filter((g) => g.responsibleUnits.length === most);
      const verdict = top.length === groups.length ? '一样多' : `${groupList(top)}多`;
      const collective = groups.filter((g) => g.responsibleUnits.length === 0).map((g) => groupName(g));
      const note = collective.length > 0 ? `（${collective.join('、')}没有点名，写的是各相关单位）` : '';
      return reply(
        `${verdict}。点名的责任单位：${counts.join('，')}${note}。${at('三')}`,
        groups.map((g) => g.location),
      );
    }
    if (/牵头(?:的|单位)?都?(?:是|有)/.test(masked)) return undefined;
    if (
      /既[^G,，]{0,4}G[^G,，]{0,4}[又也][^G,，]{0,4}G|重合|重叠|交集|撞上|[,，]?也(?:在|进|参加|出现|列|配合)了?的?G|(?:都|同时|共同|共有|两个组).{0,6}(?:单位|部门|局|参加|参与|有谁|在|配合|[去到进]的)|(?:单位|部门|局).{0,6}(?:都|同时|共同)/.test(
        masked,
      )
    ) {
      // Where none names its units, what they have in common is how they are written.
      const [written, ...otherwise] = [...new Set(groups.map((g) => responsibleList(facts, g)))];
      if (groups.every((g) => g.responsibleUnits.length === 0) && otherwise.length === 0)
        return reply(
          `${groupList(groups)}的责任单位写法一样，没有点名，都写作“${written}”。${at('三')}`,
          groups.map((g) => g.location),
          { spoken: question.residue, readsAll: true },
        );
      const isSupport = /(?:责任单位|配合).*也/.test(masked);
      const sets = groups.map(
        (g) =>
          new Set(
            isSupport
              ? g.responsibleUnits
              : [...g.leadUnits, ...g.subLeads.map((s) => s.unit), ...g.responsibleUnits],
          ),
      );
      const sort = sortAsked(masked, unitClasses) ?? sortNamed(question);
      const common = [...(sets[0] ?? [])].filter(
        (id) => sets.every((set) => set.has(id)) && (sort === undefined || sort.ids.has(id)),
      );
      return reply(
        `${groupList(groups)}都有的${sort?.noun ?? '单位'}共${common.length}家：${unitList(facts, common) || '没有'}。${at('三')}`,
        groups.map((g) => g.location),
        { spoken: question.residue, readsAll: sort !== undefined },
      );
    }
    return undefined;
  },
);

/** `某类那几家公司里`: a sort of units that is named as a whole, and its units. */
function sortNamed({ mentions }: Question): { noun: string; ids: Set<string> } | undefined {
  const units = mentions.filter((m) => m.kind === 'unit' && m.how !== 'hint');
  const [named, ...others] = units;
  const ids = named?.entities.flatMap((entity) => (entity.kind === 'unit' ? [entity.id] : [])) ?? [];
  return others.length === 0 && ids.length > 1 ? { noun: '这类单位', ids: new Set(ids) } : undefined;
}

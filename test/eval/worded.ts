import type { Lexicon } from '../../src/notice/lexicon.ts';
import type { Measure, NoticeModel, Person, TaskGroup, Unit } from '../../src/notice/types.ts';
import type { JudgedQuestion } from './score.mjs';
import { ASKED, ASKED_ON, ASKED_ON_MEASURE } from './wordings.ts';

/** What the wordings of one kind are asked about, and what a right answer holds. */
interface Kind {
  /** Names put in for the letters of a wording. */
  names: Readonly<Record<string, string>>;
  must: (string | string[])[];
  mustNot?: string[];
}

/** A question with what is needed to judge its answer. */
export interface WordedQuestion extends JudgedQuestion {
  must: Kind['must'];
  must_not: string[];
  cite: string[];
}

/** Each wording is asked about so many different things. */
const EACH = 4;
const NO = ['^不', '^没有'];
const YES = ['^是', '^对', '^在'];

/** Questions in every wording, each about some groups, units, leaders or measures of the notice by names people use. */
export function wordedQuestions(model: NoticeModel, lexicon: Lexicon): WordedQuestion[] {
  const told = toldBy(model, lexicon);
  return [
    ...asked('alone', ASKED, singleKinds(told), () => []),
    ...asked('on', ASKED_ON, turnKinds(told), firstTurns),
    ...asked('measure', ASKED_ON_MEASURE, measureKinds(told), () => ['附件1{m}谁牵头']),
  ];
}

type Told = ReturnType<typeof toldBy>;
type Kinds = Readonly<Record<string, readonly Kind[]>>;

function asked(
  table: string,
  wordings: Readonly<Record<string, string>>,
  kinds: Kinds,
  before: (kind: string) => readonly string[],
): WordedQuestion[] {
  return Object.entries(wordings).flatMap(([name, all]) => {
    const things = kinds[name] ?? [];
    const first = before(name);
    return all.split('|').flatMap((wording, w) =>
      Array.from({ length: Math.min(EACH, things.length) }, (_, i) => {
        const thing = things[(w * 7 + i * 11) % things.length] ?? { names: {}, must: [] };
        const said = (text: string) => text.replace(/\{(\w)\}/g, (_, letter) => thing.names[letter] ?? '');
        const turn = first[(w + i) % first.length];
        return {
          id: `${table} ${name} ${w}-${i}`,
          q: said(wording).replace(/组组/g, '组'),
          kind: turn === undefined ? 'group' : 'followup',
          must: thing.must,
          must_not: thing.mustNot ?? [],
          cite: [],
          ...(turn === undefined ? {} : { context: [said(turn).replace(/组组/g, '组')] }),
        };
      }),
    );
  });
}

/** What the model says, looked up by hand: not by the code that is tested. */
function toldBy(model: NoticeModel, lexicon: Lexicon) {
  const { groups } = model;
  const spoken = (say: readonly string[] | undefined, name: string, i: number) =>
    say?.[(i * 5 + 1) % say.length] ?? name;
  const led = (id: string) => groups.filter((g) => g.leadUnits.includes(id));
  const supported = (id: string) =>
    groups.filter((g) => g.responsibleUnits.includes(id) && !g.leadUnits.includes(id));
  const all = (id: string) =>
    groups.filter(
      (g) => led(id).includes(g) || supported(id).includes(g) || g.subLeads.some((item) => item.unit === id),
    );
  return {
    model,
    led,
    supported,
    all,
    unitName: (id: string) => model.units.find((unit) => unit.id === id)?.name ?? id,
    personName: (id: string) => model.people.find((person) => person.id === id)?.name ?? id,
    person: (id: string) => model.people.find((person) => person.id === id),
    ofLeader: (id: string) => groups.filter((g) => g.leader === id),
    active: model.units.filter(({ id }) => all(id).length > 0),
    leaders: model.assignments.flatMap(({ leader }) => model.people.find(({ id }) => id === leader) ?? []),
    items: (id: string) => model.assignments.find(({ leader }) => leader === id)?.items.length ?? 0,
    named: groups.filter((g) => g.responsibleUnits.length > 0),
    sayGroup: (g: TaskGroup, i: number) =>
      spoken(lexicon.groups.find(({ no }) => no === g.no)?.say, g.field, i),
    sayUnit: (u: Unit, i: number) =>
      spoken(lexicon.units.find(({ unit }) => unit === u.name)?.say, u.name, i),
  };
}

/** What tells a group by name, as answers are folded: without its marks. */
const fieldOf = ({ field }: TaskGroup) => field.replace(/[“”]/g, '').slice(0, 4);
const fields = (groups: readonly TaskGroup[]) => groups.map(fieldOf);
const other = <T>(all: readonly T[], i: number, step: number): T | undefined => all[(i + step) % all.length];
const counted = (count: number, words: string) => [[...words].map((word) => `${count}${word}`)];

function singleKinds(t: Told): Kinds {
  const { groups, measures } = t.model;
  const units = (ids: readonly string[]) => ids.map(t.unitName);
  const g = (group: TaskGroup, i: number) => ({ g: t.sayGroup(group, i) });
  const u = (unit: Unit, i: number) => ({ u: t.sayUnit(unit, i) });
  const ofGroups = (must: (group: TaskGroup) => Kind['must'], some: readonly TaskGroup[] = groups) =>
    some.map((group, i): Kind => ({ names: g(group, i), must: must(group) }));
  const ofUnits = (must: (unit: Unit) => Kind['must'], some: readonly Unit[] = t.active) =>
    some.map((unit, i): Kind => ({ names: u(unit, i), must: must(unit) }));
  const ofLeaders = (must: (leader: Person) => Kind['must']) =>
    t.leaders.map((leader): Kind => ({ names: { p: leader.name }, must: must(leader) }));
  const leading = t.active.filter(({ id }) => t.led(id).length > 0);
  const pairs = t.active.flatMap((unit, i) => {
    const beside = other(t.active, i, 4);
    return beside ? [{ unit, beside, names: { ...u(unit, i), v: t.sayUnit(beside, i) } }] : [];
  });
  const leaderPairs = t.leaders.flatMap((one, i) => {
    const two = other(t.leaders, i, 2);
    return two && t.items(one.id) !== t.items(two.id)
      ? [{ one, two, names: { p: one.name, r: two.name } }]
      : [];
  });
  const groupPairs = groups.flatMap((group, i) => {
    const beside = other(groups, i, 3);
    return beside ? [{ group, beside, names: { ...g(group, i), h: t.sayGroup(beside, i + 1) } }] : [];
  });
  const claims = (must: (group: TaskGroup, unit: Unit) => boolean) =>
    groups.flatMap((group, i) =>
      leading
        .filter((unit) => must(group, unit))
        .slice(0, 2)
        .map((unit) => ({ group, unit, names: { ...g(group, i), ...u(unit, i) } })),
    );
  const leaderClaims = (isRight: boolean) =>
    groups.flatMap((group, i) => {
      const leader = t.leaders.find(({ id }) => (id === group.leader) === isRight);
      return leader ? [{ group, names: { ...g(group, i), p: leader.name } }] : [];
    });
  const inGroup = (isIn: boolean) =>
    t.active.flatMap((unit, i) =>
      t.named
        .filter((group) => t.all(unit.id).includes(group) === isIn)
        .slice(0, 3)
        .map((group) => ({ unit, group, names: { ...u(unit, i), ...g(group, i) } })),
    );
  const more = (one: number, two: number) => Math.abs(one - two);
  return {
    leaderOfGroup: ofGroups(({ leader }) => [t.personName(leader)]),
    leadOfGroup: ofGroups(({ leadUnits }) => units(leadUnits)),
    leaderAndLead: ofGroups(({ leader, leadUnits }) => [t.personName(leader), ...units(leadUnits)]),
    responsible: ofGroups(({ responsibleUnits }) => units(responsibleUnits), t.named),
    duty: ofGroups(({ duty }) => [duty.replace(/[“”]/g, '').slice(0, 4)]),
    numberOfGroup: ofGroups(({ no }) => [`第${no}组`]),
    groupsOfUnit: ofUnits(({ id }) => fields(t.all(id))),
    groupsLed: ofUnits(({ id }) => fields(t.led(id)), leading),
    groupsCounted: ofUnits(({ id }) => [`${t.all(id).length}个`]),
    groupsSupported: ofUnits(
      ({ id }) => fields(t.supported(id)),
      t.active.filter(
        ({ id }) =>
          t.supported(id).length > 0 && t.all(id).length === t.led(id).length + t.supported(id).length,
      ),
    ),
    groupsOfLeader: ofLeaders(({ id }) => fields(t.ofLeader(id))),
    groupsOfLeaderCounted: ofLeaders(({ id }) => [
      [...counted(t.items(id), '个项组块').flat(), ...counted(t.ofLeader(id).length, '个项组块').flat()],
    ]),
    title: t.model.people.map(({ name, titles }) => ({
      names: { p: name },
      must: [titles[0]?.text.slice(-4) ?? ''],
    })),
    leadOfMeasure: measures
      .filter(({ leadUnits }) => leadUnits.length > 0)
      .map(({ no, leadUnits }) => ({ names: { m: `第${no}条` }, must: units(leadUnits) })),
    isIn: inGroup(true).map(({ names }) => ({ names, must: [], mustNot: NO })),
    isNotIn: inGroup(false).map(({ names }) => ({ names, must: ['不'], mustNot: YES })),
    partInGroup: inGroup(true).map(({ unit, group, names }) => ({
      names,
      must: [
        group.leadUnits.includes(unit.id)
          ? '牵头'
          : group.subLeads.some((item) => item.unit === unit.id)
            ? '分项'
            : '责任单位',
      ],
    })),
    inCommon: pairs
      .map(({ unit, beside, names }) => ({
        names,
        common: t.all(unit.id).filter((group) => t.all(beside.id).includes(group)),
      }))
      .filter(({ common }) => common.length > 0)
      .map(({ names, common }) => ({ names, must: fields(common) })),
    moreGroups: pairs
      .map(({ unit, beside, names }) => ({
        unit,
        beside,
        names,
        apart: more(t.all(unit.id).length, t.all(beside.id).length),
      }))
      .filter(({ apart }) => apart > 0)
      .map(({ unit, beside, names, apart }) => ({
        names,
        must: [(t.all(unit.id).length > t.all(beside.id).length ? unit : beside).name, `${apart}个`],
      })),
    moreItems: leaderPairs.map(({ one, two, names }) => ({
      names,
      must: [(t.items(one.id) > t.items(two.id) ? one : two).name],
    })),
    sameLeader: groupPairs.map(({ group, beside, names }) => ({
      names,
      must: [group.leader === beside.leader ? t.personName(group.leader) : '不'],
    })),
    leadersOfLed: ofUnits(
      ({ id }) => [...new Set(t.led(id).map(({ leader }) => t.personName(leader)))],
      leading,
    ),
    leadsOfLeader: ofLeaders(({ id }) => [
      ...new Set(t.ofLeader(id).flatMap(({ leadUnits }) => units(leadUnits))),
    ]),
    ofLeaderWithUnit: t.leaders.flatMap((leader) =>
      t.active
        .map((unit, i) => ({
          unit,
          i,
          groups: t.ofLeader(leader.id).filter((group) => t.all(unit.id).includes(group)),
        }))
        .filter((one) => one.groups.length > 0)
        .slice(0, 3)
        .map((one) => ({ names: { p: leader.name, ...u(one.unit, one.i) }, must: fields(one.groups) })),
    ),
    rightLead: claims((group, unit) => group.leadUnits.includes(unit.id)).map(({ names }) => ({
      names,
      must: [],
      mustNot: NO,
    })),
    wrongLead: claims((group, unit) => !group.leadUnits.includes(unit.id)).map(({ group, names }) => ({
      names,
      must: units(group.leadUnits),
      mustNot: ['^是的', '^对'],
    })),
    rightLeader: leaderClaims(true).map(({ names }) => ({ names, must: [], mustNot: NO })),
    wrongLeader: leaderClaims(false).map(({ group, names }) => ({
      names,
      must: [t.personName(group.leader)],
      mustNot: ['^是的', '^对'],
    })),
    mostItems: [
      { names: {}, must: [t.leaders.toSorted((a, b) => t.items(b.id) - t.items(a.id))[0]?.name ?? ''] },
    ],
    mostUnits: [
      {
        names: {},
        must: fields(
          groups.toSorted((a, b) => b.responsibleUnits.length - a.responsibleUnits.length).slice(0, 1),
        ),
      },
    ],
    otherUnits: t.named
      .filter(({ responsibleUnits }) => responsibleUnits.length > 2)
      .map((group, i) => ({
        names: { ...g(group, i), u: t.unitName(group.responsibleUnits[0] ?? '') },
        must: units(group.responsibleUnits.slice(1)),
      })),
    unitsInCommon: groupPairs
      .map(({ group, beside, names }) => ({
        names,
        common: group.responsibleUnits.filter((id) => beside.responsibleUnits.includes(id)),
      }))
      .filter(({ common }) => common.length > 0)
      .map(({ names, common }) => ({ names, must: units(common) })),
    measuresLed: ofUnits(
      ({ id }) => measures.filter(({ leadUnits }) => leadUnits.includes(id)).map(({ no }) => `${no}`),
      t.active.filter(({ id }) => measures.some(({ leadUnits }) => leadUnits.includes(id))),
    ),
    measuresSupported: ofUnits(
      ({ id }) =>
        measures.filter(({ supportingUnits }) => supportingUnits.includes(id)).map(({ no }) => `${no}`),
      t.active.filter(({ id }) => measures.some(({ supportingUnits }) => supportingUnits.includes(id))),
    ),
    measuresOfGroup: ofGroups(
      ({ no }) => measures.filter((m) => m.groups.includes(no)).map((m) => `${m.no}`),
      groups.filter(({ no }) => measures.some((m) => m.groups.includes(no))),
    ),
  };
}

const OF_UNIT = ['led', 'groupsCounted', 'otherUnit', 'shared', 'leadersOfEach'];
const OF_LEADER = ['itemsCounted', 'otherLeader', 'leadsOfEach', 'title', 'leadOfSecond', 'moreThan'];

/** What was asked before. */
function firstTurns(kind: string): readonly string[] {
  if (kind === 'supported') return ['{u}牵头哪些组'];
  if (OF_UNIT.includes(kind)) return ['{u}参加哪些组', '{u}在哪些组'];
  if (OF_LEADER.includes(kind)) return ['{p}分包什么', '{p}管哪些组'];
  if (kind === 'unitsCounted') return ['{g}组责任单位有哪些', '{g}组都有谁配合'];
  if (kind === 'lead' || kind === 'responsible' || /^leaders|^otherGroup$|^nextGroup$/.test(kind))
    return ['{g}组谁分包'];
  if (kind === 'leader' || /^leads|Led$|Before$/.test(kind)) return ['{g}组谁牵头'];
  return ['{g}组谁分包', '{g}组谁牵头'];
}

function turnKinds(t: Told): Kinds {
  const { groups } = t.model;
  const single = singleKinds(t);
  const neighbours = groups.flatMap((group, i) => {
    const [before, next, beside] = [groups[i - 1], groups[i + 1], other(groups, i, 5)];
    return before && next && beside
      ? [{ group, before, next, beside, names: { g: t.sayGroup(group, i), h: t.sayGroup(beside, i) } }]
      : [];
  });
  const units = (ids: readonly string[]) => ids.map(t.unitName);
  const inMany = t.active.filter(({ id }) => t.all(id).length > 1 && t.all(id).length < 5);
  return {
    leader: single.leaderOfGroup ?? [],
    lead: single.leadOfGroup ?? [],
    responsible: single.responsible ?? [],
    duty: single.duty ?? [],
    unitsCounted: t.named.map((group, i) => ({
      names: { g: t.sayGroup(group, i) },
      must: counted(group.responsibleUnits.length, '家个'),
    })),
    otherGroup: neighbours.map(({ beside, names }) => ({ names, must: [t.personName(beside.leader)] })),
    otherGroupLed: neighbours.map(({ beside, names }) => ({ names, must: units(beside.leadUnits) })),
    nextGroup: neighbours.map(({ next, names }) => ({ names, must: [t.personName(next.leader)] })),
    groupBefore: neighbours.map(({ before, names }) => ({ names, must: units(before.leadUnits) })),
    isIn: single.isIn ?? [],
    isNotIn: single.isNotIn ?? [],
    leadersOthers: groups
      .map((group, i) => ({ group, i, rest: t.ofLeader(group.leader).filter((one) => one !== group) }))
      .filter(({ rest }) => rest.length > 0)
      .map(({ group, i, rest }) => ({ names: { g: t.sayGroup(group, i) }, must: fields(rest) })),
    leadersTitle: groups.map((group, i) => ({
      names: { g: t.sayGroup(group, i) },
      must: [t.person(group.leader)?.titles[0]?.text.slice(-4) ?? ''],
    })),
    leadsOthers: groups
      .map((group, i) => ({ group, i, rest: t.all(group.leadUnits[0] ?? '').filter((one) => one !== group) }))
      .filter(({ group, rest }) => group.leadUnits.length === 1 && rest.length > 0)
      .map(({ group, i, rest }) => ({ names: { g: t.sayGroup(group, i) }, must: fields(rest) })),
    led: single.groupsLed ?? [],
    supported: t.active
      .filter(
        ({ id }) =>
          t.led(id).length > 0 &&
          t.supported(id).length > 0 &&
          t.all(id).length === t.led(id).length + t.supported(id).length,
      )
      .map((unit, i) => ({ names: { u: t.sayUnit(unit, i) }, must: fields(t.supported(unit.id)) })),
    groupsCounted: single.groupsCounted ?? [],
    otherUnit: t.active.flatMap((unit, i) => {
      const beside = other(t.active, i, 5);
      return beside ? [{ names: { u: unit.name, v: beside.name }, must: fields(t.all(beside.id)) }] : [];
    }),
    shared: single.inCommon ?? [],
    leadersOfEach: inMany.map((unit, i) => ({
      names: { u: t.sayUnit(unit, i) },
      must: [...new Set(t.all(unit.id).map(({ leader }) => t.personName(leader)))],
    })),
    itemsCounted: single.groupsOfLeaderCounted ?? [],
    otherLeader: t.leaders.flatMap((leader, i) => {
      const beside = other(t.leaders, i, 2);
      return beside
        ? [{ names: { p: leader.name, r: beside.name }, must: fields(t.ofLeader(beside.id)) }]
        : [];
    }),
    leadsOfEach: (single.leadsOfLeader ?? []).filter((_, i) => t.ofLeader(t.leaders[i]?.id ?? '').length > 1),
    title: t.leaders.map(({ name, titles }) => ({
      names: { p: name },
      must: [titles[0]?.text.slice(-4) ?? ''],
    })),
    leadOfSecond: t.leaders
      .filter(({ id }) => t.ofLeader(id).length > 2)
      .map(({ id, name }) => ({ names: { p: name }, must: units(t.ofLeader(id)[1]?.leadUnits ?? []) })),
    moreThan: single.moreItems ?? [],
  };
}

function measureKinds(t: Told): Kinds {
  const { groups, measures } = t.model;
  const led = measures.filter(({ leadUnits, status }) => leadUnits.length > 0 && status === 'whole');
  const units = (ids: readonly string[]) => ids.map(t.unitName);
  const at = (no: number) => led.find((m) => m.no === no);
  const of = (must: (m: Measure, i: number) => Kind['must'] | undefined, mustNot?: string[]) =>
    led.flatMap((m, i): Kind[] => {
      const held = must(m, i);
      return held
        ? [
            {
              names: { m: `第${m.no}条`, n: `${other(led, i, 6)?.no}` },
              must: held,
              ...(mustNot ? { mustNot } : {}),
            },
          ]
        : [];
    });
  const groupOf = ({ groups: [no, ...more] }: Measure) =>
    no === undefined || more.length > 0 ? undefined : groups.find((g) => g.no === no);
  const withUnit = (isIn: boolean) =>
    led.flatMap((m, i) => {
      const all = [...m.leadUnits, ...m.supportingUnits, ...m.responsibleUnits];
      const unit = t.active.find(({ id }) =>
        isIn ? m.supportingUnits.includes(id) : !all.includes(id) && id.length % 3 === i % 3,
      );
      return unit ? [{ m, unit }] : [];
    });
  return {
    supporting: of(({ supportingUnits }) =>
      supportingUnits.length > 0 ? units(supportingUnits) : undefined,
    ),
    otherMeasure: of((_, i) => units(other(led, i, 6)?.leadUnits ?? [])),
    nextMeasure: of(({ no }) => at(no + 1) && units(at(no + 1)?.leadUnits ?? [])),
    measureBefore: of(({ no }) => at(no - 1) && units(at(no - 1)?.leadUnits ?? [])),
    text: of(({ headline }) => (headline ? [headline.slice(0, 4)] : undefined)),
    group: of((m) => {
      const group = groupOf(m);
      return group && [fieldOf(group)];
    }),
    leader: of((m) => {
      const group = groupOf(m);
      return group && [t.personName(group.leader)];
    }),
    plan: of(({ plan }) => (plan ? [plan.slice(3, 9)] : undefined)),
    leadsMore: of((m) => {
      const [unit, ...more] = m.leadUnits;
      const rest = measures.filter((one) => one !== m && one.leadUnits.includes(unit ?? ''));
      return more.length > 0 || rest.length === 0 ? undefined : rest.map(({ no }) => `${no}`);
    }),
    isInMeasure: withUnit(true).map(({ m, unit }) => ({
      names: { m: `第${m.no}条`, u: unit.name },
      must: [],
      mustNot: NO,
    })),
    isNotInMeasure: withUnit(false).map(({ m, unit }) => ({
      names: { m: `第${m.no}条`, u: unit.name },
      must: ['不'],
      mustNot: YES,
    })),
  };
}

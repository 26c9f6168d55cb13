import type { NoticeModel, TaskGroup } from '../../src/notice/types.ts';
import type { MadeQuestion } from './exhaustive.ts';

/** Begins an answer that says yes, or no. */
const NO = ['^不', '^没有'];
const YES = ['^是', '^对'];

/**
 * Questions in which something is done to what is asked: set aside, claimed of several, asked of several, counted under a
 * condition. Made from the model for every group and every unit, so that no name is left untried.
 */
export function madeOperations(model: NoticeModel): MadeQuestion[] {
  const told = factsOf(model);
  return [
    ...model.groups.flatMap((group, i) => [
      ...setAsideOf(told, group),
      ...claimsOf(told, group, model.groups[(i + 5) % model.groups.length] ?? group),
      ...severalOf(told, group, model.groups[(i + 7) % model.groups.length] ?? group),
    ]),
    ...model.units.flatMap((unit, i) =>
      unitAlone(told, unit.id, model.units[(i + 3) % model.units.length]?.id ?? ''),
    ),
    ...model.assignments.flatMap((one, i) =>
      leaderAlone(told, one.leader, model.assignments[(i + 1) % model.assignments.length]?.leader ?? ''),
    ),
  ];
}

type Told = ReturnType<typeof factsOf>;

/** What the model says, looked up by hand: not by the code that is tested. */
function factsOf(model: NoticeModel) {
  const { groups } = model;
  const led = (id: string) => groups.filter((g) => g.leadUnits.includes(id));
  const supported = (id: string) =>
    groups.filter((g) => g.responsibleUnits.includes(id) && !g.leadUnits.includes(id));
  const items = (id: string) => groups.filter((g) => g.subLeads.some((sub) => sub.unit === id));
  return {
    model,
    unit: (id: string) => model.units.find((each) => each.id === id)?.name ?? id,
    person: (id: string) => model.people.find((each) => each.id === id)?.name ?? id,
    led,
    supported,
    all: (id: string) =>
      groups.filter((g) => [led(id), supported(id), items(id)].some((some) => some.includes(g))),
    ofLeader: (id: string) => groups.filter((g) => g.leader === id),
    assigned: (id: string) => model.assignments.find((one) => one.leader === id)?.items.length ?? 0,
  };
}

const ask = (must: string[], mustNot: string[], ...questions: string[]): MadeQuestion[] =>
  questions.map((q) => ({ q, must, mustNot }));
const fields = (groups: readonly TaskGroup[]) => groups.map(({ field }) => field);

/** Who is asked for beside whom: a leader and no unit, the units but for one. */
function setAsideOf(
  { unit, person }: Told,
  { field, leader, leadUnits, responsibleUnits }: TaskGroup,
): MadeQuestion[] {
  const lead = unit(leadUnits[0] ?? '');
  const others = responsibleUnits.filter((id) => !leadUnits.includes(id)).map(unit);
  const [first = '', ...rest] = others;
  const ofUnits =
    rest.length < 2
      ? []
      : [
          ...ask(
            rest,
            [],
            `${field}组${first}以外的责任单位`,
            `${field}组责任单位，${first}不用说，别的报一下`,
            `${first}我通知过了，${field}组别的责任单位还有哪些`,
          ),
          ...ask(others, [], `${field}组除了牵头的，责任单位都有谁`, `${field}组配合的都有谁，牵头的别算`),
          ...ask([`${others.length}家`], [], `${field}组点名的责任单位多少家 ${lead}不算`),
          ...ask([`${others.length - 1}家`], [], `${field}组责任单位除了${first}还有几家`),
        ];
  return [
    ...ask(
      [person(leader)],
      [],
      `${field}组领导是哪位，不是问${lead}，问区领导`,
      `别跟我说${lead}，${field}组的区领导是谁`,
      `我知道${field}组是${lead}牵头，问的是哪位区领导分包`,
      `${field}组的分包领导是${lead}的人还是区领导，叫啥`,
    ),
    ...ask([lead], [], `${field}组谁牵头，不问领导问单位`),
    ...ofUnits,
  ];
}

/** Several claims at once, right ones and one of them wrong. */
function claimsOf({ unit, person }: Told, group: TaskGroup, other: TaskGroup): MadeQuestion[] {
  const [one, two] = [group, other].map(({ leadUnits }) => unit(leadUnits[0] ?? ''));
  const wrong = group.leadUnits.includes(other.leadUnits[0] ?? '') ? [] : [two ?? ''];
  return [
    ...ask(
      [one ?? '', two ?? ''],
      [...NO],
      `${group.field}组${one}牵头，${other.field}组${two}牵头，对吗`,
      `${one}牵头${group.field}组，${two}牵头${other.field}组，没错吧`,
    ),
    ...ask(
      [one ?? '', person(group.leader)],
      NO,
      `${group.field}组${person(group.leader)}分包、${one}牵头，对得上吗`,
    ),
    ...wrong.flatMap((not) =>
      ask([one ?? '', '不'], YES, `${group.field}组${not}牵头，${other.field}组${two}牵头，对吗`),
    ),
  ];
}

/** Each slot of each group. */
function severalOf({ unit, person }: Told, group: TaskGroup, other: TaskGroup): MadeQuestion[] {
  const must = [group, other].flatMap(({ leader, leadUnits }) => [person(leader), ...leadUnits.map(unit)]);
  return ask(
    must,
    [],
    `${group.field}跟${other.field}俩组 分包领导和牵头单位都给我`,
    `${group.field}组谁分包谁牵头 顺便说说${other.field}组的`,
  );
}

/** What a unit leads and supports, each without the other, and how many. */
function unitAlone({ unit, led, supported, all }: Told, id: string, otherId: string): MadeQuestion[] {
  const [name, other] = [unit(id), unit(otherId)];
  const [leads, rest, both] = [led(id), supported(id), all(id)];
  const [first] = both;
  if (!first) return [];
  const ofLead =
    leads.length === 0 || rest.length === 0
      ? []
      : [
          ...ask(
            fields(rest),
            [],
            `${name}牵头的不用说 光说当责任单位的`,
            `${name}除了牵头的，还在哪些组当责任单位`,
          ),
          ...ask(fields(leads), [], `${name}配合的不用说 光说牵头的`),
          ...ask([`${leads.length}`], [], `${name}当牵头的 几个组`, `${name}牵头几个组，配合的不算`),
          ...ask([`${both.length}`], [], `${name}总共沾几个组 牵头的也数进去`),
        ];
  const isOnly = both.length === 1;
  return [
    ...ofLead,
    ...ask(
      isOnly ? [first.field] : fields(both.slice(1)),
      isOnly ? NO : YES,
      `${name}除了${first.field}组就没别的组了吧`,
      `${name}只在${first.field}组那一个组，没别的了吧`,
    ),
    ...ask([], leads.length === 0 ? NO : YES, `${name}不牵头任何组吧`),
    ...(rest.length === 0 ? [] : ask([], leads.length === 0 ? NO : YES, `${name}是不是光配合不牵头`)),
    ...(all(otherId).length === 0
      ? []
      : ask([...fields(both), ...fields(all(otherId))], [], `${name}、${other}各自都在哪些组 分开说`)),
  ];
}

/** What a leader has besides, and as many as whom. */
function leaderAlone({ person, ofLeader, assigned }: Told, id: string, otherId: string): MadeQuestion[] {
  const [first, ...rest] = ofLeader(id);
  const [name, other] = [person(id), person(otherId)];
  return [
    ...(first && rest.length > 0
      ? ask(fields(rest), [], `${first.field}之外，${name}还管什么`, `${name}除了${first.field}还包啥`)
      : []),
    ...ask(
      [
        `${assigned(id)}项`,
        `${assigned(otherId)}项`,
        assigned(id) === assigned(otherId) ? '一样多' : '不一样',
      ],
      [],
      `${name}和${other}分包的项数一样不 各几项`,
    ),
  ];
}

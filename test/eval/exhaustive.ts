import type { NoticeModel, TaskGroup, Unit } from '../../src/notice/types.ts';

/** A question made from the model, with what a right answer holds. */
export interface MadeQuestion {
  q: string;
  /** Each must stand in the answer. */
  must: string[];
  /** None may. */
  mustNot: string[];
}

/** Every fact of the model asked in several ways: so no group, unit, leader, measure or target is left untried. */
export function madeQuestions(model: NoticeModel): MadeQuestion[] {
  return [
    ...model.groups.flatMap((group) => aboutGroup(model, group)),
    ...model.units.flatMap((unit) => aboutUnit(model, unit)),
    ...aboutLeaders(model),
    ...aboutMeasures(model),
  ];
}

function aboutGroup(model: NoticeModel, group: TaskGroup): MadeQuestion[] {
  const unit = (id: string) => model.units.find((each) => each.id === id)?.name ?? id;
  const leader = model.people.find((person) => person.id === group.leader)?.name ?? '';
  const leads = group.leadUnits.map(unit);
  const responsible = [...group.responsibleUnits.map(unit), ...group.collectives];
  const { field, no } = group;
  const ask = (must: string[], ...questions: string[]) => questions.map((q) => ({ q, must, mustNot: [] }));
  return [
    ...ask(
      [leader],
      `${field}谁分包`,
      `${field}是哪位领导包的`,
      `第${no}组的领导是谁`,
      `${field}这块归哪个区领导管`,
      `负责${field}的区领导`,
    ),
    ...ask(
      leads,
      `${field}谁牵头`,
      `${field}组的牵头单位`,
      `第${no}个小组由哪个单位牵头`,
      `${field}是哪家牵头的`,
      `${no}组牵头是谁`,
    ),
    ...ask(responsible, `${field}的责任单位有哪些`, `第${no}组责任单位`, `${field}组有哪些配合单位`),
    ...(group.responsibleUnits.length > 0
      ? ask([`${group.responsibleUnits.length}`], `${field}组有几个责任单位`, `第${no}组的责任单位有多少家`)
      : []),
    ...ask([field.slice(0, 4)], `第${no}组是什么组`, `第${no}个专项小组叫什么`),
  ];
}

function aboutUnit(model: NoticeModel, unit: Unit): MadeQuestion[] {
  const led = model.groups.filter((group) => group.leadUnits.includes(unit.id));
  const responsible = model.groups.filter(
    (group) => group.responsibleUnits.includes(unit.id) && !group.leadUnits.includes(unit.id),
  );
  const sub = model.groups.filter((group) => group.subLeads.some((each) => each.unit === unit.id));
  const all = model.groups.filter((group) => [...led, ...responsible, ...sub].includes(group));
  const fields = (groups: TaskGroup[]) => groups.map((group) => group.field);
  const names = [unit.name, ...unit.aliases.slice(0, 1)];
  return names.flatMap((name) => [
    ...(led.length > 0
      ? [
          { q: `${name}牵头哪些组`, must: fields(led), mustNot: [] },
          { q: `${name}牵头几个组`, must: [`${led.length}`], mustNot: [] },
          { q: `${name}主抓什么`, must: fields(led), mustNot: [] },
        ]
      : []),
    ...(all.length > 0
      ? [
          { q: `${name}参加了哪些组`, must: fields(all), mustNot: [] },
          { q: `${name}在哪几个专项小组里`, must: fields(all), mustNot: [] },
          { q: `${name}一共参与几个小组`, must: [`${all.length}`], mustNot: [] },
        ]
      : []),
    ...(responsible.length > 0
      ? [{ q: `${name}是哪些组的责任单位`, must: fields(responsible), mustNot: [] }]
      : []),
    {
      q: `${name}是不是成员单位`,
      must: [],
      mustNot: [unit.isMember ? '^不是' : '^是'],
    },
  ]);
}

function aboutLeaders(model: NoticeModel): MadeQuestion[] {
  return model.assignments.flatMap((assignment) => {
    const person = model.people.find((each) => each.id === assignment.leader);
    const name = person?.name ?? '';
    const fields = assignment.items.flatMap((item) =>
      item.groups.map((no) =>
        (model.groups.find((group) => group.no === no)?.field ?? item.text).slice(0, 4),
      ),
    );
    return [`${name}分包什么`, `${name}管哪几块`, `${name}分管哪些领域`, `${name}手上有啥`].map((q) => ({
      q,
      must: fields,
      mustNot: [],
    }));
  });
}

function aboutMeasures(model: NoticeModel): MadeQuestion[] {
  return model.measures.flatMap((measure) => {
    const name = (id: string) => model.units.find((each) => each.id === id)?.name ?? id;
    if (measure.status === 'missing')
      return [`措施${measure.no}是什么`, `附件1第${measure.no}条谁牵头`].map((q) => ({
        q,
        must: ['缺'],
        mustNot: [],
      }));
    const owners = (measure.leadUnits.length > 0 ? measure.leadUnits : measure.responsibleUnits).map(name);
    return [
      `附件1第${measure.no}条谁牵头`,
      `第${measure.no}条措施归哪个单位负责`,
      `措施${measure.no}的牵头单位`,
    ].map((q) => ({
      q,
      must: owners,
      mustNot: [],
    }));
  });
}

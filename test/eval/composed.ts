import type { NoticeModel, Person, TaskGroup, Unit } from '../../src/notice/types.ts';
import type { JudgedQuestion } from './score.mjs';

type Must = (string | string[])[];

/** Something that can be asked of one thing, in the words for it, and what a right answer holds; none where it has none. */
interface Slot<T> {
  say: readonly string[];
  must: (thing: T) => Must;
}

/** Between what is asked in a row. */
const BETWEEN = ['，', '、', ' ', '，还有', '，再加'];
/** Between a name and what is asked of it. */
const BEHIND = ['', '：', '，', '呢，'];

/** What the notice has on its groups, units and leaders, by which composed questions are judged. */
function knowing(model: NoticeModel) {
  const unit = (id: string) => model.units.find((one) => one.id === id)?.name ?? id;
  const person = (id: string) => model.people.find((one) => one.id === id)?.name ?? id;
  const led = ({ id }: Unit) => model.groups.filter(({ leadUnits }) => leadUnits.includes(id));
  const supported = ({ id }: Unit) =>
    model.groups.filter(({ responsibleUnits }) => responsibleUnits.includes(id));
  const joined = (one: Unit) =>
    model.groups.filter(
      (group) =>
        led(one).includes(group) ||
        supported(one).includes(group) ||
        group.subLeads.some(({ unit: of }) => of === one.id),
    );
  const inCharge = ({ id }: Person) => model.groups.filter(({ leader }) => leader === id);
  return { unit, person, led, supported, joined, inCharge };
}

const fieldOrNo = ({ field, no }: TaskGroup) => [field, `第${no}组`];

/** Several things asked of one group, unit or leader in a row. */
export function askedInRows(model: NoticeModel): JudgedQuestion[] {
  const { unit, person, led, supported, joined, inCharge } = knowing(model);
  const ofGroup: Slot<TaskGroup>[] = [
    {
      say: ['分包领导是谁', '谁分包', '上头哪位领导包着', '分包的区领导', '分包领导'],
      must: (group) => [person(group.leader)],
    },
    {
      say: ['谁牵头', '牵头单位是哪家', '哪家挑头', '牵头的', '领头的是哪个单位'],
      must: (group) => group.leadUnits.map(unit),
    },
    {
      say: ['责任单位有哪些', '配合的有谁', '打配合的都是谁', '参加的单位都有哪些'],
      must: (group) => group.responsibleUnits.slice(0, 2).map(unit),
    },
    { say: ['排第几组', '是第几组', '几号组'], must: (group) => [`第${group.no}组`] },
    {
      say: ['对应附件1第几条', '附件1里是哪条', '附件1写在第几条'],
      must: ({ no }) =>
        [model.measures.filter(({ groups }) => groups.includes(no)).map((one) => `${one.no}`)].filter(
          (numbers) => numbers.length > 0,
        ),
    },
  ];
  const ofUnit: Slot<Unit>[] = [
    {
      say: ['牵头哪个组', '牵头的组叫啥', '自己牵头的是哪个组'],
      must: (one) => led(one).map(({ field }) => field),
    },
    {
      say: ['配合哪几个组', '当责任单位的组有哪些', '还给哪些组打配合'],
      must: (one) => supported(one).slice(0, 2).map(fieldOrNo),
    },
    { say: ['一共在几个组', '总共进了几个组'], must: (one) => [`${joined(one).length}个`] },
    {
      say: ['牵头的组谁分包', '牵头那组的分包领导是谁'],
      must: (one) => led(one).map(({ leader }) => person(leader)),
    },
  ];
  const ofLeader: Slot<Person>[] = [
    {
      say: ['分包哪几项', '分包啥', '手里哪几块'],
      must: (one) => inCharge(one).map(({ field }) => field),
    },
    { say: ['什么职务', '职务怎么写'], must: () => [['主任', '书记', '委员']] },
    {
      say: ['那些组谁牵头', '各组牵头单位是谁', '分包的组都是哪家牵头'],
      must: (one) => inCharge(one).flatMap(({ leadUnits }) => leadUnits.map(unit)),
    },
  ];
  const leaders = model.people.filter((one) => inCharge(one).length > 0);
  return [
    ...inRows(model.groups, (group) => [group.field, `第${group.no}组`, `${group.field}组`], ofGroup),
    ...inRows(model.units, ({ name }) => [name], ofUnit),
    ...inRows(leaders, ({ name }) => [name.replaceAll(' ', '')], ofLeader),
  ];
}

/** Every two slots of every thing, in words that differ from thing to thing. */
function inRows<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  slots: readonly Slot<T>[],
): JudgedQuestion[] {
  const pick = <E>(from: readonly E[], turn: number) => from[turn % from.length];
  return things.flatMap((thing, i) =>
    slots.flatMap((first, n) =>
      slots.flatMap((second, k) => {
        const musts = [first.must(thing), second.must(thing)];
        if (n === k || musts.some((must) => must.length === 0)) return [];
        const turn = i * 7 + n * 3 + k;
        const name = pick(namesOf(thing), turn);
        const row = [pick(first.say, turn), pick(second.say, turn + 1)].join(pick(BETWEEN, turn));
        return [judged(`${name}${pick(BEHIND, i + n)}${row}`, musts.flat())];
      }),
    ),
  );
}

/** Two groups, leaders or units, and what is asked of both: each for itself, held against each other, together. */
export function askedOfPairs(model: NoticeModel): JudgedQuestion[] {
  const { unit, person, joined, inCharge } = knowing(model);
  const pairs = <T>(things: readonly T[], stride: number) =>
    things.flatMap((one, i) => {
      const other = things[(i + stride) % things.length];
      return other === undefined || other === one ? [] : [[one, other] as const];
    });
  const joint = ['和', '跟', '、', '，'];
  const asked = (i: number, one: string, other: string, say: string, must: Must) =>
    judged(`${one}${joint[i % joint.length]}${other}${say}`, must);
  const groups = pairs(model.groups, 5).flatMap(([one, other], i) => {
    const both = (say: string, must: Must) => asked(i, one.field, `第${other.no}组`, say, must);
    const leads = [one, other].map(({ leadUnits }) => unit(leadUnits[0] ?? ''));
    const heads = [one, other].map(({ leader }) => person(leader));
    return [
      both('各是谁牵头，分包领导一样不', [...leads, ...heads]),
      both('谁牵头，是不是同一位领导包', [...leads, ...heads]),
      both('的分包领导和牵头单位分别是谁', [...leads, ...heads]),
    ];
  });
  const withGroups = model.people.filter((one) => inCharge(one).length > 0);
  const leaders = pairs(withGroups, 2).flatMap(([one, other], i) => {
    const [first = 0, second = 0] = [one, other].map((each) => inCharge(each).length);
    const more = first === second ? ['一样', '相同'] : [(first > second ? one : other).name];
    const leads = [one, other].map((each) => unit(inCharge(each)[0]?.leadUnits[0] ?? ''));
    const both = (say: string, must: Must) => asked(i, one.name, other.name, say, must);
    return [
      both('俩人合计几项', [`${first + second}`]),
      both('，俩人加起来分包几项', [`${first + second}`]),
      both('哪个担子重', [more]),
      both('各管啥，他俩那些组的牵头单位分别是谁', leads),
    ];
  });
  const units = pairs(model.units, 7).flatMap(([one, other], i) => {
    const count = joined(one).filter((group) => joined(other).includes(group)).length;
    const must = count > 0 ? [`${count}个`] : [['没有', '无', '0个']];
    return joined(one).length > 0 && joined(other).length > 0
      ? [asked(i, one.name, other.name, '一起在几个组里', must)]
      : [];
  });
  return [...groups, ...leaders, ...units];
}

/** Between two questions that have nothing to do with each other. */
const JOINED: readonly ((one: string, other: string) => string)[] = [
  (one, other) => `${one}，${other}`,
  (one, other) => `${one}？${other}？`,
  (one, other) => `${one}；${other}`,
  (one, other) => `${one}，还有${other}`,
  (one, other) => `${one} ${other}`,
  (one, other) => `1.${one} 2.${other}`,
  (one, other) => `问两件事：${one}，${other}`,
  (one, other) => `${one}，另外${other}`,
];

/** Two questions in one message, each of which could be asked by itself. */
export function askedTogether(questions: readonly JudgedQuestion[], stride: number): JudgedQuestion[] {
  const bare = (text: string) => text.replace(/[?？。!！]+$/u, '');
  return questions.flatMap((one, i) => {
    const other = questions[(i + stride) % questions.length];
    const join = JOINED[i % JOINED.length];
    return other === undefined || join === undefined
      ? []
      : [judged(join(bare(one.q), bare(other.q)), [...(one.must ?? []), ...(other.must ?? [])])];
  });
}

const judged = (q: string, must: Must): JudgedQuestion => ({ id: q, kind: 'multi', q, must });

import type { Person, TaskGroup } from '../../../notice/types.ts';
import { isFiller } from '../../beside/filler.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { postsIn, ROLE_NOUN } from '../../names/posts.ts';
import { SURNAMES } from '../../names/unknown.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, groupList, groupName, responsibleList, unitList } from '../../replies/texts.ts';
import { holdersReply, ofPlace, withCharged } from './holders.ts';

const FIELDS =
  /分包|[压扛担揽](?:了|着|的|哪|几|什么|啥)|身上|肩上|哪[几些\d一二三四五六]?(?:样|摊|件)|几(?:样|摊|件)|包(?:了|的|哪|什么|啥|几|着)|分管|管(?:什么|啥|哪|几|的|着)|抓|负责(?![制人])|手[上里头]|名下|头上|[\d一二三四五六七八九]项|领域|组(?!长)|分(?:的|了|到|哪|什么|啥|几)|牵头|[哪那][几些]?(?:块|项|摊)|几项|任务|(?:干|做|忙)(?:什么|啥|哪)(?!的)/;
const TITLE =
  /职务|职位|位子|官[衔位职]|职衔|岗位|兼|[几一二三四]级|级别|职级|算(?:什么|啥|哪)|什么官|担任|任(?:什么|啥|何|的|职)|当(?:什么|啥|的)|头衔|帽子|身份|谁|[干做](?:什么|啥|嘛)的|哪个(?:单位|部门)|单位的|哪(?:里|儿|边)?的|什么(?:人|领导|角色|职)|哪位|叫(?:什么|啥)|啥(?:职|角色|来头|衔)|来头|副?组长|副?主任|书记|部长|委员|名字|一把手|哪(?:个|一)?家(?!组)|哪个局|(?:什么|啥)局|P是.{0,6}还是.{1,8}(?:的|领导|干部)|P[,，:：—-]*[^,，]{2,6}的还是[^,，]{2,6}的/;

/** How his field is written. */
const ASKS_NAME = /^(?:正式|规范|准确)?的?(?:叫法|写法|全称|全名|名称)$/;

/** `他是管委会的还是党工委的`: his title tells. */
const OF_WHERE = /P[,，:：—-]*是?[^,，]{2,6}的还是[^,，]{2,6}的$/;

/** `两人职务有啥区别`: the titles beside each other tell. */
const APART = /^(?:有)?(?:区别|差别|不同|不一样|差)(?:在|啥|是)*$/;

/** The units of his groups are asked for. */
const ITS_UNITS = /牵头(?:单位)?|责任单位|配合|单位|部门/;

/** A person asked for: what he is in charge of, what office he holds. */
export const answerPeople: Handler = (question, { facts }) => {
  const people = personsMeant(question, facts);
  if (people.length === 0) return undefined;
  if (people.length > 1 && isAmbiguous(question)) return askWhich(people);
  const post = question.mentions.find(
    (m) => m.kind === 'person' && m.how === 'post' && m.entities.length > 2,
  );
  const [only] =
    post && HOLDS_ONLY.test(question.masked) ? [people.filter((one) => hasOnePost(one, facts))] : [];
  if (post && only && only.length > 0)
    return { ...holdersReply(only, post.text, '只写'), spoken: question.residue };
  if (post) {
    const held = withCharged(holdersReply(ofPlace(people, question, facts), post.text), question, facts);
    return { ...held, spoken: question.residue.filter((part) => saysPlace(part, facts)) };
  }
  const isInBody = question.mentions.some((m) => m.kind === 'body' || m.kind === 'office');
  const fields = FIELDS.test(question.masked) && !(isInBody && /[干做](?:什么|啥)/.test(question.masked));
  const title = TITLE.test(question.masked) || isInBody;
  const replies = people.map((person) => {
    if (fields && (!title || ITS_UNITS.test(question.masked)) && facts.groupsOfLeader(person.id).length > 0)
      return fieldsReply(facts, person, question);
    if (title && !fields) return titleReply(person, facts, question);
    return overview(facts, person, question);
  });
  return reply(
    replies.flatMap((r) => r.lines),
    replies.flatMap((r) => r.cites),
    {
      kind: replies.every((r) => r.kind === 'refuse') ? 'refuse' : 'answer',
      focus: people.map(({ id }) => ({ kind: 'person', id })),
      spoken: [
        ...replies.flatMap((r) => r.spoken ?? []),
        ...question.residue.filter(
          (part) =>
            ASKS_NAME.test(part) ||
            OF_WHERE.test(question.masked) ||
            (people.length > 1 && title && APART.test(part)),
        ),
      ],
      confidence: fields || title ? 0.9 : question.residue.every(isFiller) ? 0.75 : 0.5,
    },
  );
};

/** `职务只写某委委员的`: nothing else beside it. */
const HOLDS_ONLY =
  /(?:只|仅|光|单单?|就|单独)(?:有|是|写|挂|带|标|列|当|任|担任)?(?:着|了|的)?(?:一个|个)?P(?![^,，谁哪]{0,4}(?:牵头|分包|[包管]))/;
const hasOnePost = ({ titles }: Person, { model }: Facts) =>
  titles.length > 0 && titles.every(({ text }) => postsIn(text, model.document.placeNames).length === 1);

/** `姓赵的有几个人` */
export const answerSurnames: Handler = (question, { facts }) => {
  const surname = surnameIn(question.text);
  if (surname === undefined || /姓(?:名|什么|啥)/.test(question.text)) return undefined;
  const { head, deputies } = facts.mainBody;
  const isDenied = NO_POST.test(question.text);
  const holds = (id: string) => (/副组长/.test(question.text) ? deputies.includes(id) : head === id);
  const isMeant = (id: string) => !/组长/.test(question.text) || holds(id) !== isDenied;
  const others = OTHERS_THAN.test(question.masked) ? mentioned(question, 'person').map(({ id }) => id) : [];
  const people = facts.model.people.filter(
    ({ id, name }) => name.startsWith(surname) && isMeant(id) && !others.includes(id),
  );
  if (people.length === 0) return refuse(`通知里没有姓${surname}的人。`);
  const meant = narrowed(people, question, facts);
  if (meant.length < people.length || FIELDS.test(question.masked)) {
    const replies = meant.map((person) =>
      FIELDS.test(question.masked) ? fieldsReply(facts, person, question) : overview(facts, person, question),
    );
    const all = new Set(meant.flatMap(({ id }) => facts.groupsOfLeader(id)));
    const total =
      /加起来|一共|合计|总共/.test(question.text) && meant.length > 1 ? [`一共${all.size}项。`] : [];
    return reply(
      [...total, ...replies.flatMap((r) => r.lines)],
      replies.flatMap((r) => r.cites),
      { focus: meant.map(({ id }) => ({ kind: 'person', id })), readsAll: namesNothingElse(question) },
    );
  }
  const names = people.map((person) => `${person.name}（${person.titles[0]?.text ?? ''}）`).join('、');
  const cites = people.flatMap(titleCites);
  return reply(
    `姓${surname}的${others.length > 0 ? '另外' : '共'}${people.length}人：${names}。${at(...cites)}`,
    cites,
    {
      focus: people.map(({ id }) => ({ kind: 'person', id })),
      readsAll: namesNothingElse(question),
    },
  );
};

/** Whether only the surname says who is meant: what is asked of a unit or a group beside it is another question. */
const namesNothingElse = ({ mentions }: Question) => mentions.every(({ kind }) => kind === 'person');

/** `不是领导小组副组长的那位` */
const NO_POST = /(?:不是|不当|没当|不算|不任|非|不在)[^,，谁哪]{0,8}组长/;
const BY_SURNAME =
  /(?<!百)姓(\p{Script=Han})(?:的|这|那|同志|领导)|(?:谁|哪[位个])(?:也|都|还|是)*姓(\p{Script=Han})(?:的|呢|[?？])*$/u;
/** Somebody is left out (`除了某某还有谁姓王`). */
const OTHERS_THAN = /除[了开去掉]?P|P(?:之外|以外|除外|不算)/;
/** `两个赵里…`, `…，赵啥`; what is counted in ten thousands is no name (`罚了两万，…`). */
const SURNAME_ALONE =
  /(?:[两俩三仨几\d](?![万千百亿元块])|一堆)(?:个|位|名)?(\p{Script=Han})(?:姓|我|老|(?:主任|书记)?(?:里|中|当中)|[,，])|(?:[哪这那])(?:个|位|名)(\p{Script=Han})(?:姓|(?:主任|书记)(?:里|中|当中))|[,，是叫](\p{Script=Han})(?:什么|啥|谁)(?:来着|呢|了)?$|(?:^|[,，那])(\p{Script=Han})(?:家|姓)(?:的)?[那这]?(?:[几两俩仨2-9])(?:位|个|人)/u;

/** The surname that a text speaks of people by. */
export function surnameIn(text: string): string | undefined {
  const plain = text.match(BY_SURNAME)?.slice(1).find(Boolean);
  const [, counted, pointed, open, house] = plain === undefined ? (text.match(SURNAME_ALONE) ?? []) : [];
  const said = counted ?? pointed ?? open ?? house;
  return plain ?? (said !== undefined && SURNAMES.includes(said) ? said : undefined);
}

/** Those of a surname whose title has the unit or the office said beside it; who has fields, where fields are asked. */
function narrowed(people: readonly Person[], question: Question, facts: Facts): readonly Person[] {
  const role = question.text.match(new RegExp(ROLE_NOUN))?.[0];
  const units = mentioned(question, 'unit', true).flatMap(({ id }) => facts.unit(id)?.spellings ?? []);
  const isOf = ({ titles }: Person) =>
    titles.some(
      ({ text }) =>
        (role === undefined || text.includes(role)) &&
        (units.length === 0 || units.some((spelling) => text.includes(spelling.text))),
    );
  const held = role === undefined && units.length === 0 ? people : people.filter(isOf);
  const some = ofGroups(held.length > 0 ? held : people, question, facts);
  if (some.length === 1) return some;
  const inCharge = some.filter(({ id }) => facts.assignmentOf(id));
  return FIELDS.test(question.masked) && inCharge.length > 0 ? inCharge : some;
}

/** Of several people those who lead a group that the question names, where there is one. */
function ofGroups(people: readonly Person[], question: Question, facts: Facts): readonly Person[] {
  const numbers = [
    ...mentioned(question, 'group', true).map(({ no }) => no),
    ...mentioned(question, 'unit').flatMap(({ id }) => facts.groupsOfUnit(id, 'lead').map(({ no }) => no)),
  ];
  const leads = people.filter(({ id }) => facts.groupsOfLeader(id).some(({ no }) => numbers.includes(no)));
  return leads.length > 0 ? leads : people;
}

function personsMeant(question: Question, facts: Facts): Person[] {
  if (!question.mentions.some(({ entities }) => entities.some(({ kind }) => kind === 'person'))) return [];
  const firm = withoutNamesakes(question, mentioned(question, 'person'));
  const hinted =
    !/负责制|(?:各|每个?)(?:单位|部门|局)的?一把手|是(?:谁|哪位)$/.test(question.text) &&
    FIELDS.test(question.masked) &&
    question.mentions.every((m) => m.how === 'hint');
  const all = (firm.length > 0 || !hinted ? firm : mentioned(question, 'person', true))
    .map(({ id }) => facts.person(id))
    .filter((person) => person !== undefined);
  if (all.length < 2 || !isAmbiguous(question)) return all;
  const ofUnit = mentioned(question, 'unit').length > 0 ? narrowed(all, question, facts) : all;
  if (ofUnit.length === 1) return [...ofUnit];
  const ofMatter = ofGroups(all, question, facts);
  if (ofMatter.length === 1) return [...ofMatter];
  const inCharge = all.filter((person) => facts.assignmentOf(person.id));
  const asksFields = /分包|分管|包|管|抓|领域|组|负责/.test(question.masked);
  return asksFields && inCharge.length === 1 ? inCharge : all;
}

/** One spoken title that several people go by. */
function isAmbiguous({ mentions }: Question): boolean {
  const own = new Set(mentions.flatMap((m) => (m.entities.length === 1 ? m.entities : [])).map(keyOf));
  return mentions.some(
    (m) =>
      m.kind === 'person' &&
      m.how === 'title' &&
      m.entities.length > 1 &&
      !m.entities.some((entity) => own.has(keyOf(entity))),
  );
}

const keyOf = (entity: object) => JSON.stringify(entity);

/** `某某某某主任`: a title beside a full name is of the one who is named, not of all whom it may mean. */
function withoutNamesakes<T extends { id: string }>(
  { mentions }: Question,
  people: readonly T[],
): readonly T[] {
  const named = new Set(mentions.flatMap((m) => (m.entities.length === 1 ? m.entities : [])).map(keyOf));
  const others = new Set(
    mentions
      .filter((m) => m.entities.length > 1 && m.entities.some((entity) => named.has(keyOf(entity))))
      .flatMap((m) => m.entities)
      .map(keyOf),
  );
  return people.filter((person) => {
    const key = keyOf({ kind: 'person', id: person.id });
    return named.has(key) || !others.has(key);
  });
}

function askWhich(people: readonly Person[]): Reply {
  const names = people.map((p) => `${p.name}（${p.titles[0]?.text ?? ''}）`);
  return reply(`您问的是哪一位？${names.join('、')}`, ['一'], {
    kind: 'clarify',
    confidence: 0.4,
    suggestions: people.map((p) => ({ label: p.name, question: `${p.name}分包什么、任什么职务` })),
  });
}

function fieldsReply(facts: Facts, person: Person, question: Question): Reply {
  const groups = facts.groupsOfLeader(person.id);
  const assignment = facts.assignmentOf(person.id);
  if (groups.length === 0 && !assignment) {
    const none = `通知里没有给${person.name}安排分包的事项。`;
    return reply([none, ...titleReply(person, facts).lines], ['二', ...titleCites(person)]);
  }
  const cites = [...(assignment ? [assignment.location] : []), ...groups.map((g) => g.location)];
  const list =
    groups.length > 0 ? groupList(groups) : (assignment?.items.map((i) => i.text).join('、') ?? '');
  if (ITS_UNITS.test(question.masked) && groups.length > 0) {
    const isSupport = /责任单位|配合/.test(question.masked);
    const isLead = !isSupport || /牵头/.test(question.masked);
    const unitsOf = (g: TaskGroup) =>
      [
        isLead ? `${unitList(facts, g.leadUnits)}牵头` : '',
        isSupport ? `责任单位有${responsibleList(facts, g)}` : '',
      ]
        .filter(Boolean)
        .join('，');
    const lines = groups.map((g) => `${groupName(g)}：${unitsOf(g)}`).join('；');
    return reply(`${person.name}分包${groups.length}个组。${lines}。`, cites);
  }
  return reply(`${person.name}分包${groups.length}项：${list}。${at('二')}`, cites);
}

function shortBody(name: string, facts: Facts): string {
  const body = facts.model.bodies.find((b) => b.name === name);
  const names = [name, ...(body?.aliases ?? [])].filter((n) => n.endsWith('领导小组'));
  return names.reduce((short, n) => (n.length < short.length ? n : short), name);
}

const saysPlace = (text: string, facts: Facts) =>
  facts.model.document.placeNames.some((place) => place.length > 1 && text.includes(place));

/** Words for offices and ranks in the question, which titles account for (`几级调研员`, `啥委员`). */
const OFFICES = new RegExp(
  `(?:[几一二三四]?级)?(?:${ROLE_NOUN})|[几一二三四]?级(?:别)?|别人|兼|一把手|头儿|当家的|规范|标准|准确|正确|表述|写法|称谓|称呼|全称`,
  'g',
);

export function titleReply(person: Person, facts: Facts, question?: Question): Reply {
  const cites = titleCites(person);
  return reply(`${person.name}：${titlesOf(person, facts)}。${at(...cites)}`, cites, {
    spoken: [
      ...(question?.text.match(OFFICES) ?? []),
      ...(question?.residue.filter((part) => saysPlace(part, facts)) ?? []),
    ],
  });
}

function overview(facts: Facts, person: Person, question: Question): Reply {
  const title = titleReply(person, facts);
  const fields = fieldsReply(facts, person, question);
  return reply([...new Set([...title.lines, ...fields.lines])], [...title.cites, ...fields.cites]);
}

/** Offices and the roles of this notice; bodies by the shortest name they go by. */
export function titlesOf(person: Person, facts: Facts): string {
  const titles = person.titles.map((t) => t.text);
  const roles = person.roles.map((r) => `${shortBody(r.body, facts)}${r.role}`);
  return [...new Set([...titles, ...roles])].join('，');
}

function titleCites(person: Person): string[] {
  return [...new Set([...person.titles, ...person.roles].map((t) => t.location))];
}

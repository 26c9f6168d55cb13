import type { Person } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { postsIn, ROLE_NOUN } from '../../names/posts.ts';
import type { Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';

/** `某区…` beside an office: those whose title says that place; for the district's own name those whose says no other. */
export function ofPlace(people: readonly Person[], question: Question, facts: Facts): readonly Person[] {
  const places = facts.model.document.placeNames.filter((place) => place.length > 1);
  const said = places.find((place) => question.text.includes(place));
  if (said === undefined) return people;
  const isOf = (person: Person, place: string) => person.titles.some((title) => title.text.includes(place));
  const isOut = new RegExp(
    `(?:非|除[了掉开去]?|不含|不是|不算|[不没](?:带|写|有|挂|标|冠)|刨[去开]|去掉|撇开|不属于?)(?:有|着)?${said}|${said}(?:除外|以外|之外|不算)`,
  ).test(question.text);
  if (isOut) return people.filter((person) => !isOf(person, said));
  const named = people.filter((person) => isOf(person, said));
  const rest = named.length > 0 ? named : people.filter((p) => !places.some((place) => isOf(p, place)));
  return rest.length > 0 ? rest : people;
}

const HOLDERS = new RegExp(
  `^(?:的|那|这)*(?:几|[一二两三四五六七\\d])?(?:位|个|名|些)?(?:的)?(${ROLE_NOUN})`,
);

const DEPUTY = '副组长';

/** `某区那几位副主任`: a place and an office without the body it is held in. */
export const answerHolders: Handler = (question, { facts }) => {
  const found = holdersAt(question, facts);
  return found && withCharged(holdersReply(found.people, found.name), question, facts);
};

/** Those who hold an office at a place that is said beside it, and what they are called together. */
export function holdersAt(question: Question, facts: Facts) {
  if (question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body')) return undefined;
  const place = facts.model.document.placeNames.find((p) => p.length > 1 && question.text.includes(p));
  const beside =
    place && question.text.slice(question.text.indexOf(place) + place.length).match(HOLDERS)?.[1];
  const role = place && question.text.includes(DEPUTY) ? DEPUTY : beside;
  if (!place || !role) return undefined;
  const { deputies } = facts.mainBody;
  const held = ofPlace(
    facts.model.people.filter(({ id, titles }) =>
      role === DEPUTY
        ? deputies.includes(id)
        : titles.some((t) => postsIn(t.text, facts.model.document.placeNames).some((p) => p.role === role)),
    ),
    question,
    facts,
  );
  return held.length === 0 ? undefined : { name: `${place}${role}`, people: held };
}

/** An office that several hold (`管委会副主任`): all of them, or those whose title says just this. `how`: how they hold it. */
export function holdersReply(people: readonly Person[], post: string, how = ''): Reply {
  const exact = people.filter((person) => person.titles.some((t) => fold(t.text).includes(post)));
  const held = exact.length > 0 ? exact : people;
  const cites = held.flatMap(titleCites);
  return reply(
    `${how === '' ? post : `职务${how}${post}的`}共${held.length}位：${held.map((p) => p.name).join('、')}。${at(...cites)}`,
    cites,
    {
      focus: held.map(({ id }) => ({ kind: 'person', id })),
    },
  );
}

/** Some of those who hold a post, by whether they have anything to look after. */
const CHARGED =
  /(?:其中|里[头面]?|当中|之中|[两俩二三四五几]位)[^,，]{0,3}?(没有?|未|不|没)?(?:有|领|分|接|派|安排|担|管|包)(?:了|到|着|有|过)*(?:具体)?的?(?:分包)?(?:的)?(?:任务|事项?|活儿?|项目|组)/;

/** `某委副主任里领了分包任务的是哪位`: the holders of a post, and which of them have groups or have none. */
export function withCharged(found: Reply, { masked }: Question, facts: Facts): Reply {
  const [said, denied] = masked.match(CHARGED) ?? [];
  const people = found.focus.flatMap((e) => (e.kind === 'person' ? (facts.person(e.id) ?? []) : []));
  if (said === undefined || people.length < 2) return found;
  const meant = people.filter(({ id }) => facts.groupsOfLeader(id).length > 0 === (denied === undefined));
  const told = meant.map(({ id, name }) =>
    denied === undefined ? `${name}分包${groupList(facts.groupsOfLeader(id))}` : name,
  );
  const line = `其中${denied === undefined ? '有' : '没有'}分包事项的${meant.length > 0 ? `${meant.length}位：${told.join('；')}` : '一位也没有'}。${at('二')}`;
  const focus = meant.map(({ id }) => ({ kind: 'person' as const, id }));
  return { ...found, lines: [...found.lines, line], cites: [...found.cites, '二'], focus };
}

/** Where people's titles and roles stand. */
const titleCites = (person: Person) => [
  ...new Set([...person.titles, ...person.roles].map((t) => t.location)),
];

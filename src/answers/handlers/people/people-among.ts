import type { Person } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { bodyMeant } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';
import { holdersAt, ofPlace } from './holders.ts';
import { surnameIn } from './people.ts';

/** People that a question speaks of by a surname or a post, and what they are called together. */
interface Some {
  name: string;
  people: readonly Person[];
}

const RUNS = '(?:分?包|分管|管|抓|揽|摊|扛|领|负责)';
const TASK = '(?:分包|分管)?的?(?:活儿?|事儿?|任务|事项|工作|组|摊子?|项目)?';
/** None of them, or each, or who most: what is asked of what they have in charge. */
const NONE = new RegExp(
  `(?:谁|哪[几些一两]?[位个人])[^,，]{0,8}?(?:(?:[一半1](?:件|项|个|样|点|块|摊)${TASK}(?:都|也)?)(?:没|不)|没有?(?:被)?(?:分|安排|派|给)|啥都?(?:没|不)|空着|闲着)|(?:没|不)(?:有)?${RUNS}[^,，]{0,6}的(?:是)?(?:谁|哪)`,
);
const EACH = new RegExp(
  `(?:各自?|分别|都|每人|每位)(?:都|又)?(?:是)?(?:${RUNS}(?:着|了|的)?|(?:分|派|摊|领|轮)(?:到|得|了|着)+)(?:是)?(?:些|点|有)?(?:啥|什么|哪[些几]?[个项块组摊]?|几[个项块摊])`,
);
const MOST = new RegExp(
  `(?:谁|哪(?:一)?[位个])(?:的)?${RUNS}?(?:的|得|着)?(?:组|项|活儿?|事儿?)?(?:更|最|要)?(多|少)|${RUNS}(?:的|得)?(?:组|项)?(?:更|最)?(多|少)的(?:是)?(?:谁|哪)`,
);
const OWN = new RegExp(
  `(?:自己|自个儿|本人|他|手上|名下|手里)(?:又|也|都|还|另|一共|总共|身上)*${RUNS}?(?:着|了|的)?(?:有|是)?(?:几|多少|哪|啥|什么)[些几]?(?:个|项|块)?`,
);
/** Which of them are no deputies of the leading group. */
const NO_DEPUTY =
  /(?:谁|哪[几些一两]?[位个])[^,，]{0,3}(?:不是|不当|没当|不任|不在)[^,，]{0,3}副组长|(?:不是|不当|没当|不任)副组长的(?:是|有)?(?:谁|哪|几)/;
/** All who have something in charge. */
const LEADERS = /(?:分包|分管)(?:的)?(?:区)?领导|(?:分包|分管)(?:任务|事项|工作)的(?:人|领导)/;
const FEWEST = 2;

/** `某委副主任里谁一项都没分`, `两个姓王的谁包得多`, `办公室主任自己分包几个组`: what those of one surname or post have in charge. */
export const answerPeopleAmong: Handler = needing(
  () => ({ masked: [[NO_DEPUTY, NONE, EACH, MOST, OWN]] }),
  (question, { facts }) => {
    const { masked } = question;
    const apart = leadersApart(masked, facts);
    if (apart) return { ...apart, spoken: question.residue };
    const asks = [NONE, EACH, MOST, OWN].find((pattern) => pattern.test(masked));
    if (
      !asks ||
      /[GUMS]|牵头|配合|单位|(?:职务|头衔)(?!(?:上|里)?(?:写|带|是|挂|含|有)(?:着|的)?)/.test(masked)
    )
      return undefined;
    const some = someIn(question, facts);
    if (!some || some.people.length === 0) return undefined;
    if (some.people.length < FEWEST && asks !== OWN) return undefined;
    if (some.people.length >= FEWEST && asks === OWN) return undefined;
    const meant = asks === NONE ? some.people.filter(({ id }) => count(id, facts) === 0) : some.people;
    const lead = asks === MOST ? mostOf(some.people, /少/.test(masked), facts) : '';
    const lines =
      asks === NONE
        ? [
            `${some.name}里没有分包事项的${meant.length === 0 ? '一位也没有' : `有${meant.length}位：${namesOf(meant)}`}。${at('二')}`,
          ]
        : some.people.map(
            (person, i) =>
              `${i === 0 ? lead : ''}${saidOf(person, some.people.length, asks === MOST, facts)}`,
          );
    return told(lines, meant, question, facts);
  },
);

/** `分包领导里谁不是副组长` */
function leadersApart(masked: string, facts: Facts): Reply | undefined {
  if (!LEADERS.test(masked) || !NO_DEPUTY.test(masked) || /[GUMSP]/.test(masked)) return undefined;
  const { deputies, location } = facts.mainBody;
  const all = facts.model.people.filter(({ id }) => count(id, facts) > 0);
  const found = all.filter(({ id }) => !deputies.includes(id));
  const names = found.map(({ name, titles }) => `${name}（${titles[0]?.text ?? ''}）`).join('、');
  const said = found.length === 0 ? '一位也没有' : `有${found.length}位：${names}`;
  return reply(`分包领导里不是副组长的${said}。${at('二', location)}`, ['二', location], {
    focus: found.map(({ id }) => ({ kind: 'person', id })),
    readsAll: true,
  });
}

function told(
  lines: readonly string[],
  people: readonly Person[],
  { residue }: Question,
  facts: Facts,
): Reply {
  const places = people.flatMap(({ id }) => facts.groupsOfLeader(id).map(({ location }) => location));
  const said =
    lines.length > 1
      ? [`${lines.map((line) => line.replace(/。（[^（）]*）$/, '')).join('；')}。${at('二')}`]
      : [...lines];
  return reply(said, ['二', ...places], {
    focus: people.map(({ id }) => ({ kind: 'person', id })),
    spoken: residue,
    readsAll: true,
  });
}

const count = (id: string, facts: Facts) => facts.groupsOfLeader(id).length;
const namesOf = (people: readonly Person[]) => people.map(({ name }) => name).join('、');

/** What somebody has; of many who are only held against each other, how many. */
const saidOf = (person: Person, among: number, isCounted: boolean, facts: Facts) =>
  isCounted && among > MANY ? `${person.name}${count(person.id, facts)}个组` : itemsOf(person, facts);
const MANY = 3;

function itemsOf({ id, name }: Person, facts: Facts): string {
  const groups = facts.groupsOfLeader(id);
  return groups.length === 0
    ? `${name}没有分包事项。${at('二')}`
    : `${name}分包${groups.length}个组：${groupList(groups)}。${at('二')}`;
}

function mostOf(people: readonly Person[], isLess: boolean, facts: Facts): string {
  const counts = people.map(({ id }) => count(id, facts));
  const end = isLess ? Math.min(...counts) : Math.max(...counts);
  const found = people.filter(({ id }) => count(id, facts) === end);
  return found.length === people.length ? '一样多。' : `${namesOf(found)}${isLess ? '少' : '多'}。`;
}

/** Those of a surname, or who hold the post that is named. */
function someIn(question: Question, facts: Facts): Some | undefined {
  const { masked, mentions, text } = question;
  const all = facts.model.people;
  const surname = surnameIn(text);
  const body = bodyMeant(question, facts);
  const { head, deputies, office } = body;
  const ids = /副组长/.test(masked)
    ? { name: '副组长', ids: deputies }
    : /副主任/.test(masked) && /办公室|O/.test(masked)
      ? { name: '办公室副主任', ids: office?.deputies ?? [] }
      : /(?:办公室|O)(?:的)?主任/.test(masked)
        ? { name: '办公室主任', ids: office ? [office.head] : [] }
        : /组长/.test(masked)
          ? { name: '组长', ids: [head] }
          : undefined;
  if (surname !== undefined) {
    const held = all.filter(({ id, name }) => name.startsWith(surname) && (!ids || ids.ids.includes(id)));
    return { name: `姓${surname}的${ids?.name ?? ''}`, people: held };
  }
  const people = mentioned(question, 'person');
  const post = mentions.find((m) => m.kind === 'person' && m.how === 'post');
  if (post && people.every(({ id }) => post.entities.some((e) => e.kind === 'person' && e.id === id))) {
    const held = post.entities.flatMap((e) => (e.kind === 'person' ? (facts.person(e.id) ?? []) : []));
    const exact = ofPlace(held, question, facts);
    return held.length > 1 ? { name: post.text, people: exact } : undefined;
  }
  if (people.length > 0) return undefined;
  const placed = holdersAt(question, facts);
  if (placed) return placed;
  if (ids) return { name: ids.name, people: ids.ids.flatMap((id) => facts.person(id) ?? []) };
  return /领导小组|B/.test(masked) && NONE.test(masked)
    ? { name: '副组长', people: deputies.flatMap((id) => facts.person(id) ?? []) }
    : undefined;
}

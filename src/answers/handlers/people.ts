import type { Person } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import { at, groupList, groupName, unitList } from '../texts.ts';

/** A person asked for: what he is in charge of, what office he holds. */
export const answerPeople: Handler = (question, { facts }) => {
  const people = personsMeant(question, facts);
  if (people.length === 0) return undefined;
  if (people.length > 1 && isAmbiguous(question)) return askWhich(people);
  const { masked } = question;
  const asksFields =
    /分包|分管|包|管|抓|负责|领域|组|分(?:的|了|哪)|牵头|项|块|哪些(?:工作|领域|方面)|干|做/.test(masked);
  const asksTitle =
    /职务|职位|官|担任|任|头衔|身份|是谁|是干|单位|部门|什么(?:人|领导)|哪位|谁|叫什么|干什么的|角色|职/.test(
      masked,
    );
  const isPost = question.mentions.some((m) => m.kind === 'person' && m.how === 'post');
  const wantsFields =
    asksFields && !(isPost && /是谁|叫什么/.test(masked) && !/分包|分管|管|负责/.test(masked));
  const replies = people.map((person) => {
    if (wantsFields && !asksTitle) return fieldsReply(facts, person, question);
    if (asksTitle && !wantsFields) return titleReply(person);
    return overview(facts, person, question);
  });
  return reply(
    replies.flatMap((r) => r.lines),
    replies.flatMap((r) => r.cites),
    {
      kind: replies.every((r) => r.kind === 'refuse') ? 'refuse' : 'answer',
      focus: people.map(({ id }) => ({ kind: 'person', id })),
      confidence: question.residue.length === 0 || asksFields || asksTitle ? 0.9 : 0.5,
    },
  );
};

function personsMeant(question: Question, facts: Facts): Person[] {
  const all = mentioned(question, 'person')
    .map(({ id }) => facts.person(id))
    .filter((person) => person !== undefined);
  if (all.length < 2 || !isAmbiguous(question)) return all;
  const inCharge = all.filter((person) => facts.assignmentOf(person.id));
  const asksFields = /分包|分管|包|管|抓|领域|组|负责/.test(question.masked);
  return asksFields && inCharge.length === 1 ? inCharge : all;
}

/** One spoken title that several people go by. */
function isAmbiguous(question: Question): boolean {
  return question.mentions.some((m) => m.kind === 'person' && m.how === 'title' && m.entities.length > 1);
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
    return refuse(`通知里没有给${person.name}安排分包的事项。`, ['二', ...titleCites(person)]);
  }
  const cites = [...(assignment ? [assignment.location] : []), ...groups.map((g) => g.location)];
  const list =
    groups.length > 0 ? groupList(groups) : (assignment?.items.map((i) => i.text).join('、') ?? '');
  const withUnits = /牵头(?:单位)?|单位|部门/.test(question.masked);
  if (withUnits && groups.length > 0) {
    const lines = groups.map((g) => `${groupName(g)}：${unitList(facts, g.leadUnits)}牵头`).join('；');
    return reply(`${person.name}分包${groups.length}个组。${lines}。`, cites);
  }
  return reply(`${person.name}分包${groups.length}项：${list}。${at('二')}`, cites);
}

function titleReply(person: Person): Reply {
  return reply(`${person.name}：${titlesOf(person)}。${at(...titleCites(person))}`, titleCites(person));
}

function overview(facts: Facts, person: Person, question: Question): Reply {
  const title = titleReply(person);
  const fields = fieldsReply(facts, person, question);
  if (fields.kind === 'refuse') return reply([...title.lines, ...fields.lines], title.cites);
  return reply([...title.lines, ...fields.lines], [...title.cites, ...fields.cites]);
}

/** Offices and the roles of this notice, as written. */
export function titlesOf(person: Person): string {
  const titles = person.titles.map((t) => t.text);
  const roles = person.roles.map((r) => `${r.body}${r.role}`);
  return [...new Set([...titles, ...roles])].join('，');
}

function titleCites(person: Person): string[] {
  return [...new Set([...person.titles, ...person.roles].map((t) => t.location))];
}

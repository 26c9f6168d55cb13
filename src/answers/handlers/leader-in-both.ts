import type { Handler } from '../handler.ts';
import { mentioned } from '../parse.ts';
import { reply } from '../reply.ts';
import { at, groupList } from '../texts.ts';

const HAS = /分包|分管|包|管|带|负责|几个?(?:组|项)|多少|哪[些几]/;
const APART = /对不上|对得上|不一[致样]|一[致样]|矛盾|打架|出入|不同|分别|各|差/;
/** `三、7`: a group's place stands within this. */
const WITHIN = /、.*$/;

/**
 * `某某带几个组，第二部分和第三部分对不上`: what a leader is assigned in the one place, and which groups name him in the
 * other.
 */
export const answerLeaderInBoth: Handler = (question, { facts }) => {
  const { masked } = question;
  if (!/P/.test(masked) || !/C.*C/.test(masked) || !HAS.test(masked) || !APART.test(masked)) return undefined;
  const [named, ...people] = mentioned(question, 'person');
  const person = named && people.length === 0 ? facts.person(named.id) : undefined;
  const assignment = named && facts.assignmentOf(named.id);
  const groups = named ? facts.groupsOfLeader(named.id) : [];
  const home = groups[0]?.location.replace(WITHIN, '');
  const places = new Set(mentioned(question, 'clause').map(({ location }) => location));
  if (!named || !person || !assignment || home === undefined) return undefined;
  if (places.size !== 2 || !places.has(assignment.location) || !places.has(home)) return undefined;
  const items = assignment.items.map(({ text }) => text);
  const listed = new Set(assignment.items.flatMap((item) => item.groups));
  const more = groups.filter(({ no }) => !listed.has(no));
  const [here, there] = [assignment.location, home].map(partSaid);
  const verdict =
    more.length === 0 ? '两处一致' : `${there}多${more.length}个：${groupList(more)}，${here}没有列`;
  return reply(
    [
      `${here}写${person.name}分包${items.length}项：${items.join('、')}；${there}写由他分包的组共${groups.length}个：${groupList(groups)}。`,
      `${verdict}。${at(assignment.location, ...more.map(({ location }) => location))}`,
    ],
    [assignment.location, ...groups.map(({ location }) => location)],
    { focus: [named], spoken: question.residue },
  );
};

/** `二` in speech. */
const partSaid = (place: string) => (/^[一二三四五六七八九十]+$/.test(place) ? `第${place}部分` : place);

import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const HAS = /分包|分管|包|管|带|负责|几个?(?:组|项)|多少|哪[些几]|写|列|挂|瞅|数/;
const APART =
  /对不(?:上|住)|对得上|合不上|两样|少|多|不一[致样]|一[致样]|矛盾|打架|出入|不同|分别|各|差|几.*几/;
/** `三、7`: a group's place stands within this. */
const WITHIN = /、.*$/;

/**
 * `某某带几个组，第二部分和第三部分对不上`: what a leader is assigned in the one place, and which groups name him in the
 * other.
 */
export const answerLeaderInBoth: Handler = needing(
  () => ({ masked: [/P/, /C/, HAS, APART] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!/P/.test(masked) || !/C.*C/.test(masked) || !HAS.test(masked) || !APART.test(masked))
      return undefined;
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
  },
);

/** The task groups, said so, where the part that tells them is not. */
const IN_GROUPS = /小?组(?:分工|那?段|里|名单)|专项组|后[头面边]|C/;
/** Beside what he is assigned in the one place. */
const BESIDE =
  /除(?:了|开|去)?|之外|以外|另(?:外|有)?|还(?!是)|又|多(?:出|了)|(?:光|只|仅|就)(?:写|列|提|说|讲|有|派|给|包)/;
const ASKS_GROUP =
  /(?:哪|什么|啥|几)[个一些块摊样]*(?:专项)?(?:工作)?小?组|(?:另|还|又)(?:外|有)?(?:哪|一|1|有|冒)|冒出/;

/**
 * `除了甲事，小组分工里另有一个也挂某某名下，第二部分却没写`: the groups that name a leader (section 三) beside what he is
 * assigned (section 二).
 */
export const answerLedBesidesAssigned: Handler = needing(
  () => ({ masked: [/P/] }),
  (question, { facts }) => {
    const { masked } = question;
    const [named, ...people] = mentioned(question, 'person');
    const assignment = named && facts.assignmentOf(named.id);
    if (!named || !assignment || people.length > 0 || /[UMSOE]/.test(masked)) return undefined;
    const listed = new Set(assignment.items.flatMap((item) => item.groups));
    const groups = facts.groupsOfLeader(named.id);
    const more = groups.filter(({ no }) => !listed.has(no));
    const home = groups[0]?.location.replace(WITHIN, '');
    const places = mentioned(question, 'clause').map(({ location }) => location);
    if (more.length === 0 || home === undefined) return undefined;
    if (places.length === 0 || !places.every((place) => place === home || place === assignment.location))
      return undefined;
    const said = mentioned(question, 'group').map(({ no }) => no);
    if (said.some((no) => !listed.has(no))) return undefined;
    if (!IN_GROUPS.test(masked) || !BESIDE.test(masked) || !ASKS_GROUP.test(masked)) return undefined;
    const items = assignment.items.map(({ text }) => text).join('、');
    const [here, there] = [assignment.location, home].map(partSaid);
    return reply(
      `${groupList(more)}，${there}写由${personName(facts, named.id)}分包；${here}只写了${items}。${at(assignment.location, ...more.map(({ location }) => location))}`,
      [...more.map(({ location }) => location), assignment.location],
      { focus: more.map(({ no }) => ({ kind: 'group' as const, no })), spoken: question.residue },
    );
  },
);

/** `二` in speech. */
const partSaid = (place: string) => (/^[一二三四五六七八九十]+$/.test(place) ? `第${place}部分` : place);

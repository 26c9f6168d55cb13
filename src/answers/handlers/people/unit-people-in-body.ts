import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { holdsPostIn } from '../../names/posts-in-units.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, unitList } from '../../replies/texts.ts';
import { bodyMeant } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';

const THEIRS = 'U(?:的|那头|那边|那儿|这边|里[头面]?|单位|系统|一共|到底|是|都)*';
const WHO = '(?:谁|哪[位个几些](?:人|领导|同志)?|什么人|啥人|几个?人?|几位|人)';
const BODY = '(?:[OB]|办公室)(?:里[头面]?|中|当中)?';
const SITS = '(?:在|进|参加|加入|当|挂|任|兼|列|坐|入)(?:了|到|入|在|进)?';
/** Somebody of a unit, in a body or its office. */
const ASKS = [
  new RegExp(
    `^${THEIRS}(?:(?:有|派|出|是|有没有|来)了?)*${WHO}${SITS}${BODY}(?:挂职|任职|兼职|当差|当|做|的)*(?:了|啊|呀|呢|吗|么|没有?|不)*[?？]?$`,
  ),
  new RegExp(`^${BODY}(?:有没有|有|是)${THEIRS}(?:${WHO}|同志|领导)(?:吗|么|没有?|不)*[?？]?$`),
];

/** `某部那头谁进了领导小组办公室`: those of a unit among the heads and deputies of a body, or of its office. */
export const answerUnitPeopleInBody: Handler = needing(
  () => ({ masked: [/U/, ASKS] }),
  (question, { facts }) => {
    const { masked } = question;
    const [unit, ...others] = mentioned(question, 'unit');
    if (!unit || others.length > 0 || !ASKS.some((asks) => asks.test(masked))) return undefined;
    const body = bodyMeant(question, facts);
    const office = /O|办公室/.test(masked) ? body.office : undefined;
    if (/O|办公室/.test(masked) && !office) return undefined;
    const { head, deputies, location } = office ?? body;
    const [headed, seconded] = office ? ['办公室主任', '办公室副主任'] : ['组长', '副组长'];
    const theirs = [head, ...deputies].flatMap((id) => {
      const person = facts.person(id);
      return person && holdsPostIn(person, unit.id, facts) ? [person] : [];
    });
    const start = isClaim(question) || /有没有/.test(masked) ? verdict(theirs.length > 0) : '';
    const name = unitList(facts, [unit.id]);
    const told = theirs.map(
      (person) =>
        `${person.name}（${person.titles.map(({ text }) => text).join('，')}）是${person.id === head ? headed : seconded}`,
    );
    const line =
      told.length > 0 ? `${name}：${told.join('；')}` : noneOf(name, unit.id, body, !office, facts);
    return reply(`${start}${line}。${at(location)}`, [location], {
      focus: theirs.map(({ id }) => ({ kind: 'person', id })),
      spoken: question.residue,
      readsAll: true,
    }) satisfies Reply;
  },
);

/** None of theirs is named; a member unit is there by those who head it. */
function noneOf(name: string, id: string, body: Facts['mainBody'], isBody: boolean, facts: Facts): string {
  const { head, deputies } = (isBody ? body : body.office) ?? body;
  const all = [head, ...deputies].map((one) => facts.person(one)?.name ?? one).join('、');
  const member =
    isBody && body.memberUnits.includes(id)
      ? `；它是成员单位，成员写的是${headsOf(body, facts)}，没有点名`
      : '';
  return `没有点名${name}的人，点名的是${all}${member}`;
}

/** What the notice calls those of the member units who are members (`主要负责同志`). */
export function headsOf({ location }: Facts['mainBody'], facts: Facts): string {
  const said = facts.clause(location)?.text.match(/等单位([\u4e00-\u9fff]{2,8}(?:同志|负责人|领导))/)?.[1];
  return said ?? '各单位的人';
}

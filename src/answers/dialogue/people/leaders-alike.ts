import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const WHO = '(?:还有)?(?:谁|哪(?:一)?[位个](?:区)?(?:领导|人)?)';
/** Who has as many. */
const AS_MANY = new RegExp(
  `^(?:那|那么)?(?:${WHO}(?:的)?(?:数量|项数|数目|个数)?(?:也)?[跟和与](?:他|她)(?:的)?(?:数量|项数|数目|个数|分包的?)?(?:打平|持平|一样多|同样多|一样|相等|相同|并列|齐平)|${WHO}也(?:是|有|分包)(?:这么多|(?<many>[一二两三四五六七八\\d])(?:项|个|样|块|摊)))(?:的)?(?:呢|[?？])*$`,
);
/** Whose number is next to his. */
const NEAREST = new RegExp(
  `^(?:那|那么)?(?:(?:数量|项数|数目)?[跟和与](?:他|她)(?:的)?(?:数量|项数|数目)?(?:差(?:得)?最少|最接近|最近)的?(?:是)?${WHO}|${WHO}[跟和与](?:他|她)(?:的)?(?:数量|项数|数目)?(?:差(?:得)?最少|最接近|最近))(?:呢|[?？])*$`,
);
const OF_CHARGE = /分?包|分管|管|摊|几项|多少项/;
const LONGEST = 20;

/** `哪位领导跟他打平`, `谁跟他数量最接近` after how much a leader has: those with as many, or nearly. */
export function leadersAlike({ question: { text }, last, facts }: Talk): Turn | undefined {
  const isNearest = NEAREST.test(text);
  if (text.length > LONGEST || !(isNearest || AS_MANY.test(text)) || !OF_CHARGE.test(last.question.text))
    return undefined;
  const [person, ...others] = mentioned(last.question, 'person');
  if (!person || others.length > 0 || firmOf(last.question).some(({ kind }) => kind !== 'person'))
    return undefined;
  const count = (id: string) => facts.groupsOfLeader(id).length;
  const own = count(person.id);
  const rest = facts.model.people.filter(({ id }) => id !== person.id && count(id) > 0);
  const apart = isNearest ? Math.min(...rest.map(({ id }) => Math.abs(count(id) - own))) : 0;
  const found = rest.filter(({ id }) => Math.abs(count(id) - own) === apart);
  const name = facts.person(person.id)?.name ?? '';
  const said = found.map((one) => `${one.name}${count(one.id)}项`).join('、');
  const line =
    found.length === 0
      ? `没有人和${name}一样多（${own}项）。${at('二')}`
      : `${isNearest && apart > 0 ? `和${name}（${own}项）最接近的` : `和${name}一样分包${own}项的`}：${said}。${at('二')}`;
  return {
    question: last.question,
    reply: reply(line, ['二'], { focus: found.map(({ id }) => ({ kind: 'person', id })) }),
  };
}

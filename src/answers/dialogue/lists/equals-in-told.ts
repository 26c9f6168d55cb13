import { nameOf } from '../../query/pronouns.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Who else is of his rank, and nothing that says in which post. */
const EQUAL =
  /^(?:那|那么)?[跟和与同](?:他|她|这位)(?:平级|同级|平起平坐|并列|同一?级别?|级别一样)的?(?:人|领导|同志)?(?:还有|另有|有|都有|都是|是)(?:谁|哪[几些]?[位个]?)(?:人|呢|[?？])*$/;
const LONGEST = 20;

/** `跟他平起平坐的还有谁` after what somebody is in a body or its office: the others in that post. */
export function equalsInTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !EQUAL.test(text) || firmOf(question).length > 0) return undefined;
  const isOffice = /办公室|副主任/.test(last.question.text);
  if (!isOffice && !/领导小组|副组长/.test(last.question.text)) return undefined;
  const name = nameOf('person', last, facts);
  const person = facts.model.people.find((one) => one.name === name);
  const held = facts.model.bodies.flatMap(({ deputies, office }) =>
    isOffice ? (office?.deputies ?? []) : deputies,
  );
  if (!person || !held.includes(person.id)) return undefined;
  const turn = ask(`跟${name}平级的${isOffice ? '副主任' : '副组长'}还有谁`);
  return turn && exactly(turn);
}

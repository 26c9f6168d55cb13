import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { answerGroups } from './groups.ts';

/** A group named by its leader (`钱七那组`), not a question which groups those are. */
const THAT_GROUP =
  /P(?:同志)?(?:分包|分管|包|管|抓|负责)?的?(?:那|这)?(?:一)?个?(?:专项)?(?:工作)?小?组(?!的?(?:都)?(?:有|是|在)?(?:哪|几个|什么|啥))/;
const ASKS = /责任单位|配合|牵头|点名|点了名|(?:哪|几|多少)[几些两]?家|单位|部门|分工|职责|第几|编号|任务/;

/** `钱七那组责任单位几家`: the only group of a leader, as if it were called by its name. */
export const answerDescribed: Handler = (question, desk) => {
  const [person, ...others] = mentioned(question, 'person');
  const [group, ...more] = person ? desk.facts.groupsOfLeader(person.id) : [];
  if (!person || !group || others.length + more.length > 0 || !THAT_GROUP.test(question.masked))
    return undefined;
  if (
    !ASKS.test(question.masked) ||
    mentioned(question, 'group').length + mentioned(question, 'unit').length > 0
  )
    return undefined;
  return answerGroups(asNamed(question, group.no), desk);
};

/** The question with the group in place of its leader. */
function asNamed(question: Question, no: number): Question {
  const mentions = question.mentions.map((m) =>
    m.kind === 'person'
      ? { ...m, kind: 'group' as const, entities: [{ kind: 'group' as const, no }], how: 'name' as const }
      : m,
  );
  return { ...question, mentions, masked: question.masked.replace(THAT_GROUP, 'G') };
}

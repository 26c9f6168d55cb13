import type { Turn } from '../../turn.ts';
import { firmOf } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const AMONG = '(?:其中|里[头面边]|当中|这里[头面]?|他们|(?:这|那)?[两俩三四五几](?:位|个|人))*';
const HAS =
  '(?:领|有|接|分|担|派|安排|管|包)(?:到|有|着|了|上)*(?:具体)?的?(?:分包)?(?:任务|事项?|活儿?|组|项目|工作|摊子?)?(?:的)?';
const WHO = '(?:是|有|都有|都是|又是)*(?:谁|哪(?:一|几|两)?[位个人]|几[位个])';
/** Which of those just told has something to look after; what it is may be asked behind it. */
const CHARGED = new RegExp(
  `^${AMONG}(?:${HAS}${WHO}|${WHO}${HAS})(?:[、,，和]?(?:都|又|各|分别)?(?:分?包|管|领|分)(?:的)?(?:是)?(?:什么|啥|哪[些几]?[项个块]?))?[?？]*$`,
);

/** `其中领了分包任务的是哪位、分包什么` after several people were told: those of them who have groups, and which. */
export function chargedOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  if (
    !/分包|任务|事|活|组|工作|摊/.test(question.text) ||
    !CHARGED.test(question.text) ||
    firmOf(question).length > 0
  )
    return undefined;
  const people = last.reply.focus.flatMap((e) => (e.kind === 'person' ? [e.id] : []));
  const charged = [...new Set(people)].filter((id) => facts.groupsOfLeader(id).length > 0);
  if (new Set(people).size < 2 || charged.length === 0) return undefined;
  const names = charged.flatMap((id) => facts.person(id)?.name ?? []);
  return ask(`${names.join('和')}分包什么`);
}

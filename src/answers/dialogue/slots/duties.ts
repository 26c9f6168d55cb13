import { onlyGroup } from '../../conversation/subjects.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const DUTY =
  /^(?:那|它|这个?组|都|主要|具体|平时|到底|究竟)*(?:要|得)?(?:弄|搞|干|抓|做|忙)(?:些|点)?(?:啥|什么|哪些)(?:名堂|事儿?|活儿?|工作|的)?(?:呢|嘞|[?？])*$|^(?:那|它|这个?组|都|主要|具体|重点|平时|到底|究竟)*(?:要|得)?(?:盯|看|抓|管|守|把|瞄)(?:着|住|好|准)?(?:的)?(?:是)?(?:哪(?:些|几|[一二两三四])?个?|几个|啥|什么)(?:率|指标|数|方面|点|环节)(?:呢|嘞|[?？])*$|^(?:那|它的?|组里的?)?(?:活儿?|任务|差事|事儿|营生)(?:都|又|具体)?(?:是|有|讲)?(?:啥|什么|哪些)(?:呢|[?？])*$|^(?:那|它)?(?:都|主要)?(?:是)?从(?:哪(?:些|几个?)|啥|什么)(?:个)?(?:指标|方面|地方)(?:入手|下手|抓起?|做起?)(?:的|呢|[?？])*$/;

/** `都要弄些啥名堂` after a question about one group: its duties. */
export function dutyOfGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const group = DUTY.test(question.text) ? onlyGroup(last, facts) : undefined;
  const firm = firmOf(last.question);
  const [place] = last.reply.cites;
  // After a rule, its group is not what is asked on about.
  const isRule = firm.length === 0 && place !== undefined && !facts.groupAt(place);
  const isOfGroup = !isRule && firm.every(({ kind }) => kind === 'group' || kind === 'subLead');
  return group !== undefined && isOfGroup ? ask(`${group}的职责是什么`) : undefined;
}

const MEMBERS =
  /^(?:那|其|它的?|这个?组的?|都|也|还有|里[面头]的?)*(?:成员单位|组员单位|成员|组员)(?:名单)?(?:呢|嘞|[都也又是有叫]|包括|谁|啥|什么|哪[些几][个家]?|[几多少]+家|单位|报|列|念|说|给我|一?下|全|[?？])*$/;

/** `成员单位呢` after a question about one group: its own, not those of a leading group. */
export function membersOfGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const group = MEMBERS.test(question.text) ? onlyGroup(last, facts) : undefined;
  const isOfBody = firmOf(last.question).some(({ kind }) => kind === 'body' || kind === 'office');
  return group !== undefined && !isOfBody ? ask(`${group}的成员单位有哪些`) : undefined;
}

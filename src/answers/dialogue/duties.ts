import { onlyGroup } from '../subjects.ts';
import { firmOf, type Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

const DUTY =
  /^(?:那|它|这个?组|都|主要|具体|平时|到底|究竟)*(?:要|得)?(?:弄|搞|干|抓|做|忙)(?:些|点)?(?:啥|什么|哪些)(?:名堂|事儿?|活儿?|工作|的)?(?:呢|嘞|[?？])*$/;

/** `都要弄些啥名堂` after a question about one group: its duties. */
export function dutyOfGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const group = DUTY.test(question.text) ? onlyGroup(last, facts) : undefined;
  const isOfGroup = firmOf(last.question).every(({ kind }) => kind === 'group' || kind === 'subLead');
  return group !== undefined && isOfGroup ? ask(`${group}的职责是什么`) : undefined;
}

import { mentioned } from '../parse.ts';
import { nameOf } from '../subjects.ts';
import { firmOf, type Turn } from '../turn.ts';
import { groupsTold } from './group-slots.ts';
import type { Talk } from './talk.ts';

/** Whether somebody has a slot (`分包那格写某某对不`, `牵头的是不是某局`). */
const SLOT_IS =
  /^(?:那|那么|可|但)?(牵头|分[包管]|责任|配合)(?:的|单位|领导|那|这|一)*(?:格|栏|列|项|个|家|位)?(?:里)?(?:应该|是不是|就是|该是|是|写|报|填|列|归|由|的)*[UP](?:这家|那家)?(?:对不对?|对吧|对吗|是吧|是不是?|没错吧|吧|吗|么|不|[?？])*$/;
/** `咋不是某局牵头`. */
const WHY_NOT =
  /^(?:咦|啊|那|可)?(?:咋|怎么|为啥|为什么|难道)(?:就|会)?不(?:是|归|由)[UP](?:来)?(牵头|分[包管]|配合)(?:的|呢|哩|啊|吗)*[?？]*$/;
/** Whether a unit has a part. */
const HAS_PART =
  /^(?:那|那么)?U(?:也|还|都)?(?:有没有份|有份儿?|算一个|算不算|也?有|在不在|参加|掺和|沾边儿?|搭手|出力)(?:了|的)?(?:没有?|吗|不|么|吧|[?？])*$/;
const LONGEST = 18;

/** What is supposed of the one group or measure that the last turn was about. */
export function claimOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  const [who, ...others] = firmOf(question);
  const [entity] = who?.entities ?? [];
  if (!who || !entity || others.length > 0 || text.length > LONGEST) return undefined;
  const slot = (masked.match(SLOT_IS) ?? masked.match(WHY_NOT))?.[1];
  if (slot === undefined && !HAS_PART.test(masked)) return undefined;
  const [measure, ...more] = mentioned(last.question, 'measure');
  const groups = groupsTold(last, facts);
  const name = measure && more.length === 0 ? nameOf(measure, facts) : groups[0];
  if (name === undefined || (!measure && groups.length !== 1)) return undefined;
  const whom = nameOf(entity, facts);
  if (slot === undefined) return ask(measure ? `${whom}在${name}的责任单位里吗` : `${whom}在${name}里吗`);
  const isHelp = /责任|配合/.test(slot);
  return ask(isHelp ? `${whom}是${name}的责任单位吗` : `${name}是${whom}${slot}吗`);
}

import { mentioned } from '../../question/parse.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Into how many parts something falls. */
const HOW_MANY =
  /^(?:那|它|里[面头]|下[面头]|底下|又|都|总共|一共|到底)*(?:给|被|还)?(?:拆|分|切|劈|划)(?:成|为|了|出|作)*(?:的)?(?:几|多少)(?:大|小)?(?:块|项|摊|份|个|部分|分项|个分项|小项)(?:呢|啊|[?？])*$/;
/** A part of a paper by its number, without the paper. */
const NTH_PART =
  /^(?:那|那么)?第[一二三四五六七八九\d](?:大)?(?:部分|块|章|大块|方面)(?:里[面头])?(?:又|都|主要)*(?:讲|说|写|叫|是|管)(?:的)?(?:是)?(?:啥|什么|哪些)(?:呢|[?？])*$/;
const LONGEST = 16;

/** `下头拆成几块` after a group that has parts; `第三部分讲啥` after how many parts a paper has. */
export function partsOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST) return undefined;
  const paper = last.question.text.match(/附件\d/)?.[0];
  const isOfPaper = paper !== undefined && firmOf(last.question).length === 0;
  if (isOfPaper && NTH_PART.test(text)) return ask(`${paper}${text.replace(/^那么?/, '')}`);
  const [group, ...others] = HOW_MANY.test(text) ? mentioned(last.question, 'group') : [];
  const parts = group && others.length === 0 ? facts.group(group.no)?.subLeads : undefined;
  return parts && parts.length > 0 ? ask(`${facts.group(group?.no ?? 0)?.name}有几个分项`) : undefined;
}

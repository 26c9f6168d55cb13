import { mentioned } from '../../question/parse.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const ALIKE =
  /^(?:那|那么)?(?:[跟和与像][他她](?:情况|处境|待遇)?(?:都)?(?:一样|同样|差不多|类似)的?(?:情况)?(?:的)?(?:人|领导|副组长)?(?:还|另外)?(?:有|是)?(?:谁|哪[个位些几]+|别人|没有?|吗|[?？])+$|(?:(?:副组长|他们|领导)(?:里[头面边]?|当中|中)?)?(?:还|另外|别的)?(?:有没有|有)?(?:谁|哪[个位些几]+|别人|旁人|其他人|别的(?:人|领导)|人)(?:也|是|又)*(?:(?:跟|和|与|像)[他她](?:俩)?(?:一样|一个样|这样|似的|同样)?|(?:一样|同样|这样|这种情况)|也)(?:是|也|都|的)*(?:空着|闲着|啥(?:都|也)没(?:有|分|摊|包)?|什么(?:都|也)没(?:有|分)?|没(?:有)?(?:分|包|摊上?|分到|分包|份|任务|活)(?:的|事|活儿?)*|的情况|情况)?(?:的|了)?(?:人|领导|副组长)?(?:吗|没有?|呢|嘞|[?？])*$)/;
/** Who of several people has nothing. */
const NONE =
  /^(?:那|那么)?(?:这|那|他们)?(?:里[头面边]?|其中|当中|里头|几[位个])?(?:有没有|有|是)?(?:谁|哪[个位些几]+|人)(?:是|又|还)?(?:(?:一|1)(?:项|个|摊|样|块)|啥|什么)?(?:事儿?|活儿?)?(?:都|也)?(?:没(?:有)?(?:分|包|摊上?|分到|分包|份|领)|空着|闲着|挂空)(?:的|着|到|上)?(?:[啥事活]儿?|任务|一?项)*(?:的|了)?(?:吗|没有?|呢|嘞|[?？])*$/;
const LONGEST = 18;

/** `还有谁跟她一样空着` after somebody who has nothing, `里头谁没分到` after the deputies: those that have nothing. */
export function alsoNone({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  const isOfDeputies = last.reply.focus.length > 2 && /副组长/.test(last.question.text);
  if (text.length <= LONGEST && isOfDeputies && NONE.test(text)) return ask('没有分包事项的副组长有哪些');
  const [person, ...others] = mentioned(last.question, 'person');
  if (text.length > LONGEST || !person || others.length > 0 || !ALIKE.test(text)) return undefined;
  const isOfCharge = /分|包|管|摊|负责|名下|手[里上]/.test(last.question.text);
  return isOfCharge && facts.groupsOfLeader(person.id).length === 0
    ? ask('没有分包事项的副组长有哪些')
    : undefined;
}

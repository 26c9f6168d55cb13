import { nameOf as unitOf } from '../../query/pronouns.ts';
import { mentioned } from '../../question/parse.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Whether the unit spoken of is in other groups too. */
const ELSEWHERE =
  /^(?:那|那么)?(?:别的|其他|其它|另外的?|其余的?)(?:小|专项)?组(?:里[面头边]?|上|名单)*(?:还|也|都)?有(?:没有)?(?:它|他们?|这家|人家)(?:的)?(?:份儿?|名字|名|影子|事儿?)?(?:没有?|吗|不|么|[?？])*$/;
/** Which measures of a paper it leads. */
const IN_PAPER =
  /^(?:那|那么)?(?:它|他们)?(?:在)?(附件\d)(?:里[面头边]?|中|那边)?(?:又|还|它|他们)*(?:牵|领|负责|打头|挑|管|扛)(?:头|着|了)*的?(?:有|是)?(?:哪|几|多少|啥|什么)(?:些|几)?(?:条|项|个)?(?:措施)?(?:呢|[?？])*$/;
const LONGEST = 18;

/** `别的组还有它没`, `附件1牵几条` after a question about one unit. */
export function unitElsewhere({ question: { text, mentions }, last, facts, ask }: Talk): Turn | undefined {
  if (text.length > LONGEST || mentions.some(({ kind, how }) => kind === 'unit' && how !== 'hint'))
    return undefined;
  const paper = text.match(IN_PAPER)?.[1];
  if (paper === undefined && !ELSEWHERE.test(text)) return undefined;
  const unit = unitOf('unit', last, facts);
  if (unit === undefined) return undefined;
  if (paper !== undefined) return ask(`${unit}牵头${paper}哪几条措施`);
  const asked = firmOf(last.question).some(({ kind }) => kind === 'group');
  const [group] = asked ? mentioned(last.question, 'group') : [];
  return ask(group ? `${unit}除了第${group.no}组还参加哪些组` : `${unit}参加哪些组`);
}

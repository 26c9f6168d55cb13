import { onlyGroup } from '../../conversation/subjects.ts';
import { nameOf } from '../../query/pronouns.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const GROUP = 'G(?:那|这)?(?:个|边|块|摊)?(?:组)?(?:里[面头]?|当中|名单)?';
/** Whether the unit spoken of is in another group, without its name. */
const IN_GROUP = new RegExp(
  `^(?:那|那么|可)?(?:也|还|又)?(?:在|进|沾|参加)(?:不在|没在)?${GROUP}(?:不|吗|没有?|么|呢|[?？])*$|^(?:那)?${GROUP}(?:有没有|有)(?:它|[他她]们|这家|该局)(?:的份儿?)?(?:吗|没有?|不|[?？])*$`,
);
/** Which part of a group the unit spoken of has. */
const PART_IN =
  /^(?:那)?(?:它|他们|这家|这个?单位|人家)在G(?:那|这)?(?:个|边|块)?(?:组)?(?:里[面头边]?|当中)?(?:又|还)?(?:领|牵头?|管|担|认|负责|分|揽|挑|主抓)(?:头|了|着|到|的)*(?:是)?(?:哪|啥|什么)(?:一|几|1)?(?:个)?(?:分?项|块|摊|个)?(?:呢|[?？])*$/;
/** Which number the group spoken of has. */
const ITS_NUMBER =
  /^(?:那|它|这个?|该)*(?:组)?(?:又|到底)?(?:是|算|排|编|列)?(?:在|到)?第?(?:几号(?:小?组)?|几组)(?:[,，]?(?:这个?|它|那个?)组?是?)?(?:呢|[?？])*$/;
const LONGEST = 16;

/** `在某组不`, `某组有它没` after the groups of a unit, or after who leads one. */
export function unitInGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  const [group, ...others] = firmOf(question);
  if (text.length > LONGEST || group?.kind !== 'group' || others.length > 0 || !IN_GROUP.test(masked))
    return undefined;
  const unit = nameOf('unit', last, facts);
  return unit === undefined
    ? undefined
    : ask(`${unit}在${group.text}${/组$/.test(group.text) ? '' : '组'}里吗`);
}

/** `它在某组里领了哪项` after who leads another. */
export function partInGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const [group, ...others] = firmOf(question);
  const isAsked = group?.kind === 'group' && others.length === 0 && PART_IN.test(question.masked);
  const unit = isAsked ? nameOf('unit', last, facts) : undefined;
  return unit === undefined ? undefined : ask(`${unit}在${group?.text}里牵头哪项`);
}

/** `几号来着` after something of one group. */
export function numberOfGroup({ question: { text }, last, facts, ask }: Talk): Turn | undefined {
  const name = text.length > LONGEST || !ITS_NUMBER.test(text) ? undefined : onlyGroup(last, facts);
  const isNamed = firmOf(last.question).some(({ kind }) => kind === 'group');
  return name === undefined || !isNamed ? undefined : ask(`${name}是第几组`);
}

import { nameOf } from '../../query/pronouns.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** A group, and whether it is his. */
const HIS =
  /^(?:那|那么)?G(?:小?组|这(?:块|摊|个)|那(?:块|摊|个))?(?:也|又|还|都)?(?:算|归|是|该|属于?)(?:不算|不归|不是)?(他|她|它|他们|人家|这家)(?:管|包|分包|牵头|负责|抓|的|名下|手里)*(?:吗|不|吧|么|没|[?？])+$/;
const LONGEST = 16;

/** `某事算他的不` after somebody, `某事归它吗` after a unit: whether that group is his. */
export function hisOrNot({ question, last, facts, ask }: Talk): Turn | undefined {
  const pronoun = question.text.length > LONGEST ? undefined : question.masked.match(HIS)?.[1];
  const [group, ...others] = firmOf(question);
  if (pronoun === undefined || group?.kind !== 'group' || others.length > 0) return undefined;
  const person = /^[他她]$/.test(pronoun) ? nameOf('person', last, facts) : undefined;
  const unit = person === undefined ? nameOf('unit', last, facts) : undefined;
  if (person !== undefined) return ask(`${group.text}是${person}分包的吗`);
  return unit === undefined ? undefined : ask(`${group.text}是${unit}牵头的吗`);
}

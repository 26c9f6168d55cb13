import { nameOf } from '../../query/pronouns.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const IT =
  '(?:它们?|他们|人家|(?:这|那|该)(?:一)?(?:家|个)?(?:单位|局|部门)?|牵头(?:的)?(?:单位|那家|这家)?)(?:自己|本身)?';
const MEMBERS =
  '(?:领导小组|B)?(?:的)?(?:成员(?:单位)?(?:的)?(?:名单)?|\\d+家成员(?:单位)?)(?:里[面头边]?|中|当中|之列)?';
const IS_IT = '(?:是不是|是否|在不在|算不算|有没有|在|是|算|属于|属|列入|列|进|有|包括|含|也|还|都|到底|又)*';
const YES_NO = '(?:写|列|提)?(?:上|了|进去)?(?:[吗吧么不没呢?？]|没有|有没有|是不是|在不在|算不算)*$';
/** A unit that was told, and whether it is one of the members. */
const ITS = new RegExp(`^(?:那|那么|可|但)?${IT}${IS_IT}${MEMBERS}${YES_NO}`);
const HAS_IT = new RegExp(`^(?:那|那么|可|但)?${MEMBERS}${IS_IT}${IT}${YES_NO}`);
const ASKS = /[吗吧么不没呢?？]|有没有|是否/;
const LONGEST = 24;

/** `那这家单位在成员名单里吗`, `成员单位里有它没` after who leads a group: whether that unit is a member of the leading group. */
export function memberOfBody({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  if (text.length > LONGEST || !text.includes('成员') || !ASKS.test(text)) return undefined;
  if (firmOf(question).some(({ kind }) => kind !== 'body')) return undefined;
  if (!ITS.test(masked) && !HAS_IT.test(masked)) return undefined;
  const name = nameOf('unit', last, facts);
  return name === undefined ? undefined : ask(`${name}是领导小组成员单位吗`);
}

import type { TaskGroup } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { entityKey } from '../../names/entities.ts';
import { reply } from '../../replies/reply.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';
import { TRADE_IN } from '../units/trade-in-told.ts';

/** Whether something is on the list that was just told. */
const IN_LIST =
  /^(?:那|可)?(.{2,10}?)(?:也|还)?(?:是不是|有没有|有没|算不算)?(?:排|算|列|写|归|数|点)?(?:得|是)?(?:在不在|在没在|不在|在|进|到)?(?:这|那)?(?:[几些两三四五六七八九十\d]+(?:样|个|项|家|条))?(?:里[头面边]|里(?=[不没吗])|其中|单子[上里]|名单[上里]|表[上里]|进去|在列|之内)(?:没有?|吗|不|么|呢|[?？])*$/;
/** The same by what the list has, or whether it counts: asked of one group, units are looked for in all of its slots. */
const HAS_IT =
  /^(?:那|可|里[面头]|其中|当中|名单里)*(?:也|还)?(?:有没有|有|包括|包含|含|带)([^,，]{2,10}?)(?:(?:这|那)?一?(?:家|项|个|条|组))?(?:没有?|吗|不|么|[?？])+$|^(?:那|可)?([^,，]{2,10}?)(?:算不算|在不在)(?:在内|一个|数|[他她它]的?|里[头面边])?[?？]*$|^(?:那|可|里[面头边])*(?:也|还)?有没有([^,，]{2,8}?)$/;
/** That something is not on it, for somebody to say so. */
const LACKS_IT =
  /^(?:那|可|应该|里[面头边]?|其中|当中|名单里|单子[上里])*(?:也|还|就)?(?:没有?|不(?:包括|包含|含|带|算))([^,，]{2,10}?)(?:(?:这|那)一?(?:家|项|个|条|组|位)|在(?:内|里[面头边]?))?(?:的)?(?:吧|吗|么)[?？]*$|^(?:那|可|应该)*([^,，]{2,10}?)(?:应该|也|就)*(?:不|没)在(?:里[头面边]|其中|之内|内|名单[上里]|单子[上里])(?:的)?(?:吧|吗|么)[?？]*$/;
/** Another one, after one was looked for. */
const NEXT = /^(?:那|还有)?([^,，]{2,10}?)(?:呢|嘞|哩)[?？]*$/;
const LONGEST = 18;

/** `某局在不在单子上`, `某事排进去没`, `有某事没`: looked for among what the last answer told, which is said again. */
export function isInTold({ question, last, facts, link }: Talk): Turn | undefined {
  const name = nameSought(question, last);
  if (name === undefined || TRADE_IN.test(question.text)) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  const isLacking = LACKS_IT.test(question.folded);
  const isInList = IN_LIST.test(question.text);
  const keys = link(name).flatMap((m) =>
    m.how === 'hint' && (isInList || m.text !== name) ? [] : m.entities.map(entityKey),
  );
  if (items.length < 2 || (keys.length === 0 && name.length < 3)) return undefined;
  // A unit that has another slot of the group is there all the same.
  const [group, ...groups] = last.reply.focus.filter(({ kind }) => kind === 'group');
  const inGroup = group?.kind === 'group' && groups.length === 0 ? unitsOf(facts.group(group.no)) : [];
  const isThere = items.some(
    ({ entity, said }) => (entity && keys.includes(entityKey(entity))) || fold(said).includes(name),
  );
  if (isLacking && !isThere && keys.some((key) => inGroup.includes(key))) return undefined;
  const line = (last.reply.lines.find((one) => !VERDICT.test(one)) ?? '').replace(SAID_YES, '');
  const verdict = isLacking
    ? isThere
      ? '不对，在里面。'
      : '对，不在里面。'
    : isThere
      ? '是的，在里面。'
      : '不在里面。';
  return {
    question,
    reply: reply([verdict, line], last.reply.cites, {
      focus: last.reply.focus,
    }),
    told: items,
  };
}

const unitsOf = (group: TaskGroup | undefined) =>
  group
    ? [...group.leadUnits, ...group.subLeads.map(({ unit }) => unit), ...group.responsibleUnits].map((id) =>
        entityKey({ kind: 'unit', id }),
      )
    : [];

const SAID_YES = /^(?:是的|不是|不|对)[，。]/;
const VERDICT = /^(?:(?:是的|不对)，在里面。|(?:对，)?不在里面。)$/;

function nameSought({ text, folded }: Talk['question'], last: Turn): string | undefined {
  if (text.length > LONGEST) return undefined;
  const [, lacked, absent] = folded.match(LACKS_IT) ?? [];
  // What one slot of a group has says nothing of the others.
  const isOfSlot = /责任单位|配合|牵头|成员|分包|副组长|副主任|哪/.test(last.question.text);
  if (isOfSlot && (lacked ?? absent) !== undefined) return lacked ?? absent;
  const inList = text.match(IN_LIST)?.[1];
  if (inList !== undefined) return inList;
  if (VERDICT.test(last.reply.lines[0] ?? '')) {
    const next = text.match(NEXT)?.[1];
    if (next !== undefined) return next;
  }
  const [group, ...others] = last.reply.focus.filter(({ kind }) => kind === 'group' || kind === 'measure');
  const isOfOne = group !== undefined && others.length === 0;
  const [, has, counts, any] = text.match(HAS_IT) ?? [];
  return isOfOne || firmOf(last.question).some(({ kind }) => kind === 'group')
    ? undefined
    : (has ?? counts ?? any);
}

import { entityKey } from '../entities.ts';
import { fold } from '../fold.ts';
import { reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Talk } from './talk.ts';
import { itemsTold } from './told.ts';

/** Whether something is on the list that was just told. */
const IN_LIST =
  /^(?:那|可)?(.{2,10}?)(?:也|还)?(?:是不是|有没有|有没)?(?:排|算|列|写|归|数|点)?(?:得|是)?(?:在不在|在没在|不在|在|进|到)?(?:这|那)?(?:[几些两三四五六七八九十\d]+(?:样|个|项|家|条))?(?:里[头面]|里(?=[不没吗])|其中|单子[上里]|名单[上里]|表[上里]|进去|在列|之内)(?:没有?|吗|不|么|呢|[?？])*$/;
const LONGEST = 18;

/** `某局在不在单子上`, `某事排进去没`: looked for among what the last answer told, which is said again. */
export function isInTold({ question, last, facts, link }: Talk): Turn | undefined {
  const { text } = question;
  const name = text.length > LONGEST ? undefined : text.match(IN_LIST)?.[1];
  if (name === undefined) return undefined;
  const items = last.told ?? itemsTold(last.reply, facts, link);
  const keys = link(name).flatMap((m) => (m.how === 'hint' ? [] : m.entities.map(entityKey)));
  if (items.length < 2 || (keys.length === 0 && name.length < 3)) return undefined;
  const isThere = items.some(
    ({ entity, said }) => (entity && keys.includes(entityKey(entity))) || fold(said).includes(name),
  );
  const [line = ''] = last.reply.lines;
  return {
    question,
    reply: reply([isThere ? '是的，在里面。' : '不在里面。', line], last.reply.cites, {
      focus: last.reply.focus,
    }),
    told: items,
  };
}

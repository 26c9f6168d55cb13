import type { Handler } from '../handler.ts';
import { needing } from '../handlers/needing.ts';
import { reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';

const ASKS_SAME =
  /^U(?:和|跟|与|同|、)U(?:到底|究竟|其实)?(?:是不是|是否|是|算不算|算)(?:指|说)?(?:的)?(?:同|同样)?一(?:家|个|码事|回事)(?:单位|局|部门|地方)?(?:吗|吧|么|不|[?？])*$/;

/** `某局和某局是一家吗`: two names, of one unit or of two. */
export const answerSameUnit: Handler = needing(
  () => ({ masked: [/U/, ASKS_SAME] }),
  ({ masked, mentions }, { facts }) => {
    if (!ASKS_SAME.test(masked)) return undefined;
    const [one, other] = mentions
      .filter((m) => m.kind === 'unit' && m.how !== 'hint')
      .map(({ text, entities: [entity, ...rivals] }) => ({ text, entity, isOne: rivals.length === 0 }));
    if (one?.entity?.kind !== 'unit' || other?.entity?.kind !== 'unit' || !one.isOne || !other.isOne)
      return undefined;
    const [a, b] = [facts.unit(one.entity.id), facts.unit(other.entity.id)];
    if (!a || !b) return undefined;
    const place = a.spellings[0]?.locations[0] ?? '三';
    const text =
      a.id === b.id
        ? `是的，“${one.text}”和“${other.text}”都是${a.name}`
        : `不是，通知里是两家：${a.name}、${b.name}`;
    return reply(`${text}。${at(place)}`, [place], { focus: [one.entity, other.entity] });
  },
);

import type { Handler } from '../../handler.ts';
import { listed, unitHolder } from '../../query/holders.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `某局有份没`, made plain, and nothing that it is to be in. */
const IS_IT_THERE = /^U(?:的|那边|这边|也|又|还)*在不在里[头面]$/;

/** Whether a unit is in it at all, by itself (`某局有活没`): the groups that it is in, with its part in each. */
export const answerUnitThere: Handler = needing(
  () => ({ masked: [/U/, IS_IT_THERE] }),
  (question, { facts }) => {
    const [unit, ...others] = mentioned(question, 'unit');
    if (!unit || others.length > 0 || !IS_IT_THERE.test(question.masked)) return undefined;
    const holder = unitHolder(facts, unit.id);
    const groups = holder.groups(undefined);
    if (groups.length === 0) return undefined;
    return reply(
      `${holder.name}在${groups.length}个组里：${listed(groups, holder)}。${at(holder.home)}`,
      [holder.home, ...groups.map((g) => g.location)],
      {
        focus: [holder.entity, ...groups.map(({ no }) => ({ kind: 'group' as const, no }))],
        spoken: question.residue,
      },
    );
  },
);

import type { Handler } from '../handler.ts';
import { mentioned } from '../parse.ts';
import { reply } from '../reply.ts';
import { groupLines, slotsAsked } from './groups.ts';

/**
 * A situation instead of a name (`工厂要通天然气，找谁`): the group that a word of it points to, its lead units
 * and its leader.
 */
export const answerScenario: Handler = (question, { facts }) => {
  const [hint] = mentioned(question, 'group', true);
  const group = hint && facts.group(hint.no);
  if (!group || question.mentions.some((m) => m.how !== 'hint')) return undefined;
  const asked = slotsAsked(question);
  const owners = asked.filter((slot) => slot !== 'duty' && slot !== 'number');
  const asksGroup = /哪(?:一)?个?(?:专项)?(?:工作)?小?组|什么组|谁的组|哪一?组/.test(question.masked);
  if (owners.length === 0 && !asksGroup) return undefined;
  const slots = asksGroup || owners.length === 0 ? (['leader', 'lead'] as const) : owners;
  return reply(groupLines(facts, group, slots), [group.location], {
    focus: [{ kind: 'group', no: group.no }],
    confidence: 0.85,
    isOwner: true,
    spoken: question.mentions.map((m) => m.text),
  });
};

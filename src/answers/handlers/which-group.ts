import type { Handler } from '../handler.ts';
import { reply } from '../reply.ts';
import { groupName } from '../texts.ts';

/** `监管那个组`: where several groups share the piece of a name, which one is meant is asked back. */
export const answerWhichGroup: Handler = (question, { facts }) => {
  const piece = question.mentions.find((m) => m.how === 'piece' && m.entities.length > 1);
  if (!piece) return undefined;
  const groups = piece.entities.flatMap((e) => (e.kind === 'group' ? (facts.group(e.no) ?? []) : []));
  const before = question.text.slice(0, piece.start);
  const after = question.text.slice(piece.end);
  return reply(`您问的是哪一组？${groups.map(groupName).join('、')}`, ['三'], {
    kind: 'clarify',
    confidence: 0.4,
    focus: groups.map(({ no }) => ({ kind: 'group', no })),
    suggestions: groups.map(({ field }) => ({ label: field, question: `${before}${field}${after}` })),
  });
};

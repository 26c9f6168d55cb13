import type { Handler } from '../../handler.ts';
import type { Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { groupName } from '../../replies/texts.ts';
import { slotsAsked } from './groups.ts';

/** `线上办理那块被挑出的毛病是啥`: a word of a story, of which no slot of a group is asked. */
function tellsOther(question: Question): boolean {
  const said = question.residue.filter((part) => part.length > 1).join('');
  return said.length >= STORY && !/组/.test(question.text) && slotsAsked(question).length === 0;
}

const STORY = 4;

/** `监管那个组`: where several groups share the piece of a name, which one is meant is asked back. */
export const answerWhichGroup: Handler = (question, { facts }) => {
  const piece = question.mentions.find((m) => m.how === 'piece' && m.entities.length > 1);
  if (!piece || tellsOther(question)) return undefined;
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

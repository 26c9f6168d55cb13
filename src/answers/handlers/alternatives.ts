import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { mentioned, type Question } from '../parse.ts';
import { reply } from '../reply.ts';
import { answerSubLeads, groupLines } from './groups.ts';
import { WHICH_PART } from './unit-in-group.ts';

const EITHER =
  /[PU].{0,5}还是|还是.{0,5}[PU]|^P[、和跟与,，]?P[,，](?:谁|哪(?:一)?[个位]|[^P]*G[^P]*(?:哪(?:一)?[个位]|谁)(?:来着)?$)/;

/** `归冯书记还是刘书记`, `归组织部还是人社`: of two that are offered, who really has the matter that is named or hinted at. */
export const answerAlternatives: Handler = (question, desk) => {
  if (!EITHER.test(question.masked) || WHICH_PART.test(question.masked)) return undefined;
  const [item] = mentioned(question, 'subLead', true);
  if (item) return answerSubLeads({ ...question, mentions: firmly(question) }, desk);
  const group = groupMeant(question, desk.facts);
  if (!group) return undefined;
  const slot = mentioned(question, 'person').length > 0 ? 'leader' : 'lead';
  return reply(groupLines(desk.facts, group, [slot]), [group.location], {
    focus: [{ kind: 'group', no: group.no }],
    isOwner: true,
  });
};

/** The one matter that the question speaks of; the first word of several. */
function groupMeant(question: Question, facts: Facts) {
  const [named] = mentioned(question, 'group');
  const [hinted] = mentioned(question, 'group', true);
  const no = (named ?? hinted)?.no;
  return no === undefined ? undefined : facts.group(no);
}

/** A spoken word for an item counts as its name here: who has it is all that is asked. */
const firmly = ({ mentions }: Question) =>
  mentions.map((m) => (m.kind === 'subLead' && m.how === 'hint' ? { ...m, how: 'spoken' as const } : m));

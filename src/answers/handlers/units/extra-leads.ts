import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, measureName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** `附件1多出来一家牵头的`, `牵头单位附件1比正文多了谁`. */
const ASKS =
  /附件\d.*(?:多|添|加|增)(?:出来?|出了?|了|列了?|写了?|挂了?)(?:的)?(?:[一1两2几]个?|哪)?(?:家|单位|局|部门)?.*牵头|牵头.*附件\d.*(?:多|添|加|增)(?:出来?|出了?|了|列了?|写了?)/;

/** Which unit leads a group's measures in the attachment and not the group itself; a piece of a name will do, where one group is so. */
export const answerExtraLeads: Handler = needing(
  () => ({ masked: [ASKS] }),
  (question, { facts }) => {
    if (!ASKS.test(question.masked)) return undefined;
    const found = groupsMeant(question, facts).flatMap((group) => {
      // Whose items have leads of their own has a measure for each of them.
      if (group.subLeads.length > 0) return [];
      return facts.measuresOfGroup(group.no).flatMap((measure) => {
        const extra = measure.leadUnits.filter((id) => !group.leadUnits.includes(id));
        const isAdded = extra.length > 0 && extra.length < measure.leadUnits.length;
        return isAdded ? [{ group, measure, extra }] : [];
      });
    });
    const [only, ...others] = found;
    if (!only || others.length > 0) return undefined;
    const { group, measure, extra } = only;
    return reply(
      `多的是${unitList(facts, extra)}：${measureName(measure)}由${unitList(facts, measure.leadUnits)}牵头，${groupName(group)}由${unitList(facts, group.leadUnits)}牵头。${at(measure.location, group.location)}`,
      [measure.location, group.location],
      { focus: extra.map((id) => ({ kind: 'unit', id })), spoken: question.residue, readsAll: true },
    );
  },
);

/** The groups that a question names, or that share the piece of a name that it has. */
const groupsMeant = ({ mentions }: Question, facts: Facts): TaskGroup[] =>
  mentions
    .filter(({ kind, how }) => kind === 'group' && how !== 'hint')
    .flatMap(({ entities }) =>
      entities.flatMap((e) => (e.kind === 'group' ? (facts.group(e.no) ?? []) : [])),
    );

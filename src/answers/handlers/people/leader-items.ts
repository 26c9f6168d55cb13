import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { groupLines } from '../groups/groups.ts';
import { needing } from '../needing.ts';

const ITS_ITEMS =
  /^P(?:的|那个|这个|手里|名下|分包|包|管|抓)*(?:大)?(?:专项)?小?组?(?:里[头面]?|下面|底下)?的?分项/;

/** `某主任那个大组的分项有几个`: the items of those groups of a leader that have any. */
export const answerItemsOfLeader: Handler = needing(
  () => ({ masked: [/P/, ITS_ITEMS] }),
  (question, { facts }) => {
    const [leader, ...others] = mentioned(question, 'person');
    if (!leader || others.length > 0 || !ITS_ITEMS.test(question.masked)) return undefined;
    const groups = facts.groupsOfLeader(leader.id).filter(({ subLeads }) => subLeads.length > 0);
    if (groups.length === 0) return undefined;
    return reply(
      groups.flatMap((group) => groupLines(facts, group, ['subLeads'])),
      groups.map(({ location }) => location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })), spoken: question.residue },
    );
  },
);

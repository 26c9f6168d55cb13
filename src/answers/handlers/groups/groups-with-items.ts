import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { needing } from '../needing.ts';
import { groupLines } from './groups.ts';

const HAS_ITEMS = /分项(?:的)?牵头|总牵头/;
const ASKS_WHICH = /(?:哪|几)(?:一|些|几)?个?(?:专项)?(?:工作)?小?组(?!长)|[哪几]个(?:才|又|既)?(?:设|有|分)/;
/** What else is asked of the units or items themselves. */
const ASKS_MORE = /哪[些几]?(?:家|个?(?:单位|局|部门))|谁|[几多少]+(?:家|项)|[A-Z]|不|没/;

/** `哪个组既有总牵头又有分项牵头`: the groups whose matters are shared out among units, and how. */
export const answerGroupsWithItems: Handler = needing(
  () => ({ masked: [HAS_ITEMS, ASKS_WHICH] }),
  ({ masked, residue }, { facts }) => {
    if (!HAS_ITEMS.test(masked) || !ASKS_WHICH.test(masked) || ASKS_MORE.test(masked)) return undefined;
    const groups = facts.model.groups.filter(({ subLeads }) => subLeads.length > 0);
    return reply(
      groups.flatMap((group) => groupLines(facts, group, ['lead', 'subLeads'])),
      groups.map(({ location }) => location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })), spoken: residue, readsAll: true },
    );
  },
);

import type { TaskGroup } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, responsibleList, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const ASKS_GROUP = /(?:哪|第几|几|啥|什么)[几些个]*(?:专项)?(?:工作)?小?组|组(?:是|叫)(?:啥|什么|哪|第几)/;
const LISTED = /责任单位|配合单位|名单|一栏|写|列|有/;
/** What of a name tells it from a general word for members. */
const SHORTEST = 5;

/** Members of groups that are no single units, each with the groups that list it. */
const listedMembers = perNotice(({ model }) => {
  const known = new Map<string, { said: string; groups: TaskGroup[] }>();
  for (const group of model.groups)
    for (const name of group.collectives) {
      const said = bare(name);
      const member = known.get(said) ?? { said, groups: [] };
      member.groups.push(group);
      known.set(said, member);
    }
  // Who is listed in many groups has no name: all that are concerned.
  return [...known.values()].filter(({ groups }) => groups.length === 1);
});

const bare = (text: string) => fold(text).replace(/["“”、]/g, '');

/** `责任单位一栏写着“某会议成员单位”的是第几组`: the group that lists members who are no single unit. */
export const answerGroupsListing: Handler = needing(
  () => ({ text: [ASKS_GROUP, LISTED] }),
  ({ text, mentions, residue }, { facts }) => {
    if (!ASKS_GROUP.test(text) || !LISTED.test(text)) return undefined;
    const said = bare(text);
    // A body by its own name has members of its own: then the whole name must be there.
    const isNamed = mentions.some((m) => m.how !== 'hint');
    const member = listedMembers(facts).find((one) =>
      isNamed ? said.includes(one.said) : endOf(one.said, said),
    );
    const [group] = member?.groups ?? [];
    if (!group) return undefined;
    return reply(
      `${groupName(group)}由${unitList(facts, group.leadUnits)}牵头，责任单位：${responsibleList(facts, group)}。${at(group.location)}`,
      [group.location],
      { focus: [{ kind: 'group', no: group.no }], spoken: residue, readsAll: true },
    );
  },
);

/** Whether a text says a name, or at least its end. */
const endOf = (name: string, text: string) =>
  name.length >= SHORTEST && text.includes(name.slice(-Math.max(SHORTEST, Math.min(name.length, LONGEST))));
/** So much of a long name's end stands for it. */
const LONGEST = 8;

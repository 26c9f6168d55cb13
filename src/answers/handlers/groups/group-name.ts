import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { needing } from '../needing.ts';
import { groupLines } from './groups.ts';

/** A group and the question how it is called or numbered, and nothing else. */
const ASKS_NAME =
  /^(?:那|这)?G组?(?:的)?(?:全称|全名|大名|名字|名称|组名)?(?:到底|具体)?(?:是|叫|叫做|又叫)+(?:个)?(?:什么|啥)(?:名字?|名称|组)?儿?(?:[,，、和跟]?(?:又|还)?(?:是|排|列)*(?:在)?第几(?:个|组|位|号)?)?$/;

/** `某公司牵头的那个组叫啥、排第几`: the group with its number; what it is told by is no matter to look for. */
export const answerGroupName: Handler = needing(
  () => ({ masked: [/G/, ASKS_NAME] }),
  (question, { facts }) => {
    const [asked, ...others] = mentioned(question, 'group');
    const group = asked && others.length === 0 ? facts.group(asked.no) : undefined;
    if (!group || !ASKS_NAME.test(question.masked)) return undefined;
    return reply(groupLines(facts, group, []), [group.location], {
      focus: [{ kind: 'group', no: group.no }],
      spoken: question.residue,
    });
  },
);

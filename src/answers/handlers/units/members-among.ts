import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Which of them is a member and which is not. */
const WHICH =
  /(?:谁|哪(?:一)?[家个])(?:没|不)?(?:在|是|进|列|算|写|有)|是不是都|都(?:在|是|进|列|算)|分别(?:在|是)/;
const MEMBERS = /成员(?:单位)?/;

/** `甲局和乙局，谁在成员名单上、谁不在`: each of several units held against the members of the leading group. */
export const answerMembersAmong: Handler = needing(
  () => ({ masked: [/U/, MEMBERS, WHICH] }),
  (question, { facts }) => {
    const { masked } = question;
    const units = mentioned(question, 'unit').map(({ id }) => id);
    if (units.length < 2 || !MEMBERS.test(masked) || !WHICH.test(masked) || /小?组(?!成员)/.test(masked))
      return undefined;
    if (mentioned(question, 'group').length + mentioned(question, 'person').length > 0) return undefined;
    const { memberUnits, location } = facts.mainBody;
    const [members, others] = [true, false].map((isIn) =>
      units.filter((id) => memberUnits.includes(id) === isIn),
    );
    const said = [
      ...(members && members.length > 0 ? [`${unitList(facts, members)}在领导小组成员单位名单里`] : []),
      ...(others && others.length > 0 ? [`${unitList(facts, others)}不在`] : []),
    ];
    const isOnlyOut = members?.length === 0;
    return reply(
      `${said.join('，')}${isOnlyOut ? '领导小组成员单位名单里' : ''}。${at(location)}`,
      [location],
      {
        focus: units.map((id) => ({ kind: 'unit' as const, id })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

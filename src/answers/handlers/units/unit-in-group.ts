import type { TaskGroup } from '../../../notice/types.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** What part a unit takes in a group, in words; undefined where none. */
export function partOf(unitId: string, group: TaskGroup): string | undefined {
  if (group.leadUnits.includes(unitId)) return group.leadLabel.startsWith('总') ? '总牵头单位' : '牵头单位';
  const sub = group.subLeads.filter((item) => item.unit === unitId).map((item) => item.item);
  if (sub.length > 0) return `分项牵头单位（${sub.join('、')}）`;
  return group.responsibleUnits.includes(unitId) ? '责任单位' : undefined;
}

/** Which of two parts a unit takes. */
export const WHICH_PART =
  /牵头(?:的|单位)?(?:呢)?,?还是(?:配合|责任|参[与加]|协助)|(?:配合|责任单位|参[与加]|协助)(?:的)?,?还是牵头/;

/** Who leads is asked behind that (`某局是牵头还是配合；那牵头的呢`). */
const LEAD_TOO = /[,，;；。?？](?:那|那么|不是的话|要不是)*牵头(?:的|单位)(?:呢|又?是(?:谁|哪家?))?[?？]*$/;

/** Which leader has the group, whoever asks (`某局来问，某组跟哪位区领导对接`). */
const ASKS_LEADER = /G[^,，]{0,6}哪(?:一)?[位个](?:区)?领导|哪(?:一)?[位个](?:区)?领导[^,，]{0,6}G/;

/** A unit and a group together, without a claim to check: the unit's part in it. */
export const answerUnitInGroup: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const units = mentioned(question, 'unit');
    const named = mentioned(question, 'group');
    const pointed = /[这那](?:个|一)?(?:专项)?(?:小)?组/.test(question.masked);
    const groups = named.length === 0 && pointed ? mentioned(question, 'group', true) : named;
    if (units.length === 0 || groups.length === 0) return undefined;
    if (/U(?:牵头|领|管|抓|负责)?(?:的|那个|这个|家)*G/.test(question.masked) && question.cues.has('duty'))
      return undefined;
    if (
      /还是|哪家|谁/.test(question.masked) &&
      /牵头/.test(question.masked) &&
      !WHICH_PART.test(question.masked)
    )
      return undefined;
    if (
      !/除了?|还/.test(question.masked) &&
      /(?:配合|责任单位|参与|参加)的?(?:都)?(?:是|有)?(?:谁|哪)/.test(question.masked)
    )
      return undefined;
    if (/G的?(?:分包|分管|牵头|责任)(?:领导|单位).{0,4}(?:谁|哪)/.test(question.masked)) return undefined;
    if (ASKS_LEADER.test(question.masked)) return undefined;
    const pairs = units.flatMap(({ id }) => groups.map(({ no }) => ({ id, group: facts.group(no) })));
    const lines = pairs.map(({ id, group }) => {
      const part = group && partOf(id, group);
      const name = unitList(facts, [id]);
      if (!group) return '';
      const lead =
        LEAD_TOO.test(question.masked) && !group.leadUnits.includes(id)
          ? `牵头的是${unitList(facts, group.leadUnits)}。`
          : '';
      return `${name}${part ? `是${groupName(group)}的${part}` : `不在${groupName(group)}的名单里`}。${lead}`;
    });
    const cites = pairs.map(({ group }) => group?.location ?? '三');
    return reply(lines, cites, {
      confidence: /在|是|哪|什么|啥/.test(question.masked) ? 0.85 : 0.75,
      ...(named.length === 0 ? { spoken: question.residue } : {}),
      focus: groups,
    });
  },
);

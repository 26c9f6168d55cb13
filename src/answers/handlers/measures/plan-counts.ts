import type { Handler } from '../../handler.ts';
import { perNotice } from '../../per-notice.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const MOST =
  /(?:出现|提到|落实|引用|用到?|写|点名?|依据|照)(?:得|的)?(?:次数|回数|条数)?最(?:多|勤|频繁|常)|(?:次数|条数|回数)最多|最(?:常|多)(?:出现|提到|落实|引用|见|用)|(?:哪|什么|啥)(?:个|一个|份)?[^,，]{0,4}方案[^,，]{0,8}(?:最多|最常)/;

/** The plans that measures carry out, those of most measures first. */
const plansByMeasures = perNotice(({ model }) =>
  [
    ...Map.groupBy(
      model.measures.filter((m) => m.plan !== undefined),
      ({ plan = '' }) => plan,
    ),
  ].sort(([, a], [, b]) => b.length - a.length),
);

/** `落实得最多的是哪个方案`: the plan that most measures carry out; what is cut off is said. */
export const answerPlanCounts: Handler = needing(
  () => ({ text: [/方案/, MOST] }),
  ({ text, mentions }, { facts }) => {
    if (!text.includes('方案') || !MOST.test(text) || /单位|牵头|哪个局|谁/.test(text)) return undefined;
    if (mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause')) return undefined;
    const [first, second] = plansByMeasures(facts);
    if (!first || first[1].length === second?.[1].length) return undefined;
    const [plan, measures] = first;
    const unseen = facts.model.measures.filter((m) => m.status !== 'whole' && m.plan === undefined).length;
    if (second && second[1].length + unseen > measures.length) return undefined;
    const note = unseen > 0 ? `另有${unseen}条因原文缺页看不到落实哪个方案。` : '';
    const numbers = measures.map(({ no }) => no).join('、');
    return reply(
      `看得到的措施里落实最多的是《${plan}》，共${measures.length}条：第${numbers}条。${note}${at(...measures.map((m) => m.location).slice(0, 1))}`,
      measures.map((m) => m.location),
      { focus: measures.map(({ no }) => ({ kind: 'measure', no })) },
    );
  },
);

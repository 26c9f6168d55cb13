import type { Facts } from '../facts.ts';
import { firmOf, type Turn } from '../turn.ts';

const ATTACHED = /附件(\d)/;
const SAME = /也(?:是|写|这么|这样|一样|归|由)|一样|相同|一致|同样|对得上/;
const ONLY_PLACE = /^(?:在|到)?附件\d(?:里面?|中|上|那边|那份)?(?:头)?的?(?:呢|又牵头?(?:什么|啥|哪些?)?)$/;
const ITS_MEASURE = /^(?:那)?附件\d(?:里|中)?(?:对应)?(?:的)?(?:那|这)?(?:几)?条?(?:里)?呢$/;
const SLOTS: readonly [RegExp, string][] = [
  [/配合|责任单位|参加|参与/, '责任单位'],
  [/牵头|负责|谁管/, '牵头单位'],
];

/**
 * What is asked of the other paper about the last subject: whether it says the same (`附件1里也是这两家吗` after a
 * group), or what a unit does there (`在附件1里呢`). In: the text that a message leaves to say.
 */
export function inOtherPaper(text: string, last: Turn, facts: Facts): string[] {
  const no = text.match(ATTACHED)?.[1];
  if (no === undefined || ATTACHED.test(last.question.text)) return [];
  const slot = SLOTS.find(([asks]) => asks.test(last.question.text))?.[1];
  const [focus] = last.reply.focus;
  const group = focus?.kind === 'group' ? facts.group(focus.no) : undefined;
  if (group && slot !== undefined && SAME.test(text))
    return [`${group.name}的${slot}正文和附件${no}写的一样吗`];
  const measures = group && ITS_MEASURE.test(text) ? facts.measuresOfGroup(group.no) : [];
  if (measures.length > 0 && slot !== undefined)
    return [
      `附件${no}${measures.map((m) => `第${m.no}条`).join('、')}的${slot === '责任单位' ? '配合单位' : slot}是谁`,
    ];
  const [unit, ...others] = firmOf(last.question).filter((m) => m.kind === 'unit');
  if (!unit || others.length > 0 || !ONLY_PLACE.test(text)) return [];
  const activity = /配合|责任|参加|参与/.test(last.question.text) ? '配合' : '牵头';
  return [`${unit.text}在附件${no}里${activity}哪几条`];
}

const ISSUED =
  /^(?:是|由|又|都|那)*(?:谁|哪[两几些个二]?(?:家|个|级)?(?:单位|部门|机关|地方)?)(?:联合)?(?:印发|下发|发文|制发|印|发|出)(?:的|文)*$/;

/** `哪两家印的` after a paper that this notice cites. */
export function issuersAsked(text: string, last: Turn): string[] {
  const title = last.reply.lines[0]?.match(/^《([^》]+)》/)?.[1];
  const isCited = last.reply.cites.every((place) => !place.startsWith('文头'));
  return title !== undefined && isCited && ISSUED.test(text) ? [`《${title}》是谁印发的`] : [];
}

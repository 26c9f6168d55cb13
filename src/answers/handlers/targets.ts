import type { Indicator } from '../../notice/types.ts';
import { fold } from '../fold.ts';
import type { Handler } from '../handler.ts';
import { mentioned } from '../parse.ts';
import { reply } from '../reply.ts';
import { at } from '../texts.ts';

const ASKS_TARGETS = /目标|指标|任务指标|量化|数字|硬性?要求|达到什么(?:程度|水平|标准)/;
const SHOWN = 6;

/** `获得电力的目标有哪些`: the indicators of a matter, each once. */
export const answerTargets: Handler = (question, { facts }) => {
  const [asked, ...others] = mentioned(question, 'group');
  const group = asked && facts.group(asked.no);
  if (!group || others.length > 0 || !ASKS_TARGETS.test(question.masked)) return undefined;
  if (question.residue.join('').replace(/目标|指标|今年|年底|量化|数字|几|具体/g, '').length > 0)
    return undefined;
  const indicators = distinct(facts.indicatorsOfGroup(group.no)).slice(0, SHOWN);
  if (indicators.length === 0) return undefined;
  const said = indicators.map((indicator) => `${indicator.quote}${at(indicator.location)}`);
  return reply(
    `${group.field}的目标：${said.join('；')}。`,
    indicators.map((i) => i.location),
    {
      focus: [{ kind: 'group', no: group.no }],
    },
  );
};

/** The same target may stand in two places; figures come before words. */
function distinct(indicators: readonly Indicator[]): Indicator[] {
  const seen = new Set<string>();
  const order = [...indicators].sort(
    (a, b) =>
      Number(a.value === undefined) - Number(b.value === undefined) || a.groups.length - b.groups.length,
  );
  return order.filter((indicator) => {
    const key = fold(indicator.quote).replace(/^\d+年底前?,?/, '');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

import { fold } from '../../characters/fold.ts';
import { parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, ownersOf } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { severalOfItem, severalSpokenOf } from './measures.ts';

const SEVERAL = /(?:这|那)?(?:[两二三四五2-5]|几)条(?:措施)?/;
const OWNERS = /谁|归|牵头|负责|哪(?:个|家)|配合|单位/;

/** `某事两条归谁`, `某事三条措施的标题`: the measures of a matter, each with its owner or its headline. */
export const answerMatterMeasures: Handler = needing(
  () => ({ text: [SEVERAL] }),
  (question, { facts, retriever }) => {
    const { text } = question;
    const groups = mentioned(question, 'group');
    const [asked, ...others] = groups.length > 0 ? groups : mentioned(question, 'group', true);
    const units = mentioned(question, 'unit').map(({ id }) => id);
    const isOther = question.mentions.some(
      (m) =>
        m.how !== 'hint' &&
        m.kind !== 'group' &&
        m.kind !== 'clause' &&
        !(m.kind === 'unit' && units.length === 1),
    );
    if (others.length > 0 || isOther || !SEVERAL.test(text) || /小组|几条(?:措施)?$|有几条/.test(text))
      return undefined;
    const ofItem = asked || units.length > 0 ? [] : severalOfItem(question, { facts });
    const spoken = asked
      ? []
      : units.length > 0
        ? ledBy(units, text, facts)
        : ofItem.length > 0
          ? ofItem
          : severalSpokenOf(text, retriever);
    if (!asked && spoken.length === 0) return undefined;
    const said = fold(question.residue.join('')).replace(/分别|标题|讲|归|条|干|内容|各/g, '');
    const measures = asked
      ? facts.measuresOfGroup(asked.no)
      : spoken.flatMap((no) => facts.measure(no) ?? []);
    if ((asked && said.length > 3) || measures.length < 2 || measures.length > MOST) return undefined;
    const asksOwners = OWNERS.test(text);
    return reply(
      measures.map((m) => {
        const what = asksOwners ? ownersOf(facts, m) : (m.headline ?? '');
        const cut = m.status === 'cut' ? '（原文缺页，只见一部分）' : '';
        return `${measureName(m)}${cut}：${what}。${at(m.location)}`;
      }),
      measures.map((m) => m.location),
      { focus: measures.map(({ no }) => ({ kind: 'measure', no })), spoken: question.residue },
    );
  },
);

/** `某局那两条`: what a unit leads, where it is as many as are said. */
function ledBy([unit = '']: readonly string[], text: string, facts: Facts): number[] {
  const count = parseNumeral(text.match(/[那这](?:个)?([两二三四五2-5])条/)?.[1] ?? '');
  const led = facts.measuresOfUnit(unit, 'lead').map(({ no }) => no);
  return led.length === count ? led : [];
}

const MOST = 4;

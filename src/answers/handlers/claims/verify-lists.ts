import { fold } from '../../characters/fold.ts';
import { type Quantity, quantitiesIn } from '../../characters/numerals.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { targetsFor } from '../figures/differences.ts';
import { needing } from '../needing.ts';

const JOINS = /[,，;；、和跟与是要达到为]|以[上下内]|左右|年底|今年|\d+月/g;

interface Said {
  name: string;
  figure: Quantity;
}

/** Every figure of a claim with the words before it. */
function figuresSaid(text: string): Said[] {
  const figures = quantitiesIn(text).filter(
    (q) => !/[年月季]/.test(q.unit) && /\d/.test(q.text) && !/[a-z]$/.test(text.slice(0, q.start)),
  );
  return figures.map((figure, i) => {
    const before = figures[i - 1];
    const from = before === undefined ? 0 : before.start + before.text.length;
    return { name: text.slice(from, figure.start).replace(JOINS, ','), figure };
  });
}

/** `平均办理17天，全流程38天，没记反吧`: every figure against the target it is said of. */
const pairsOfFigures: Handler = (question, desk) => {
  const said = figuresSaid(question.text);
  if (said.length < 2 || said.some(({ name }) => name.replaceAll(',', '').length < 2)) return undefined;
  const subject =
    question.mentions.find((m) => m.kind === 'group' && m.how !== 'number' && m.how !== 'hint')?.text ?? '';
  const known = said.flatMap(({ name, figure }) => {
    const about = `${name},${name.includes(subject) ? '' : subject}`;
    const targets = targetsFor(about, figure.text, desk);
    const meant =
      targets.find(({ indicator }) => unitOf(indicator.unit) === figure.unit) ??
      targets.find(({ indicator }) => figure.unit === '' || isDays(figure.unit, indicator.unit));
    return meant ? [{ indicator: meant.indicator, claimed: figure.value }] : [];
  });
  const ids = new Set(known.map(({ indicator }) => indicator.id));
  if (known.length < said.length || ids.size < known.length) return undefined;
  const isTrue = known.every(({ indicator, claimed }) => indicator.value === claimed);
  const isSwapped =
    !isTrue && known.every(({ claimed }) => known.some(({ indicator }) => indicator.value === claimed));
  const quotes = [...new Set(known.map(({ indicator }) => indicator.quote.replace(/[。；]$/, '')))];
  const places = known.map(({ indicator }) => indicator.location);
  return reply(
    `${isSwapped ? '不是，说反了。' : verdict(isTrue)}${quotes.join('，')}。${at(...places)}`,
    places,
    {
      spoken: question.residue,
    },
  );
};

const isDays = (...units: string[]) => units.every((unit) => /天|日/.test(unit));
const unitOf = (unit: string) =>
  fold(unit)
    .replace(/^个(?=.)/, '')
    .replace('日', unit === '日' ? '天' : '日');

const AMONG =
  /(?:里|中|名单|内|之列)(?:面|头|边)?(?:也|都)?(?:有|包括|包含|含|算|列)|在.{0,10}(?:里|内|之列|中)|有没有/;
/** Coverage from which on a common goal is the one spoken of. */
const MEANT = 0.35;

/** `力争某某的9项里有某事没有`: whether a matter is among those that a sentence counts up. */
const amongListed: Handler = needing(
  () => ({ masked: [/G/, AMONG] }),
  (question, { facts, retriever }) => {
    const [asked, ...others] = mentioned(question, 'group');
    const group = asked && facts.group(asked.no);
    if (!group || others.length > 0 || !AMONG.test(question.masked)) return undefined;
    if (mentioned(question, 'unit').length + mentioned(question, 'person').length > 0) return undefined;
    const lists = facts.model.indicators.filter((i) => i.groups.length > 2);
    const places = new Set(lists.map((i) => i.location));
    const names = question.mentions.filter((m) => m.kind === 'group').map((m) => m.text);
    const parts = question.content.map((part) => names.reduce((text, name) => text.replace(name, ','), part));
    const [match] = retriever.search({
      parts,
      only: (s) => places.has(s.location) && lists.some((i) => s.text.includes(i.quote)),
    });
    if (!match || match.coverage < MEANT) return undefined;
    const list = lists.find((i) => match.statement.text.includes(i.quote));
    if (!list) return undefined;
    const isIn = list.groups.includes(group.no);
    return reply(
      `${isIn ? '有' : '没有'}，${group.field}${isIn ? '在其中' : '不在其中'}：${list.quote.replace(/[。；]$/, '')}。${at(list.location)}`,
      [list.location],
      { focus: [{ kind: 'group', no: group.no }], spoken: question.residue },
    );
  },
);

export const LIST_CHECKS: readonly Handler[] = [pairsOfFigures, amongListed];

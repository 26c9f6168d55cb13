import type { Indicator } from '../../notice/types.ts';
import { isClaim, verdict } from '../claims.ts';
import type { Facts } from '../facts.ts';
import { fold } from '../fold.ts';
import type { Handler } from '../handler.ts';
import { quantitiesIn } from '../numerals.ts';
import { mentioned, type Question } from '../parse.ts';
import { reply } from '../reply.ts';
import { at } from '../texts.ts';

const RISES = /提升|提高|提多少|再提|上提|升|涨|增长|进步|拔高|幅度/;
const HOW_MUCH = /多少|几|百分|\d+%?还是|幅度|多高|多大/;
const COMPARES =
  /一样|相同|一致|比.{0,8}(?:高|低|多|少|大|小)|哪个.{0,6}(?:高|大|多|低|少)|谁.{0,4}(?:高|大|多)|差/;

/** Goals that several matters share, by the time they are due: `2021年4月` → `4月`. */
function goalsDue(facts: Facts, text: string): Map<string, Indicator[]> {
  const due = new Map<string, Indicator[]>();
  for (const goal of facts.model.indicators) {
    if (goal.groups.length === 1 || goal.value === undefined || !goal.deadlineText) continue;
    if (!/提升/.test(goal.quote)) continue;
    const time = goal.deadlineText.replace(/^\d{4}年?/, '').replace(/[前份]$/, '');
    const said = time.startsWith('底') ? '年底' : time;
    if (!text.includes(said)) continue;
    due.set(said, [...(due.get(said) ?? []), goal]);
  }
  return due;
}

/** `信用环境四月份要升多少`: a matter's share of the common goals; where none is its own, that of all matters. */
export const answerGoals: Handler = (question, { facts }) => {
  const { text } = question;
  if (!RISES.test(text) || COMPARES.test(text)) return undefined;
  const checks = isClaim(question);
  if (!checks && !HOW_MUCH.test(text)) return undefined;
  const due = goalsDue(facts, text.replace(/(?:比|较|在)\d*年?\d{1,2}月(?:份)?(?:的)?(?:基础上?)?/g, ''));
  if (due.size === 0) return undefined;
  const named = [...mentioned(question, 'group')];
  const groups = named.length > 0 ? named : mentioned(question, 'group', true).slice(0, 1);
  if (groups.length === 0 && !isOfAll(question)) return undefined;
  const shown = [...due.values()].flatMap((goals) =>
    groups.length === 0 ? goals : groups.flatMap(({ no }) => goalsOf(no, goals, question)),
  );
  const goals = [...new Set(shown)];
  if (goals.length === 0) return undefined;
  const figures = quantitiesIn(text).filter((q) => q.unit === '%');
  if (checks && (figures.length === 0 || goals.length > 1)) return undefined;
  const isTrue = figures.some((q) => goals.some((goal) => goal.value === q.value));
  const opening = checks ? verdict(isTrue) : '';
  return reply(
    goals.map((goal, i) => `${i === 0 ? opening : ''}${sentenceOf(goal)}。${at(goal.location)}`),
    goals.map((goal) => goal.location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
};

/** All matters together: nothing else is named. */
function isOfAll({ residue, mentions }: Question): boolean {
  const rest = residue
    .join('')
    .replace(
      /各?指标|各项|整体|全区|总体|总的|节点|时间点|两个?|提升|提高|\d+月份?|年底|再|评价|升|涨|幅度/g,
      '',
    );
  return rest.length < 3 && mentions.every((m) => m.how === 'hint' || m.kind === 'clause');
}

/** A matter's own goal among those of one time, else the one of all matters. */
function goalsOf(no: number, goals: readonly Indicator[], { mentions }: Question): Indicator[] {
  const own = goals.filter((goal) => goal.groups.includes(no));
  const words = mentions.filter((m) => m.kind === 'group').map((m) => m.text);
  const said = own.filter((goal) => words.some((word) => fold(goal.quote).includes(word)));
  if (said.length > 0) return said;
  return own.length > 0 ? own : goals.filter((goal) => goal.groups.length === 0);
}

/** With the time it is due, where the quote does not begin with it. */
function sentenceOf({ quote, deadlineText = '' }: Indicator): string {
  return quote.includes(deadlineText) ? quote : `${deadlineText}：${quote}`;
}

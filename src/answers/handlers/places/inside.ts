import type { TaskGroup } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { residueOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName } from '../../replies/texts.ts';
import { slotsAsked } from '../groups/groups.ts';
import { needing } from '../needing.ts';

/** Verbs of duties, those of one meaning together; none is the notice's own. */
const VERBS: readonly (readonly string[])[] = [
  ['提升', '提高', '增强'],
  ['压缩', '缩短', '减少', '降低', '精简', '压降', '缩减', '砍', '减', '降'],
  ['建立', '健全', '搭建', '构建', '建设', '建'],
  ['完善', '健全'],
  ['优化', '改善', '改进'],
  ['简化'],
  ['营造', '创造', '打造', '形成'],
  ['推进', '推动', '加快', '推行'],
  ['推广'],
  ['加强', '强化', '加大'],
  ['深化', '深入'],
  ['清理'],
  ['查处', '整治', '惩治'],
  ['畅通'],
  ['围绕', '聚焦'],
  ['覆盖'],
  ['增加'],
  ['保障', '保护', '维护'],
  ['实现'],
  ['落实'],
  ['创新'],
  ['丰富'],
  ['宣传'],
  ['规范'],
];

const WHAT = '(?:什么|啥|哪[些几样一]|哪|嘛|怎样|咋样)';
const LAST = /最后|末了|最终|到头来|落脚|归根/;
const INDICATORS = /指标/;
const LISTS = /指标(?:是|有)?$|哪|什么|啥|几|背|列|报|说|念|数|都有|抓|入手|看|全/;
const END = /等指标入手$/;

/** One piece of a group's duty between commas. */
interface Piece {
  text: string;
  group: TaskGroup;
}

/**
 * A group is named and one thing of its duty asked for (`…组最后要提升什么`, `…那四个指标`): the piece of the duty that has
 * it. Undefined where an owner is asked for or no piece tells itself apart.
 */
export const answerInside: Handler = needing(
  () => ({ masked: [/[GU]/] }),
  (question, { facts }) => {
    const groups = groupsNamed(question, facts);
    const [group, ...others] = groups;
    if (!group || others.length > 0) return undefined;
    if (/哪一?年|(?:什么|啥)时候|何时/.test(question.text)) return undefined;
    if (/方案|文件|通知|附件|[那这]一?条/.test(question.masked)) return undefined;
    const slots = slotsAsked(question).filter((slot) => slot !== 'duty');
    if (slots.length > 0 && !INDICATORS.test(question.masked)) return undefined;
    const pieces = piecesOf(group);
    const found = indicatorsIn(question, pieces) ?? doneIn(question, pieces);
    if (!found || found.length === 0) return undefined;
    const said = `${countOf(found, question.masked)}${found.map(({ text }) => text).join('；')}`;
    return reply(`${said}。${at(group.location)}`, [group.location], {
      focus: [{ kind: 'group', no: group.no }],
      confidence: 0.9,
      spoken: [...question.residue],
      suggestions: [{ label: '责任分工', question: `${group.field}小组的责任分工是什么` }],
      aside: { line: `${groupName(group)}的责任分工。${at(group.location)}`, cites: [group.location] },
    });
  },
);

const HOW_MANY =
  /(?:几|多少)(?:个|项|类|样)?(?:核心|具体|评价)?指标|指标(?:一共|总共|有|是)*(?:几|多少)(?:个|项)/;

/** How many things one list names, where that is asked. */
function countOf([list, ...others]: readonly Piece[], masked: string): string {
  if (!list || others.length > 0 || !HOW_MANY.test(masked) || !END.test(list.text)) return '';
  return `共${list.text.split('、').length}个：`;
}

/** The group named, or the one that a unit leads (`某部那组`). */
function groupsNamed(question: Question, facts: Facts): TaskGroup[] {
  const named = mentioned(question, 'group');
  if (named.length > 0) return named.flatMap(({ no }) => facts.group(no) ?? []);
  const units = mentioned(question, 'unit');
  const [unit] = units;
  if (!unit || units.length > 1 || !/U(?:牵头|打头|挑头|领衔)?的?(?:那|这)?个?组/.test(question.masked))
    return [];
  return facts.model.groups.filter((group) => group.leadUnits.includes(unit.id));
}

function piecesOf(group: TaskGroup): Piece[] {
  return group.duty
    .replace(/^责任分工[：:]/, '')
    .split(/[，。；]/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text: text.trim(), group }));
}

/** `哪几个指标`: the pieces that list what the group starts from. */
function indicatorsIn({ masked, text }: Question, pieces: readonly Piece[]): Piece[] | undefined {
  if (
    !INDICATORS.test(masked) ||
    !LISTS.test(masked) ||
    /数字|量化|硬|具体数/.test(masked) ||
    /谁|领导|单位|局|多少(?!个|项)/.test(masked)
  )
    return undefined;
  const listed = pieces.filter((piece) => END.test(piece.text));
  const near = listed.filter((piece) => overlap(piece.text, text) > 1);
  return listed.length > 1 && near.length === 1 ? near : listed;
}

/** `提升什么`, `…要建立啥`: the pieces in which just that is done. */
function doneIn({ masked }: Question, pieces: readonly Piece[]): Piece[] | undefined {
  const verbs = VERBS.find((row) => row.some((verb) => asksObject(masked, verb)));
  if (!verbs) return undefined;
  const asked = verbs.filter((verb) => masked.includes(verb));
  const rest = residueOf(masked.replace(/[A-Z]/g, ',')).join('');
  const told = pieces.filter((piece) => !END.test(piece.text) || overlap(piece.text, rest) > 2);
  const withOne = (words: readonly string[]) =>
    told.filter((piece) => words.some((w) => piece.text.includes(w)));
  const exact = withOne(asked);
  const having = exact.length > 0 ? exact : withOne(verbs);
  if (having.length < 2) return having;
  if (LAST.test(masked)) return having.slice(-1);
  const scores = having.map((piece) => overlap(piece.text, rest));
  const most = Math.max(...scores);
  return most === 0 ? having : having.filter((_, i) => scores[i] === most);
}

/** The verb with its object asked for, before or after it (`提升的是什么`, `对什么进行清理`). */
function asksObject(masked: string, verb: string): boolean {
  if (!masked.includes(verb)) return false;
  return new RegExp(
    `${verb}(?:的)?(?:到|成|出|起|好|了)?(?:一个|个|一种)?(?:的)?(?:都)?(?:是)?${WHAT}|${WHAT}[^,，]{0,4}(?:要|得|需|该)?(?:被|给|进行)?${verb}`,
  ).test(masked);
}

/** Pairs of characters that two texts share. */
function overlap(piece: string, text: string): number {
  const folded = fold(piece);
  let count = 0;
  for (let i = 0; i + 1 < text.length; i++) if (folded.includes(text.slice(i, i + 2))) count += 1;
  return count;
}

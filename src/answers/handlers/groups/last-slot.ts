import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Question } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, unitList } from '../../replies/texts.ts';
import { answerMeasures } from '../measures/measures.ts';
import { needing } from '../needing.ts';
import { groupLines } from './groups.ts';

type SlotName = 'leader' | 'lead' | 'responsible' | 'duty';

/** What each says of a group or a unit; the word that stands bare at the end is asked. */
const SLOTS: readonly (readonly [SlotName, string])[] = [
  ['lead', '牵头(?:单位|部门|的)?'],
  ['responsible', '(?:当|做|是)?(?:责任单位|配合单位|配合部门|责任部门|配合)(?:的)?'],
  ['leader', '分包(?:的)?(?:区)?(?:领导)?'],
  ['duty', '(?:责任)?分工|职责|任务'],
];
const BARE = SLOTS.map(
  ([slot, words]) =>
    [
      slot,
      new RegExp(
        `^(?:那|而|它|至于|剩下|就差|就剩|的|只|还|另外)*(?:${words})(?:的)?(?:那|这)?(?:[一二两三四五六七八九十\\d]{1,2}[个家]?)?(?:组|名单)?(?:呢|是|有|为|又|都|[:：]|哪[些几][个家]?|哪家|啥|什么|谁|来着)*(?:[报列说念](?:全|齐|一下|出来)*)?[?？。…_—]*$`,
      ),
    ] as const,
);
const SAID = SLOTS.map(([slot, words]) => [slot, new RegExp(words)] as const);
const ASKS = /谁|哪|几|多少|什么|啥|还是|[吗么吧没不]/;

/** `某组：牵头某局，分包某某，责任单位`: what is told of one thing slot by slot, and the last slot left bare. */
export const answerLastSlot: Handler = needing(
  () => ({ masked: [/[,，;；。]/, /[A-Z]/] }),
  (question, desk) => {
    const [subject, ...told] = question.mentions.filter(({ how }) => how !== 'hint');
    const clauses = question.masked.split(/[,，;；。]/).filter((clause) => clause !== '');
    const last = clauses.pop() ?? '';
    const slot = BARE.find(([, words]) => words.test(last))?.[0];
    if (
      !subject ||
      (told.length === 0 && !COUNTED.test(question.masked)) ||
      slot === undefined ||
      clauses.length === 0
    )
      return undefined;
    const before = clauses.join(',');
    if (ASKS.test(before) || !tellsAnother(before, slot) || !/^[UGM]/.test(before)) return undefined;
    const entity = subject.entities.length === 1 ? subject.entities[0] : undefined;
    if (entity?.kind === 'unit') return ofUnit(entity.id, slot, desk.facts);
    if (entity?.kind === 'measure')
      return answerMeasures(onlyAbout(question, `M${slot === 'lead' ? '牵头单位' : '配合单位'}`), desk);
    const group = entity?.kind === 'group' ? desk.facts.group(entity.no) : undefined;
    return (
      group &&
      reply(groupLines(desk.facts, group, [slot]), [group.location], {
        focus: [{ kind: 'group', no: group.no }],
        spoken: question.residue,
      })
    );
  },
);

/** `牵头一个，配合五个`: how many, in place of names. */
const COUNTED = /^U[^,，UGPM]{0,4}(?:牵头|配合|责任单位)[^,，UGPM]{0,3}[一二两三四五六七八九十\d]个/;

/** Another slot is filled with a name or a number before. */
const tellsAnother = (before: string, asked: SlotName) =>
  (/[UGP].*[UGP]|M.*U/.test(before) || COUNTED.test(before)) &&
  SAID.some(([slot, words]) => slot !== asked && words.test(before));

const onlyAbout = (question: Question, masked: string): Question => ({
  ...question,
  mentions: question.mentions.filter(({ how }) => how !== 'hint').slice(0, 1),
  masked,
});

/** The groups that a unit leads or supports. */
function ofUnit(id: string, slot: SlotName, facts: Facts): Reply | undefined {
  if (slot !== 'lead' && slot !== 'responsible') return undefined;
  const other = slot === 'lead' ? 'responsible' : 'lead';
  const said = ([slot, other] as const).flatMap((part, i) => {
    const groups = facts.groupsOfUnit(id, part);
    const does = part === 'lead' ? '牵头' : '当责任单位';
    if (groups.length === 0) return i === 0 ? [`没有${does}的组`] : [];
    return [`${does}的组共${groups.length}个：${groupList(groups)}`];
  });
  return reply(`${unitList(facts, [id])}${said.join('；')}。${at('三')}`, ['三'], {
    focus: facts.groupsOfUnit(id, slot).map(({ no }) => ({ kind: 'group', no })),
  });
}

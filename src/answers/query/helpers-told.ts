import type { TaskGroup } from '../../notice/types.ts';
import { parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { groupLines } from '../handlers/groups/groups.ts';
import { needing } from '../handlers/needing.ts';
import type { Mention } from '../names/entities.ts';
import { maskMentions } from '../names/mask.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupName, unitList } from '../replies/texts.ts';
import { groupsNamed, type Row, unitsNamed } from './row.ts';
import { NUMBERS } from './set-aside.ts';
import { skeletonOf, vocabularyWith } from './tokens.ts';
import { unreadWith } from './unread.ts';

/** Words for those behind the lead, beside those of memberships. */
const BEHIND = vocabularyWith({
  s: '下面跟着 底下跟着 后面跟着 底下 手底下 手下 下面 下头 下边 后头 后面 后边 身后 跟着 跟了 跟的 跟着干 干活 干活儿 跑腿 出力 使劲 搭手 搭把手 搭着 帮着 打下手 帮忙 陪着 挂着 做事 办事 落实',
  g: '那组 那个组 那一组 这个组 这组',
  d: `10几 20几 10来 20来 十几 十来 ${NUMBERS}`,
  x: '剩 剩下 另外 别家 别的 其他 其余 还有 还',
  '-': '点 点了 各 各自 分别 报一遍 报一下 列一下 念念 念一遍 点名 点了名 点到 写 写着 写了 写的 列 列着 列了 列的 配 配了 配着 拉 拉了 拉上 带 带了 带着 叫 叫上 喊上 派 来 具体 具名 明着 真正 光 之中 当中 家伙 儿 搭 搭了 那儿 挂 挂了 排 排着 摆 摆着 捎上 捎带 用 了 的 着 单单 一起 一块 一块儿 都 里头 本组 名字',
});
const unread = unreadWith(BEHIND);
/** Names that none of its letters stands for. */
const OTHER_NAMES = /[MSCBOPE]/;
const OTHER_MATTER = /[MSCBOPEzirpqyn]/;
/** One group, by its name or by who leads it; who leads it may be named besides, or set aside. */
const ASKED = /^[GUlgdbsxewcoua,k]+$/;
/** Asked is who leads, or which group: others answer that. */
const ASKS_OTHER = /w[ud]*l|lu?w|wu?[ud]*g/;
const COUNTS = /几|多少/;
/** A list is wanted, or how many there are is said and they are not. */
const WANTS_LIST = /[报列念数说点](?:一|出|全|个|下|给|念|列|说)|全要|都要|给我/;
const ENDS_COUNTED = /sd+u?$/;
const WHAT = /^是?(?:啥|什么|怎么写|咋写)$/;
const OF_UNITS = /谁|家|单位|部门|局/;

/**
 * Who stands behind the lead of one group, however that is said (`某组，底下就一家，谁`, `某局领的那个组，后头跟着哪四家`,
 * `管某事那组，某局之外还有谁帮忙`): its responsible units.
 */
export const answerHelpersTold: Handler = needing(
  () => ({ masked: [/[GU]/] }),
  (asked, { facts }) => {
    const question = withLeadNamed(asked, facts);
    if (OTHER_NAMES.test(question.masked) || unread(question.masked) > 0) return undefined;
    const read = skeletonOf(question, BEHIND);
    const { letters } = read;
    if (read.unread !== '' || OTHER_MATTER.test(letters) || !ASKED.test(letters)) return undefined;
    // Without a word for them, the lead is named and set aside.
    const asksBehind = /s/.test(letters) || (!/l/.test(letters) && /U[^w]*[ex]|eU/.test(letters));
    // `供某物的，某组除外还有啥`: asked of the unit that the matter stands for.
    if (/G.*G/.test(letters) && /[ex]/.test(letters)) return undefined;
    if (
      !(
        /[wc]/.test(letters) ||
        COUNTS.test(question.masked) ||
        ENDS_COUNTED.test(letters) ||
        WANTS_LIST.test(question.folded)
      ) ||
      !asksBehind ||
      ASKS_OTHER.test(letters)
    )
      return undefined;
    const row: Row = { ...read, facts };
    // `某组后面还干啥`: what, not who.
    const whats = row.said.filter((_, i) => letters[i] === 'w');
    if (whats.some(({ text }) => WHAT.test(text)) && !/u/.test(letters)) return undefined;
    const groups = groupsOf(row);
    const named = unitsNamed(row);
    if (groups.length === 0 || !groups.every((group) => isOfLead(named, group, /[ex]/.test(letters))))
      return undefined;
    const counts = /c/.test(letters) || COUNTS.test(question.masked);
    const replies = groups.map((group) => helpersReply(group, named, counts, facts));
    return reply(
      replies.flatMap(({ lines }) => lines),
      groups.map(({ location }) => location),
      {
        focus: groups.map(({ no }) => ({ kind: 'group', no })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** Behind whom the others stand. */
const STANDS_BEHIND = /^(?:牵头)?(?:的)?(?:后[头面边]|下[面头边]|底下|之?外|以外|后)/;

/** `某组里某局的简称后头还写了哪家`: behind a bare word for the unit that leads the group, that unit is meant. */
function withLeadNamed(question: Question, facts: Facts): Question {
  const { mentions, text } = question;
  const [group, ...others] = mentioned(question, 'group');
  const leads = others.length === 0 && group ? (facts.group(group.no)?.leadUnits ?? []) : [];
  const isLead = ({ kind, how, entities, end }: Mention) =>
    kind === 'unit' &&
    how === 'hint' &&
    entities.some((entity) => entity.kind === 'unit' && leads.includes(entity.id)) &&
    STANDS_BEHIND.test(text.slice(end));
  if (leads.length === 0 || !mentions.some(isLead)) return question;
  const named = mentions.map((m) =>
    isLead(m)
      ? {
          ...m,
          how: 'spoken' as const,
          entities: m.entities.filter((e) => e.kind === 'unit' && leads.includes(e.id)),
        }
      : m,
  );
  return { ...question, mentions: named, masked: maskMentions(text, named) };
}

/** More groups than this are not told one by one. */
const MOST = 4;

/** The group that is named, or those that the unit named leads (`某局领的那个组`, `某局领的俩组`). */
function groupsOf(row: Row): readonly TaskGroup[] {
  const [group, ...others] = groupsNamed(row);
  if (group) return others.length === 0 ? [group] : [];
  const [, lead, number] = row.letters.match(/^U(l?)([dc]*)g/) ?? [];
  if (number === undefined || !asksUnits(row)) return [];
  const [unit, ...more] = unitsNamed(row);
  const led = unit === undefined ? [] : row.facts.groupsOfUnit(unit, 'lead');
  // `某局那俩组`: as many as it leads.
  const said = row.said[1]?.text.replace('俩', '两').replace('仨', '三') ?? '';
  if (lead === '' && parseNumeral(said.slice(0, 1)) !== led.length) return [];
  return more.length === 0 && led.length <= (number === '' ? 1 : MOST) ? led : [];
}

/** `哪几个` alone may be groups. */
const asksUnits = ({ letters, said }: Row) =>
  said.slice(letters.search(/[wc]/)).some(({ text }) => OF_UNITS.test(text));

/** Whether the units named are those that lead; any of the group's where they are set aside. */
const isOfLead = (named: readonly string[], group: TaskGroup, isApart: boolean) =>
  named.every((id) => group.leadUnits.includes(id) || (isApart && group.responsibleUnits.includes(id)));

function helpersReply(group: TaskGroup, named: readonly string[], counts: boolean, facts: Facts): Reply {
  const rest = group.responsibleUnits.filter((id) => !named.includes(id));
  const focus = { focus: [{ kind: 'group' as const, no: group.no }] };
  if (rest.length === group.responsibleUnits.length)
    return reply(groupLines(facts, group, ['responsible'], counts), [group.location], focus);
  const names = [unitList(facts, rest), ...group.collectives].filter(Boolean).join('、');
  const said = names === '' ? '没有再点名别的单位' : `还有${rest.length}家：${names}`;
  return reply(
    `${groupName(group)}的责任单位${said}${group.openEnded ? '等相关单位' : ''}。${at(group.location)}`,
    [group.location],
    focus,
  );
}

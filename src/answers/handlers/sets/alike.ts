import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { rangeIn } from '../../names/ranges.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import {
  type Held,
  heldGroup,
  heldMeasure,
  type Slot,
  slotOf,
  slotsAsked,
} from '../../replies/holders-of.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, unitList } from '../../replies/texts.ts';
import type { Retriever } from '../../sentences/retrieve.ts';
import { severalSpokenOf } from '../measures/measures.ts';
import { needing } from '../needing.ts';

const ALIKE =
  /一样|相同|同样|一致|对得上|同一?(?:个|位|家|批|拨)|不同|区别|差别|出入|变没变|[是归由]一?(?:家|位|个人|个领导|个局)|都(?:是|归|由)(?:一|同|它|他|这)/;
const FEWER = /少(?:了|掉)?(?:哪|谁|几|多少|什么)|缺(?:了)?(?:哪|谁|几)|没(?:有)?(?:哪|谁)/;
const MORE = /多(?:了|出)?(?:哪|谁|几|多少|什么)/;
const NOT_ALIKE =
  /都有|都在|都参加|同时|共有|共同|重合|交集|哪[些几]?(?:家|个)?(?:单位|部门)|一样多|差几|差多少/;

/** `这两组牵头单位和领导一样不`, `第28、29条配合单位一样吗`, `第5条比第4条少了哪两家`: things of one kind side by side. */
export const answerAlike: Handler = needing(
  () => ({ masked: [[FEWER, MORE, ALIKE]] }),
  (question, { facts, retriever }) => {
    const { masked } = question;
    const owned = ownedGroups(question, facts);
    const isOwned = owned.length > 1 && ALIKE.test(masked);
    const named = isOwned ? owned : heldMeant(question, facts);
    const held = named.length > 0 || !ALIKE.test(masked) ? named : heldSpokenOf(question, facts, retriever);
    if (held.length < 2) return undefined;
    const others = mentioned(question, 'unit').length + mentioned(question, 'person').length;
    if (others > 0 && !isOwned) return undefined;
    if (
      held.length === 2 &&
      /比|跟|和|与|较/.test(question.text) &&
      (FEWER.test(masked) || MORE.test(masked))
    )
      return difference(facts, held, question);
    if (!ALIKE.test(masked) || NOT_ALIKE.test(masked)) return undefined;
    const slots = slotsAsked(masked).filter((slot) => slot !== 'leader' || held.some((h) => h.leader));
    if (slots.length === 0 && question.residue.join('').length > 2) return undefined;
    const all: Slot[] = held.some((h) => h.leader) ? ['leader', 'lead', 'support'] : ['lead', 'support'];
    const asked = slots.length > 0 ? slots : all;
    const given = LED_BY.test(masked) ? 'lead' : 'leader';
    const open = isOwned ? asked.filter((slot) => slot !== given) : asked;
    return sideBySide(facts, held, open.length > 0 ? open : asked, /是不是都一样/.test(masked));
  },
);

const LED_BY =
  /U(?:[、和跟与]U)*(?:这|那)?(?:[两几二三四五六2-9](?:家|个单位))?(?:各|都|分别)?牵头?(?:的|哪).{0,4}组/;
const RUN_BY = /P(?:同志)?(?:分包|分管|包|管|抓)的.{0,8}组/;

/** `某局牵头的两个组`, `王五分包的三个组`: groups that are named by who has them. */
function ownedGroups(question: Question, facts: Facts): Held[] {
  const { masked } = question;
  const led = LED_BY.test(masked)
    ? mentioned(question, 'unit').flatMap(({ id }) => facts.groupsOfUnit(id, 'lead'))
    : [];
  const run = RUN_BY.test(masked)
    ? mentioned(question, 'person').flatMap(({ id }) => facts.groupsOfLeader(id))
    : [];
  return [...new Set([...led, ...run])].map((group) => heldGroup(facts, group));
}

/** The groups or measures compared: named, in a range, or all measures of the one matter named. */
function heldMeant(question: Question, facts: Facts): Held[] {
  const groups = mentioned(question, 'group').map(({ no }) => no);
  const measures = mentioned(question, 'measure').map(({ no }) => no);
  const range = rangeIn(question.text, facts);
  const numbers =
    measures.length > 0 ? measures : range?.kind === 'measure' ? range.numbers : ofMatter(question, facts);
  const asMeasures = numbers
    .map((no) => facts.measure(no))
    .filter((m) => m !== undefined)
    .filter((m) => m.status !== 'missing')
    .map((m) => heldMeasure(facts, m));
  const [own] = groups;
  const inBoth =
    groups.length === 1 && own !== undefined && isOfBoth(question) ? facts.group(own) : undefined;
  if (inBoth) {
    const there = asMeasures.length > 0 ? asMeasures : measuresOf(inBoth.no, facts);
    return [heldGroup(facts, inBoth), ...there];
  }
  if (asMeasures.length > 1 && (groups.length < 2 || measures.length > 1)) return asMeasures;
  return (groups.length > 1 ? groups : range?.kind === 'group' ? range.numbers : [])
    .map((no) => facts.group(no))
    .filter((g) => g !== undefined)
    .map((g) => heldGroup(facts, g));
}

/** `某事那两条`: measures that the words before it stand in. */
const heldSpokenOf = ({ text }: Question, facts: Facts, retriever: Retriever) =>
  severalSpokenOf(text, retriever).flatMap((no) => {
    const measure = facts.measure(no);
    return measure && measure.status !== 'missing' ? [heldMeasure(facts, measure)] : [];
  });

/** `第16组跟附件1第12条`, `正文和附件1里某事的牵头单位`: a task group beside the measures of the attachment. */
const isOfBoth = ({ masked, text }: Question) =>
  /G[^GM,，]{0,8}[跟和与同比][^GM]{0,6}M|M[^GM,，]{0,8}[跟和与同比][^GM]{0,6}G/.test(masked) ||
  (!/M/.test(masked) && /正文|组/.test(text) && /附件\d/.test(text));

const measuresOf = (no: number, facts: Facts) =>
  facts
    .measuresOfGroup(no)
    .filter((m) => m.status !== 'missing')
    .map((m) => heldMeasure(facts, m));

/** `某事那两条措施`: the measures of a matter that is named, where the question speaks of several. */
function ofMatter(question: Question, facts: Facts): number[] {
  if (!/[两二2几三3]条|条.{0,4}(?:之间|互相)|措施/.test(question.masked)) return [];
  const [group, ...others] = mentioned(question, 'group');
  return group && others.length === 0 ? facts.measuresOfGroup(group.no).map((m) => m.no) : [];
}

const LABEL: Record<Slot, string> = { leader: '分包领导', lead: '牵头', support: '配合' };

function sideBySide(facts: Facts, held: readonly Held[], slots: readonly Slot[], asksIf = false): Reply {
  const judged = slots.map((slot) => {
    const said = held.map((h) => ({ h, ...slotOf(facts, h, slot) }));
    const isSame = said.every(
      ({ key, text }) => key === said[0]?.key && (key !== '' || text === said[0]?.text),
    );
    const label = slots.length > 1 ? LABEL[slot] : '';
    const names = held.map((h) => h.name).join('、');
    const text = isSame ? `都是${said[0]?.text}` : said.map(({ h, text }) => `${h.name}：${text}`).join('；');
    const line = `${label}${isSame ? `一样，${names}` : '不一样。'}${text}。${at(...held.map((h) => h.location))}`;
    return { isSame, line };
  });
  const same = judged.filter(({ isSame }) => isSame).length;
  const start = !asksIf ? '' : same === judged.length ? '是的，' : same === 0 ? '不是。' : '不全一样。';
  const lines = judged.map(({ line }, i) => (i === 0 ? `${start}${line}` : line));
  return reply(
    lines,
    held.map((h) => h.location),
    { focus: held.map((h) => h.entity) },
  );
}

/** What one list has and the other has not. The one named before 比 is looked at. */
function difference(
  facts: Facts,
  [first, second]: readonly Held[],
  { masked, text }: Question,
): Reply | undefined {
  if (!first || !second) return undefined;
  const slots = slotsAsked(masked);
  const isLead = /牵头/.test(masked);
  const list = (h: Held) =>
    slots.includes('support') ? h.supports : isLead ? h.leads : [...new Set([...h.leads, ...h.supports])];
  const word = isLead && !slots.includes('support') ? '牵头单位' : '单位';
  const isFewer = FEWER.test(text);
  if (!/哪|谁|什么/.test(text)) {
    const [a, b] = [list(first).length, list(second).length];
    const sizes = [first, second].map((h) => `${h.name}${list(h).length}家`).join('，');
    const verdict =
      a === b
        ? '一样多'
        : `${a > b === !isFewer ? '' : '不是，'}${first.name}${a > b ? '多' : '少'}${Math.abs(a - b)}家`;
    return reply(
      `${verdict}：${sizes}。${at(first.location, second.location)}`,
      [first.location, second.location],
      {
        focus: [first.entity],
      },
    );
  }
  const [from, to] = isFewer ? [second, first] : [first, second];
  const rest = list(from).filter((id) => !list(to).includes(id) && !to.leads.includes(id));
  const said = rest.length > 0 ? `${rest.length}家：${unitList(facts, rest)}` : '0家，没有';
  return reply(
    `${first.name}比${second.name}${isFewer ? '少' : '多'}的${word}有${said}。${at(first.location, second.location)}`,
    [first.location, second.location],
    { focus: [first.entity] },
  );
}

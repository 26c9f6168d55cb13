import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Held, heldGroup, heldMeasure, type Slot, slotOf, slotsAsked } from '../holders-of.ts';
import { mentioned, type Question } from '../parse.ts';
import { rangeIn } from '../ranges.ts';
import { type Reply, reply } from '../reply.ts';
import { at, unitList } from '../texts.ts';

const ALIKE =
  /一样|相同|同样|一致|对得上|同一?(?:个|位|家|批|拨)|不同|区别|差别|出入|变没变|[是归由]一?(?:家|位|个人|个领导|个局)|都(?:是|归|由)(?:一|同|它|他|这)/;
const FEWER = /少(?:了|掉)?(?:哪|谁|几|多少|什么)|缺(?:了)?(?:哪|谁|几)|没(?:有)?(?:哪|谁)/;
const MORE = /多(?:了|出)?(?:哪|谁|几|多少|什么)/;
const NOT_ALIKE =
  /都有|都在|都参加|同时|共有|共同|重合|交集|哪[些几]?(?:家|个)?(?:单位|部门)|一样多|差几|差多少/;

/** `这两组牵头单位和领导一样不`, `第28、29条配合单位一样吗`, `第5条比第4条少了哪两家`: things of one kind side by side. */
export const answerAlike: Handler = (question, { facts }) => {
  const held = heldMeant(question, facts);
  if (held.length < 2) return undefined;
  const { masked } = question;
  const units = mentioned(question, 'unit');
  if (units.length > 0 || mentioned(question, 'person').length > 0) return undefined;
  if (held.length === 2 && /比|跟|和|与|较/.test(question.text) && (FEWER.test(masked) || MORE.test(masked)))
    return difference(facts, held, question);
  if (!ALIKE.test(masked) || NOT_ALIKE.test(masked)) return undefined;
  const slots = slotsAsked(masked).filter((slot) => slot !== 'leader' || held.some((h) => h.leader));
  if (slots.length === 0 && question.residue.join('').length > 2) return undefined;
  const all: Slot[] = held.some((h) => h.leader) ? ['leader', 'lead', 'support'] : ['lead', 'support'];
  return sideBySide(facts, held, slots.length > 0 ? slots : all);
};

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
  if (asMeasures.length > 1 && (groups.length < 2 || measures.length > 1)) return asMeasures;
  return (groups.length > 1 ? groups : range?.kind === 'group' ? range.numbers : [])
    .map((no) => facts.group(no))
    .filter((g) => g !== undefined)
    .map((g) => heldGroup(facts, g));
}

/** `招投标那两条措施`: the measures of a matter that is named, where the question speaks of several. */
function ofMatter(question: Question, facts: Facts): number[] {
  if (!/[两二2几三3]条|条.{0,4}(?:之间|互相)|措施/.test(question.masked)) return [];
  const [group, ...others] = mentioned(question, 'group');
  return group && others.length === 0 ? facts.measuresOfGroup(group.no).map((m) => m.no) : [];
}

const LABEL: Record<Slot, string> = { leader: '分包领导', lead: '牵头', support: '配合' };

function sideBySide(facts: Facts, held: readonly Held[], slots: readonly Slot[]): Reply {
  const lines = slots.map((slot) => {
    const said = held.map((h) => ({ h, ...slotOf(facts, h, slot) }));
    const isSame = said.every(
      ({ key, text }) => key === said[0]?.key && (key !== '' || text === said[0]?.text),
    );
    const label = slots.length > 1 ? LABEL[slot] : '';
    const names = held.map((h) => h.name).join('、');
    const text = isSame ? `都是${said[0]?.text}` : said.map(({ h, text }) => `${h.name}：${text}`).join('；');
    return `${label}${isSame ? `一样，${names}` : '不一样。'}${text}。${at(...held.map((h) => h.location))}`;
  });
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
  const list = (h: Held) => (slots.includes('lead') && !slots.includes('support') ? h.leads : h.supports);
  const word = slots.includes('lead') && !slots.includes('support') ? '牵头单位' : '单位';
  const isFewer = FEWER.test(text);
  const [from, to] = isFewer ? [second, first] : [first, second];
  const rest = list(from).filter((id) => !list(to).includes(id) && !to.leads.includes(id));
  const said = rest.length > 0 ? `${rest.length}家：${unitList(facts, rest)}` : '0家，没有';
  return reply(
    `${first.name}比${second.name}${isFewer ? '少' : '多'}的${word}有${said}。${at(first.location, second.location)}`,
    [first.location, second.location],
    { focus: [first.entity] },
  );
}

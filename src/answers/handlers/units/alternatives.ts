import type { Measure } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { reply } from '../../replies/reply.ts';
import { at, measureName, ownersOf } from '../../replies/texts.ts';
import { answerSubLeads, groupLines } from '../groups/groups.ts';
import { severalOfItem } from '../measures/measures.ts';
import { needing } from '../needing.ts';
import { titleReply } from '../people/people.ts';
import { WHICH_PART } from './unit-in-group.ts';

const EITHER =
  /[PU].{0,5}还是|还是.{0,5}[PU]|^P[、和跟与,，]?P[,，](?:谁|哪(?:一)?[个位]|[^P]*G[^P]*(?:哪(?:一)?[个位]|谁)(?:姓?[\u4e00-\u9fff])?(?:来着)?$)/;

/** `归王书记还是陈书记`, `归某部还是某局`: of two that are offered, who really has the matter that is named or hinted at. */
export const answerAlternatives: Handler = needing(
  () => ({ masked: [EITHER] }),
  (question, desk) => {
    if (!EITHER.test(question.masked) || WHICH_PART.test(question.masked)) return undefined;
    const measures = mentioned(question, 'measure').flatMap(({ no }) => desk.facts.measure(no) ?? []);
    if (measures.length > 0 && measures.every(({ status }) => status !== 'missing'))
      return ownersIn(measures, desk.facts);
    const told = measuresTold(question, desk);
    if (told) return told;
    const [item] = mentioned(question, 'subLead', true);
    if (item) return answerSubLeads({ ...question, mentions: firmly(question) }, desk);
    const group = groupMeant(question, desk.facts);
    if (!group) return undefined;
    const slot = mentioned(question, 'person').length > 0 ? 'leader' : 'lead';
    return reply(groupLines(desk.facts, group, [slot]), [group.location], {
      focus: [{ kind: 'group', no: group.no }],
      isOwner: true,
    });
  },
);

/** Measures are asked for by their numbers: whatever else is said of them only describes them. */
const ownersIn = (measures: readonly Measure[], facts: Facts) =>
  reply(
    measures.map((m) => `${measureName(m)}：${ownersOf(facts, m)}。${at(m.location)}`),
    measures.map((m) => m.location),
    { focus: measures.map(({ no }) => ({ kind: 'measure', no })), isOwner: true },
  );

/** What is said before `那条` describes a measure in more words than the name of a group. */
const DESCRIBED = /^(?!(?:附件\d(?:里|中)?的?)?G?(?:的)?[那这]).{3,36}?(?:的)?[那这][一两二三2-3]?条/;
/** So much of it must stand in the measure's sentence. */
const TOLD = 0.5;

/** `给某厂开某通道的那条，归甲局还是乙局`: the measure that is told of, where it is of one of those that are offered. */
function measuresTold(question: Question, { facts, retriever }: Desk) {
  const [said] = question.masked.match(DESCRIBED) ?? [];
  if (said === undefined) return undefined;
  const offered = mentioned(question, 'unit').map(({ id }) => id);
  const isOffered = (m: Measure) =>
    [...m.leadUnits, ...m.responsibleUnits].some((id) => offered.includes(id)) && m.status !== 'missing';
  const several = severalOfItem(question, { facts });
  const [before = ''] = question.text.split(/(?:的)?[那这][一两二三2-3]?条/);
  const parts = contentOf(before.replace(/附件\d(?:里|中)?的?/, ','));
  const [best] = several.length > 0 ? [] : retriever.search({ parts, only: (s) => s.measures.length === 1 });
  const numbers = best && best.coverage >= TOLD ? best.statement.measures : several;
  const measures = numbers.flatMap((no) => facts.measure(no) ?? []);
  return measures.length > 0 && measures.every(isOffered) ? ownersIn(measures, facts) : undefined;
}

/** The one matter that the question speaks of; the first word of several. */
function groupMeant(question: Question, facts: Facts) {
  const [named] = mentioned(question, 'group');
  const [hinted] = mentioned(question, 'group', true);
  const no = (named ?? hinted)?.no;
  return no === undefined ? undefined : facts.group(no);
}

/** A spoken word for an item counts as its name here: who has it is all that is asked. */
const firmly = ({ mentions }: Question) =>
  mentions.map((m) => (m.kind === 'subLead' && m.how === 'hint' ? { ...m, how: 'spoken' as const } : m));

const TITLE = '[^,，谁哪什啥几多组]{0,8}(?:书记|主任|委员|部长|局长|组长|调研员)';
const EITHER_TITLE = new RegExp(
  `^P(?:同志)?[,，]?(?:到底|究竟)?(?:是|任|当|算)?${TITLE}[,，]?还是${TITLE}[^谁哪几]{0,3}$`,
);

/** `某部长是管甲的还是管乙的`: what he is tells it. */
const EITHER_CHARGE =
  /^P(?:同志)?[,，]?(?:到底|究竟)?(?:是)?(?:管|抓|搞|干|做|负责)[^,，]{1,6}的[,，]?还是(?:管|抓|搞|干|做|负责)[^,，]{1,6}的(?:[,，][^谁哪几啥多]*)?[?？]*$/;

/** `某人是副书记还是委员`: all titles of the one who is named. */
export const answerEitherTitle: Handler = ({ text, mentions, residue }, { facts }) => {
  const [first] = mentions;
  const entity = first?.how === 'name' && first.entities.length === 1 ? first.entities[0] : undefined;
  const person = entity?.kind === 'person' && first?.start === 0 ? facts.person(entity.id) : undefined;
  const titled = mentions.find((m) => m.kind === 'person' && m.start === 0 && m.entities.length === 1);
  const [holder] = titled?.entities ?? [];
  const who = holder?.kind === 'person' ? facts.person(holder.id) : undefined;
  if (who && facts.groupsOfLeader(who.id).length === 0 && EITHER_CHARGE.test(`P${text.slice(titled?.end)}`))
    return { ...titleReply(who, facts), spoken: residue, readsAll: true };
  return person && EITHER_TITLE.test(`P${text.slice(first?.end)}`)
    ? { ...titleReply(person, facts), spoken: residue }
    : undefined;
};

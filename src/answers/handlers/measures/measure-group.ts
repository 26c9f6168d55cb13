import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { heldMeasure, slotsAsked } from '../../replies/holders-of.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, measureName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { measureSpokenOf, thatMeasure } from './measures.ts';

const ASKS_ITS_GROUP =
  /M(?:的|讲的|说的)?(?:是|属于|归|对应|归属|划给|算|归到|落在)?(?:于|的)?(?:哪|什么|第几)(?:一)?个?(?:专项)?(?:工作)?小?组(?:的(?:事|活|任务)|管|负责|名下)?$/;

/** `附件1第16条属于哪个组`: the task group that a measure belongs to, with who is in charge of it. */
export const answerGroupOfMeasure: Handler = needing(
  () => ({ masked: [ASKS_ITS_GROUP] }),
  ({ masked, ...question }, { facts }) => {
    if (!ASKS_ITS_GROUP.test(masked)) return undefined;
    const found = mentioned({ masked, ...question }, 'measure').flatMap(({ no }) => facts.measure(no) ?? []);
    const lines = found.flatMap((measure) => {
      const groups = measure.groups.flatMap((no) => facts.group(no) ?? []);
      const owners = groups.map(
        (group) => `${personName(facts, group.leader)}分包，${unitList(facts, group.leadUnits)}牵头`,
      );
      const places = groups.map(({ location }) => location);
      return groups.length === 0
        ? []
        : [
            `${measureName(measure)}属于${groupList(groups)}：${owners.join('；')}。${at(measure.location, ...places)}`,
          ];
    });
    const cites = found.flatMap(({ location, groups }) => [
      location,
      ...groups.flatMap((no) => facts.group(no)?.location ?? []),
    ]);
    const focus = found.map(({ no }) => ({ kind: 'measure' as const, no }));
    return lines.length === 0 ? undefined : reply(lines, cites, { focus });
  },
);

const ASKS_ITS_PART =
  /^(?:M|.{2,12}[那这]一?条)[^GUPM]{0,10}(?:哪|什么|第几)(?:一)?(?:个)?(?:大)?(?:块|部分|板块|章|方面)(?:的|里|下面?|底下|内容)*$/;

const ASKS_MATTER = /(?:讲|说|写|管|关于|涉及|针对)[^,，]{0,4}(?:哪|什么|啥)(?:一|个|些)*(?:方面|内容|事)/;

/** `14到19条归在哪个大块下面`: the part of the measures that a measure stands in. */
export const answerPartOfMeasure: Handler = needing(
  () => ({ masked: [ASKS_ITS_PART] }),
  ({ masked, ...question }, { facts, retriever }) => {
    if (!ASKS_ITS_PART.test(masked)) return undefined;
    const named = mentioned({ masked, ...question }, 'measure');
    const meant = named.length > 0 ? named : measureSpokenOf(question.text, retriever);
    const numbers = meant.map(({ no }) => no);
    const found = numbers.flatMap((no) => facts.measure(no) ?? []);
    // `讲哪方面的`: what it says is asked, which a page that is missing keeps to itself.
    if (ASKS_MATTER.test(masked) && found.some(({ status }) => status === 'missing')) return undefined;
    const parts = facts.model.parts.filter((part) => found.some((measure) => measure.part === part.no));
    return parts.length === 0
      ? undefined
      : reply(
          parts.map((part) => {
            const inside = found.filter((measure) => measure.part === part.no).map(({ no }) => no);
            return `第${inside.join('、')}条在“${part.heading}”部分。${at(part.location)}`;
          }),
          parts.map(({ location }) => location),
          { focus: numbers.map((no) => ({ kind: 'measure', no })) },
        );
  },
);

const IN_ATTACHMENT = /(附件\d)(?!·|第)/;
/** Of more measures the question has to say which. */
const MOST = 4;

/** `某事在附件1里的配合单位`: who leads and supports the measures of a group, not the group itself. */
export const answerUnitsOfMeasures: Handler = needing(
  () => ({ masked: [/G/], text: [IN_ATTACHMENT] }),
  (question, { facts, retriever }) => {
    const { masked, text } = question;
    const [meant, ...others] = mentioned(question, 'group');
    const named = mentioned(question, 'measure').length + mentioned(question, 'unit').length;
    const slots = slotsAsked(masked).filter((slot) => slot !== 'leader');
    if (!meant || others.length + named > 0 || slots.length === 0) return undefined;
    const home = text.match(IN_ATTACHMENT)?.[1];
    if (home === undefined || /正文|三、|哪[几一]?条|几条|几家|多少|组/.test(masked)) return undefined;
    const held = facts
      .measuresOfGroup(meant.no)
      .filter(({ status, location }) => status !== 'missing' && location.startsWith(home))
      .map((measure) => heldMeasure(facts, measure));
    if (held.length === 0 || held.length > MOST) return undefined;
    // `贷某物有某通道、某额度，附件1这条归哪家`: another measure is told of at length.
    const told = /[这那]一?条/.test(text) ? thatMeasure(question, retriever) : [];
    if (
      told.length === 1 &&
      !held.some(({ entity }) => entity.kind === 'measure' && entity.no === told[0]?.no)
    )
      return undefined;
    const places = new Set(held.map(({ location }) => location));
    if (isOfOtherMeasure(question, places, facts)) return undefined;
    const lines = held.map((one) => {
      const said = [
        slots.includes('lead') ? one.leadText : '',
        slots.includes('support') ? one.supportText : '',
      ];
      return `${one.name}：${said.filter(Boolean).join('；')}。`;
    });
    return reply(
      lines,
      held.map((one) => one.location),
      { focus: held.map((one) => one.entity) },
    );
  },
);

/** So many characters behind a name make a wording of their own. */
const OWN_WORDS = 3;

/** `贷某款绿色某道`: with the words behind it the name stands in one other measure only. */
function isOfOtherMeasure({ text, mentions }: Question, held: ReadonlySet<string>, facts: Facts): boolean {
  const named = mentions.find((m) => m.kind === 'group' && m.how !== 'hint');
  const words = named && text.slice(named.start, named.end + OWN_WORDS);
  if (!named || words === undefined || words.length < named.text.length + OWN_WORDS) return false;
  const places = facts.clausesSaying(words).filter(({ location }) => facts.measureAt(location));
  return places.length === 1 && places.every(({ location }) => !held.has(location));
}

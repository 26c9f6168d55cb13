import type { Desk, Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { contentOf } from '../../question/wording.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { answerGroups, groupLines } from '../groups/groups.ts';
import { needing } from '../needing.ts';
import { ownedBy, ownersOf } from '../rules/asked-clause.ts';

/** A group named by its leader or by a unit that has no other (`钱七那组`), not a question which groups those are. */
const THAT_GROUP =
  /U(?:在|参加|所在|待)?的?(?:那|这)(?:唯一)?(?:一)?个?(?:专项)?(?:工作)?小?组(?=的?(?:分包领导|分管领导|区?领导|谁分包|牵头单位|责任单位|职责|分工))|P(?:同志)?(?:分包|分管|包|管|抓|负责)?的?(?:那|这)?(?:一)?个?(?:专项)?(?:工作)?小?组(?!的?(?:都)?(?:有|是|在)?(?:哪|几个|什么|啥))/;
const ASKS =
  /分包领导|分管领导|责任单位|配合|牵头|点名|点了名|(?:哪|几|多少)[几些两]?家|单位|部门|分工|职责|第几|编号|任务/;

/** `钱七那组责任单位几家`: the only group of a leader or a unit, as if it were called by its name. */
export const answerDescribed: Handler = needing(
  () => ({ masked: [[ITS_DUTY, THAT_GROUP]] }),
  (question, desk) => {
    const ofMatter = dutyOfMatter(question, desk);
    if (ofMatter) return ofMatter;
    const [person, ...others] = mentioned(question, 'person');
    const [unit, ...units] = mentioned(question, 'unit');
    const own = person ? desk.facts.groupsOfLeader(person.id) : unit ? desk.facts.groupsOfUnit(unit.id) : [];
    const [group, ...more] = own;
    if (!group || others.length + more.length > 0 || !THAT_GROUP.test(question.masked)) return undefined;
    if (
      !ASKS.test(question.masked) ||
      mentioned(question, 'group').length + units.length > 0 ||
      (person !== undefined && unit !== undefined)
    )
      return undefined;
    return answerGroups(asNamed(question, group.no), desk);
  },
);

/** The question with the group in place of its leader. */
function asNamed(question: Question, no: number): Question {
  const mentions = question.mentions.map((m) =>
    m.kind === 'person' || m.kind === 'unit'
      ? { ...m, kind: 'group' as const, entities: [{ kind: 'group' as const, no }], how: 'name' as const }
      : m,
  );
  return { ...question, mentions, masked: question.masked.replace(THAT_GROUP, 'G') };
}

/** A group called by something it does, and all else that it does asked for. */
const ITS_DUTY =
  /^(.{4,20}?)(?:的|那|这)(?:一)?个?(?:专项)?(?:工作)?小?组[,，]?(?:还|都|主要|具体|另外|到底|要|得|该|应|一共)*(?:(?:管|干|做|抓|负责)(?:着|点|些)?(?:别的|其他)?(?:什么|啥|哪些|哪几)|(?:的)?(?:其他|其它|全部|整个|别的)?(?:职责|责任分工|分工|任务)(?:还)?(?:是|有)?(?:什么|啥|哪些|全文|原文)?)/;
const SURE = 0.6;

/** `管某率那组还要干什么`: the duties of the group whose matter a sentence of it says. */
function dutyOfMatter({ text, mentions, residue }: Question, { facts, ...desk }: Desk): Reply | undefined {
  const said = mentions.some(({ how }) => how !== 'hint') ? undefined : text.match(ITS_DUTY)?.[1];
  const match = said === undefined ? undefined : ownedBy(contentOf(said), { ...desk, facts });
  const [no, ...others] = match && match.coverage >= SURE ? ownersOf(match, facts) : [];
  const group = no === undefined || others.length > 0 ? undefined : facts.group(no);
  return (
    group &&
    reply(groupLines(facts, group, ['duty']), [group.location], {
      focus: [{ kind: 'group', no: group.no }],
      spoken: residue,
    })
  );
}

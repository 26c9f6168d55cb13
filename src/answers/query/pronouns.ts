import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import { mentioned, type Question } from '../question/parse.ts';
import type { Turn } from '../turn.ts';

const IT =
  /它(?:们)?(?:自己|自家)?|(?:他们|人家)?(?:这|那|该)(?:家|个局|个单位|个[部委办](?![长员门公])|单位|局|部门)|(?:他们|人家)(?:单位|局里|那里|家|部(?!门)|委(?!员))|(?<=^(?:那|那么)?)同一(?:家|个(?:单位|局|部门))(?:单位)?(?=[还又也牵配参])/;
const THEY =
  /(?:他|她)(?:自己)?|(?:这|那)(?:位|个领导|位领导|个人)(?:领导|同志)?|(?<=^(?:那|那么)?)同一(?:位|个)(?:区)?(?:领导|人)(?=[还又也分包管])/;
const MORE = /还|又|别的|另外|其[他它余]|剩/;
const ASKS_GROUPS = /(?:哪|几|什么|啥)[几些一个]{0,2}(?:专项)?(?:工作)?小?组/;
/** What somebody is in something is no membership (`他在某事那套里又是啥`). */
const ROLE_IN =
  /[他她](?:自己)?在.{2,12}(?:是|当|任|做|担任|算|挂)(?:的|着|个)*(?:啥|什么|何)(?:角色|职务|身份|官)?[?？]*$/;
/** Who has a group, and nothing else. */
const BARE_SLOT =
  /^(?:那|那么)?(?:分别|都|各)?(?:是)?(?:谁|哪[家位个]?(?:单位|领导)?|牵头|分包|领导|责任单位|的|是|由|归|来|[,，、和跟]|都有谁|有谁|配合)+(?:呢)?$/;

/**
 * A message about memberships with the names that its pronouns stand for: whoever the last answer named, else whom the
 * last question was about. `还` sets apart what was spoken of. Undefined where there is nothing to put in.
 */
export function withNames(question: Question, last: Turn, facts: Facts): string | undefined {
  const { text } = question;
  const pronoun = text.match(IT) ?? text.match(THEY);
  if (ROLE_IN.test(text)) return undefined;
  if (!pronoun || (pronoun[0] === '它' && isOfGroup(text, last))) return undefined;
  const name = nameOf(IT.test(text) ? 'unit' : 'person', last, facts);
  if (name === undefined) return undefined;
  const isApart = MORE.test(text) && mentioned(question, 'group').length === 0;
  const spoken = [...mentioned(last.question, 'group'), ...mentioned(last.question, 'subLead')].map((e) =>
    e.kind === 'group' ? e.no : e.group,
  );
  const apart = isApart && spoken.length === 1 ? `除了${facts.group(spoken[0] ?? 0)?.name}` : '';
  return text.replace(pronoun[0], `${name}${apart}`);
}

/** `它分包领导是谁` after a question about a group: what only a group has. */
const isOfGroup = (text: string, last: Turn) =>
  /分包|责任单位|配合单位|职责|分工/.test(text) &&
  !/组/.test(text) &&
  mentioned(last.question, 'group').length > 0;

/** `牵头的是哪家，谁分包` after the only group of a unit: asked of that group. */
export function ofOnlyGroup({ text }: Question, last: Turn, facts: Facts): string | undefined {
  if (!ASKS_GROUPS.test(last.question.text) || !BARE_SLOT.test(text) || !/谁|哪/.test(text)) return undefined;
  const told = new Set(last.reply.cites.flatMap((place) => facts.groupAt(place) ?? []));
  const [group, ...more] = told;
  const isNamed = mentioned(last.question, 'group').length > 0;
  return group && more.length === 0 && !isNamed ? `${group.name}${text}` : undefined;
}

/** Whom `它` or `他` is: the only one of the kind that the last answer's first line names, else the question. */
export function nameOf(kind: 'unit' | 'person', last: Turn, facts: Facts): string | undefined {
  const asked = distinct(mentioned(last.question, kind));
  const names = kind === 'unit' ? facts.model.units : facts.model.people;
  const line = last.reply.lines[0] ?? '';
  const told = names.filter(({ id, name }) => line.includes(name) && !asked.some((e) => idOf(e) === id));
  const [only, ...more] = told;
  if (only && more.length === 0 && asked.length === 0) return only.name;
  const [one, ...others] = asked;
  const id = one && others.length === 0 ? idOf(one) : undefined;
  return names.find((each) => each.id === id)?.name;
}

/** `某部部长是某某吧` names one twice. */
const distinct = <T extends Entity>(entities: readonly T[]) =>
  entities.filter((one, i) => entities.findIndex((other) => idOf(other) === idOf(one)) === i);

const idOf = (entity: Entity) => ('id' in entity ? entity.id : undefined);

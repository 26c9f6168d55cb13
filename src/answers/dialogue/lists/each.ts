import { nameOf } from '../../conversation/subjects.ts';
import type { Facts } from '../../facts.ts';
import type { Entity } from '../../names/entities.ts';
import { joinReplies } from '../../replies/reply.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const EACH =
  /^(?:那|那么|再)?(?:(?:这|那|它们?|他们)?(?:[两俩仨二三四五六七八九十\d几]个?)(?:家|条|位|组|项|块|单位|领导|人)*(?:的)?|它们的?|他们的?|各自?(?:的|都|是)*|分别|都(?=是|由|归|谁|[牵分配责])|照(?:这个|着|这)?顺序(?:的)?|(?:这|那)些(?:个)?(?:专项)?(?:小?组|条|措施|单位)?)/;
/** The same said behind it (`领导分别是谁`). */
const EACH_BEHIND = /^.{2,6}?(?:分别|各自?)(?:都)?(?:是|由|归|有)?(?:谁|哪[家位个些])?(?:呢|[?？])*$/;
/** What may be asked of each, by the words for it, and how it is asked in full. */
export const SLOTS: readonly (readonly [RegExp, string, readonly Entity['kind'][]])[] = [
  [/牵头|挑头|打头|领头|谁牵|主抓/, '的牵头单位分别是谁', ['group', 'measure', 'subLead']],
  [/分包|区?领导|谁包|谁管|分管/, '的分包领导分别是谁', ['group']],
  [/责任单位|配合/, '的责任单位分别有哪些', ['group', 'measure']],
  [/职责|分工|[抓干做管](?:些|点)?(?:啥|什么)/, '的职责分别是什么', ['group']],
  [/职务|头衔|什么官/, '分别是什么职务', ['person']],
  [/[包管抓](?:了|着)?(?:些)?(?:啥|什么|哪)/, '分别分包什么', ['person']],
];
const LONGEST = 18;
const MOST = 6;

/** After the groups of a unit, however many: the leaders or lead units of them all. */
function groupsOfUnit(text: string, last: Turn, told: readonly Entity[], facts: Facts): string | undefined {
  const [unit, ...others] = firmOf(last.question).flatMap(({ entities }) => entities);
  const isOfGroups = told.length > 1 && told.every(({ kind }) => kind === 'group');
  if (unit?.kind !== 'unit' || others.length > 0 || !isOfGroups) return undefined;
  const slot = /分包|区?领导|谁包|谁管|分管/.test(text)
    ? '谁分包'
    : /牵头|谁牵/.test(text)
      ? '谁牵头'
      : undefined;
  const asked = last.question.text;
  const part = /牵/.test(asked) ? '牵头' : /配合|责任/.test(asked) ? '配合' : '参加';
  return slot && `${nameOf(unit, facts)}${part}的组分别${slot}`;
}

/** `这俩谁分包`, `各是谁挑头`, `照这个顺序领导是谁`: one thing asked of each that the last turn was about or told. */
export function ofEach({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !(EACH.test(text) || EACH_BEHIND.test(text))) return undefined;
  const asked = firmOf(last.question)
    .flatMap(({ entities }) => entities)
    .filter(({ kind }, _, [first]) => kind === first?.kind);
  const told = itemsTold(last.reply, facts, link).flatMap(({ entity }) => entity ?? []);
  const lists = [asked, told].filter(({ length }) => length > 1 && length <= MOST);
  const firm = firmOf(question);
  const [unit] = firm.flatMap(({ entities }) => entities);
  if (unit?.kind === 'unit' && firm.length === 1 && /都有|都在|各有|有没有|在不在/.test(text)) {
    const groups = lists.find((list) => list.every(({ kind }) => kind === 'group')) ?? [];
    const turns = groups.flatMap((group) => ask(`${nameOf(unit, facts)}在${nameOf(group, facts)}里吗`) ?? []);
    return turns.length > 1 ? { question, reply: joinReplies(turns.map((turn) => turn.reply)) } : undefined;
  }
  if (firm.length > 0) return undefined;
  const ofUnit = groupsOfUnit(text, last, told, facts);
  if (ofUnit !== undefined) return ask(ofUnit);
  for (const [words, slot, kinds] of SLOTS) {
    const list = words.test(text)
      ? lists.find((one) => one.every(({ kind }) => kinds.includes(kind)))
      : undefined;
    const names = list?.map((entity) => nameOf(entity, facts));
    if (names) return ask(`${names.join('和')}${slot}`);
  }
  return undefined;
}

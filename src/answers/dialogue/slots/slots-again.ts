import { nameOf } from '../../conversation/subjects.ts';
import { isAnswer } from '../../decide.ts';
import type { Facts } from '../../facts.ts';
import type { Entity } from '../../names/entities.ts';
import { joinReplies } from '../../replies/reply.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Another name, and that what was asked in several turns is asked of it. */
const SAME_AGAIN =
  /^(?:那|那么|再|如果|要是|现在)?(?:把.{0,4})?(?:换成?|改成?|轮到|到|看)?(?:了)?[PGUM](?:小?组|同志|这?边|那边|局)?(?:的)?(?:话)?(?:呢|嘞)?[,，]?(?:也|再|都|就)*(?:照|按|同样)?(?:着)?(?:的)?(?:这|那|上面|上边|前面|刚才?|同样)(?:的)?(两|俩|2|二|三|仨|3|几)(?:样|个问题|个|项|条|点|问|件事?|栏)/;
const MOST = 3;
const LONGEST = 26;

/** `换成某某，这两样又各是什么` after what somebody has and who leads it: the last questions with the other name in its place. */
export function slotsAgain({ question, last, facts, ask }: Talk): Turn | undefined {
  const [, many] = (question.text.length <= LONGEST && question.masked.match(SAME_AGAIN)) || [];
  const [name, ...others] = firmOf(question);
  const [entity] = name?.entities ?? [];
  if (many === undefined || !entity || others.length > 0) return undefined;
  const count = many === '几' ? MOST : /三|仨|3/.test(many) ? 3 : 2;
  const before: Turn[] = [];
  for (let turn: Turn | undefined = last; turn && before.length < count; turn = turn.before)
    before.unshift(turn);
  const turns = before.map((turn) => {
    const full = withName(entity, turn, facts);
    return full === undefined ? undefined : ask(full);
  });
  const found = turns.filter((turn) => turn !== undefined && isAnswer(turn.reply));
  return found.length < 2 || found.length < turns.length
    ? undefined
    : exactly({ question, reply: joinReplies(found.flatMap((turn) => turn?.reply ?? [])) });
}

/** A question with another of its kind in it; of a group, where somebody is named, with those that he has. */
function withName(entity: Entity, { question }: Turn, facts: Facts): string | undefined {
  const { text } = question;
  const firm = firmOf(question);
  const same = firm.filter(({ kind }) => kind === entity.kind);
  const [was, ...more] = same.length > 0 ? same : firm.filter(({ kind }) => kind === 'group');
  const names = same.length > 0 ? [nameOf(entity, facts)] : groupsOf(entity, facts);
  if (!was || more.length > 0 || names.length === 0 || names.includes(undefined)) return undefined;
  const each = names.length > 1 ? '分别' : '';
  return `${text.slice(0, was.start)}${names.join('和')}${each}${text.slice(was.end)}`;
}

function groupsOf(entity: Entity, facts: Facts): (string | undefined)[] {
  if (entity.kind === 'person') return facts.groupsOfLeader(entity.id).map(({ name }) => name);
  return entity.kind === 'unit' ? facts.groupsOfUnit(entity.id, 'lead').map(({ name }) => name) : [];
}

import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import { firmOf, type Turn } from '../turn.ts';

/** A name for what the last answer was about. */
export function subjectOf(last: Turn, facts: Facts): string | undefined {
  const mention = firmOf(last.question).find((m) => m.kind !== 'unit' && m.kind !== 'elsewhere');
  const [focus] = last.reply.focus;
  if (mention && (last.reply.focus.length !== 1 || mention.how === 'number')) return mention.text;
  if (focus && last.reply.focus.length === 1) return nameOf(focus, facts);
  return mention?.text ?? firmOf(last.question)[0]?.text;
}

/** What an entity is called. */
export function nameOf(entity: Entity, facts: Facts): string | undefined {
  switch (entity.kind) {
    case 'group':
      return facts.group(entity.no)?.name;
    case 'measure':
      return `第${entity.no}条措施`;
    case 'person':
      return facts.person(entity.id)?.name;
    case 'unit':
      return facts.unit(entity.id)?.name;
    case 'subLead':
      return facts.group(entity.group)?.subLeads.find((s) => s.no === entity.no)?.item;
    case 'clause':
      return entity.location;
    case 'body':
    case 'office':
      return facts.model.bodies[entity.index]?.name;
    case 'elsewhere':
      return undefined;
    default:
      return entity satisfies never;
  }
}

/** The person the last turn was about: named, or the leader of the group it was about. */
export function personOf(last: Turn, facts: Facts): string | undefined {
  const [asked, ...others] = firmOf(last.question).filter((m) => m.kind === 'person' && m.how !== 'post');
  const [only] = asked?.entities ?? [];
  if (only?.kind === 'person' && others.length === 0 && asked?.entities.length === 1)
    return facts.person(only.id)?.name;
  const named = last.reply.focus.find((e) => e.kind === 'person');
  if (named?.kind === 'person') return facts.person(named.id)?.name;
  const group = last.reply.focus.find((e) => e.kind === 'group');
  const leader = group?.kind === 'group' ? facts.group(group.no)?.leader : undefined;
  return leader === undefined ? undefined : facts.person(leader)?.name;
}

/** The people that the last turn named: in its question, else in its answer. */
export function peopleOf(last: Turn, facts: Facts): string[] {
  const named = firmOf(last.question).filter((m) => m.kind === 'person' && m.how !== 'post');
  if (named.length > 1) return named.map((m) => m.text);
  return last.reply.focus.flatMap((e) => (e.kind === 'person' ? (facts.person(e.id)?.name ?? []) : []));
}

/** The name of the only group that the last answer was about. */
export function onlyGroup(last: Turn, facts: Facts): string | undefined {
  const groups = new Set(last.reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : [])));
  const [only] = groups;
  return groups.size === 1 && only !== undefined ? facts.group(only)?.name : undefined;
}

/** Who is in charge of the only group that the last answer was about. */
export function leaderOf(last: Turn, facts: Facts): string | undefined {
  const groups = new Set(last.reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : [])));
  const [only] = groups;
  const group = groups.size === 1 && only !== undefined ? facts.group(only) : undefined;
  return group && facts.person(group.leader)?.name;
}

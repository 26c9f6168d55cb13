import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import type { Shape } from './shape.ts';

/**
 * Whether an answer is of something that the question names and no plain question can: an item, of whose whole group the
 * plain one would be answered (`某分项谁牵头` with who leads all of it), or another body than the first.
 */
export function isOfAPart({ mentions }: Question, found: Reply, facts: Facts): boolean {
  // What part a unit has is asked of the group.
  if (mentions.some(({ kind }) => kind === 'unit')) return false;
  const parts = mentions
    .filter(({ kind, how }) => kind === 'subLead' || (kind === 'body' && how !== 'hint'))
    .flatMap(({ entities }) => entities);
  return parts.some((entity) => isTold(entity, found, facts));
}

function isTold(entity: Entity, { lines, cites }: Reply, facts: Facts): boolean {
  if (entity.kind === 'subLead') {
    const item = facts.group(entity.group)?.subLeads.find(({ no }) => no === entity.no)?.item;
    return item !== undefined && lines[0]?.includes(item) === true;
  }
  const body = entity.kind === 'body' ? facts.model.bodies[entity.index] : undefined;
  return body !== undefined && body !== facts.mainBody && cites.includes(body.location);
}

/** Whether an answer tells of each of several of one kind that are asked about, of whom the plain question leaves some out. */
export function tellsAllNamed(
  { lines }: Reply,
  plain: string,
  { own, names }: Shape,
  { mentions }: Question,
): boolean {
  // A word for a matter may only tell something of another one.
  if (!mentions.every(({ how }) => how === 'number' || how === 'name')) return false;
  const said = lines.join('');
  const isOfOneKind =
    own.length > 1 && Object.values(names).some((list) => own.every((name) => list.includes(name)));
  return isOfOneKind && own.some((name) => !plain.includes(name)) && own.every((name) => said.includes(name));
}

/**
 * Whether an answer is of what a message told before its asking clause, and what was found of what that clause names
 * (`我按时办某事，某激励归哪个组`).
 */
export function isToldBefore({ text, mentions }: Question, found: Reply, other: Reply): boolean {
  const from = text.lastIndexOf(',');
  const told = (reply: Reply, isLast: boolean) => {
    const about = new Set(reply.focus.map((one) => JSON.stringify(one)));
    return mentions.some(
      ({ start, entities }) =>
        start > from === isLast && entities.some((one) => about.has(JSON.stringify(one))),
    );
  };
  return from > 0 && told(found, true) && told(other, false) && !told(other, true);
}

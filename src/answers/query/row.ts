import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import type { Skeleton } from './tokens.ts';

/** A question read letter by letter, and where its names are looked up. */
export interface Row extends Skeleton {
  facts: Facts;
}

/** In what part a unit is asked for; undefined for any. */
export type Part = 'lead' | 'subLead' | 'responsible' | undefined;

/** The part that some letters of a row speak of; undefined where they speak of none or of both. */
export function partIn(letters: string): Part {
  const [leads, supports] = [letters.includes('l'), letters.includes('s')];
  if (leads === supports) return undefined;
  return leads ? 'lead' : 'responsible';
}

/** The group that an entity stands for. */
export function groupAt(entity: Entity | undefined, facts: Facts): TaskGroup | undefined {
  return entity?.kind === 'group' ? facts.group(entity.no) : undefined;
}

/** The groups named from a letter of the row on, each once. */
export function groupsNamed({ said, facts }: Row, from = 0): TaskGroup[] {
  const named = said
    .slice(from)
    .flatMap(({ entities }) => entities)
    .map((entity) => groupAt(entity, facts));
  return [...new Set(named)].filter((group) => group !== undefined);
}

/** Ids of the units named in the row. */
export function unitsNamed({ said }: Row): string[] {
  return said.flatMap(({ entities }) => entities).flatMap((e) => (e.kind === 'unit' ? [e.id] : []));
}

/** Ids of the leading unit that a group is called after (`某事` for 某事中心); none where there are several. */
export const doersOf = ({ said, facts }: Row, at: number): string[] =>
  doersNamed(said[at]?.text ?? '', said[at]?.entities[0], facts);

/** The same of a word and the group that it names. */
export function doersNamed(word: string, entity: Entity | undefined, facts: Facts): string[] {
  const group = groupAt(entity, facts);
  const found = group?.leadUnits.filter((id) => facts.unit(id)?.name.includes(word)) ?? [];
  return found.length === 1 ? found : [];
}

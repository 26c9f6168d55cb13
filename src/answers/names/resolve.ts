import { fold } from '../characters/fold.ts';
import { digitize, parseNumeral } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Entity } from './entities.ts';
import type { Linker } from './link.ts';

/** What a command's argument can name. */
export const RESOLVABLE = ['group', 'measure', 'unit', 'person'] as const;
export type Resolvable = (typeof RESOLVABLE)[number];

/** A name made out, several it may be, or none. */
export type Resolution =
  | { kind: 'found'; entity: Entity; label: string }
  | { kind: 'ambiguous'; candidates: { entity: Entity; label: string }[] }
  | { kind: 'nothing' };

/** Makes out what a command's argument names (`7`, `某事`, `某委`, `王书记`). */
export function resolveName(kind: Resolvable, text: string, { linker, facts }: ResolveDesk): Resolution {
  const said = digitize(fold(text));
  const numbered = numberedEntity(kind, said, facts);
  const linked = linker
    .link(said)
    .filter((m) => m.kind === kind && m.how !== 'hint')
    .flatMap((m) => m.entities);
  const hinted = linker
    .link(said)
    .filter((m) => m.kind === kind && m.how === 'hint')
    .flatMap((m) => m.entities);
  const entities = numbered ? [numbered] : linked.length > 0 ? linked : hinted;
  const candidates = entities
    .map((entity) => ({ entity, label: labelOf(entity, facts) }))
    .filter((candidate) => candidate.label !== undefined)
    .map(({ entity, label }) => ({ entity, label: label ?? '' }));
  const [first] = candidates;
  if (!first) return { kind: 'nothing' };
  return candidates.length === 1
    ? { kind: 'found', entity: first.entity, label: first.label }
    : { kind: 'ambiguous', candidates };
}

/** What resolving needs to know. */
export interface ResolveDesk {
  linker: Linker;
  facts: Facts;
}

function numberedEntity(kind: Resolvable, said: string, facts: Facts): Entity | undefined {
  const no = parseNumeral(said.replace(/^第|[组条号项个]$/g, ''));
  if (no === undefined) return undefined;
  if (kind === 'group' && facts.group(no)) return { kind, no };
  if (kind === 'measure' && facts.measure(no)) return { kind, no };
  return undefined;
}

function labelOf(entity: Entity, facts: Facts): string | undefined {
  switch (entity.kind) {
    case 'group':
      return facts.group(entity.no)?.field;
    case 'measure':
      return facts.measure(entity.no) && `第${entity.no}条`;
    case 'unit':
      return facts.unit(entity.id)?.name;
    case 'person':
      return facts.person(entity.id)?.name;
    default:
      return undefined;
  }
}

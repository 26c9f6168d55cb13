/** Something of the notice that a question can be about. */
export type Entity =
  | { kind: 'unit'; id: string }
  | { kind: 'person'; id: string }
  | { kind: 'group'; no: number }
  | { kind: 'subLead'; group: number; no: number }
  | { kind: 'measure'; no: number }
  | { kind: 'clause'; location: string }
  | { kind: 'body'; index: number }
  | { kind: 'office'; index: number }
  | { kind: 'elsewhere'; name: string };

export type EntityKind = Entity['kind'];

/**
 * How a mention was recognised: a name of the notice, a spoken name, an office held (`某部部长`), surname and
 * title (`王书记`), a piece of a name (`甲那组`), a mere hint (`办某件`), a number, a misspelling.
 */
export type How = 'name' | 'spoken' | 'post' | 'title' | 'piece' | 'hint' | 'number' | 'typo';

/** A stretch of the folded question that stands for something. */
export interface Mention {
  start: number;
  end: number;
  text: string;
  kind: EntityKind;
  /** Several: members of a list (`第24、25条`) or candidates of an ambiguous name; `how` tells which. */
  entities: Entity[];
  how: How;
}

/** A key that is equal for the same thing only. */
export function entityKey(entity: Entity): string {
  switch (entity.kind) {
    case 'unit':
    case 'person':
      return `${entity.kind}:${entity.id}`;
    case 'group':
    case 'measure':
      return `${entity.kind}:${entity.no}`;
    case 'subLead':
      return `subLead:${entity.group}:${entity.no}`;
    case 'clause':
      return `clause:${entity.location}`;
    case 'body':
    case 'office':
      return `${entity.kind}:${entity.index}`;
    case 'elsewhere':
      return `elsewhere:${entity.name}`;
    default:
      return entity satisfies never;
  }
}

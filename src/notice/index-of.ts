import type { Clause, Indicator, Measure, NoticeModel, Person, TaskGroup, Unit } from './types.ts';

/** A stored notice with the look-ups that several features need. Unknown keys give `undefined` or nothing. */
export interface Notice {
  readonly model: NoticeModel;
  unit(id: string): Unit | undefined;
  /** By canonical name, a spelling of the notice or a spoken alias, exactly. */
  unitNamed(name: string): Unit | undefined;
  person(id: string): Person | undefined;
  personNamed(name: string): Person | undefined;
  group(no: number): TaskGroup | undefined;
  measure(no: number): Measure | undefined;
  clause(location: string): Clause | undefined;
  indicator(id: string): Indicator | undefined;
  /** Position of a place in the document, for sorting; unknown places come last. */
  order(location: string): number;
}

/** Builds the look-ups of a stored notice; each is one map access. */
export function indexNotice(model: NoticeModel): Notice {
  const units = keyed(model.units, (unit) => [unit.id]);
  const unitNames = keyed(model.units, namesOf);
  const people = keyed(model.people, (person) => [person.id]);
  const peopleNames = keyed(model.people, (person) => [person.name]);
  const groups = keyed(model.groups, (group) => [group.no]);
  const measures = keyed(model.measures, (measure) => [measure.no]);
  const clauses = keyed(model.clauses, (clause) => [clause.location]);
  const indicators = keyed(model.indicators, (indicator) => [indicator.id]);
  const positions = new Map(model.clauses.map((clause, position) => [clause.location, position]));
  return {
    model,
    unit: (id) => units.get(id),
    unitNamed: (name) => unitNames.get(name),
    person: (id) => people.get(id),
    personNamed: (name) => peopleNames.get(name),
    group: (no) => groups.get(no),
    measure: (no) => measures.get(no),
    clause: (location) => clauses.get(location),
    indicator: (id) => indicators.get(id),
    order: (location) => positions.get(location) ?? model.clauses.length,
  };
}

/** Every name of a unit: canonical, as the notice spells it, as people say it. */
export function namesOf(unit: Unit): string[] {
  return [...new Set([unit.name, ...unit.spellings.map((spelling) => spelling.text), ...unit.aliases])];
}

function keyed<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T> {
  return new Map(items.flatMap((item) => keysOf(item).map((key): [K, T] => [key, item])));
}

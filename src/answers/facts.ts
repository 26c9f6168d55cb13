import type {
  Assignment,
  Body,
  Clause,
  Indicator,
  Measure,
  NoticeModel,
  Person,
  TaskGroup,
  Unit,
} from '../notice/types.ts';
import { indexTexts, type TextIndex } from './characters/text-index.ts';

/** In what part a unit takes in a task group. */
type GroupPart = 'lead' | 'subLead' | 'responsible';
/** In what part a unit takes in a measure. */
type MeasurePart = 'lead' | 'support' | 'responsible';

/** The stored notice with its relations ready to be looked up; every look-up is a map access. */
export interface Facts {
  model: NoticeModel;
  unit(id: string): Unit | undefined;
  person(id: string): Person | undefined;
  group(no: number): TaskGroup | undefined;
  measure(no: number): Measure | undefined;
  clause(location: string): Clause | undefined;
  groupAt(location: string): TaskGroup | undefined;
  measureAt(location: string): Measure | undefined;
  children(location: string): readonly Clause[];
  assignmentOf(personId: string): Assignment | undefined;
  groupsOfLeader(personId: string): readonly TaskGroup[];
  groupsOfUnit(unitId: string, part?: GroupPart): readonly TaskGroup[];
  measuresOfUnit(unitId: string, part?: MeasurePart): readonly Measure[];
  measuresOfGroup(no: number): readonly Measure[];
  indicatorsOfGroup(no: number): readonly Indicator[];
  indicatorsOfMeasure(no: number): readonly Indicator[];
  indicatorsAt(location: string): readonly Indicator[];
  /** Whether its text has a word. */
  says(word: string): boolean;
  /** Clauses whose text has a word, in their order. */
  clausesSaying(word: string): readonly Clause[];
  /** Years that stand in its text. */
  years: ReadonlySet<string>;
  /** The leading group of the notice itself. */
  mainBody: Body;
}

/** Builds the look-ups of a stored notice once. */
export function indexFacts(model: NoticeModel): Facts {
  const units = keyed(model.units, (unit) => [unit.id]);
  const people = keyed(model.people, (person) => [person.id]);
  const groups = keyed(model.groups, (group) => [group.no]);
  const measures = keyed(model.measures, (measure) => [measure.no]);
  const groupPlaces = keyed(model.groups, (group) => [group.location]);
  const measurePlaces = keyed(model.measures, (measure) => [measure.location]);
  const clauses = keyed(model.clauses, (clause) => [clause.location]);
  const assignments = keyed(model.assignments, (assignment) => [assignment.leader]);
  const children = grouped(model.clauses, (clause) => (clause.parent ? [clause.parent] : []));
  let texts: TextIndex<Clause> | undefined;
  const clausesSaying = (word: string) => {
    texts ??= indexTexts(model.clauses, (clause) => clause.text);
    return texts.having(word);
  };
  const [mainBody] = model.bodies;
  if (!mainBody) throw new TypeError('a notice has at least one body');
  return {
    model,
    mainBody,
    says: (word) => clausesSaying(word).length > 0,
    clausesSaying,
    years: new Set(model.clauses.flatMap((clause) => clause.text.match(/20\d\d/g) ?? [])),
    unit: (id) => units.get(id),
    person: (id) => people.get(id),
    group: (no) => groups.get(no),
    measure: (no) => measures.get(no),
    clause: (location) => clauses.get(location),
    groupAt: (location) => groupPlaces.get(location),
    measureAt: (location) => measurePlaces.get(location),
    children: (location) => children.get(location) ?? [],
    assignmentOf: (id) => assignments.get(id),
    ...indexGroups(model),
    ...indexMeasures(model),
    ...indexIndicators(model),
  };
}

function indexGroups(model: NoticeModel) {
  const byLeader = grouped(model.groups, (group) => [group.leader]);
  const parts = {
    lead: grouped(model.groups, (group) => group.leadUnits),
    subLead: grouped(model.groups, (group) => group.subLeads.map((sub) => sub.unit)),
    responsible: grouped(model.groups, (group) => group.responsibleUnits),
  };
  const all = grouped(model.groups, (group) => [
    ...new Set([...group.leadUnits, ...group.subLeads.map((sub) => sub.unit), ...group.responsibleUnits]),
  ]);
  return {
    groupsOfLeader: (id: string) => byLeader.get(id) ?? [],
    groupsOfUnit: (id: string, part?: GroupPart) => (part ? parts[part] : all).get(id) ?? [],
  };
}

function indexMeasures(model: NoticeModel) {
  const parts = {
    lead: grouped(model.measures, (measure) => measure.leadUnits),
    support: grouped(model.measures, (measure) => measure.supportingUnits),
    responsible: grouped(model.measures, (measure) => measure.responsibleUnits),
  };
  const all = grouped(model.measures, (measure) => [
    ...new Set([...measure.leadUnits, ...measure.supportingUnits, ...measure.responsibleUnits]),
  ]);
  const byGroup = grouped(model.measures, (measure) => measure.groups);
  return {
    measuresOfUnit: (id: string, part?: MeasurePart) => (part ? parts[part] : all).get(id) ?? [],
    measuresOfGroup: (no: number) => byGroup.get(no) ?? [],
  };
}

function indexIndicators(model: NoticeModel) {
  const byGroup = grouped(model.indicators, (indicator) => indicator.groups);
  const byMeasure = grouped(model.indicators, (indicator) => indicator.measures);
  const byLocation = grouped(model.indicators, (indicator) => [indicator.location]);
  return {
    indicatorsOfGroup: (no: number) => byGroup.get(no) ?? [],
    indicatorsOfMeasure: (no: number) => byMeasure.get(no) ?? [],
    indicatorsAt: (location: string) => byLocation.get(location) ?? [],
  };
}

/** Maps every key of every item to that item; the first wins. */
function keyed<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T> {
  const map = new Map<K, T>();
  for (const item of items) for (const key of keysOf(item)) if (!map.has(key)) map.set(key, item);
  return map;
}

/** Maps every key to the items that have it, in their order. */
function grouped<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const map = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = map.get(key);
      if (list) list.push(item);
      else map.set(key, [item]);
    }
  }
  return map;
}

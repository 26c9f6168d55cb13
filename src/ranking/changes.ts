import type { Snapshot } from './snapshot.ts';

type RankedUnit = Snapshot['units'][number];

/** A unit of two revisions whose total or place differs; absent in one of them where it was not ranked there. */
export interface UnitChange {
  unit: string;
  name: string;
  before: { shown: number; place: number } | undefined;
  after: { shown: number; place: number } | undefined;
}

/** What a correction changes. */
export interface Changes {
  /** A total has changed, or the unit is new or gone; in the order of the later ranking. */
  totals: UnitChange[];
  /** The same total, another place: moved by the others. */
  places: UnitChange[];
  /** The same total and place, made of other points. */
  inside: UnitChange[];
}

/** What differs between two rankings of one span. Wording alone is no difference. Pure. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const was = new Map(before.units.map((one) => [one.unit, one]));
  const is = new Map(after.units.map((one) => [one.unit, one]));
  const gone = before.units.filter(({ unit }) => !is.has(unit));
  const changes: Changes = { totals: [], places: [], inside: [] };
  for (const { unit, name } of [...after.units, ...gone]) {
    const [old, now] = [was.get(unit), is.get(unit)];
    const change = { unit, name, before: old && standing(old), after: now && standing(now) };
    if (old?.shown !== now?.shown || old === undefined || now === undefined) changes.totals.push(change);
    else if (old.place !== now.place) changes.places.push(change);
    else if (pointsOf(old) !== pointsOf(now)) changes.inside.push(change);
  }
  return changes;
}

/** Whether a correction would correct nothing. */
export function isNothing({ totals, places, inside }: Changes): boolean {
  return totals.length + places.length + inside.length === 0;
}

/** `84.00 → 86.00`, `没有 → 86.00` */
export function totalChange({ before, after }: UnitChange): string {
  return arrow(before?.shown.toFixed(2), after?.shown.toFixed(2));
}

/** `5 → 3` */
export function placeChange({ before, after }: UnitChange): string {
  return arrow(before && String(before.place), after && String(after.place));
}

function arrow(before = '无', after = '无'): string {
  return before === after ? after : `${before} → ${after}`;
}

function standing({ shown, place }: RankedUnit) {
  return { shown, place };
}

function pointsOf({ rows }: RankedUnit): string {
  return JSON.stringify(rows.map(({ criterion, points }) => [criterion, points]));
}

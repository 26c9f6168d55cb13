import type { ItemKind } from '../../db/schema-reports.ts';
import { placed, toHundredths } from './rounding.ts';
import type { UnitScore } from './types.ts';

export const BOARDS = ['units', 'leads', 'groups'] as const;
/** 全部单位 · 牵头单位 · 专项小组 */
export type BoardKind = (typeof BOARDS)[number];

/** One item of a unit in some period: what it leads, or has a part in. */
export interface BoardPart {
  unit: string;
  item: string;
  kind: ItemKind;
  group_no: number | null;
}

/** One line of a board: a unit, or a task group by its number. */
export interface BoardLine {
  subject: string;
  shown: number;
  place: number;
  /** How many units it is the mean of; 1 for a unit. */
  units: number;
  /** Of a unit that leads: task groups (whole or a sub-item) and measures. */
  leads?: { groups: number; measures: number };
}

/**
 * The same scores seen three ways: every unit; those that lead a task group, a part of one or a measure, placed among
 * themselves; each task group by the mean of the units that have something to report in it (ours: the notice ranks no
 * groups).
 */
export function boardOf(
  kind: BoardKind,
  scores: readonly UnitScore[],
  parts: readonly BoardPart[],
): BoardLine[] {
  switch (kind) {
    case 'units':
      return placed(scores.map(lineOf));
    case 'leads':
      return placed(leadLines(scores, parts));
    case 'groups':
      return placed(groupLines(scores, parts));
    default:
      return kind satisfies never;
  }
}

function lineOf({ unit, shown }: UnitScore): Omit<BoardLine, 'place'> {
  return { subject: unit, shown, units: 1 };
}

function leadLines(scores: readonly UnitScore[], parts: readonly BoardPart[]): Omit<BoardLine, 'place'>[] {
  const leading = Map.groupBy(
    parts.filter(({ kind }) => kind !== 'group-part'),
    ({ unit }) => unit,
  );
  return scores.flatMap((score) => {
    const own = leading.get(score.unit);
    if (own === undefined) return [];
    const of = (isMeasure: boolean) =>
      new Set(
        own
          .filter(({ kind }) => (kind === 'measure') === isMeasure)
          .map((one) => (isMeasure ? one.item : String(one.group_no))),
      ).size;
    return [{ ...lineOf(score), leads: { groups: of(false), measures: of(true) } }];
  });
}

function groupLines(scores: readonly UnitScore[], parts: readonly BoardPart[]): Omit<BoardLine, 'place'>[] {
  const totals = new Map(scores.map(({ unit, total }) => [unit, total]));
  return [...Map.groupBy(parts, ({ group_no }) => group_no)].flatMap(([no, own]) => {
    if (no === null) return [];
    const all = [...new Set(own.map(({ unit }) => unit))].flatMap((unit) => totals.get(unit) ?? []);
    if (all.length === 0) return [];
    const mean = all.reduce((sum, total) => sum + total, 0) / all.length;
    return [{ subject: String(no), shown: toHundredths(mean), units: all.length }];
  });
}

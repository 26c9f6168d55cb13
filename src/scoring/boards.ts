import type { ItemKind } from '../../db/schema-reports.ts';
import { placed, toHundredths } from './rounding.ts';
import type { UnitScore } from './types.ts';

export const BOARDS = ['units', 'leads', 'groups'] as const;
/** 全部单位 · 牵头单位 · 专项小组 */
export type BoardKind = (typeof BOARDS)[number];

/** What a unit has to do with a task group: `group` when it leads it. */
export interface GroupPart {
  unit: string;
  group_no: number;
  kind: ItemKind;
}

/** One line of a board: a unit, or a task group by its number. */
export interface BoardLine {
  subject: string;
  shown: number;
  place: number;
  /** How many units it is the mean of; 1 for a unit. */
  units: number;
}

/**
 * The same scores seen three ways: every unit; those that lead a task group, placed among themselves; each task group
 * by the mean of the units that have something to report in it (ours: the notice ranks no groups).
 */
export function boardOf(
  kind: BoardKind,
  scores: readonly UnitScore[],
  parts: readonly GroupPart[],
): BoardLine[] {
  switch (kind) {
    case 'units':
      return placed(scores.map(lineOf));
    case 'leads': {
      const leading = new Set(parts.filter((part) => part.kind === 'group').map((part) => part.unit));
      return placed(scores.filter(({ unit }) => leading.has(unit)).map(lineOf));
    }
    case 'groups':
      return placed(groupLines(scores, parts));
    default:
      return kind satisfies never;
  }
}

function lineOf({ unit, shown }: UnitScore): Omit<BoardLine, 'place'> {
  return { subject: unit, shown, units: 1 };
}

function groupLines(scores: readonly UnitScore[], parts: readonly GroupPart[]): Omit<BoardLine, 'place'>[] {
  const totals = new Map(scores.map(({ unit, total }) => [unit, total]));
  return [...Map.groupBy(parts, ({ group_no }) => group_no)].flatMap(([no, own]) => {
    const all = [...new Set(own.map(({ unit }) => unit))].flatMap((unit) => totals.get(unit) ?? []);
    if (all.length === 0) return [];
    const mean = all.reduce((sum, total) => sum + total, 0) / all.length;
    return [{ subject: String(no), shown: toHundredths(mean), units: all.length }];
  });
}

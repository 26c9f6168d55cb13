import { createHash } from 'node:crypto';
import type { SpanId } from '../scoring/span.ts';
import type { UnitScore } from '../scoring/types.ts';

/** A unit's score as it is published, with the name that it had then. */
interface RankedUnit extends Omit<UnitScore, 'period' | 'rubric'> {
  name: string;
}

/** 排名 of a span, frozen: every unit with every row of its score, the best first. */
export interface Snapshot {
  span: SpanId;
  /** The version of the 评分办法. */
  rubric: number;
  units: readonly RankedUnit[];
}

/** A snapshot as text, and the SHA-256 (hex) by which anybody can tell whether it was changed. */
export interface Frozen {
  content: string;
  hash: string;
}

/** The snapshot of scores that are placed already. Undefined where nobody was scored. */
export function snapshotOf(
  span: SpanId,
  scores: readonly UnitScore[],
  nameOf: (unit: string) => string,
): Snapshot | undefined {
  const [first] = scores;
  if (first === undefined) return undefined;
  const units = scores.map(({ period: _, rubric: __, ...score }) => ({ ...score, name: nameOf(score.unit) }));
  return { span, rubric: first.rubric, units };
}

/** Of a year: what units without 年度考评分 are judged by; undefined where all have one, and for other spans. */
export function unmarkedText({ units }: Snapshot): string | undefined {
  const unmarked = units.filter(({ rows }) =>
    rows.some(({ criterion, max }) => criterion === 'annual' && max === 0),
  ).length;
  if (unmarked === 0) return undefined;
  const who = unmarked === units.length ? '没有录入年度考评分' : `${unmarked}家没有年度考评分`;
  return `${who}，只按季度计。`;
}

/** Freezes a snapshot: the same scores give the same text and hash. */
export function freeze(snapshot: Snapshot): Frozen {
  const content = canonicalJson(snapshot);
  return { content, hash: createHash('sha256').update(content).digest('hex') };
}

/** Reads what `freeze` made. */
export function readSnapshot(content: string): Snapshot {
  return JSON.parse(content) as Snapshot;
}

/** By unit, how many places it went up (above 0) or down since an earlier ranking; absent for one that is new. */
export function movesSince(earlier: Snapshot, now: Snapshot): ReadonlyMap<string, number> {
  const before = new Map(earlier.units.map(({ unit, place }) => [unit, place]));
  return new Map(
    now.units.flatMap(({ unit, place }) => {
      const was = before.get(unit);
      return was === undefined ? [] : [[unit, was - place] as const];
    }),
  );
}

/** JSON with sorted keys and no spaces. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

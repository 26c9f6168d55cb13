import { REPORT_STATUSES, type ReportStatus } from '../../db/schema-reports.ts';

/** How far a unit has come with its report. */
export interface UnitStanding {
  unit: string;
  status: ReportStatus;
  /** Own items, and those of them in which something stands. */
  items: number;
  filled: number;
  /** Task groups that its items belong to. */
  groups: readonly number[];
  /** Instant in ms. */
  submittedAt: number | undefined;
}

export type Counts = Readonly<Record<ReportStatus | 'total', number>>;

/** How far the units of a task group have come. */
export interface GroupStanding {
  no: number;
  counts: Counts;
  units: readonly UnitStanding[];
}

/** What is read from the database of one period. */
export interface Roll {
  reports: readonly { unit: string; status: ReportStatus; submitted_at: number | null }[];
  items: readonly { unit: string; group_no: number | null; hasContent: 0 | 1 }[];
}

/** Every unit's standing, in the order of the reports. */
export function standingsOf({ reports, items }: Roll): UnitStanding[] {
  const byUnit = Map.groupBy(items, (item) => item.unit);
  return reports.map(({ unit, status, submitted_at }) => {
    const own = byUnit.get(unit) ?? [];
    return {
      unit,
      status,
      items: own.length,
      filled: own.filter((item) => item.hasContent === 1).length,
      groups: [...new Set(own.flatMap((item) => item.group_no ?? []))],
      submittedAt: submitted_at ?? undefined,
    };
  });
}

/** 未开始 · 草稿 · 已报 · 退回 · 采纳, counted. */
export function countsOf(units: readonly UnitStanding[]): Counts {
  const counts = Object.fromEntries(REPORT_STATUSES.map((status) => [status, 0])) as Record<
    ReportStatus,
    number
  >;
  for (const { status } of units) counts[status]++;
  return { ...counts, total: units.length };
}

/** By task group, in the order of the numbers; a unit counts in each of its groups. */
export function byGroup(units: readonly UnitStanding[]): GroupStanding[] {
  const numbers = [...new Set(units.flatMap((unit) => unit.groups))].sort((a, b) => a - b);
  return numbers.map((no) => {
    const own = units.filter((unit) => unit.groups.includes(no));
    return { no, counts: countsOf(own), units: own };
  });
}

/** Handed in: with the office, or adopted. */
export function reportedOf({ submitted, accepted }: Counts): number {
  return submitted + accepted;
}

/** Never handed in, or not even begun. What was sent back is another matter. */
export function isMissing({ status }: Pick<UnitStanding, 'status'>): boolean {
  return status === 'none' || status === 'draft';
}

/** Still to be handed in: it never was, or it was sent back since. */
export function isOwed(of: Pick<UnitStanding, 'status'>): boolean {
  return isMissing(of) || of.status === 'returned';
}

import { type ObjectionRow, objectionsOf, type PreviewRow, previewOf } from '../../db/queries/objections.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { ReportAct } from '../reports/act.ts';
import { momentName } from '../reports/texts.ts';
import type { SpanId } from '../scoring/span.ts';

const WORKDAYS_TO_OBJECT = 3;
const CLOSES = '18:00';

/** How a round of objections stands. */
export interface Round {
  /** Instant in ms. */
  closesAt: number;
  isOver: boolean;
  /** So many units were asked; so many of them last said 无异议 and wait for no answer. */
  asked: number;
  agreed: number;
  /** Objections that the office has not answered, oldest first. */
  open: ObjectionRow[];
  answered: ObjectionRow[];
}

/** When a round that begins now ends: the third working day after, 18:00; instant in ms. */
export function closingOf(act: ReportAct): number {
  return instantOf(act.calendar.plusWorkdays(act.today, WORKDAYS_TO_OBJECT), CLOSES);
}

/** The round of a span at an instant in ms; undefined where none was begun. */
export async function roundOf(
  { db }: Pick<Deps, 'db'>,
  span: SpanId,
  now: number,
): Promise<Round | undefined> {
  const preview = await previewOf(db, span);
  return preview && standing(preview, await objectionsOf(db, span), now);
}

/** How long a round goes on, in words. */
export function leftText({ closesAt, isOver }: Pick<Round, 'closesAt' | 'isOver'>, act: ReportAct): string {
  if (isOver) return `异议期已于${momentName(closesAt)}结束。`;
  const days = workdaysUntil(act, dayAt(closesAt));
  return `异议期到${momentName(closesAt)}，${days === 0 ? '今天截止' : `还有${days}个工作日`}。`;
}

function workdaysUntil({ calendar, today }: ReportAct, last: string): number {
  let days = 0;
  while (days < WORKDAYS_TO_OBJECT && calendar.plusWorkdays(today, days) < last) days += 1;
  return days;
}

function standing(preview: PreviewRow, said: readonly ObjectionRow[], now: number): Round {
  const units = JSON.parse(preview.units) as string[];
  const objections = said.filter(({ kind }) => kind === 'objection');
  const open = objections.filter(({ verdict }) => verdict === null);
  const agreed = units.filter(
    (unit) =>
      said.findLast((one) => one.unit === unit)?.kind === 'none' && open.every((one) => one.unit !== unit),
  );
  return {
    closesAt: preview.closes_at,
    isOver: now >= preview.closes_at,
    asked: units.length,
    agreed: agreed.length,
    open,
    answered: objections.filter(({ verdict }) => verdict !== null),
  };
}

/**
 * Why publishing needs no reason of its own: the round is over or all agree, and no objection waits for its answer;
 * undefined while it needs one.
 */
export function groundOf(round: Round | undefined): string | undefined {
  if (round === undefined || round.open.length > 0) return undefined;
  if (round.agreed === round.asked) return '各单位均无异议';
  return round.isOver ? '异议期已满' : undefined;
}

/** What speaks against publishing without a reason, where `groundOf` has none. */
export function hindranceOf(round: Round | undefined): string {
  if (round === undefined) return '没有经过异议期';
  return round.isOver ? `还有${round.open.length}条异议没有答复` : '异议期没有结束';
}

import type { Db } from '../../db/database.ts';
import type { PeriodRow } from '../../db/queries/periods.ts';
import { newestRubric, type RubricRow, rubricAt } from '../../db/queries/rubrics.ts';
import { type RubricVersion, readRubric } from './rubric.ts';

/**
 * The rubric that a period is scored by: the newest there was when it opened. Units are judged by what they could read
 * at the beginning; a later change is for the periods after it, and old results stay as they were.
 */
export async function rubricOf(db: Db, period: Pick<PeriodRow, 'opened_at'>): Promise<RubricVersion> {
  return versionOf(period.opened_at === null ? await newestRubric(db) : await rubricAt(db, period.opened_at));
}

/** The rubric that the next period to open will be scored by. */
export async function currentRubric(db: Db): Promise<RubricVersion> {
  return versionOf(await newestRubric(db));
}

function versionOf(row: RubricRow): RubricVersion {
  return {
    version: row.version,
    rubric: readRubric(JSON.parse(row.content)),
    madeBy: row.made_by,
    at: row.at,
  };
}

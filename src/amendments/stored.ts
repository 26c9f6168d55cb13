import { amendmentRows } from '../../db/queries/amendments.ts';
import type { Deps } from '../deps.ts';
import type { NoticeModel } from '../notice/types.ts';
import { amendedModel } from './model.ts';
import { AmendmentContent } from './types.ts';

/** All confirmed amendments, in the order of being entered. */
export async function amendmentsOf({ db }: Pick<Deps, 'db'>): Promise<AmendmentContent[]> {
  const rows = await amendmentRows(db);
  return rows.map((row) => AmendmentContent.parse(JSON.parse(row.content)));
}

/** The notice with the amendments in force on a day in Asia/Shanghai. */
export async function noticeOn(deps: Pick<Deps, 'db' | 'notice'>, day: string): Promise<NoticeModel> {
  return amendedModel(deps.notice.model, await amendmentsOf(deps), day);
}

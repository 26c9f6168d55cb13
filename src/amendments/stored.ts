import { type OfficeWords, officeWords } from '../../db/queries/office-words.ts';
import type { Deps } from '../deps.ts';
import type { NoticeModel } from '../notice/types.ts';
import { amendedModel } from './model.ts';
import { AmendmentContent } from './types.ts';

/** All confirmed amendments, in the order of being entered. */
export async function amendmentsOf({ db }: Pick<Deps, 'db'>): Promise<AmendmentContent[]> {
  return amendmentsIn(await officeWords(db));
}

/** The amendments among the office's words. */
export function amendmentsIn({ amendments }: OfficeWords): AmendmentContent[] {
  return amendments.map((row) => AmendmentContent.parse(JSON.parse(row.content)));
}

/** The notice with the amendments in force on a day in Asia/Shanghai. */
export async function noticeOn(deps: Pick<Deps, 'db' | 'notice'>, day: string): Promise<NoticeModel> {
  return amendedModel(deps.notice.model, await amendmentsOf(deps), day);
}

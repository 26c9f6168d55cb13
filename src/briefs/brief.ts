import type { BriefRow } from '../../db/queries/briefs.ts';
import type { ItemSheet, ReportSheet } from '../../db/queries/reports.ts';
import { condensed } from '../bulletin/condense.ts';
import { standingOf } from '../scoring/facts.ts';

/** A brief is short: so many characters at most. */
export const LONGEST_TITLE = 40;
export const LONGEST_BODY = 300;

/** What the form holds. */
export interface Typed {
  title: string;
  body: string;
  scored: 0 | 1;
}

/** `工作动态〔2026〕第3期`; undefined before it is published. */
export function briefName({ year, no }: Pick<BriefRow, 'year' | 'no'>): string | undefined {
  return year === null || no === null ? undefined : `工作动态〔${year}〕第${no}期`;
}

/** What of a report can be picked: the progress of each item, while the report stands with the office. */
export function pickable({ report, items }: ReportSheet): ItemSheet[] {
  return standingOf(report) === 'standing' ? items.filter(({ progress }) => progress.trim() !== '') : [];
}

/** A first clause that says when or how many rather than what. */
const NO_TITLE =
  /^(?:截至|截止|目前|今年|本季度|上季度|[一二三四]季度|[一二三四五]是|[一二三四五][、.]|[（(]|\d)/;
const SHORTEST_CLAUSE = 5;

/** What a brief begins with: the unit's own words, whole sentences as far as there is room. */
export function firstDraft(unitName: string, item: ItemSheet): Pick<Typed, 'title' | 'body'> {
  const [clause = ''] = item.progress.trim().split(/[，。；！？：\s]/);
  const isTelling = clause.length >= SHORTEST_CLAUSE && !NO_TITLE.test(clause);
  const title = `${unitName}：${isTelling ? clause : item.title}`;
  return {
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
    // Room for the dots that mark what is left out.
    body: condensed(item.progress, LONGEST_BODY - 2),
  };
}

/** Why it cannot be published as it is, a Chinese sentence; undefined where it can. */
export function faultOf({ title, body }: Pick<Typed, 'title' | 'body'>): string | undefined {
  if (title === '') return '还没有标题，请写上。';
  if (body === '') return '还没有正文，请写上。';
  if (title.length > LONGEST_TITLE) return `标题${title.length}字，最多${LONGEST_TITLE}字，请再精简。`;
  if (body.length > LONGEST_BODY) return `正文${body.length}字，最多${LONGEST_BODY}字，请再精简。`;
  return undefined;
}

/** What its 加分 is about: one item of one period counts once, however often it is picked. */
export function matterOf({ item }: Pick<BriefRow, 'item'>): string {
  return `工作动态:${item}`;
}

/** The 加分 of a published brief by id; it is there only where the brief gives points. */
export function entryOf({ id }: Pick<BriefRow, 'id'>): string {
  return `brief:${id}`;
}

/** Names the card in the work group. */
export function postKey({ id }: Pick<BriefRow, 'id'>): string {
  return `brief:${id}`;
}

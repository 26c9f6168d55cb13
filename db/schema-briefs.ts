/** The tables of 工作动态. `…_at` columns are instants in ms. */
export interface BriefTables {
  brief: BriefTable;
  brief_typed: {
    id: string;
    brief: string;
    version: number;
    title: string;
    body: string;
    by: string;
    at: number;
  };
}

const BRIEF_STATUSES = ['draft', 'published', 'withdrawn', 'dropped'] as const;
/** 草稿 · 已发布 · 已撤回 · 已删除 */
export type BriefStatus = (typeof BRIEF_STATUSES)[number];

export interface BriefTable {
  id: string;
  period: string;
  unit: string;
  item: string;
  item_title: string;
  source: string;
  title: string;
  body: string;
  scored: 0 | 1;
  status: BriefStatus;
  version: number;
  made_by: string;
  made_at: number;
  year: string | null;
  no: number | null;
  chat_id: string | null;
  published_by: string | null;
  published_at: number | null;
  withdrawn_by: string | null;
  withdrawn_at: number | null;
  withdrawn_because: string | null;
}

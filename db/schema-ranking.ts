/** The tables of 排名. `…_at` columns are instants in ms. */
export interface RankingTables {
  ranking: RankingTable;
  ranking_preview: RankingPreviewTable;
  ranking_objection: RankingObjectionTable;
}

export interface RankingTable {
  span: string;
  /** 第N版; 1 is what was published first. */
  revision: number;
  /** The frozen snapshot as canonical JSON. */
  content: string;
  hash: string;
  rubric: number;
  /** Of a later revision: 更正说明. */
  reason: string;
  chat_id: string;
  published_by: string;
  published_at: number;
}

export interface RankingPreviewTable {
  span: string;
  hash: string;
  /** JSON list of unit ids. */
  units: string;
  sent_by: string;
  sent_at: number;
  closes_at: number;
}

export interface RankingObjectionTable {
  id: string;
  span: string;
  unit: string;
  /** 无异议 · 异议 */
  kind: 'none' | 'objection';
  words: string;
  by: string;
  at: number;
  /** 采纳 · 不采纳; null until the office has answered. */
  verdict: 'accepted' | 'rejected' | null;
  verdict_words: string;
  decided_by: string | null;
  decided_at: number | null;
}

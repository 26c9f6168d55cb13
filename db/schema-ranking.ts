/** The table of 排名. `…_at` columns are instants in ms. */
export interface RankingTables {
  ranking: RankingTable;
}

export interface RankingTable {
  span: string;
  /** The frozen snapshot as canonical JSON. */
  content: string;
  hash: string;
  rubric: number;
  reason: string;
  chat_id: string;
  published_by: string;
  published_at: number;
}

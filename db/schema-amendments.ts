/** The tables of 修订. `content` is JSON of an `AmendmentContent`; `…_at` columns are instants in ms. */
export interface AmendmentTables {
  amendment_draft: { id: string; content: string; made_by: string; made_at: number };
  amendment: AmendmentRow;
}

export interface AmendmentRow {
  id: string;
  content: string;
  entered_by: string;
  entered_at: number;
}

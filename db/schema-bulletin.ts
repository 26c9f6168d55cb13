import type { Generated } from 'kysely';

/** The tables of 通报. `…_at` columns are instants in ms, `…_by` open_ids or `bot`. */
export interface BulletinTables {
  bulletin: BulletinTable;
  bulletin_section: BulletinSectionTable;
  bulletin_save: BulletinSaveTable;
  bulletin_clash: BulletinClashTable;
  bulletin_upload: { open_id: string; period: string; revision: number; at: number };
  file_part: { file: string; no: number; content: Uint8Array };
}

/** 草稿 · 送审 · 退回 · 批准 · 已发布 */
export type BulletinState = 'draft' | 'sent' | 'returned' | 'approved' | 'published';

export interface BulletinTable {
  period: string;
  /** 1, and from 2 on the corrections of what was published. */
  revision: number;
  state: BulletinState;
  version: Generated<number>;
  note: Generated<string>;
  made_by: string;
  made_at: number;
  sent_by: string | null;
  sent_at: number | null;
  decided_by: string | null;
  decided_at: number | null;
  reason: Generated<string>;
  own_file: string | null;
  own_name: string | null;
  own_size: number | null;
  own_sha256: string | null;
  /** Which stored figures it does not have; a Chinese sentence. */
  own_doubts: Generated<string>;
  own_by: string | null;
  own_at: number | null;
  annex_file: string | null;
  docx_file: string | null;
  docx_sha256: string | null;
  hash: string | null;
  chat_id: string | null;
  published_by: string | null;
  published_at: number | null;
}

export interface BulletinSectionTable {
  period: string;
  revision: number;
  section: string;
  position: number;
  title: string;
  /** From the stored facts, when it was built or edited last. */
  composed: string;
  text: string;
  version: Generated<number>;
  /** Set while the text is a person's. */
  edited_by: string | null;
  edited_at: number | null;
}

interface BulletinSaveTable {
  period: string;
  revision: number;
  section: string;
  version: number;
  text: string;
  by: string;
  at: number;
}

export interface BulletinClashTable {
  id: string;
  period: string;
  revision: number;
  section: string;
  text: string;
  by: string;
  at: number;
  closed_at: number | null;
}

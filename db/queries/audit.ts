import type { Db, Write } from '../database.ts';

export interface AuditEntry {
  /** Instant in ms. */
  at: number;
  /** open_id, or `bot` for what a schedule did. */
  who: string;
  /** A short English word: `bind`, `submit`, `return`, `lock`. */
  action: string;
  /** What it was done to: `unit:finance`, `report:2026Q4:finance`, `period:2026Q4`. */
  subject: string;
  detail?: string;
}

/** Who did what when: stands in the same list as what was done. */
export function recordAudit(db: Db, entry: AuditEntry): Write {
  return db.query.insertInto('audit').values({ detail: '', ...entry });
}

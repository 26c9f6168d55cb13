import type { Generated } from 'kysely';

/** 群发: what goes to many people at once. Instants in ms. */
interface BroadcastTable {
  id: string;
  /** As the office knows it. */
  name: string;
  /** Who pressed; empty for what a schedule sends. */
  made_by: string;
  made_at: number;
  /** What its progress card says, and since when. */
  shown: Generated<string>;
  shown_at: Generated<number>;
  finished_at: number | null;
}

/** One row: the calls that all processes of this database have reserved, as JSON. */
interface SendingWindowTable {
  id: number;
  version: number;
  reserved: string;
}

/** A chat that takes nothing any more, with the platform's code. */
interface UnreachableTable {
  lane: string;
  code: number;
  since: number;
}

/** 加急 that the office ordered: the `no`-th of its day (Asia/Shanghai). */
interface UrgeTable {
  id: string;
  period: string;
  reason: string;
  by: string;
  at: number;
  day: string;
  no: number;
  people: number;
}

export interface SendingTables {
  broadcast: BroadcastTable;
  sending_window: SendingWindowTable;
  unreachable: UnreachableTable;
  urge: UrgeTable;
}

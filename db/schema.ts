import type { Generated } from 'kysely';
import type { AmendmentTables } from './schema-amendments.ts';
import type { BriefTables } from './schema-briefs.ts';
import type { BulletinTables } from './schema-bulletin.ts';
import type { CalendarTables } from './schema-calendar.ts';
import type { LedgerTables } from './schema-ledger.ts';
import type { RankingTables } from './schema-ranking.ts';
import type { ReminderTables } from './schema-reminders.ts';
import type { ReportTables } from './schema-reports.ts';
import type { ScheduleTables } from './schema-schedule.ts';
import type { ScoreTables } from './schema-scores.ts';
import type { SendingTables } from './schema-sending.ts';

/** The tables as the migrations make them. All `…At` columns are instants in ms since the epoch. */
export interface Schema
  extends AmendmentTables,
    BriefTables,
    BulletinTables,
    CalendarTables,
    LedgerTables,
    RankingTables,
    ReminderTables,
    ReportTables,
    ScheduleTables,
    ScoreTables,
    SendingTables {
  inbox: InboxTable;
  outbox: OutboxTable;
  card: { key: string; message_id: string; chat_id: string; sent_at: number };
  turn: { chat_id: string; open_id: string; at: number; question: string };
  visitor: { open_id: string; first_at: number };
  version: { name: string; no: number };
  setting: { key: string; value: string; updated_at: number };
  /** `kept` 1: never forgotten. */
  file: { id: string; name: string; content: Uint8Array; created_at: number; kept: Generated<0 | 1> };
  occurrence: OccurrenceTable;
  asked: AskedTable;
  alias: { text: string; target: string; added_by: string; added_at: number };
  person: { open_id: string; name: string; updated_at: number };
  binding: BindingTable;
  leave: LeaveTable;
  chat: ChatTable;
  roster: RosterTable;
  audit: { id: Generated<number>; at: number; who: string; action: string; subject: string; detail: string };
}

export interface AskedTable {
  question: string;
  refused: Generated<number>;
  wrong: Generated<number>;
  useful: Generated<number>;
  led_to: string | null;
  first_at: number;
  last_at: number;
  settled_at: number | null;
}

export interface OccurrenceTable {
  key: string;
  kind: string;
  due_at: number;
  done_at: number;
  status: 'done' | 'skipped';
  because: string | null;
}

export const INBOX_STATUSES = ['stored', 'handled', 'failed'] as const;
export type InboxStatus = (typeof INBOX_STATUSES)[number];

export interface InboxTable {
  event_id: string;
  message_id: string | null;
  kind: string;
  /** The normalised `InboundEvent` as JSON. */
  event: string;
  status: InboxStatus;
  attempts: Generated<number>;
  retry_at: number;
  received_at: number;
  handled_at: number | null;
  error: string | null;
}

export const OUTBOX_STATUSES = ['due', 'sending', 'sent', 'dead', 'replaced'] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

export interface OutboxTable {
  seq: Generated<number>;
  key: string;
  uuid: string;
  kind: 'send' | 'reply' | 'patch' | 'urgent' | 'ephemeral';
  lane: string;
  receive_id_type: string | null;
  receive_id: string;
  msg_type: string;
  content: string;
  card_key: string | null;
  status: OutboxStatus;
  attempts: Generated<number>;
  next_at: number;
  tried_at: number | null;
  unknown_at: number | null;
  claimed_until: number | null;
  message_id: string | null;
  created_at: number;
  sent_at: number | null;
  error: string | null;
  /** The broadcast that it is a part of. */
  broadcast: string | null;
  /** The platform's code of the failure. */
  code: number | null;
  /** When and by whom a failure was seen to. */
  settled_at: number | null;
  settled_by: string | null;
  /** JSON; for what goes by itself: the occurrence, and the units or entries that it is about. */
  reason: string | null;
  /** The number of all reasons when it was made. */
  as_of: number | null;
}

/** 联络员, 副联络员, 单位负责人: what a person can be for a unit. */
export const UNIT_ROLES = ['liaison', 'deputy-liaison', 'unit-head'] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];
export type BindingKind = 'unit' | 'leader' | 'office';
type BindingStatus = 'proposed' | 'confirmed' | 'rejected' | 'ended';

export interface BindingTable {
  /** Named after the event that made it. */
  id: string;
  kind: BindingKind;
  /** Id of the unit or of the notice's person; empty for the office. */
  subject: string;
  role: UnitRole | 'leader' | 'office';
  open_id: string;
  status: BindingStatus;
  proposed_by: string;
  proposed_at: number;
  decided_by: string | null;
  decided_at: number | null;
  ended_by: string | null;
  ended_at: number | null;
}

/** Days in Asia/Shanghai, both included. */
export interface LeaveTable {
  id: Generated<number>;
  open_id: string;
  from_day: string;
  to_day: string;
  stand_in: string;
  set_by: string;
  set_at: number;
}

export interface ChatTable {
  id: Generated<number>;
  chat_id: string;
  purpose: 'work' | 'group';
  /** 0 for the work group. */
  group_no: number;
  active: 0 | 1;
  bound_by: string;
  bound_at: number;
  ended_at: number | null;
}

export interface RosterTable {
  id: string;
  open_id: string;
  status: 'awaited' | 'previewed' | 'applied' | 'dropped';
  /** JSON of what is to change: units, roles and open_ids. */
  plan: string;
  made_at: number;
  decided_at: number | null;
}

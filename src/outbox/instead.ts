import type { Db, Write } from '../../db/database.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import type { OpenId } from '../ids.ts';
import { textOfCard } from './card-text.ts';
import { otherwiseWrites, outboxWriteOnce, reasonOfRow } from './message.ts';

/** The writes that send something in the place of a row that cannot be shown as it is. @param now instant in ms. */
export function insteadOf(db: Db, row: OutboxRow, now: number): Write[] {
  return row.kind === 'ephemeral' ? otherwiseWrites(db, row, now) : [outboxWriteOnce(db, asText(row), now)];
}

/** What a card says, for where the card itself is refused. */
function asText(row: OutboxRow) {
  const reason = reasonOfRow(row);
  const to =
    row.receive_id_type === 'open_id' ? { person: row.receive_id as OpenId } : { chat: row.lane as never };
  return {
    key: `${row.key}:text`,
    to,
    body: { type: 'text', text: textOfCard(row.content) },
    ...(row.broadcast !== null && { broadcast: row.broadcast }),
    ...(reason !== undefined && {
      about: reason.about,
      reason: { occurrence: reason.occurrence, asOf: row.as_of ?? 0 },
    }),
  } as const;
}

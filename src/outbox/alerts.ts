import type { Db, Write } from '../../db/database.ts';
import { chatBinding } from '../../db/queries/chats.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { markUnreachable } from '../../db/queries/unreachable.ts';
import type { OpenId } from '../ids.ts';
import { uuidOf } from '../ids.ts';
import { outboxWriteOnce } from './message.ts';
import { alertOf, lostChat } from './texts.ts';

const HOUR_MS = 60 * 60_000;
/** The bot is not in the group; the group was dissolved. */
const CHAT_LOST: readonly number[] = [230002, 232009];

/** The delivery's own messages: when they fail too, nobody is told once more. */
const OWN = /^(alert|progress|failures):/;

interface Failure {
  row: OutboxRow;
  /** The platform's code. */
  code: number | null;
  /** Instant in ms. */
  now: number;
  /** Whether the platform was asked, or it was known to be of no use. */
  wasCalled: boolean;
}

/** A chat that takes nothing any more. Pure. */
export function isLostChat({ row, code }: Pick<Failure, 'row' | 'code'>): boolean {
  return row.receive_id_type === 'chat_id' && code !== null && CHAT_LOST.includes(code);
}

/**
 * Who in the office hears of a message that was given up: everybody, the first members and those that were bound. A
 * lost group is named once; else one alert an hour. The parts of a broadcast are told of by its own card.
 */
export async function alertsOf(db: Db, office: readonly OpenId[], failure: Failure): Promise<Write[]> {
  const { row, code, now } = failure;
  // A card that no longer takes changes is nobody's loss: its newest state is shown again on use.
  if (row.kind === 'patch' || OWN.test(row.key)) return [];
  const isLost = isLostChat(failure);
  const lost =
    isLost && code !== null && failure.wasCalled ? [markUnreachable(db, { lane: row.lane, code, now })] : [];
  if (!isLost && row.broadcast !== null) return lost;
  const bound = isLost ? await chatBinding(db, row.lane) : undefined;
  const hour = Math.floor(now / HOUR_MS);
  const [key, words] = isLost
    ? [`alert:chat:${row.lane}:${Math.floor(hour / 24)}`, lostChat(bound?.group_no, code === 232009)]
    : [`alert:dead:${hour}`, alertOf(uuidOf(row.key).slice(0, 8))];
  const members = (await officeMembers(db, office)) as OpenId[];
  const told = members.map((person) =>
    outboxWriteOnce(
      db,
      { key: `${key}:${person}`, to: { person }, body: { type: 'text', text: words } },
      now,
    ),
  );
  return [...lost, ...told];
}

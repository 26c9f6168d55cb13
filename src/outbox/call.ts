import type { Db } from '../../db/database.ts';
import { storedFile } from '../../db/queries/files.ts';
import { cardPlace, messageOf, type OutboxRow } from '../../db/queries/outbox.ts';
import type { Content, LarkGateway, Sent } from '../lark/gateway.ts';
import { briefIn } from './message.ts';

/** What this row refers to has not gone out itself. */
export class NotSentYet extends Error {
  override name = 'NotSentYet';
}

interface Parts {
  db: Db;
  gateway: LarkGateway;
}

/** Makes the call that a row stands for. @throws LarkApiError; NotSentYet when it has to wait for another row */
export async function carriedOut(parts: Parts, row: OutboxRow): Promise<Sent> {
  const { gateway } = parts;
  switch (row.kind) {
    case 'send': {
      const type = row.receive_id_type === 'open_id' ? 'open_id' : 'chat_id';
      return gateway.send({ type, id: row.receive_id }, await contentOf(parts, row), row.uuid);
    }
    case 'reply':
      return gateway.reply(row.receive_id, await contentOf(parts, row), row.uuid);
    case 'patch':
      return patched(parts, row);
    case 'ephemeral':
      return gateway.showTo({ chat: row.lane, person: row.receive_id }, briefIn(row));
    case 'urgent':
      return urged(parts, row);
    default: {
      const never: never = row.kind;
      throw new Error(`unknown kind ${String(never)}`);
    }
  }
}

async function patched({ db, gateway }: Parts, row: OutboxRow): Promise<Sent> {
  const place =
    row.receive_id_type === 'card_key'
      ? await cardPlace(db, row.receive_id)
      : { messageId: row.receive_id, chatId: '' };
  if (place === undefined) throw new NotSentYet(row.receive_id);
  await gateway.patch(place.messageId, row.content);
  return place as Sent;
}

/** 加急 for a message of ours, named by its key. It waits until that one is delivered. */
async function urged({ db, gateway }: Parts, row: OutboxRow): Promise<Sent> {
  const message = await messageOf(db, row.receive_id);
  if (message === undefined) throw new Error(`${row.receive_id} was not delivered`);
  if (message.messageId === null) throw new NotSentYet(row.receive_id);
  const { people } = JSON.parse(row.content) as { people: string[] };
  const unreached = await gateway.urge(message.messageId, people);
  if (unreached.length > 0) throw new Error('not in the chat of the message');
  return { messageId: message.messageId, chatId: '' } as Sent;
}

/** A file is uploaded now: the platform's key for it belongs to this app and this message. */
async function contentOf({ db, gateway }: Parts, row: OutboxRow): Promise<Content> {
  if (row.msg_type !== 'file') return { msgType: row.msg_type as Content['msgType'], content: row.content };
  const { file_id: id } = JSON.parse(row.content) as { file_id: string };
  const file = await storedFile(db, id);
  if (file === undefined) throw new Error(`file ${id} is gone`);
  const key = await gateway.upload(file.name, file.content);
  return { msgType: 'file', content: JSON.stringify({ file_key: key }) };
}

import { readFile } from 'node:fs/promises';
import { commandOutcome } from '../../commands/run.ts';
import { gate } from '../../src/inbox/gate.ts';
import { spoken } from '../../src/inbox/spoken.ts';
import { normalize } from '../../src/lark/normalize.ts';
import { Envelope } from '../../src/lark/payloads.ts';
import { startWorld } from './world.ts';

/**
 * `npm run replay -- test/fixtures/events/x.json`: one saved event (the decrypted envelope), every stage printed.
 * The database is a new one, and nothing is sent.
 */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name a file with the decrypted envelope of an event');
const print = (stage: string, value: unknown) =>
  console.log(`\n== ${stage}\n${JSON.stringify(value, null, 2)}`);

const event = normalize(Envelope.parse(JSON.parse(await readFile(file, 'utf8'))));
print('normalised', event ?? 'a kind that is not served');
if (event) {
  print('gate', gate(event, undefined) ?? 'passes');
  if (event.kind === 'message') {
    const said = spoken(event, undefined);
    print('said', said);
    const world = await startWorld();
    const outcome = await commandOutcome(world.service.deps, {
      ...said,
      sender: event.sender,
      chatId: event.chatId,
      key: event.messageId,
      reply: { chat: event.chatId },
    });
    print('messages', outcome.messages);
    print(
      'writes',
      outcome.writes.map((write) => ('compile' in write ? write.compile().sql : write.sql)),
    );
    await world.close();
  }
}

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SandboxEvent } from '../contract.ts';
import type { Platform } from '../platform/endpoint.ts';
import { isSeenBy } from '../state/chats.ts';
import type { Change } from '../state/state.ts';
import { shownCommand, shownMessage } from './view.ts';

const ALIVE_EVERY_MS = 15_000;

/** Server-Sent Events for one person's page: what changes in his chats, the clock, the calls, the commands. */
export function streamFor(c: Context, of: { platform: Platform; openId: string }): Response {
  const { platform, openId } = of;
  const { state, clock, calls } = platform;
  return streamSSE(c, async (stream) => {
    const send = (event: SandboxEvent) =>
      void stream.writeSSE({ data: JSON.stringify(event) }).catch(() => undefined);
    const ends = [
      state.watch((change) => {
        for (const event of eventsOf(platform, openId, change)) send(event);
      }),
      clock.onChange((now) => send({ type: 'clock', now, offsetMs: clock.offset() })),
      calls.watch((call) => send({ type: 'call', call })),
    ];
    // A comment line now and then, so that a dead connection is noticed.
    const alive = setInterval(() => void stream.write(': alive\n\n').catch(() => undefined), ALIVE_EVERY_MS);
    send({ type: 'hello', now: clock.now() });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(alive);
    for (const end of ends) end();
  });
}

function eventsOf(platform: Platform, openId: string, change: Change): SandboxEvent[] {
  const { state } = platform;
  switch (change.kind) {
    case 'message': {
      const { message } = change;
      const isMember = state.chats.get(message.chatId)?.people.includes(openId) ?? false;
      return isMember && isSeenBy(openId, message)
        ? [{ type: 'message', message: shownMessage(state, message) }]
        : [];
    }
    case 'chats':
      return [{ type: 'chats' }];
    case 'read':
      return change.openId === openId ? [{ type: 'chats' }] : [];
    case 'commands':
      return [{ type: 'commands', commands: state.commands.all().map(shownCommand) }];
    default:
      return change satisfies never;
  }
}

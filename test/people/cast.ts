import type { SandboxActionResult, SandboxMessage } from '../../sandbox/contract.ts';
import { instantOf } from '../../src/clock.ts';
import { botMessages, startWorld, type World, wordsOf } from '../support/world.ts';

/** People of the story, acting on the bot and seeing what it says to them. */
export interface Cast {
  world: World;
  id(who: string): string;
  /** Writes to the bot in the direct chat. */
  tell(who: string, text: string): void;
  /** Writes in the work group, the bot and others mentioned. */
  shout(who: string, text: string, mentions?: readonly string[]): void;
  /** Waits for a message of the bot to this person, or in this group, that says all the words. */
  hears(where: string, ...words: string[]): Promise<SandboxMessage>;
  /** Waits for what only this person is shown in the work group. */
  sees(who: string, ...words: string[]): Promise<SandboxMessage>;
  /** All that only this person was shown in the work group. */
  shown(who: string): SandboxMessage[];
  /** Everything the bot has said there, to all who read it. */
  heard(where: string): string;
  press(
    who: string,
    card: SandboxMessage,
    label: string,
    options?: { form?: Record<string, string>; nth?: number },
  ): Promise<SandboxActionResult>;
  /** Waits until a card says something else. */
  becomes(card: SandboxMessage, ...words: string[]): Promise<SandboxMessage>;
  close(): Promise<void>;
}

/** A working day's morning. */
export const MORNING = instantOf('2026-11-25', '10:00');

export async function startCast(): Promise<Cast> {
  const world = await startWorld();
  const { sandbox } = world;
  sandbox.clock.set(MORNING);
  const id = (who: string) => sandbox.openIdOf(who);
  const chatOf = (where: string) =>
    where === 'work' || where === 'power' ? sandbox.groupId(where) : sandbox.directChatId(id(where));
  const says = (message: SandboxMessage, words: readonly string[]) =>
    words.every((word) => wordsOf(message).includes(word));
  const shown = (who: string) =>
    sandbox.messagesIn(sandbox.groupId('work'), id(who)).filter((message) => message.onlyFor !== undefined);
  return {
    world,
    id,
    shown,
    sees: (who, ...words) =>
      sandbox
        .waitFor(() => shown(who).findLast((message) => says(message, words)))
        .catch(() => {
          const all = shown(who).map(wordsOf).join('\n');
          throw new Error(`${who} was not shown ${words.join(' + ')} in the group, but:\n${all}`);
        }),
    tell: (who, text) => void sandbox.as(id(who)).direct(text),
    shout: (who, text, mentions = []) =>
      void sandbox
        .as(id(who))
        .say(sandbox.groupId('work'), text, { mentionBot: true, mentions: mentions.map(id) }),
    hears: (where, ...words) =>
      sandbox
        .waitFor(() => botMessages(sandbox, chatOf(where)).findLast((message) => says(message, words)))
        .catch(() => {
          const last = botMessages(sandbox, chatOf(where)).slice(-3).map(wordsOf).join('\n');
          throw new Error(`${where} waited in vain for ${words.join(' + ')}; the last messages:\n${last}`);
        }),
    heard: (where) => botMessages(sandbox, chatOf(where)).map(wordsOf).join('\n'),
    press: (who, card, label, options) => sandbox.as(id(who)).press(card.messageId, label, options),
    becomes: (card, ...words) =>
      sandbox.waitFor(() =>
        sandbox
          .messagesIn(card.chatId)
          .find((message) => message.messageId === card.messageId && says(message, words)),
      ),
    close: () => world.close(),
  };
}

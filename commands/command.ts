import type { Deps } from '../src/deps.ts';
import type { ChatId, OpenId } from '../src/ids.ts';
import type { Mention } from '../src/inbox/event.ts';
import type { Target } from '../src/outbox/message.ts';
import type { Outcome } from '../src/outbox/outcome.ts';

/** What somebody typed to the bot, wherever. */
export interface Said {
  /** The whole text, the bot's mention gone. */
  text: string;
  sender: OpenId;
  /** Absent for a press on the bot's menu, which belongs to no chat. */
  chatId: ChatId | undefined;
  /** Absent where nobody can tell: a button's click does not say what kind of chat it was in. */
  chatType?: 'direct' | 'group';
  /** Other people mentioned. */
  people: readonly Mention[];
  /** Names the answer: the message's id, so that it is answered once. */
  key: string;
  /** Where the answer goes. */
  reply: Target;
  /** The number of the office's words when it came in; absent where nothing has told it. */
  wordsNo?: number;
}

/** A command being run: `args` is what follows its name, trimmed. */
export interface CommandCall extends Said {
  args: string;
}

/** One slash command of design §4. */
export interface Command {
  /** Chinese name, without the slash. */
  name: string;
  /** English alias. */
  alias: string;
  /** How it is written, for the help card: `/小组 7`. */
  usage: string;
  /** What it gives, in a few words; also the description of the native command. */
  summary: string;
  /** May throw UserError with a sentence for the person. */
  run(deps: Deps, call: CommandCall): Promise<Outcome>;
}

/**
 * Declares a command; `commands/index.ts` lists it.
 *
 * @example
 * export const group = defineCommand({ name: '小组', alias: 'group', usage: '/小组 7', summary: '查一个专项小组', run });
 */
export function defineCommand(command: Command): Command {
  return command;
}

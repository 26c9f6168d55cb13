import { type Command, defineCommand } from './command.ts';
import { helpCard } from './help-card.ts';

/** 帮助: what the bot can do. @param commands the list it stands in itself, read when it runs. */
export function helpCommand(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: '帮助',
    alias: 'help',
    usage: '/帮助',
    summary: '看看可以问什么、做什么',
    run: async (_deps, call) => ({
      messages: [
        { key: `answer:${call.key}`, to: call.reply, body: { type: 'card', card: helpCard(commands()) } },
      ],
      writes: [],
    }),
  });
}

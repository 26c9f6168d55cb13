import { defineCommand } from './command.ts';
import { helpCard } from './help-card.ts';
import { COMMANDS } from './index.ts';

/** 帮助: what the bot can do. */
export const help = defineCommand({
  name: '帮助',
  alias: 'help',
  usage: '/帮助',
  summary: '看看可以问什么、做什么',
  run: async (_deps, call) => ({
    messages: [
      { key: `answer:${call.key}`, to: call.reply, body: { type: 'card', card: helpCard(COMMANDS) } },
    ],
    writes: [],
  }),
});

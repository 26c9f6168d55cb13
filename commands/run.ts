import type { Deps } from '../src/deps.ts';
import type { Outcome } from '../src/outbox/outcome.ts';
import { askOutcome } from './ask.ts';
import type { Said } from './command.ts';
import { COMMANDS, help } from './index.ts';
import { parse } from './parse.ts';
import { plainOrder } from './plain-words.ts';

/** What follows from what somebody typed: the command's outcome, a suggestion, or an answer to a question. */
export async function commandOutcome(deps: Deps, said: Said): Promise<Outcome> {
  // A mention and nothing else: somebody wants to know what this is.
  if (said.text.trim() === '') return help.run(deps, { ...said, args: '' });
  const parsed = parse(said.text, COMMANDS);
  switch (parsed.kind) {
    case 'command':
      return parsed.command.run(deps, { ...said, args: parsed.args });
    case 'unknown':
      return unknownCommand(said, parsed);
    case 'question':
      return orderedOutcome(deps, said) ?? askOutcome(deps, said);
    default: {
      const never: never = parsed;
      throw new Error(`unknown parse ${JSON.stringify(never)}`);
    }
  }
}

/** A command in plain words, with the rights and the confirmation that it has when it is typed. */
function orderedOutcome(deps: Deps, said: Said): Promise<Outcome> | undefined {
  const order = plainOrder(said.text);
  const command = COMMANDS.find(({ name }) => name === order?.name);
  return order && command?.run(deps, { ...said, args: order.args });
}

function unknownCommand(
  said: Said,
  parsed: { typed: string; nearest: { usage: string } | undefined },
): Outcome {
  const suggestion = parsed.nearest
    ? `您是不是要发“${parsed.nearest.usage}”？`
    : '发“/帮助”看看可以做什么，也可以直接提问。';
  const text =
    parsed.typed === '' ? suggestion : `没有“/${parsed.typed.slice(0, 20)}”这个命令。${suggestion}`;
  return {
    messages: [{ key: `answer:${said.key}`, to: said.reply, body: { type: 'text', text: plainOf(text) } }],
    writes: [],
  };
}

/** A text message parses `<at …>` and `[…](…)`: what somebody typed must not become one. */
function plainOf(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('[', '［');
}

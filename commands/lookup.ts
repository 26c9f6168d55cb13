import { UserError } from '../src/errors.ts';
import { askOutcome } from './ask.ts';
import { type Command, defineCommand } from './command.ts';

type Lookup = Omit<Command, 'run'> & {
  /** The question that the command stands for. */
  question: (args: string) => string;
};

/** A command that looks one thing up: a short way of asking for it. */
export function lookupCommand({ question, ...command }: Lookup): Command {
  return defineCommand({
    ...command,
    run: async (deps, call) => {
      if (call.args === '') throw new UserError(`请写上要查的是哪一个，例如：${command.usage}`);
      return askOutcome(deps, { ...call, text: question(call.args) });
    },
  });
}

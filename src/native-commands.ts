import type { Command } from '../commands/command.ts';
import type { LarkGateway } from './lark/gateway.ts';
import type { Logger } from './logger.ts';

/**
 * Brings the platform's list of slash commands to ours: adds, changes and removes only what differs. The list is for
 * finding a command, not for running it, so a failure is a warning.
 */
export async function reconcileCommands(
  gateway: LarkGateway,
  commands: readonly Command[],
  logger: Logger,
): Promise<void> {
  try {
    const registered = new Map((await gateway.commands()).map((one) => [one.command, one]));
    for (const { name, summary } of commands) {
      const known = registered.get(name);
      if (known === undefined) await gateway.addCommand(name, summary);
      else if (known.description !== summary) await gateway.changeCommand(known.id, summary);
    }
    const wanted = new Set(commands.map((command) => command.name));
    for (const { id, command } of registered.values())
      if (!wanted.has(command)) await gateway.removeCommand(id);
  } catch (error) {
    logger.warn('native slash commands could not be brought up to date: {says}', { says: String(error) });
  }
}

import { z } from 'zod';
import { newId } from '../ids.ts';
import type { Command } from '../model.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { PlatformError, refusal } from './errors.ts';

const WRITE = ['application:app_slash_command:write'];
const READ = [...WRITE, 'application:app_slash_command:read'];
/** As others observed it; the official limit is not known. */
const MOST_COMMANDS = 100;
const Description = z.object({
  default_value: z.string().min(1),
  i18n: z.record(z.string(), z.string()).optional(),
});
const Definition = z.object({
  command: z.string().regex(/^[^/\s][^\s]*$/, 'command must not start with a slash or hold spaces'),
  description: Description,
  icon: z.object({ icon_key: z.string() }).optional(),
});

/** The app's native slash commands (feishu-platform §7.1). */
export function commandEndpoints(platform: Platform): Endpoint[] {
  const path = '/application/v7/app_slash_commands';
  const one = `${path}/:command_id`;
  return [
    { method: 'POST', path, scopes: WRITE, handle: (call) => create(platform, call) },
    { method: 'GET', path, scopes: READ, handle: () => list(platform) },
    { method: 'PATCH', path: one, scopes: WRITE, handle: (call) => change(platform, call) },
    { method: 'DELETE', path: one, scopes: WRITE, handle: (call) => remove(platform, call) },
  ];
}

function create(platform: Platform, call: ApiCall): unknown {
  const definition = fields(Definition, call.body);
  refuseTaken(platform, definition.command);
  if (platform.state.commands.size >= MOST_COMMANDS)
    throw new PlatformError({ code: 40000001, says: 'command_count_exceeds_limit' });
  const command = made(newId(''), definition);
  kept(platform, command);
  return { command_id: command.commandId };
}

function list(platform: Platform): unknown {
  const items = platform.state.commands
    .all()
    .map((command) => ({ command_id: command.commandId, ...command.definition }));
  return { items, has_more: false };
}

function change(platform: Platform, call: ApiCall): unknown {
  const command = named(platform, call);
  const definition = fields(Definition, { ...command.definition, ...call.body });
  if (definition.command !== command.command) refuseTaken(platform, definition.command);
  kept(platform, made(command.commandId, definition));
  return {};
}

function remove(platform: Platform, call: ApiCall): unknown {
  platform.state.commands.delete(named(platform, call).commandId);
  platform.state.commandsChanged();
  return {};
}

function named(platform: Platform, call: ApiCall): Command {
  const command = platform.state.commands.get(call.params.command_id ?? '');
  if (command === undefined) throw new PlatformError({ code: 40000002, says: 'command_not_found' });
  return command;
}

function refuseTaken(platform: Platform, name: string): void {
  if (platform.state.commands.find((command) => command.command === name)) throw refusal(40000000);
}

function kept(platform: Platform, command: Command): void {
  platform.state.commands.put(command);
  platform.state.commandsChanged();
}

function made(commandId: string, definition: z.infer<typeof Definition>): Command {
  const { command, description } = definition;
  const shown = description.i18n?.zh_cn ?? description.default_value;
  return { commandId, command, description: shown, definition };
}

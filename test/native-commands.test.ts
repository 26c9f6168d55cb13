import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import { loggerOf } from '../src/logger.ts';
import { reconcileCommands } from '../src/native-commands.ts';
import { reconcileDaily } from '../src/workers/native-commands.ts';
import { startWorld, type World } from './support/world.ts';

const DAY = 24 * 60 * 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const gateway = () => world.service.deps.gateway;
const reconciled = () => reconcileCommands(gateway(), COMMANDS, loggerOf('test'));
const listed = async () =>
  (await gateway().commands()).map(({ command, description }) => [command, description]).sort();
const ours = COMMANDS.map(({ name, summary }) => [name, summary]).sort();
/** Calls about the list since the last look, as `POST` and so on. */
let seen = 0;
function callsSince(): string[] {
  const all = world.sandbox.calls().filter(({ what }) => what.includes('app_slash_commands'));
  const fresh = all.slice(seen).map(({ what }) => what.split(' ')[0] ?? '');
  seen = all.length;
  return fresh;
}

describe('the platform’s list of slash commands', () => {
  beforeEach(() => {
    seen = 0;
  });

  it('becomes ours: what is missing is added, what says something else is changed, what we do not know is removed', async () => {
    await gateway().addCommand('旧命令', '没有了');
    await gateway().addCommand('帮助', '从前的说法');
    await reconciled();
    expect(await listed()).toEqual(ours);
    callsSince();
    await reconciled();
    expect(callsSince()).toEqual(['GET']);
  });

  it('a platform that refuses keeps nobody from work', async () => {
    world.sandbox.grant('application:app_slash_command:write', false);
    await expect(reconciled()).resolves.toBeUndefined();
  });

  it('on Workers, which have no start, by the first tick of a day', async () => {
    const { deps } = world.service;
    await reconcileDaily(deps);
    expect(await listed()).toEqual(ours);
    callsSince();
    await reconcileDaily(deps);
    expect(callsSince()).toEqual([]);
    world.sandbox.clock.set(world.sandbox.clock.now() + DAY);
    await reconcileDaily(deps);
    expect(callsSince()).toEqual(['GET']);
  });
});

import { COMMANDS } from '../../commands/index.ts';
import { decidedOccurrences, recordOccurrence } from '../../db/queries/occurrences.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { DuplicateKeyError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import { reconcileCommands } from '../native-commands.ts';

/** A Worker has no start: the platform's list of slash commands is brought up to date once a day. */
export async function reconcileDaily(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const key = `native-commands:${dayAt(now)}`;
  if ((await decidedOccurrences(deps.db, [key])).size > 0) return;
  try {
    await deps.db.apply([recordOccurrence(deps.db, { key, kind: 'native-commands', dueAt: now, now })]);
  } catch (error) {
    if (error instanceof DuplicateKeyError) return;
    throw error;
  }
  await reconcileCommands(deps.gateway, COMMANDS, loggerOf('lark'));
}

import type { Write } from '../../db/database.ts';
import { personNames, rememberName } from '../../db/queries/people.ts';
import { hasVisited } from '../../db/queries/visitors.ts';
import type { Deps } from '../deps.ts';
import { LarkApiError, UserError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import { type Labels, labelsFrom } from './labels.ts';
import type { Picked } from './mentions.ts';
import { quoted } from './texts.ts';

/** People that are about to be bound: how a card shows them, and the writes that keep their names. */
export interface Acquainted {
  labels: Labels;
  writes: Write[];
}

/**
 * Learns the names of people, and whether messages reach them.
 *
 * @throws UserError naming those who are out of the app's range.
 */
export async function acquaint(deps: Deps, people: readonly Picked[]): Promise<Acquainted> {
  const known = await personNames(
    deps.db,
    people.map((person) => person.openId),
  );
  const met = await Promise.all(people.map((person) => meet(deps, person, known.get(person.openId))));
  const hidden = met.flatMap((one) => (one.isHidden ? [quoted(one.name ?? '所选的人')] : []));
  if (hidden.length > 0) {
    throw new UserError(
      `${hidden.join('、')}不在本应用的可用范围内，收不到消息，没有绑定。请管理员在飞书管理后台把人加进应用的可用范围，再试一次。`,
    );
  }
  const now = deps.clock.now();
  const named = met.flatMap(({ openId, name }) => (name === undefined ? [] : [{ openId, name, now }]));
  return {
    labels: labelsFrom(new Map(named.map(({ openId, name }) => [openId, name]))),
    writes: named
      .filter(({ openId, name }) => known.get(openId) !== name)
      .map((person) => rememberName(deps.db, person)),
  };
}

interface Met {
  openId: string;
  name: string | undefined;
  isHidden: boolean;
}

async function meet(deps: Deps, { openId, name }: Picked, known: string | undefined): Promise<Met> {
  if (known !== undefined) return { openId, name: name ?? known, isHidden: false };
  try {
    const seen = await deps.gateway.person(openId);
    if (seen !== undefined) return { openId, name: seen.name ?? name, isHidden: false };
    // Whoever has written to the bot is in its range, whatever the contact range says.
    return { openId, name, isHidden: !(await hasVisited(deps.db, openId)) };
  } catch (error) {
    if (!(error instanceof LarkApiError)) throw error;
    loggerOf('people').warn('a person could not be looked up: {says}', { says: error.message });
    return { openId, name, isHidden: false };
  }
}

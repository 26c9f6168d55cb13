import type { Db } from '../../db/database.ts';
import { pauses } from '../../db/queries/pauses.ts';
import { momentName } from '../reports/texts.ts';
import { ALL, ruleOfKind } from './rules.ts';

/** Why an occurrence of a kind is held back at this moment; undefined when it is not. */
export type Held = (kind: string) => string | undefined;

/** No kind of its own: it is held when everything is. */
export const EVERY_KIND = '';

/**
 * The one place that knows what is paused. What is held is not decided: it is due again once the rule goes on, if it
 * still makes sense then.
 */
export async function heldNow(db: Db): Promise<Held> {
  const paused = new Map((await pauses(db)).map((row) => [row.rule, row]));
  return (kind) => {
    const row = paused.get(ALL) ?? paused.get(ruleOfKind(kind)?.id ?? '');
    if (row === undefined) return undefined;
    return `办公室已于${momentName(row.at)}暂停${row.rule === ALL ? '全部自动发送' : `“${ruleOfKind(kind)?.name}”`}`;
  };
}

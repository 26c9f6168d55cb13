import { personNames } from '../../db/queries/people.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';

/** A person as a card shows him (markdown): by the name the bot has seen, otherwise by the platform's own chip. */
export type Labels = (openId: string) => string;

/** Labels of some people, by the names that are kept. */
export async function labelsOf(deps: Deps, openIds: readonly string[]): Promise<Labels> {
  return labelsFrom(await personNames(deps.db, openIds));
}

/** Labels by names (open_id → name). */
export function labelsFrom(names: ReadonlyMap<string, string>): Labels {
  return (openId) => {
    const name = names.get(openId);
    return name === undefined ? chip(openId) : escapeMarkdown(name);
  };
}

function chip(openId: string): string {
  return `<person id='${openId}' show_name=true show_avatar=false style='normal'></person>`;
}

import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import type { Linker } from './link.ts';
import { digitize } from './numerals.ts';

/**
 * A leading group or its office told by the one who heads it (`老王那办公室，副手几个`, `张书记带的领导小组副组长有谁`): the
 * group itself takes his place, so that what is asked of it is read as ever.
 */

/** Between the name and the body. */
const HOLDS =
  '(?:手底?下|名下|底下|那边|那儿|那里|[这那的](?:个|一个)?|当头|当家|挂帅|坐镇|主持|牵头|领导|负责|主任|组长|一把手|兼任?|担任|[当任做挂带领管抓头着了])*';
const BODY = new RegExp(
  `^(${HOLDS})(?:区里?)?(?:的)?(?:(?:优化)?营商(?:环境)?)?(领导小组|专班|班子|大组|小组|办公室)`,
);
/** What only a body or its office has. */
const ASKS_POST = /副|正职|成员单位|设在|挂靠|挂在|组长|主任(?:是谁|还有|几|有)/;
/** What somebody is in charge of may be called so as well. */
const ANY_GROUP = /^(?:小组|专班|班子|大组)$/;
const DEPUTIES = /副组长|副手|副职|副的|几个副|成员单位/;
/** Longer messages tell more than one thing. */
const LONGEST = 60;

/** A message with the body itself in place of the one who heads it. */
export function withBodyOfHead(raw: string, linker: Linker, facts: Facts): string {
  if (raw.length > LONGEST || !/组|办公室|班/.test(raw) || !ASKS_POST.test(raw)) return raw;
  const text = fold(raw);
  const mentions = linker.link(digitize(text)).filter(({ how }) => how !== 'hint');
  for (const { kind, entities, text: name } of mentions) {
    const [entity, ...others] = entities;
    const start = text.indexOf(name);
    if (kind !== 'person' || entity?.kind !== 'person' || others.length > 0 || start < 0) continue;
    const [whole, held = '', noun = ''] = text.slice(start + name.length).match(BODY) ?? [];
    if (whole === undefined || (ANY_GROUP.test(noun) && !DEPUTIES.test(text))) continue;
    const isOffice = noun === '办公室';
    const headed = facts.model.bodies.filter(
      ({ head, office }) => (isOffice ? office?.head : head) === entity.id,
    );
    const end = start + name.length + whole.length;
    const named = mentions.find((m) => m.kind === 'body' || m.kind === 'office');
    const spelled = named && text.indexOf(named.text, start);
    if (named && spelled !== undefined && spelled <= end && headed.length > 0)
      return `${text.slice(0, start)}${text.slice(start + name.length + held.length)}`;
    const [body] = headed.includes(facts.mainBody) ? [facts.mainBody] : headed;
    if (body)
      return `${text.slice(0, start)}${(isOffice ? body.office?.name : undefined) ?? body.name}${text.slice(end)}`;
  }
  return raw;
}

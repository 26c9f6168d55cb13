import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Mention } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';

/** Longer messages are texts. */
const LONGEST = 80;
/** Between a leader and the matter that is his. */
const HAS =
  /^(?:同志|领导)?(?:自己|手里|名下|现在)*(?:分包|分管|推|管|抓|包|负责|盯|挂|带|领|主抓)(?:着|了)?的(?:那|这)?(?:一)?个?$/;
/** Something of the matter itself is asked behind it. */
const ASKS = /^(?!.*(?:是不是|[吗吧]|对不对|他|她)).*(?:啥|什么|哪|几|多少|怎么|谁)/;
/** Behind a word for a matter at the beginning: what only a unit does, or has of its own. */
const OF_UNIT =
  /^(?:的|那边|那头|口上|系统)(?:那家|单位)?[,，]?(?:自己|也|都|又|一共|总共)*(?:除(?:了|开|去)?(?:自己|自家|自个儿|它自己)|给(?:谁|别|人|哪)|(?:自己|自家)?牵头?(?:着|了)?(?:哪|几|啥|什么)|(?:还|都|又|一共|总共)*(?:配合|参加|帮)(?:着|了)?(?:哪|几|谁|啥|什么))/;

/**
 * A message with the plain name of what it tells by another: a matter by the leader who has it (`王五推的某事都叫啥`: of the
 * matter), a unit by the word of its own name that a matter has as well (`供某的除了自家那组，还配合谁`: of the unit).
 */
export function withoutHolders(raw: string, linker: Linker, facts: Facts): string {
  if (raw.length > LONGEST) return raw;
  const text = digitize(fold(raw));
  const mentions = linker.link(text).filter(({ how }) => how !== 'hint');
  return ofMatter(text, mentions, facts) ?? ofUnit(text, mentions, facts) ?? raw;
}

function ofMatter(text: string, mentions: readonly Mention[], facts: Facts): string | undefined {
  const [first, second, ...others] = mentions;
  if (first?.kind !== 'person' || second?.kind !== 'group' || first.start > 0 || others.length > 0)
    return undefined;
  if (!HAS.test(text.slice(first.end, second.start)) || !ASKS.test(text.slice(second.end))) return undefined;
  const [person, group] = [first.entities[0], second.entities[0]];
  const leader = group?.kind === 'group' ? facts.group(group.no)?.leader : undefined;
  return person?.kind === 'person' && leader === person.id ? text.slice(second.start) : undefined;
}

function ofUnit(text: string, mentions: readonly Mention[], facts: Facts): string | undefined {
  const [first] = mentions;
  const [entity, ...more] = first?.entities ?? [];
  if (!first || first.start > 0 || entity?.kind !== 'group' || more.length > 0) return undefined;
  const isOfUnit = OF_UNIT.test(text.slice(first.end));
  const word = first.text.replace(/的$/, '');
  const rest = text.slice(word.length).replace(/^的/, '');
  if (!isOfUnit && !OF_UNIT.test(`的${rest}`)) return undefined;
  const leads = facts.group(entity.no)?.leadUnits ?? [];
  const [name, ...names] = leads.flatMap((id) => facts.unit(id)?.name ?? []).filter((n) => n.includes(word));
  return name !== undefined && names.length === 0 ? `${name}${rest}` : undefined;
}

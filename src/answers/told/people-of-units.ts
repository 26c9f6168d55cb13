import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import { holdsPostIn } from '../names/posts-in-units.ts';

/** Between a unit and somebody of it. */
const OF_IT = /^(?:的|那个|那位|那边的?|里的?|那头的?)*$/;
/** Longer messages are texts. */
const LONGEST = 80;

/** `某办的刘主任` where several are called so: the name of the one whose title is of that unit in their place. */
export function withPeopleOfUnits(raw: string, linker: Linker, facts: Facts): string {
  if (raw.length > LONGEST) return raw;
  const text = digitize(fold(raw));
  const mentions = linker.link(text).filter(({ how }) => how !== 'hint');
  for (const [i, { kind, entities, start, end }] of mentions.entries()) {
    const unit = mentions[i - 1];
    const [of, ...units] = unit?.entities ?? [];
    if (kind !== 'person' || entities.length < 2 || of?.kind !== 'unit' || units.length > 0) continue;
    if (!unit || !OF_IT.test(text.slice(unit.end, start))) continue;
    const theirs = entities.flatMap((entity) => {
      const person = entity.kind === 'person' ? facts.person(entity.id) : undefined;
      return person && holdsPostIn(person, of.id, facts) ? [person] : [];
    });
    const [only, ...others] = theirs;
    if (only && others.length === 0)
      return `${text.slice(0, unit.start)}${only.name.replaceAll(/\s/g, '')}${text.slice(end)}`;
  }
  return raw;
}

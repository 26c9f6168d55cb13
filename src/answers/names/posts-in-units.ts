import type { Person } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';

/** An alias of one character and a post could be of anything. */
const SHORTEST = 3;

/** Whether titles name a unit. */
export function spellsUnit(facts: Facts, unitId: string, titles: string): boolean {
  const unit = facts.unit(unitId);
  const spelled = [unit?.name ?? '', ...(unit?.spellings.map((s) => s.text) ?? [])];
  return spelled.some((name) => name !== '' && titles.includes(name.replace(/^工委/, '')));
}

/** Whether somebody's title is of a unit, by its name or by that of one of those it is made of. */
export function holdsPostIn({ titles }: Person, unitId: string, facts: Facts): boolean {
  const said = titles.map(({ text }) => text).join('，');
  const spoken = (facts.unit(unitId)?.aliases ?? []).filter(({ length }) => length >= SHORTEST);
  return (
    spellsUnit(facts, unitId, said) ||
    spoken.some((alias) => new RegExp(`${alias}副?(?:书记|主任|部长|局长)`).test(said))
  );
}

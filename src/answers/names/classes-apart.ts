import type { Lexicon } from '../../notice/lexicon.ts';
import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import type { Entity, Mention } from './entities.ts';
import type { Name } from './names.ts';

const APART_BEFORE = /(?:除(?:了|开|去|掉)?|不算|刨(?:去|掉|开)|撇开|抛开|去掉|扣掉)$/;
const APART_BEHIND = /^(?:这?几家|单位|部门)?(?:以外|之外|除外|不算|不用说)/;

/** `除了公检法司`: the units of a sort, where they are set aside. */
export function buildClassFinder(classes: Lexicon['unitClasses'], facts: Facts): (text: string) => Mention[] {
  const idOf = new Map(facts.model.units.map(({ id, name }) => [name, id]));
  const sorts = classes.map(({ say, units }) => ({
    say: say.map(fold).sort((a, b) => b.length - a.length),
    entities: units.flatMap((name) => idOf.get(name) ?? []).map((id): Entity => ({ kind: 'unit', id })),
  }));
  return (text) => {
    if (!/除|不算|刨|撇|抛|去掉|扣|外|不用说/.test(text)) return [];
    return sorts.flatMap(({ say, entities }) => {
      const word = say.find((each) => text.includes(each));
      const start = word === undefined ? -1 : text.indexOf(word);
      const end = start + (word?.length ?? 0);
      const isApart = APART_BEFORE.test(text.slice(0, start)) || APART_BEHIND.test(text.slice(end));
      return start >= 0 && isApart
        ? [{ start, end, text: text.slice(start, end), kind: 'unit', entities, how: 'spoken' }]
        : [];
    });
  };
}

/** A short word for a group that a word for a sort of units begins with (`某甲` in `某甲乙公司`). */
export function isPartOfSort(
  text: string,
  { start, end, value }: { start: number; end: number; value: Name },
  sorts: readonly string[],
): boolean {
  if (value.how !== 'spoken' || value.entities[0]?.kind !== 'group') return false;
  return sorts.some((word) => word.length > end - start && text.startsWith(word, start));
}

import { type Entity, entityKey } from '../answers/names/entities.ts';
import type { Lexicon } from '../notice/lexicon.ts';
import type { NoticeModel } from '../notice/types.ts';

/** Things of a notice that a word can be made to stand for. */
const LEARNABLE = ['group', 'unit', 'person'] as const;

/** `group:7`, `unit:finance`, `person:x`; undefined for what no alias can stand for. */
export function targetOf(entity: Entity): string | undefined {
  return (LEARNABLE as readonly string[]).includes(entity.kind) ? entityKey(entity) : undefined;
}

/** What a target is called; undefined when the notice has no such thing (any more). */
export function targetName(model: NoticeModel, target: string): string | undefined {
  const [kind, id] = split(target);
  switch (kind) {
    case 'group': {
      const group = model.groups.find((each) => String(each.no) === id);
      return group && `${group.field}（第${group.no}组）`;
    }
    case 'unit':
      return model.units.find((each) => each.id === id)?.name;
    case 'person':
      return model.people.find((each) => each.id === id)?.name;
    default:
      return undefined;
  }
}

/** All that an alias can stand for, in the notice's order. */
export function allTargets(model: NoticeModel): { target: string; name: string }[] {
  const targets = [
    ...model.groups.map((group) => `group:${group.no}`),
    ...model.units.map((unit) => `unit:${unit.id}`),
    ...model.people.map((person) => `person:${person.id}`),
  ];
  return targets.map((target) => ({ target, name: targetName(model, target) ?? target }));
}

/** The lexicon with the office's own words in it. Words for things that the notice lacks are left out. */
export function withAliases(
  lexicon: Lexicon,
  model: NoticeModel,
  aliases: readonly { text: string; target: string }[],
): Lexicon {
  const known = aliases.filter(({ target }) => targetName(model, target) !== undefined);
  const of = (kind: string) => known.filter(({ target }) => target.startsWith(`${kind}:`));
  const name = (target: string) => targetName(model, target) ?? '';
  return {
    ...lexicon,
    groups: [
      ...lexicon.groups,
      ...of('group').map(({ text, target }) => ({ no: Number(split(target)[1]), say: [text], hint: [] })),
    ],
    units: [
      ...lexicon.units,
      ...of('unit').map(({ text, target }) => ({ unit: name(target), say: [text], hint: [], does: [] })),
    ],
    people: [
      ...lexicon.people,
      ...of('person').map(({ text, target }) => ({ person: name(target), say: [text], hint: [] })),
    ],
  };
}

function split(target: string): [string, string] {
  const at = target.indexOf(':');
  return [target.slice(0, at), target.slice(at + 1)];
}

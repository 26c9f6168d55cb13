import type { Facts } from '../facts.ts';
import type { Stretches } from '../learnt/weights.ts';
import type { Entity, Mention } from '../names/entities.ts';
import { maskWithHints } from '../names/mask.ts';
import type { Question } from '../question/parse.ts';
import { wantedFirst } from '../question/wanted-matter.ts';
import { measureName } from '../replies/texts.ts';
import { INTENTS, type Intent } from './intents.ts';

/** A question without its names: its wording, and who could stand in the places of a plain question. */
export interface Shape {
  /** The question as it was read, with its names. */
  text: string;
  /** The question with each name as a letter of its kind, a small one where only a hint stands for it. */
  masked: string;
  /** Names by kind in the order they are mentioned, as a plain question calls them. */
  names: Readonly<Record<Named, readonly string[]>>;
  /** Those of them that the question itself names. */
  own: readonly string[];
  /** The question before, without its names. */
  before?: string | undefined;
}

/** What went before a question: it may lean on what was asked and told. */
export interface Before {
  question: Question;
  told: readonly Entity[];
}

type Named = 'unit' | 'group' | 'person' | 'measure';

/** Of a list (`第3至9条`) or of candidates no more are taken. */
const TAKEN = 3;

/** The shape of a question that has been read; what went before comes behind its own names. */
export function shapeOf({ text, mentions }: Question, facts: Facts, before?: Before): Shape {
  const names = { unit: [], group: [], person: [], measure: [] } as Record<Named, string[]>;
  const add = (entities: readonly Entity[]) => {
    for (const entity of entities.slice(0, TAKEN)) {
      const named = nameOf(entity, facts);
      if (named && !names[named.kind].includes(named.name)) names[named.kind].push(named.name);
    }
  };
  for (const mention of mentions)
    if (mention.how !== 'hint' && !isOneOfSeveral(mention)) add(mention.entities);
  const hints = mentions.filter((mention) => mention.how === 'hint' && !isOneOfSeveral(mention));
  for (const mention of mostHintedFirst(wantedFirst(text, hints))) add(mention.entities);
  const own = Object.values(names).flat();
  add(before?.told ?? []);
  return {
    text,
    masked: maskWithHints(text, mentions),
    names,
    own,
    before: before && maskWithHints(before.question.text, before.question.mentions),
  };
}

/** Words that only hint at a matter, those first that point to what many of them do. */
function mostHintedFirst(hints: readonly Mention[]): readonly Mention[] {
  if (hints.length < MANY) return hints;
  const byThing = Map.groupBy(hints, ({ entities }) => JSON.stringify(entities[0]));
  const most = [...byThing.values()].find((pointing) => pointing.length >= MANY);
  return most ? [...most, ...hints.filter((hint) => !most.includes(hint))] : hints;
}

/** A name that may be one of several people or groups. */
const isOneOfSeveral = ({ entities, how }: Mention) =>
  entities.length > 1 && (how === 'title' || how === 'piece' || how === 'hint');

function nameOf(entity: Entity, facts: Facts): { kind: Named; name: string } | undefined {
  const named = (kind: Named, name: string | undefined) => (name === undefined ? undefined : { kind, name });
  switch (entity.kind) {
    case 'unit':
      return named('unit', facts.unit(entity.id)?.name);
    case 'person':
      return named('person', facts.person(entity.id)?.name);
    case 'group':
      return named('group', facts.group(entity.no) && `第${entity.no}组`);
    case 'subLead':
      return named('group', `第${entity.group}组`);
    case 'measure': {
      const measure = facts.measure(entity.no);
      return named('measure', measure && measureName(measure));
    }
    default:
      return undefined;
  }
}

const PLACES: Readonly<Record<string, { kind: Named; at: number }>> = {
  u: { kind: 'unit', at: 0 },
  v: { kind: 'unit', at: 1 },
  g: { kind: 'group', at: 0 },
  h: { kind: 'group', at: 1 },
  p: { kind: 'person', at: 0 },
  r: { kind: 'person', at: 1 },
  m: { kind: 'measure', at: 0 },
};

/** The places of each plain question. */
const WANTED = new Map(
  (Object.keys(INTENTS) as Intent[]).map((intent) => [
    intent,
    [...INTENTS[intent].matchAll(/\{(\w)\}/g)].flatMap(([, letter = '']) => PLACES[letter] ?? []),
  ]),
);

/** Whether a shape names all that a plain question is about. */
export const isNamed = (intent: Intent, { names }: Shape) =>
  WANTED.get(intent)?.every(({ kind, at }) => names[kind].length > at) === true;

/** The plain question of an intent about what a shape names; undefined where a name is wanting. */
export function plainQuestion(intent: Intent, shape: Shape): string | undefined {
  if (!isNamed(intent, shape)) return undefined;
  return INTENTS[intent].replace(/\{(\w)\}/g, (_, letter: string) => {
    const place = PLACES[letter];
    return (place && shape.names[place.kind][place.at]) ?? '';
  });
}

/**
 * Stretches of a shape by which its intent is known: up to four characters in a row, pairs with a gap, how many names;
 * of the question before, pairs, where this one is short.
 */
export function stretchesOf({ masked, names, own, before }: Shape): Stretches {
  const text = `^${masked.slice(0, READ)}$`;
  const marks: string[] = [];
  for (let i = 0; i + 2 < text.length; i++) marks.push(`${text[i]}_${text[i + 2]}`);
  for (const kind of KINDS) marks.push(`#${kind[0]}${Math.min(MANY, names[kind].length)}`);
  if (before === undefined) return { text, longest: LONGEST, marks };
  for (const kind of KINDS)
    marks.push(`#o${kind[0]}${Math.min(MANY, names[kind].filter((name) => own.includes(name)).length)}`);
  if (masked.length <= SHORT)
    for (let i = 0; i + 1 < before.length && i < READ; i++) marks.push(`<${before.slice(i, i + 2)}`);
  return { text, longest: LONGEST, marks };
}

const KINDS: readonly Named[] = ['unit', 'group', 'person', 'measure'];
const READ = 120;
const LONGEST = 4;
const MANY = 3;
/** A longer message has words of its own. */
const SHORT = 14;

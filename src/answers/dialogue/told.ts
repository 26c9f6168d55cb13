import { fold } from '../characters/fold.ts';
import { nameOf } from '../conversation/subjects.ts';
import type { Facts } from '../facts.ts';
import { type Entity, entityKey } from '../names/entities.ts';
import type { Linker } from '../names/link.ts';
import type { Reply } from '../replies/reply.ts';
import { groupName } from '../replies/texts.ts';

/** One thing of a list that an answer told. */
export interface Item {
  /** What it is, where the notice has a name for it. */
  entity: Entity | undefined;
  /** As it may be asked about. */
  name: string;
  /** As it is told. */
  said: string;
}

/** Stands before the first thing of a list (`力争…`, `责任单位有…`). */
const LEADS_IN = /^(?:力争|包括|分别是|分别为|都是|还有|有|是|为)+/;
/** What an answer says beside its list: where it stands, that another place says otherwise. */
const ASIDE = /^(?:注意|说明|附件\d第\d+条[：（]|.{2,20}（第\d+组）：[^：]{2,10}分[包管]，[^：]*牵头。)/;
const END = /(?:等)?(?:相关单位|有关单位|\d+项指标.*|等.*)?[。；]?$/;
/** Before the groups that a unit leads, and before those it supports. */
const PART_OF_LIST = /^(?:[^：]{1,8}\d+个组?|(?:分项)?牵头|责任单位|配合)：/;
/** Told of a part that has nothing in it. */
const HAS_NONE = /^没有(?:整组)?(?:牵头|当责任单位)/;
const ONLY_SAYS = /^只写了：/;
const MOST = 40;

/**
 * The things that an answer told one after the other, in its order: behind its colon, else in its first line, else one a
 * line. Fewer than two are no list.
 */
export function itemsTold(told: Reply, facts: Facts, link: Linker['link']): Item[] {
  const lines = (told.isPartial ? told.lines.slice(1) : told.lines)
    .filter((line, i) => i === 0 || !ASIDE.test(line))
    .map((line) => withoutPlaces(line.replace(ONLY_SAYS, '')));
  if (lines.length > 1) {
    const each = distinct(
      lines.flatMap(
        (line) => subjectOf(line, facts, link) ?? itemsIn(behindColon(line), facts, link)[0] ?? [],
      ),
    );
    if (each.length === lines.length && each.every(({ entity }) => entity)) return each;
  }
  for (const line of lines) {
    const inLine = itemsIn(behindColon(line), facts, link);
    if (inLine.filter(({ entity }) => entity).length > 1) return inLine;
    const named = namedIn(line, facts, link);
    if (named.length > 1) return named;
    if (inLine.length > 1) return inLine;
  }
  return [];
}

const VERDICT = /^(?:是的，|不是。|在的，)/;

/** What a line with a verdict is about: the name that it begins with (`是的，某组由某某分包`). */
function subjectOf(line: string, facts: Facts, link: Linker['link']): Item | undefined {
  if (!VERDICT.test(line)) return undefined;
  const [mention] = link(fold(line.replace(VERDICT, '')));
  const [entity, ...others] = mention?.entities ?? [];
  const isFirst = mention?.start === 0 && mention.how !== 'hint' && others.length === 0;
  return isFirst && entity ? named(entity, facts) : undefined;
}

const behindColon = (line: string) => line.slice(line.indexOf('：') + 1);

/** Without what stands in brackets: places, numbers of groups, offices. */
function withoutPlaces(line: string): string {
  let bare = line;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/（[^（）]*）/g, '');
  }
  return bare;
}

function itemsIn(text: string, facts: Facts, link: Linker['link']): Item[] {
  const pieces = text
    .split(/[、；;]/)
    .map((piece) => piece.replace(PART_OF_LIST, '').replace(LEADS_IN, '').replace(END, '').trim())
    .filter((piece) => piece !== '' && !HAS_NONE.test(piece));
  if (pieces.length > MOST) return [];
  const items = pieces.map((piece) => {
    const [name = '', behind] = piece.split('：');
    const item = itemOf(name, facts, link);
    return behind === undefined ? item : { ...item, said: `${item.said}（${behind}）` };
  });
  const kind = items.find(({ entity }) => entity)?.entity?.kind;
  return distinct(
    items.map((item) => (item.entity || kind === undefined ? item : ofKind(kind, item, facts, link))),
  );
}

function itemOf(piece: string, facts: Facts, link: Linker['link']): Item {
  const text = fold(piece);
  const [mention, ...others] = link(text).filter((m) => m.how !== 'hint' || m.text === text);
  const [entity] = mention?.entities ?? [];
  const isIt = mention !== undefined && others.length === 0 && mention.text.length * 2 > text.length;
  if (isIt && entity?.kind === 'clause') return { entity, name: piece, said: piece };
  const item = isIt && entity ? named(entity, facts) : undefined;
  if (!item) return { entity: undefined, name: piece, said: piece };
  // Told by another word than its own: told so again.
  const group = entity?.kind === 'group' ? facts.group(entity.no) : undefined;
  return fold(group?.field ?? item.name) === text ? item : { ...item, said: piece };
}

/** The first of a list with the words before it (`某组由甲局`): what there is of the others' kind. */
function ofKind(kind: Entity['kind'], item: Item, facts: Facts, link: Linker['link']): Item {
  const entity = link(fold(item.said)).findLast((m) => m.kind === kind && m.how !== 'hint')?.entities[0];
  return (entity && named(entity, facts)) ?? item;
}

/** The names of the kind that a sentence has most of (`某组由甲局、乙公司牵头`). */
function namedIn(line: string, facts: Facts, link: Linker['link']): Item[] {
  const entities = link(fold(line)).flatMap((m) =>
    m.how === 'hint' || m.entities.length > 1 ? [] : m.entities,
  );
  const kinds = Map.groupBy(entities, ({ kind }) => kind);
  const [most = []] = [...kinds.values()].sort((a, b) => b.length - a.length);
  return distinct(most.flatMap((entity) => named(entity, facts) ?? []));
}

function named(entity: Entity, facts: Facts): Item | undefined {
  const name = nameOf(entity, facts);
  const group = entity.kind === 'group' ? facts.group(entity.no) : undefined;
  return name === undefined ? undefined : { entity, name, said: group ? groupName(group) : name };
}

function distinct(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ entity, name }) => {
    const key = entity ? entityKey(entity) : name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

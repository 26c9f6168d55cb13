import { type Entity, entityKey } from '../entities.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../link.ts';
import type { Reply } from '../reply.ts';
import { nameOf } from '../subjects.ts';
import { groupName } from '../texts.ts';

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
const MOST = 40;

/**
 * The things that an answer told one after the other, in its order: behind its colon, else in its first line, else one a
 * line. Fewer than two are no list.
 */
export function itemsTold({ lines }: Reply, facts: Facts, link: Linker['link']): Item[] {
  const said = lines.filter((line, i) => i === 0 || !ASIDE.test(line));
  const [first = ''] = said;
  const bare = withoutPlaces(first);
  const inLine = itemsIn(bare.includes('：') ? bare.slice(bare.indexOf('：') + 1) : bare, facts, link);
  if (inLine.length > 1) return inLine;
  return said.length > 1
    ? distinct(said.flatMap((line) => itemsIn(withoutPlaces(line), facts, link).slice(0, 1)))
    : [];
}

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
    .split(/[、；;]|，(?=[^，]*、)|(?<=、[^，]*)，/)
    .map((piece) => piece.replace(/^[^：]{1,8}\d+个：/, '').replace(LEADS_IN, '').replace(END, '').trim())
    .filter((piece) => piece !== '');
  return pieces.length > MOST ? [] : distinct(pieces.map((piece) => itemOf(piece, facts, link)));
}

function itemOf(piece: string, facts: Facts, link: Linker['link']): Item {
  const [mention, ...others] = link(piece).filter((m) => m.how !== 'hint' || m.text === piece);
  const [entity] = mention?.entities ?? [];
  const isIt = mention !== undefined && others.length === 0 && mention.text.length * 2 > piece.length;
  const name = isIt && entity ? nameOf(entity, facts) : undefined;
  const group = entity?.kind === 'group' ? facts.group(entity.no) : undefined;
  if (!isIt || name === undefined) return { entity: undefined, name: piece, said: piece };
  return { entity, name, said: group ? groupName(group) : name };
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

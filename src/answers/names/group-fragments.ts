import { isFiller } from '../beside/filler.ts';
import { fold } from '../characters/fold.ts';
import { indexTexts } from '../characters/text-index.ts';
import type { Facts } from '../facts.ts';
import { PARTICLES } from '../question/wording.ts';
import { type Entity, entityKey, type Mention } from './entities.ts';
import { shortenedBefore } from './group-names-shortened.ts';
import type { Name } from './names.ts';

/** Finds task groups called by a piece of their name and a word for a group (`甲那组`, `甲乙人那个组`). */
export interface FragmentFinder {
  find(text: string, known: readonly Mention[]): Mention[];
}

const GROUP = '(?:专项)?(?:工作)?[小大]?组(?![织长合建员内]|成(?!员))';
/** What follows the piece: `那个组`, `的组`, `组`; `那块`, `这摊`, `口`. */
const TAIL = new RegExp(
  `(?:的?(?:那|这)一?个?|的|个)?${GROUP}|的?(?:那|这)一?(?:块儿?|摊子?|口子?|片)(?![钱地儿])|口(?=[归谁由的是分牵那,，]|$)`,
  'g',
);
const IS_GROUP = /组/;
/** What may stand between a name and the word for a group. */
const WORD = new RegExp(`^的?(?:那|这)?一?个?${GROUP}`);
const ITS = new RegExp(
  `^(?:牵头|分包|包|管|抓|负责|带)?着?的?(?:那|这)一?个?${GROUP}|^(?:牵头|分包)的(?:那|这)个(?=[,，的])|^牵头的?(?:专项)?(?:小)?组(?=的|里|还|谁|责任|配合|归|由|[,，](?!还有|以?及|[和跟与连加外])|是(?!不是|哪|什么|啥|几|第|否))`,
);

/** Characters looked at before the word for a group. */
const REACH = 8;
/** More groups than this share the piece: it names none of them. */
const MOST = 3;
/** In so many spoken names of a group must a single character stand. */
const OFTEN = 3;
/** Single characters that stand for no matter. */
const GENERAL = new Set('小大中新公行两上下开合同通办理用得保创服环境营商推进提升个动及运取务场共部');

interface Spelled {
  no: number;
  field: string;
  says: readonly string[];
}

/** Builds the finder over the names of the groups. */
export function buildFragmentFinder(names: readonly Name[], facts: Facts): FragmentFinder {
  const byEntity = Map.groupBy(names, ({ entities: [one] }) => one && entityKey(one));
  const groups = facts.model.groups.map(
    ({ no, field }): Spelled => ({
      no,
      field: fold(field),
      says: saysOf(byEntity.get(entityKey({ kind: 'group', no })) ?? []),
    }),
  );
  const byField = indexTexts(groups, ({ field }) => field);
  const bySays = indexTexts(groups, ({ says }) => says.join('\n'));
  const ending = fold(facts.model.groups[0]?.name ?? '').replace(
    fold(facts.model.groups[0]?.field ?? ''),
    '',
  );
  const sharing = (piece: string, isLoose: boolean) => {
    if (ending.includes(piece)) return [];
    const own = byField.having(piece);
    if (own.length > 0 || !isLoose) return own;
    const least = piece.length > 1 ? 1 : OFTEN;
    return bySays
      .having(piece)
      .filter(({ says }) => says.filter((say) => say.includes(piece)).length >= least);
  };
  const items = itemsOf(byEntity, facts);
  return {
    find(text, known) {
      if (!/[组块摊口片项]/.test(text)) return [];
      const inside = known.find((m) => m.how !== 'hint' && m.entities.some(hasItems(items)));
      const item = inside && itemIn(text, inside.end, items);
      if (item) return [item];
      return [...text.matchAll(TAIL)].flatMap((tail) => {
        const piece = pieceBefore(text, tail, known, sharing);
        // A single character, or one that several share, says less than a name with only some characters left out.
        const isPoor = piece === undefined || (piece.text.length < 2 && piece.how === 'piece');
        const floor = Math.max(
          0,
          ...known.flatMap((m) => (m.how === 'hint' ? [] : m.end <= tail.index ? m.end : tail.index)),
        );
        const short =
          isPoor && IS_GROUP.test(tail[0])
            ? shortenedBefore(text, floor, tail.index, byField, (char) => GENERAL.has(char))
            : undefined;
        const found = short ?? piece;
        return found ? [asMet(text, found, known)] : [];
      });
    },
  };
}

/** The piece of a name before a word for a group, where no name or word for something stands there. */
function pieceBefore(
  text: string,
  { 0: word, index: end }: RegExpExecArray,
  known: readonly Mention[],
  sharing: (piece: string, isLoose: boolean) => readonly Spelled[],
): Mention | undefined {
  const isLoose = IS_GROUP.test(word);
  const firm = known.filter((m) => m.how !== 'hint');
  if (firm.some((m) => m.start < end + word.length && m.end >= end)) return undefined;
  if (!isLoose && firm.some((m) => m.kind === 'group')) return undefined;
  const hint = known.find((m) => m.how === 'hint' && m.end === end);
  if (hint && hint.kind !== 'unit')
    return isLoose && hint.kind === 'group' && hint.entities.length === 1
      ? { ...hint, how: 'piece' }
      : undefined;
  const floor = Math.max(0, end - REACH, ...firm.filter((m) => m.start < end).map((m) => m.end));
  const piece = longest(text, floor, end, (said) => sharing(said, isLoose));
  return firm.some((m) => m.kind === 'group' && m.end === piece?.start) ? undefined : piece;
}

/** `（某某投资者）保护组`: of the groups that share the piece the one whose name stands right before it. */
function asMet(text: string, piece: Mention, known: readonly Mention[]): Mention {
  if (piece.entities.length < 2) return piece;
  const met = known.find(
    (m) =>
      m.kind === 'group' &&
      m.entities.length === 1 &&
      m.end <= piece.start &&
      /^[)）”"」》的]{0,2}$/.test(text.slice(m.end, piece.start)),
  );
  const key = met?.entities[0] && entityKey(met.entities[0]);
  const same = piece.entities.filter((entity) => entityKey(entity) === key);
  return same.length === 1 ? { ...piece, entities: same } : piece;
}

interface Item {
  entity: Extract<Entity, { kind: 'subLead' }>;
  says: readonly string[];
}

/** The items of groups, by all their names. */
function itemsOf(byEntity: ReadonlyMap<string | undefined, readonly Name[]>, facts: Facts): Item[] {
  return facts.model.groups.flatMap((group) =>
    group.subLeads.map(({ no }) => {
      const entity = { kind: 'subLead' as const, group: group.no, no };
      const own = byEntity.get(entityKey(entity)) ?? [];
      return { entity, says: own.map(({ surface }) => surface) };
    }),
  );
}

const hasItems = (items: readonly Item[]) => (entity: Entity) =>
  entity.kind === 'group' && items.some((item) => item.entity.group === entity.no);

/** `甲乙组里丙那一项`: one item of the group, by a piece of its name. */
function itemIn(text: string, from: number, items: readonly Item[]): Mention | undefined {
  const tail = text.slice(from).match(/(?:那|这)一?(?:个|小)?分?[项块]/);
  if (tail?.index === undefined) return undefined;
  const end = from + tail.index;
  for (let start = Math.max(from, end - REACH); start < end - 1; start++) {
    const said = text.slice(start, end);
    const [one, ...others] = items.filter(({ says }) => says.some((say) => say.includes(said)));
    if (one && others.length === 0)
      return { start, end, text: said, kind: 'subLead', entities: [one.entity], how: 'spoken' };
  }
  return undefined;
}

/** The spoken names of one group, without the word for a group. */
const saysOf = (own: readonly Name[]) =>
  own
    .filter(
      ({ how, surface, entities }) => entities.length === 1 && how !== 'hint' && !surface.endsWith('组'),
    )
    .map(({ surface }) => surface);

/** The longest piece before `end` that one to three groups share. */
function longest(
  text: string,
  floor: number,
  end: number,
  sharing: (piece: string) => readonly Spelled[],
): Mention | undefined {
  for (let start = floor; start < end; start++) {
    const piece = text.slice(start, end);
    if (!stands(text, start, piece)) continue;
    const found = sharing(piece);
    if (found.length > MOST) return undefined;
    if (found.length > 0) return named(text, start, end, found);
  }
  return undefined;
}

/** Whether a piece can be a word by itself: two characters that are not talk, or one between words of talk. */
function stands(text: string, start: number, piece: string): boolean {
  if (!/^[\u4e00-\u9fff]+$/.test(piece) || isFiller(piece)) return false;
  if (piece.length > 1) return true;
  const before = text[start - 1];
  const isAlone = before === undefined || !/[\u4e00-\u9fff]/.test(before) || isTalk(before);
  return isAlone && !GENERAL.has(piece) && !isTalk(piece);
}

const isTalk = (char: string) => PARTICLES.has(char) || isFiller(char);

/** The mention, with the words of the name before it (`乙甲那个组`). */
function named(text: string, from: number, end: number, groups: readonly Spelled[]): Mention {
  let start = from;
  const [only] = groups.length === 1 ? groups : [];
  while (only && start > 1) {
    const word = text.slice(start - 2, start);
    if (!only.field.includes(word) && !only.says.some((say) => say.includes(word))) break;
    start -= 2;
  }
  const entities = groups.map(({ no }): Entity => ({ kind: 'group', no }));
  return { start, end, text: text.slice(start, end), kind: 'group', entities, how: 'piece' };
}

/** A group with the word for it is one name (`某事那个小组`); so is the only group of a leader or a lead unit (`王主任那组`), or of a unit that leads none. */
export function withWord(text: string, m: Mention, facts: Facts): Mention {
  const rest = text.slice(m.end);
  if (m.kind === 'group' && m.how !== 'number' && m.how !== 'hint')
    return extended(text, m, rest.match(WORD)?.[0]);
  const said = rest.match(ITS)?.[0];
  const [one, ...others] = m.entities;
  if (said === undefined || others.length > 0) return m;
  const isPlain = /^的?(?:那|这)/.test(said);
  const led = one?.kind === 'unit' ? facts.groupsOfUnit(one.id, 'lead') : [];
  const held =
    one?.kind === 'unit'
      ? led.length === 0 && isPlain
        ? facts.groupsOfUnit(one.id)
        : led
      : one?.kind === 'person'
        ? facts.groupsOfLeader(one.id)
        : [];
  const [group] = held;
  if (!group || held.length > 1) return m;
  return extended(
    text,
    { ...m, kind: 'group', entities: [{ kind: 'group', no: group.no }], how: 'piece' },
    said,
  );
}

const extended = (text: string, m: Mention, said = ''): Mention => ({
  ...m,
  end: m.end + said.length,
  text: text.slice(m.start, m.end + said.length),
});

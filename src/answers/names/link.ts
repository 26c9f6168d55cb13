import type { Lexicon } from '../../notice/lexicon.ts';
import { type Automaton, buildAutomaton } from '../characters/automaton.ts';
import { fold, isHan } from '../characters/fold.ts';
import { buildGappedFinder, isGapped } from '../characters/gapped.ts';
import { squeeze } from '../characters/squeeze.ts';
import type { Facts } from '../facts.ts';
import { buildActingUnits } from './acting-units.ts';
import { buildClassFinder, isPartOfSort } from './classes-apart.ts';
import { buildDescriptionFinder } from './descriptions.ts';
import { buildEditIndex } from './edits.ts';
import type { Entity, How, Mention } from './entities.ts';
import { buildFragmentFinder, withWord } from './group-fragments.ts';
import { withShapes } from './groups-by-shape.ts';
import { buildSeriesFinder } from './headings.ts';
import type { Name } from './names.ts';
import { atLevel } from './names-at-level.ts';
import { findNumbered } from './numbers.ts';
import { withHolders } from './person-hints.ts';
import { buildSoundIndex, type Typo } from './sound-index.ts';
import { withToldGroups } from './told-groups.ts';
import { buildTypedInitials } from './typed-initials.ts';
import { buildTypedWords } from './typed-words.ts';

/** Finds what a folded question mentions. */
export interface Linker {
  /** Puts right ways of speaking that stand for others. */
  rewrite(text: string): string;
  /** Writes names that were typed by their initials in characters. */
  written(message: string): string;
  link(text: string): Mention[];
}

/** Builds the linker over all names; its speed does not depend on how many there are. */
export function buildLinker(
  all: readonly Name[],
  facts: Facts,
  lexicon: Pick<Lexicon, 'rewrites' | 'units'> & Partial<Pick<Lexicon, 'unitClasses' | 'synonyms'>> = {
    rewrites: [],
    units: [],
  },
): Linker {
  const spoken = lexicon.rewrites.map(({ say, means }) => [asWord(fold(say)), fold(means)] as const);
  const saying = buildAutomaton(lexicon.rewrites.map(({ say }) => [fold(say), true] as const));
  const names = all.filter(({ surface }) => !isGapped(surface));
  const apart = buildGappedFinder(
    all.filter(({ surface }) => isGapped(surface)).map((name) => [name.surface, name] as const),
  );
  const exact = buildAutomaton(names.map((name) => [name.surface, name] as const));
  const sounds = buildSoundIndex(names);
  const edits = buildEditIndex(names);
  const series = buildSeriesFinder(facts);
  const descriptions = buildDescriptionFinder(facts, lexicon.units);
  const fragments = buildFragmentFinder(names, facts);
  const acting = buildActingUnits(facts, lexicon.units);
  const typed = buildTypedWords(names, (lexicon.synonyms ?? []).flat());
  const classesApart = buildClassFinder(lexicon.unitClasses ?? [], facts);
  const sorts = (lexicon.unitClasses ?? []).flatMap(({ say }) => say.map(fold));
  const longSorts = sorts.filter((word) => word.length > LONG_SORT);
  const places = [...facts.model.document.placeNames].sort((a, b) => b.length - a.length);
  return {
    written: buildTypedInitials(names),
    rewrite: (text) =>
      typed(
        saying.find(text).length === 0
          ? text
          : spoken.reduce((out, [say, means]) => out.replaceAll(say, means), text),
      ),
    link(text) {
      const candidates = [...series.find(text), ...findNumbered(text, facts), ...descriptions.find(text)];
      for (const hit of exact.find(text)) {
        if (isCutOut(text, hit.start, hit.end, hit.value)) continue;
        if (isPartOfSort(text, hit, sorts)) continue;
        candidates.push(mention(text, hit.start, hit.end, hit.value.entities, hit.value.how));
      }
      candidates.push(...classesApart(text));
      candidates.push(...squeezedHits(text, exact));
      for (const { start, end, value } of apart.find(text))
        candidates.push(mention(text, start, end, value.entities, value.how));
      const firm = choose(candidates);
      const typos = [...sounds.find(text), ...edits.find(text, firm)]
        .filter((typo) => !firm.some((m) => m.how !== 'hint' && overlaps(m, typo) && size(m) >= size(typo)))
        .filter(
          (typo) =>
            !firm.some((m) => m.kind === 'unit' && m.how === 'hint' && overlaps(m, typo) && !isSame(m, typo)),
        )
        .filter((typo) => !firm.some((m) => m.how !== 'hint' && m.start < typo.start && typo.start < m.end))
        .filter((typo) => !sorts.some((word) => isWithin(text, word, typo)))
        .filter((typo) => !isCounted(text, typo) && !beginsInWord(text, typo))
        .filter((typo) => typo.name.how !== 'post' || !firm.some((m) => isUnitOf(m, typo)))
        .map(({ start, end, name }) =>
          mention(text, start, end, name.entities, name.how === 'hint' ? 'hint' : 'typo'),
        );
      const chosen = (typos.length === 0 ? firm : choose([...candidates, ...typos])).map((m) =>
        atLevel(text, m),
      );
      const pieces = fragments.find(text, chosen);
      const placed = [...chosen.filter((m) => !pieces.some((piece) => overlaps(m, piece))), ...pieces]
        // `某机关筹备处`: within a word for a sort of units no shorter word hints at one of them.
        .filter(
          (m) => m.how !== 'hint' || m.kind !== 'unit' || !longSorts.some((word) => isWithin(text, word, m)),
        )
        .map((m) => withWord(text, withPlace(text, m, places), facts))
        .sort((a, b) => a.start - b.start);
      const linked = acting(text, withBodies(text, besideUnits(text, placed, names), facts));
      return withHolders(text, withShapes(text, withToldGroups(text, linked), facts));
    },
  };
}

/** A longer word for a sort of units has words in it that hint at single ones. */
const LONG_SORT = 5;

/** A short name that ends in 办 is none where 办 begins the next word (`优化办某事`). */
const asWord = (say: string) =>
  /^[\u4e00-\u9fff]+办$/.test(say) ? new RegExp(`${say}(?![理水证气照税件结事成下完好]|电(?!话))`, 'g') : say;

/** Longer ways of speaking of a matter, with an adverb in the middle. */
function squeezedHits(text: string, names: Automaton<Name>): Mention[] {
  const squeezed = squeeze(text);
  if (!squeezed) return [];
  return names.find(squeezed.text).flatMap(({ start, end, value }) => {
    const [from, to] = [squeezed.at(start), squeezed.at(end - 1) + 1];
    const isGroup = value.entities[0]?.kind === 'group' || value.entities[0]?.kind === 'subLead';
    return isGroup && end - start > 2 && to - from > end - start
      ? [mention(text, from, to, value.entities, 'hint')]
      : [];
  });
}

function mention(text: string, start: number, end: number, entities: Entity[], how: How): Mention {
  const kind = entities[0]?.kind ?? 'elsewhere';
  return { start, end, text: text.slice(start, end), kind, entities, how };
}

/** A given name alone (`晓东呢`) is often a word as well: it must stand like a person's. */
const isGiven = ({ how, surface }: Name) =>
  how === 'title' && surface.length === 2 && !surface.startsWith('老');
const BEFORE_GIVEN = /(?:^|[\s,，、。?？和跟与问找归由是]|那么?|那个|咱们?)$/;
const AFTER_GIVEN =
  /^(?:$|[\s,，、?？]|呢|那边|那儿|同志|分(?!包事)|包|管|抓|负责|任|担任|兼|是(?:谁|啥|什么|哪|不是)|的?(?:职务|分包|名下)|手[上里下]|在哪|在[\u4e00-\u9fff]{2,6}?(?:那边|那儿)?(?:是|当|任|算)?(?:个)?(?:啥|什么)(?:职|位|头衔|官|角色|身份)|干|牵头)/;

const ORG_TAIL = /^(?:银行|总局|分局|支行|大学|学院|集团|总公司|[局部厅委署办院])/;
const HAS_TAIL = /(?:[局部厅委署办院行]|中心|公司|银行|办公室|筹备处|委员会)$/;

/** A short name inside a longer foreign one (`甲乙` in `甲乙银行`) names nothing. */
function isCutOut(text: string, start: number, end: number, name: Name): boolean {
  if (isGiven(name)) return !BEFORE_GIVEN.test(text.slice(0, start)) || !AFTER_GIVEN.test(text.slice(end));
  // A word with 率 behind it is a figure, not the part of a group that is about it.
  if (name.entities[0]?.kind === 'subLead') return text[end] === '率' && name.how !== 'name';
  if (name.entities[0]?.kind !== 'unit') return false;
  if (HAS_TAIL.test(name.surface))
    return /^(?:[局部厅]|银行)(?!长)/.test(text.slice(end)) && !/^办公室/.test(text.slice(end));
  return (ORG_TAIL.test(text.slice(end)) || /^\d/.test(text.slice(end))) && isHan(text[start] ?? '');
}

/** A word for a unit and a misspelled name of the same one. */
const isSame = (m: Mention, typo: Typo) => JSON.stringify(m.entities) === JSON.stringify(typo.name.entities);

const size = (m: { start: number; end: number }) => m.end - m.start;
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

/** `领导两组都要` counts groups; it is no misspelled `领导小组`. */
const COUNTING = /[两俩仨各几三四五六七八九十]/;
const isCounted = (text: string, { start, end, name }: Typo) =>
  COUNTING.test(text.slice(start, end)) && !COUNTING.test(name.surface);

/** `案子归口`: a syllable that closes the word before begins no name. */
const CLOSES_WORD = /^[子儿的了着们]/;
const beginsInWord = (text: string, { start, name }: Typo) =>
  (text[start] === HELPING && !name.surface.startsWith(HELPING)) ||
  CHARGES.test(text.slice(start - 1, start + 1)) ||
  (start > 0 &&
    isHan(text[start - 1] ?? '') &&
    CLOSES_WORD.test(text.slice(start)) &&
    !CLOSES_WORD.test(name.surface));
/** `充电桩接入`: a word that the stretch would be cut out of. */
const CHARGES = /^充电/;
/** `帮企业…`: whom somebody helps; no misheard name that begins otherwise. */
const HELPING = '帮';

/** Whether a stretch is part of a word that stands for a sort of units (`甲委部门`, no misspelled `甲局部门`). */
function isWithin(text: string, word: string, { start, end }: { start: number; end: number }): boolean {
  const at = text.indexOf(word);
  return at >= 0 && at <= start && at + word.length >= end;
}

/** `工委某部参加` is the unit and a verb, no misspelled `工委某部长`. */
const isUnitOf = (m: Mention, typo: { start: number; end: number }) =>
  m.kind === 'unit' && m.how !== 'hint' && m.start <= typo.start && m.end >= typo.end - 1;

const PRIORITY: Record<How, number> = {
  number: 0,
  name: 0,
  spoken: 1,
  post: 1,
  title: 2,
  piece: 3,
  typo: 3,
  hint: 4,
};

/** A spoken name of a matter inside a longer word for another one (`某事` in `某事诚信`) names nothing. */
function isSwallowed(m: Mention, candidates: readonly Mention[]): boolean {
  if (m.how !== 'spoken' || (m.kind !== 'group' && m.kind !== 'subLead')) return false;
  const of = JSON.stringify(m.entities);
  return candidates.some(
    (other) =>
      other.how === 'hint' &&
      other.start <= m.start &&
      other.end >= m.end &&
      size(other) > size(m) &&
      JSON.stringify(other.entities) !== of,
  );
}

/** Longest first, hints last; no two overlap. */
function choose(all: readonly Mention[]): Mention[] {
  const candidates = all.filter((m) => !isSwallowed(m, all));
  const order = [...candidates].sort(
    (a, b) =>
      Number(a.how === 'hint') - Number(b.how === 'hint') ||
      size(b) - size(a) ||
      PRIORITY[a.how] - PRIORITY[b.how] ||
      a.start - b.start,
  );
  const chosen: Mention[] = [];
  for (const candidate of order) {
    if (!chosen.some((m) => overlaps(m, candidate))) chosen.push(candidate);
  }
  return chosen;
}

const JOINED = /^(?:跟|和|与|同|、)$/;
const AS_UNIT = /^(?:的|那家)?(?:是|当|做|作为)(?:的)?责任单位/;

/** A word for a unit that is paired with a unit (`甲和乙分局`). */
function isHintBesideUnit(text: string, mentions: readonly Mention[], i: number): boolean {
  const [m, before, after] = [mentions[i], mentions[i - 1], mentions[i + 1]];
  if (m?.kind !== 'unit' || m.how !== 'hint') return false;
  const isFirm = (other: Mention | undefined) => other?.kind === 'unit' && other.how !== 'hint';
  return (
    (isFirm(after) && JOINED.test(text.slice(m.end, after?.start))) ||
    (isFirm(before) && JOINED.test(text.slice(before?.end, m.start)))
  );
}

/** The first word of a unit's name that also names a matter means the unit where it is paired with one (`甲和乙`). */
function besideUnits(text: string, mentions: readonly Mention[], names: readonly Name[]): Mention[] {
  return mentions.map((m, i) => {
    if (isHintBesideUnit(text, mentions, i)) return { ...m, how: 'spoken' };
    if (m.kind !== 'group' || m.how === 'number') return m;
    const [before, after] = [mentions[i - 1], mentions[i + 1]];
    const isPaired =
      (after?.kind === 'unit' && JOINED.test(text.slice(m.end, after.start))) ||
      (before?.kind === 'unit' && JOINED.test(text.slice(before.end, m.start))) ||
      AS_UNIT.test(text.slice(m.end));
    if (!isPaired) return m;
    const meant = names.filter((n) => n.entities[0]?.kind === 'unit' && n.surface.startsWith(m.text));
    const entities = meant.flatMap((n) => n.entities);
    const ids = new Set(entities.map((e) => JSON.stringify(e)));
    const [unit] = entities;
    return ids.size === 1 && unit ? { ...m, kind: 'unit', entities: [unit], how: 'spoken' } : m;
  });
}

/** `某事专项领导小组`: a matter before a body names the body of that matter, where there is one. */
function withBodies(text: string, mentions: readonly Mention[], facts: Facts): Mention[] {
  const merged: Mention[] = [];
  for (const m of mentions) {
    const before = merged.at(-1);
    const [entity] = before?.entities ?? [];
    const field = entity?.kind === 'group' ? facts.group(entity.no)?.field : undefined;
    const index = facts.model.bodies.findIndex(({ name }) => field !== undefined && name.includes(field));
    const isNamed = before?.how !== 'hint' || facts.model.bodies[index]?.name.includes(before.text);
    const isOne = (m.kind === 'body' || m.kind === 'office') && before && isNamed && index >= 0;
    if (!isOne || !BETWEEN.test(text.slice(before.end, m.start))) {
      merged.push(m);
      continue;
    }
    merged.pop();
    const entities: Entity[] = [m.kind === 'office' ? { kind: 'office', index } : { kind: 'body', index }];
    merged.push({ ...m, start: before.start, text: text.slice(before.start, m.end), entities });
  }
  return merged;
}

const BETWEEN =
  /^(?:专项|那个|这个|那|这)?(?:行动|工作|整顿|建设)?(?:那|这)?(?:个|块|边|头|口|摊子?|一块|一摊子?|方面)?的?$/;

/** The district's own name before a name belongs to it (`咱区某局`). */
function withPlace(text: string, m: Mention, places: readonly string[]): Mention {
  const before = text.slice(0, m.start);
  const place = places.find((name) => before.endsWith(name));
  if (!place) return m;
  const start = m.start - place.length - (/[我咱本全]$/.test(before.slice(0, -place.length)) ? 1 : 0);
  return { ...m, start, text: text.slice(start, m.end) };
}

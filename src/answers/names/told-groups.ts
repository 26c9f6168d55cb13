import type { Entity, Mention } from './entities.ts';

/** A word for a group behind what tells it (`管招工的那个组`). */
const TAIL =
  /(?:的?(?:那|这)一?个?|的)(?:专项)?(?:工作)?小?组(?![织长合建员内队])(?!成(?!员))(?![,，]?对(?!不|吗))/g;
/** What stands before the clause and does not belong to it. */
const OPENS = /^(?:那么?|就是?|请问|问一?下|说说|看看|咱们?|我们|区里|这个|那个|[在是归由给找问跟和与])+/;
/** Something is asked or said of a part in a group: no clause that tells one. */
const SAYS_MORE =
  /谁|哪|几|啥|什么|多少|怎|咋|牵|领头|分包|分管|配合|责任|参[加与]|领导|单位|部门|[局委]|[都也又还只就光仅在是]|好像|没|除|另|别的|其[他它余]|不[是在]|同|一样|最|第|\d/;
/** Characters of the clause that no word of the matter explains. */
const MOST_LEFT = 6;
const LONGEST = 16;

/**
 * A group told by what it does is one name with the clause that tells it (`管招工用人那组`, `护着散户股东的组`), where all
 * words for a matter in it are of one group. A word for a matter is surer than a piece of a group's name.
 */
export function withToldGroups(text: string, mentions: readonly Mention[]): Mention[] {
  if (!text.includes('组')) return [...mentions];
  return [...text.matchAll(TAIL)].reduce<Mention[]>(
    (all, { index, 0: word }) => {
      const told = clauseBefore(text, index, index + word.length, all);
      return told ? [...all.filter((m) => !overlaps(m, told)), told].sort((a, b) => a.start - b.start) : all;
    },
    [...mentions],
  );
}

function clauseBefore(text: string, at: number, end: number, all: readonly Mention[]): Mention | undefined {
  const open = Math.max(-1, ...[...',，、。?？!！:：;； '].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const start = open + (text.slice(open, at).match(OPENS)?.[0].length ?? 0);
  const clause = text.slice(start, at);
  if (clause.length < 3 || clause.length > LONGEST || SAYS_MORE.test(clause)) return undefined;
  const inside = all.filter((m) => m.start < end && m.end > start);
  if (inside.some((m) => m.start < start || m.end > end || m.kind !== 'group' || m.how === 'number'))
    return undefined;
  const entity = onlyOne(surest(inside));
  const left = [...clause].filter(
    (_, i) => !inside.some((m) => m.start <= start + i && start + i < m.end),
  ).length;
  if (!entity || inside.length + left < 2 || left > MOST_LEFT) return undefined;
  return { start, end, text: text.slice(start, end), kind: 'group', entities: [entity], how: 'piece' };
}

/** Words of the matter before pieces of a group's name, and these before what looks misspelled. */
function surest(words: readonly Mention[]): readonly Mention[] {
  const rankOf = ({ how }: Mention) => (how === 'typo' ? 2 : how === 'piece' ? 1 : 0);
  const best = Math.min(...words.map(rankOf));
  return words.filter((m) => rankOf(m) === best);
}

/** The one group of some words; undefined where they are of several. */
function onlyOne(words: readonly Mention[]): Entity | undefined {
  const [first, ...others] = words.flatMap(({ entities }) => entities);
  const key = JSON.stringify(first);
  return others.every((entity) => JSON.stringify(entity) === key) ? first : undefined;
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

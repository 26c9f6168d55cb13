import { fold } from '../characters/fold.ts';
import { digitize } from '../characters/numerals.ts';
import type { Facts } from '../facts.ts';
import type { Linker } from '../names/link.ts';
import { type Post, postsIn } from '../names/posts.ts';
import { holdsPostIn } from '../names/posts-in-units.ts';

const DEPUTY = '(?:副手|副职|二把手|第二把手|副的)';
/** Behind a unit: its second, whatever the post is called. */
const OF_UNIT = new RegExp(`^(?:的|那边的?|那儿的?|里的?)?${DEPUTY}`);
/** Behind the post of its head: the second beside the first. */
const BESIDE_HEAD = new RegExp(`^(?:和|跟|与|及|以及|、|还有|加上?)(?:他的?|其|那个)?${DEPUTY}`);
/** Longer messages are texts. */
const LONGEST = 80;

/** `某委一把手跟副手`, `某委的二把手`: the posts by which the notice names them, where it names a second one. */
export function withDeputyPosts(raw: string, linker: Linker, facts: Facts): string {
  if (raw.length > LONGEST || !/副[手职的]|二把手/.test(raw)) return raw;
  const text = digitize(fold(raw));
  for (const { kind, how, entities, start, end } of linker.link(text)) {
    const [entity, ...others] = entities;
    const said = text.slice(end).match(kind === 'unit' ? OF_UNIT : BESIDE_HEAD)?.[0];
    if (said === undefined || how === 'hint' || others.length > 0) continue;
    const rest = text.slice(end + said.length);
    if (entity?.kind === 'unit') {
      const post = deputyOf(entity.id, facts);
      if (post) return `${text.slice(0, start)}${post.org}${post.role}${rest}`;
    }
    const head = entity?.kind === 'person' && how === 'post' ? facts.person(entity.id) : undefined;
    const held = head?.titles.flatMap((title) => postsOf(title.text, facts)) ?? [];
    const pair = held.find(({ org, role }) => isHeld({ org, role: `副${role}` }, facts));
    if (pair) return `${text.slice(0, start)}${pair.org}${pair.role}和${pair.org}副${pair.role}${rest}`;
  }
  return raw;
}

const postsOf = (title: string, { model }: Facts) => postsIn(title, model.document.placeNames);

const isHeld = ({ org, role }: Post, facts: Facts) =>
  facts.model.people.some(({ titles }) =>
    titles.some(({ text }) => postsOf(text, facts).some((post) => post.org === org && post.role === role)),
  );

/** The second post of a unit that somebody of the notice holds, if one only does. */
function deputyOf(unitId: string, facts: Facts): Post | undefined {
  const deputies = facts.model.people
    .filter((person) => holdsPostIn(person, unitId, facts))
    .flatMap(({ titles }) => titles.flatMap(({ text }) => postsOf(text, facts).slice(0, 1)))
    .filter(({ role }) => role.startsWith('副'));
  const [one, ...others] = deputies;
  return others.length === 0 ? one : undefined;
}

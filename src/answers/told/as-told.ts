import { withoutNoise } from '../beside/noise.ts';
import { isOfTheNotice, keepsMatter } from '../beside/side-clauses.ts';
import { standsWithoutStory, withoutStories } from '../beside/stories.ts';
import type { Facts } from '../facts.ts';
import type { Desk } from '../handler.ts';
import type { Linker } from '../names/link.ts';
import { plainlyGoingOn } from '../turns/going-on-turns.ts';
import { withDeputyPosts } from './deputies-told.ts';
import { withGroupNamesFilled } from './group-names-half-said.ts';
import { withGroupsBeside } from './groups-beside.ts';
import { withBodyOfHead, withHeadNamed } from './heads-told.ts';
import { withMattersSpelled } from './matters-by-one-character.ts';
import { withNamesFilled } from './names-half-said.ts';
import { withNamesInPlace } from './names-in-place.ts';
import { withoutNamesWarned } from './names-warned.ts';
import { withoutOwnPaper } from './own-paper.ts';
import { withPeopleOfUnits } from './people-of-units.ts';
import { withPeopleSpelled } from './people-spelled.ts';
import { withSurnamesAlone } from './surnames-alone.ts';
import { withoutHolders } from './told-by-holder.ts';

/** Names that a message only points to are put in, one sort after the other: each may rely on those before it. */
const NAMED: readonly ((text: string, facts: Facts, linker: Linker) => string)[] = [
  withPeopleSpelled,
  withMattersSpelled,
  (text, facts, linker) => withDeputyPosts(text, linker, facts),
  (text, facts, linker) => withPeopleOfUnits(text, linker, facts),
  (text, facts, linker) => withoutHolders(text, linker, facts),
  withGroupNamesFilled,
  (text, facts, linker) => withGroupsBeside(text, linker, facts),
  withSurnamesAlone,
  withNamesFilled,
  (text, _, linker) => withoutNamesWarned(text, linker),
  (text, _, linker) => withNamesInPlace(text, linker),
  withHeadNamed,
  (text, facts, linker) => withBodyOfHead(text, linker, facts),
];

/**
 * A message without what is told beside it, with the names that it only points to. `goesOn`: something was said before,
 * and what looks like a story may be all that is asked.
 */
export function asTold(message: string, goesOn: boolean, linker: Linker, desk: Desk): string {
  const bare = withoutOwnPaper(withoutNoise(goesOn ? plainlyGoingOn(message) : message), desk.facts);
  const stands = (rest: string) =>
    goesOn ||
    (standsWithoutStory(rest) && isOfTheNotice(rest, linker, desk) && keepsMatter(message, rest, linker));
  return NAMED.reduce((text, named) => named(text, desk.facts, linker), withoutStories(bare, stands));
}

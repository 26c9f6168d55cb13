import { buildAutomaton } from '../characters/automaton.ts';
import { fold } from '../characters/fold.ts';
import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';

/** A heading opens with a verb of two characters (`开展…`, `抓好…`), which is seldom said. */
const VERB = 2;
const SHORTEST = 4;

const headingsWithin = perNotice((facts: Facts) => {
  const words = new Map<string, string[]>();
  for (const { heading, location } of facts.model.clauses) {
    // Those of groups are names of these already.
    if (facts.groupAt(location)) continue;
    const core = fold(heading ?? '').slice(VERB);
    if (core.length >= SHORTEST) words.set(core, [...(words.get(core) ?? []), location]);
  }
  return buildAutomaton(
    [...words].flatMap(([word, places]) => places.map((place) => [word, place] as const)),
  );
});

/** The places whose headings are said without the verb that they open with (`某方案的专项问题某事`). */
export const headingsSaid = (text: string, facts: Facts): string[] =>
  headingsWithin(facts)
    .find(text)
    .map(({ value }) => value);

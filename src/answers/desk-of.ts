import type { Lexicon } from '../notice/lexicon.ts';
import { fold } from './characters/fold.ts';
import type { Facts } from './facts.ts';
import type { Desk } from './handler.ts';
import { retrieverOf } from './sentences/retriever-of.ts';

/** What the handlers work with, of one notice and the way people speak about it. */
export function deskOf(
  facts: Facts,
  lexicon: Lexicon,
): Pick<Desk, 'facts' | 'retriever' | 'contrasts' | 'unitClasses'> {
  const idOf = new Map(facts.model.units.map(({ id, name }) => [name, id]));
  return {
    facts,
    retriever: retrieverOf(facts, lexicon),
    contrasts: lexicon.contrasts.map((row) => row.map((side) => side.split('|').map(fold).join('|'))),
    unitClasses: lexicon.unitClasses.map(({ say, units }) => ({
      say: say.map(fold),
      units: units.flatMap((name) => idOf.get(name) ?? []),
    })),
  };
}

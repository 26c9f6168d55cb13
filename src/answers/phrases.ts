import type { Clause } from '../notice/types.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import type { Retriever } from './retrieve.ts';
import { contentOf } from './wording.ts';

/** Share of a phrase that a sentence must have to be the one that speaks of it. */
const SPEAKS = 0.6;
/** A phrase that stands in more places than this says nothing of where it belongs. */
const FEW = 4;

/** The places that speak of a phrase: those it stands in letter by letter, measures first; else the nearest one. */
export function placesOf(phrase: string, facts: Facts, retriever: Retriever): string[] {
  const said = fold(phrase).replace(/[“”"'\s]/g, '');
  const stands = (clause: Clause) =>
    plain(clause.text).includes(said) || plain(clause.heading ?? '') === said;
  const found = said.length > 1 ? facts.model.clauses.filter(stands).map((c) => c.location) : [];
  const measures = found.filter((place) => facts.measureAt(place));
  if (measures.length > 0) return measures.length > FEW ? [] : measures;
  if (found.length > 0) return found.length > FEW ? [] : found;
  const [best] = retriever.search({ parts: contentOf(said) });
  return best && best.coverage >= SPEAKS ? [best.statement.location] : [];
}

/** The sentence of a place that speaks of a phrase, verbatim; the whole text where none has it as written. */
export function sentenceAt(place: string, phrase: string, facts: Facts): string {
  const text = facts.clause(place)?.text ?? '';
  const said = fold(phrase).replace(/[“”"'\s]/g, '');
  return (
    text
      .split(/(?<=[。；\n])/)
      .find((sentence) => plain(sentence).includes(said))
      ?.trim() ?? ''
  );
}

const plain = (text: string) => fold(text).replace(/[“”"'\s]/g, '');

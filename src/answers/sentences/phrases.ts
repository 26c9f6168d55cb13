import { fold } from '../characters/fold.ts';
import { indexTexts } from '../characters/text-index.ts';
import type { Facts } from '../facts.ts';
import { perNotice } from '../per-notice.ts';
import { contentOf } from '../question/wording.ts';
import type { Retriever } from './retrieve.ts';

/** Share of a phrase that a sentence must have to be the one that speaks of it. */
const SPEAKS = 0.6;
/** A phrase that stands in more places than this says nothing of where it belongs. */
const FEW = 4;

const clausesByText = perNotice(({ model }) =>
  indexTexts(
    model.clauses.map(({ location, text, heading = '' }) => ({
      location,
      text: plain(text),
      heading: plain(heading),
    })),
    ({ text, heading }) => `${text}\n${heading}`,
  ),
);

/** The places that speak of a phrase: those it stands in letter by letter, measures first; else the nearest one. */
export function placesOf(phrase: string, facts: Facts, retriever: Retriever): string[] {
  const said = fold(phrase).replace(/[“”"'\s]/g, '');
  const found =
    said.length > 1
      ? clausesByText(facts)
          .having(said)
          .filter(({ text, heading }) => text.includes(said) || heading === said)
          .map(({ location }) => location)
      : [];
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

import { type Card, text } from '../cards/elements.ts';
import type { Placeholder, Rule } from './rule.ts';

const MOST_NAMES = 3;

/** What stands in for the placeholders of an opening sentence. */
export type Filling = Partial<Readonly<Record<Placeholder, string>>>;

/** A rule's opening sentence; undefined where it has none. Pure. */
export function sentenceOf({ wording }: Pick<Rule, 'wording'>, filling: Filling): string | undefined {
  if (wording === '') return undefined;
  return wording.replace(/\{(期|截止|单位)\}/g, (_, name: Placeholder) => filling[name] ?? '');
}

/** The card with a rule's opening sentence above all else, as plain text; the card itself where there is none. Pure. */
export function opened(card: Card, sentence: string | undefined): Card {
  if (sentence === undefined) return card;
  return { ...card, body: { ...card.body, elements: [text(sentence), ...card.body.elements] } };
}

/** Names of units for {单位}: the first few, and how many there are. Pure. */
export function unitsText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join('、');
  return names.length > MOST_NAMES ? `${shown}等${names.length}个单位` : shown;
}

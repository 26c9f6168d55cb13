import type { Answer } from './types.ts';

/** What only the reports know: who has not reported, how a matter gets on, how units are ranked. */
const LIVE_INTENTS = ['progress', 'ranking'] as const;
type LiveIntent = (typeof LIVE_INTENTS)[number];

/** A question about the present state of the work. */
export interface LiveQuery {
  intent: LiveIntent;
  /** Unit ids and group numbers the question names; empty where it asks for all. */
  units: readonly string[];
  groups: readonly number[];
  /** The question, folded. */
  text: string;
}

/** Answers from the reports, or declines with undefined; then the engine says that the notice does not know. */
export type LiveResolver = (query: LiveQuery) => Answer | undefined;

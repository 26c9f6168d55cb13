import type { Question } from '../question/parse.ts';
import type { Guess } from './classify.ts';
import { INTENTS, type Intent } from './intents.ts';

/** The number of a measure is asked for, not of those of a unit or leader. */
const ASKS_MEASURE = /(?:第几|哪(?:一)?)条(?!线|路|街|龙|战线)/;
/** Intents that tell of measures. */
const OF_MEASURES = /措施|\{m\}/;
/** An attachment is asked of by its name. */
const OF_ATTACHMENT = /附件[12一二]/;

/** Whether a plain question tells nothing of what is asked for by its word: a measure's number, an attachment, its body. */
export function isBesideAsked(intent: Guess['intent'], { masked, text, mentions }: Question): boolean {
  if (!(intent in INTENTS)) return false;
  const plain = INTENTS[intent as Intent];
  if (OF_MEASURES.test(plain)) return false;
  if (ASKS_MEASURE.test(masked)) return true;
  const isOtherBody = mentions.some(({ entities }) => entities.some((e) => e.kind === 'body' && e.index > 0));
  return !plain.includes('{') && (isOtherBody || OF_ATTACHMENT.test(text));
}

import type { Desk } from '../handler.ts';
import type { Linker } from '../names/link.ts';
import type { Question } from '../question/parse.ts';
import type { Turn } from '../turn.ts';
import { optionsFor } from './options.ts';
import { type Before, shapeOf } from './shape.ts';

/**
 * A turn with the reply that is most likely right: what the rules found, or what the wording of its question as a whole
 * points to. `isPiece`: the question is a part of a message that asks several things.
 */
export function reread(
  turn: Turn,
  question: Question,
  before: Before | undefined,
  linker: Linker,
  desk: Desk,
  isPiece = false,
): Turn {
  const found = turn.reply;
  const isPicked = turn.pool !== undefined || turn.told !== undefined;
  const isSettled =
    found.kind === 'chat' || found.kind === 'clarify' || found.live || found.readsAll || isPicked;
  if (!desk.guess || isSettled || question.text.length > LONGEST) return turn;
  const shape = shapeOf(question, desk.facts, before);
  const guesses = desk.guess(shape);
  if (guesses.length === 0) return turn;
  const places = desk.places?.(question.text) ?? new Map<string, number>();
  const seen = { found, question, shape, guesses, before, facts: desk.facts, places };
  const chosen = desk.choose(optionsFor(seen, isPiece, linker, desk));
  return chosen === undefined || chosen.name === 'found' ? turn : { ...turn, reply: chosen.reply };
}

/** A longer message is a text, not a question. */
const LONGEST = 200;

/** What a message after a turn may lean on. */
export const leaningOn = (turn: Turn | undefined): Before | undefined =>
  turn && { question: turn.question, told: turn.reply.focus };

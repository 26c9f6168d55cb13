import type { Handler } from '../handler.ts';
import { dressed } from './needing.ts';

/** The handlers whose patterns read the whole question: no word of it is left to account for. */
export const whole = (handler: Handler): Handler =>
  dressed(handler, (bare) => (question, desk) => {
    const found = bare(question, desk);
    return found && { spoken: question.residue, ...found };
  });

/** Handlers that hold things against each other or under conditions: what a plain question leaves out is the point. */
export const pointed = (handler: Handler): Handler =>
  dressed(handler, (bare) => (question, desk) => {
    const found = bare(question, desk);
    return found && { readsAll: !found.isPartial, ...found };
  });

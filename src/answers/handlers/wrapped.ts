import type { Handler } from '../handler.ts';
import { needingAs } from './needing.ts';

/** The handlers whose patterns read the whole question: no word of it is left to account for. */
export function whole(handler: Handler): Handler {
  return needingAs(handler, (question, desk) => {
    const found = handler(question, desk);
    return found && { spoken: question.residue, ...found };
  });
}

/** Handlers that hold things against each other or under conditions: what a plain question leaves out is the point. */
export function pointed(handler: Handler): Handler {
  return needingAs(handler, (question, desk) => {
    const found = handler(question, desk);
    return found && { readsAll: !found.isPartial, ...found };
  });
}

import type { Chat } from '../model.ts';
import type { Platform } from '../platform/endpoint.ts';
import { PlatformError } from '../platform/errors.ts';
import { CardProblem } from './problem.ts';
import { validateCard } from './validate.ts';

/**
 * Whether the platform would build a card for a chat.
 *
 * @throws PlatformError 230099 whose message holds the sub-code.
 */
export function checkCard(
  card: Record<string, unknown>,
  { platform, chat }: { platform: Platform; chat: Chat },
): void {
  try {
    refuseReferences(card);
    validateCard(card, {
      hasImage: (key) => platform.state.files.get(key)?.kind === 'image',
      hasPerson: (openId) => platform.state.people.get(openId) !== undefined,
      mayMentionAll: chat.mayMentionAll,
    });
  } catch (error) {
    if (!(error instanceof CardProblem)) throw error;
    throw new PlatformError({ code: 230099, says: `Failed to create card content, ${error.ext()}` });
  }
}

/** Templates and card entities live on the platform; none exist in the emulated one. */
function refuseReferences(card: Record<string, unknown>): void {
  if (card.type === 'template')
    throw new CardProblem({
      subCode: 200380,
      says: 'template does not exist, please confirm whether this template has been released',
      value: 'templateID: unknown',
    });
  if (card.type === 'card') throw new CardProblem({ subCode: 11310, says: 'cardid is invalid' });
}

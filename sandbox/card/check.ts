import type { Chat } from '../model.ts';
import type { Platform } from '../platform/endpoint.ts';
import { PlatformError } from '../platform/errors.ts';

/** @throws PlatformError 230099 */
export function checkCard(card: Record<string, unknown>, _of: { platform: Platform; chat: Chat }): void {
  if (Object.keys(card).length > 0 && card.schema !== '2.0')
    throw new PlatformError({ code: 230099, says: 'Failed to create card content, ext=ErrCode: 200621; ' });
}

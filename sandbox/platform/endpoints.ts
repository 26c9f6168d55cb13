import { botEndpoints } from './bot.ts';
import { editEndpoints } from './edits.ts';
import type { Endpoint, Platform } from './endpoint.ts';
import { messageEndpoints } from './messages.ts';

/** Every API that the emulator serves. */
export function allEndpoints(platform: Platform): Endpoint[] {
  return [messageEndpoints, editEndpoints, botEndpoints].flatMap((endpoints) => endpoints(platform));
}

import { botEndpoints } from './bot.ts';
import { chatEndpoints } from './chats.ts';
import { commandEndpoints } from './commands.ts';
import { contactEndpoints } from './contacts.ts';
import { editEndpoints } from './edits.ts';
import type { Endpoint, Platform } from './endpoint.ts';
import { ephemeralEndpoints } from './ephemeral.ts';
import { fileEndpoints } from './files.ts';
import { messageEndpoints } from './messages.ts';
import { reactionEndpoints } from './reactions.ts';
import { cardUpdateEndpoints } from './update-tokens.ts';
import { urgentEndpoints } from './urgent.ts';

/** Every API that the emulator serves. */
const ENDPOINTS: readonly ((platform: Platform) => Endpoint[])[] = [
  messageEndpoints,
  editEndpoints,
  urgentEndpoints,
  ephemeralEndpoints,
  reactionEndpoints,
  fileEndpoints,
  chatEndpoints,
  contactEndpoints,
  botEndpoints,
  commandEndpoints,
  cardUpdateEndpoints,
];

export function allEndpoints(platform: Platform): Endpoint[] {
  return ENDPOINTS.flatMap((endpoints) => endpoints(platform));
}

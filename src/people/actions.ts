import { endFromCard } from './bind.ts';
import { bindFromForm } from './bind-form.ts';
import { bindChatFromCard } from './chats.ts';
import { decideClaim } from './claims.ts';
import { decideImport } from './import-decision.ts';
import { leaveFromForm } from './leave-form.ts';
import { turnLiaisons } from './liaison.ts';

/** The card actions of people and chats; each checks the operator's right at the moment of the click. */
export const PEOPLE_ACTIONS = {
  'bind-form': bindFromForm,
  'bind-chat': bindChatFromCard,
  claim: decideClaim,
  unbind: endFromCard,
  liaisons: turnLiaisons,
  'leave-form': leaveFromForm,
  roster: decideImport,
} as const;

import { useMemo } from 'preact/hooks';
import { apiFor } from '../api.js';
import { html } from '../html.js';
import { memoryOf } from '../state/memory.js';
import { getState, sandboxNow, useStore } from '../state/store.js';
import { orToast, toast } from '../state/toasts.js';
import { Card } from './card.js';
import { CardProvider } from './card-context.js';
import { COMPONENTS } from './components.js';
import { lookOf } from './look.js';

/** A message that is a card. @param {{message: any, chat: import('../../contract.ts').SandboxChat}} of */
export function MessageCard({ message, chat }) {
  useStore((state) => state.minute);
  useStore((state) => state.clockAhead);
  const me = useStore((state) => state.as);
  const { card, expiresAt } = message.body;
  const env = {
    components: COMPONENTS,
    look: useMemo(() => lookOf(card?.config?.style), [card]),
    memory: memoryOf(message.messageId),
    version: message.version,
    me,
    members: chat.members,
    isExpired: sandboxNow() >= expiresAt,
    act: (/** @type {import('../../contract.ts').SandboxAction} */ action) =>
      click(message.messageId, action),
  };
  return html`<${CardProvider} value=${env}><${Card} card=${card ?? {}} /><//>`;
}

/** Sends a click and shows what came back. */
async function click(
  /** @type {string} */ messageId,
  /** @type {import('../../contract.ts').SandboxAction} */ action,
) {
  const result = await orToast(() => apiFor(getState().as).act(messageId, action));
  if (result?.toast) toast(result.toast.type, result.toast.content);
  if (result?.says) toast('error', result.says);
  return result;
}

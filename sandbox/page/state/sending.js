import { apiFor, saysOf } from '../api.js';
import { receive } from './chats.js';
import { getState, sandboxNow, setState } from './store.js';

/**
 * @typedef {{ text: string, mentions: string[], replyTo?: string } | { file: File }} Sendable
 * @typedef {{
 *   id: string,
 *   chatId: string,
 *   at: number,
 *   what: Sendable,
 *   fault: string,
 * }} Sending Something on its way; with a `fault` it did not arrive and can be sent again.
 */

let last = 0;

/** Sends into a chat. The message is shown at once; one that fails stays, with a way to try again. @param {string} chatId @param {Sendable} what */
export async function send(chatId, what) {
  last += 1;
  const sending = { id: `sending-${last}`, chatId, at: sandboxNow(), what, fault: '' };
  setState({ sendings: [...getState().sendings, sending] });
  await deliver(sending);
}

/** @param {Sending} sending */
export async function sendAgain(sending) {
  patch(sending.id, { fault: '' });
  await deliver(sending);
}

/** Gives up a message that did not arrive. @param {string} id */
export function giveUp(id) {
  setState({ sendings: getState().sendings.filter((each) => each.id !== id) });
}

/** A message of mine that came by the stream: it need not be shown as being sent any more. @param {import('./history.js').Message} message */
export function dropSent(message) {
  const { as, sendings } = getState();
  if (message.from !== as || message.version !== 1) return;
  const sent = sendings.find(
    (each) => each.chatId === message.chatId && each.fault === '' && isSame(each, message),
  );
  if (sent) giveUp(sent.id);
}

async function deliver(/** @type {Sending} */ { id, chatId, what }) {
  const api = apiFor(getState().as);
  try {
    const message = await api.send(chatId, 'file' in what ? await uploaded(api, what.file) : what);
    receive(message);
    giveUp(id);
  } catch (error) {
    patch(id, { fault: saysOf(error) });
  }
}

async function uploaded(/** @type {ReturnType<typeof apiFor>} */ api, /** @type {File} */ file) {
  const { fileKey, imageKey } = await api.upload(file);
  return fileKey === undefined ? { imageKey } : { fileKey };
}

function patch(/** @type {string} */ id, /** @type {Partial<Sending>} */ change) {
  const sendings = getState().sendings.map((each) => (each.id === id ? { ...each, ...change } : each));
  setState({ sendings });
}

function isSame(/** @type {Sending} */ { what }, /** @type {import('./history.js').Message} */ { body }) {
  if ('file' in what) return body.type === 'image' || (body.type === 'file' && body.name === what.file.name);
  return body.type === 'text';
}

import { apiFor, saysOf } from '../api.js';
import { EMPTY, firstUnread, withLastPage, withMessage, withOlderPage } from './history.js';
import { showPlace } from './place.js';
import { getState, setState } from './store.js';
import { orToast } from './toasts.js';

const PAGE = 50;
const OLDER_PAGE = 100;
/** The sandbox gives no longer page. */
const MOST = 200;
const READ_AFTER_MS = 200;

/** Messages that came by the stream while the end of their chat was being read. @type {Set<{chatId: string, messages: import('./history.js').Message[]}>} */
const readings = new Set();
let readTimer = 0;

/** The chat that is open, or undefined. @param {import('./store.js').PageState} state */
export function openedChat(state) {
  return state.world?.chats.find((chat) => chat.chatId === state.chatId);
}

/** @param {import('./store.js').PageState} state @param {string} chatId */
export function historyOf(state, chatId) {
  return state.histories[chatId] ?? EMPTY;
}

/** Goes from a chat back to the list: by the browser's own history, where the list lies before the chat in it. */
export function leaveChat() {
  if (history.state?.hasListBefore) history.back();
  else void openChat('');
}

/** Opens a chat: '' goes back to the list. @param {string} chatId */
export async function openChat(chatId) {
  const { as, world, panel } = getState();
  flushRead();
  setState({ chatId, panel: panel === 'chat' ? '' : panel });
  showPlace();
  const chat = world?.chats.find((each) => each.chatId === chatId);
  if (chat === undefined) return;
  // The platform tells the bot each time somebody opens its chat; nobody waits for that.
  if (chat.type === 'p2p') void apiFor(as).enter(chatId).catch(ignore);
  await refreshChat(chatId, { unread: chat.unread });
  markRead(chatId);
}

/** Reads the end of a chat, at first and after the line was lost. @param {string} chatId @param {{unread?: number}} [of] */
export async function refreshChat(chatId, { unread } = {}) {
  const { as } = getState();
  patchHistory(chatId, { isLoading: true, fault: '' });
  /** @type {{chatId: string, messages: import('./history.js').Message[]}} */
  const reading = { chatId, messages: [] };
  readings.add(reading);
  try {
    const page = await apiFor(as).messages(chatId, {
      limit: Math.min(Math.max(PAGE, (unread ?? 0) + 10), MOST),
    });
    if (getState().as !== as) return;
    let history = withLastPage(historyOf(getState(), chatId), page);
    for (const message of reading.messages) history = withMessage(history, message);
    if (unread !== undefined)
      history = { ...history, unreadFrom: firstUnread(history.messages, { unread, me: as }) };
    putHistory(chatId, history);
  } catch (error) {
    if (getState().as === as) patchHistory(chatId, { isLoading: false, fault: saysOf(error) });
  } finally {
    readings.delete(reading);
  }
}

/** Reads what lies before the loaded messages of a chat. @param {string} chatId */
export async function loadOlder(chatId) {
  const { as } = getState();
  const { messages, hasMore, isLoading } = historyOf(getState(), chatId);
  const before = messages[0]?.messageId;
  if (!hasMore || isLoading || before === undefined) return;
  patchHistory(chatId, { isLoading: true, fault: '' });
  try {
    const page = await apiFor(as).messages(chatId, { before, limit: OLDER_PAGE });
    if (getState().as === as) putHistory(chatId, withOlderPage(historyOf(getState(), chatId), page));
  } catch (error) {
    if (getState().as === as) patchHistory(chatId, { isLoading: false, fault: saysOf(error) });
  }
}

/** A message of the stream. @param {import('./history.js').Message} message */
export function receive(message) {
  const { chatId, histories } = getState();
  for (const reading of readings) if (reading.chatId === message.chatId) reading.messages.push(message);
  const history = histories[message.chatId];
  if (history) putHistory(message.chatId, withMessage(history, message));
  if (message.chatId === chatId) markRead(chatId);
}

/** Tells the sandbox that the open chat was seen, when it is seen: many messages at once are one reading. @param {string} chatId */
export function markRead(chatId) {
  clearTimeout(readTimer);
  readTimer = 0;
  if (getState().chatId !== chatId || document.visibilityState !== 'visible') return;
  readTimer = window.setTimeout(flushRead, READ_AFTER_MS);
}

// Who leaves at once has still seen what was there.
function flushRead() {
  if (readTimer === 0) return;
  clearTimeout(readTimer);
  readTimer = 0;
  const { as, chatId } = getState();
  if (chatId !== '') void apiFor(as).read(chatId).catch(ignore);
}

/** @param {string} messageId @param {string} emoji */
export function react(messageId, emoji) {
  return orToast(async () => receive(await apiFor(getState().as).react(messageId, emoji)));
}

/** Lets the bot into a group or puts it out of it. @param {string} chatId @param {boolean} isIn */
export function setBotIn(chatId, isIn) {
  return orToast(() => apiFor(getState().as).setBotIn(chatId, isIn));
}

function putHistory(/** @type {string} */ chatId, /** @type {import('./history.js').History} */ history) {
  setState({ histories: { ...getState().histories, [chatId]: history } });
}

function patchHistory(
  /** @type {string} */ chatId,
  /** @type {Partial<import('./history.js').History>} */ patch,
) {
  putHistory(chatId, { ...historyOf(getState(), chatId), ...patch });
}

// A read mark or an entering that is lost does no harm: the next one does the same.
function ignore() {}

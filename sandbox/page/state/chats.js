import { apiFor } from '../api.js';
import { EMPTY, firstUnread, withLastPage, withMessage, withOlderPage } from './history.js';
import { showPlace } from './place.js';
import { getState, setState } from './store.js';
import { orToast } from './toasts.js';

const PAGE = 50;
const OLDER_PAGE = 100;
/** The sandbox gives no longer page. */
const MOST = 200;
const READ_AFTER_MS = 200;

/** Messages that came by the stream while the first page of their chat was under way. @type {Map<string, import('./history.js').Message[]>} */
const arrived = new Map();
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
  setState({ chatId, panel: panel === 'chat' ? '' : panel });
  showPlace();
  const chat = world?.chats.find((each) => each.chatId === chatId);
  if (chat === undefined) return;
  // The platform tells the bot each time somebody opens its chat; nobody waits for that.
  if (chat.type === 'p2p') void apiFor(as).enter(chatId).catch(ignore);
  await refreshChat(chatId, { unread: chat.unread });
  if (chat.unread > 0) void apiFor(as).read(chatId).catch(ignore);
  else markRead(chatId);
}

/** Reads the end of a chat, at first and after the line was lost. @param {string} chatId @param {{unread?: number}} [of] */
export async function refreshChat(chatId, { unread } = {}) {
  const { as } = getState();
  patchHistory(chatId, { isLoading: true, fault: '' });
  arrived.set(chatId, []);
  try {
    const page = await apiFor(as).messages(chatId, {
      limit: Math.min(Math.max(PAGE, (unread ?? 0) + 10), MOST),
    });
    if (getState().as !== as) return;
    let history = withLastPage(historyOf(getState(), chatId), page);
    for (const message of arrived.get(chatId) ?? []) history = withMessage(history, message);
    if (unread !== undefined)
      history = { ...history, unreadFrom: firstUnread(history.messages, { unread, me: as }) };
    putHistory(chatId, history);
  } catch (error) {
    if (getState().as === as) patchHistory(chatId, { isLoading: false, fault: error.message });
  } finally {
    arrived.delete(chatId);
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
    if (getState().as === as) patchHistory(chatId, { isLoading: false, fault: error.message });
  }
}

/** A message of the stream. @param {import('./history.js').Message} message */
export function receive(message) {
  const { chatId, histories } = getState();
  arrived.get(message.chatId)?.push(message);
  const history = histories[message.chatId];
  if (history) putHistory(message.chatId, withMessage(history, message));
  if (message.chatId === chatId) markRead(chatId);
}

/** Tells the sandbox that the open chat was seen, when it is seen. @param {string} chatId */
export function markRead(chatId) {
  clearTimeout(readTimer);
  readTimer = window.setTimeout(() => {
    const { as, chatId: opened } = getState();
    if (opened === chatId && document.visibilityState === 'visible')
      void apiFor(as).read(chatId).catch(ignore);
  }, READ_AFTER_MS);
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

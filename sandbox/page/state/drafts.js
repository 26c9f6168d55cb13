import { getState, setState } from './store.js';

const KEPT = 'sandbox-drafts';

/** @type {import('./store.js').Draft} */
const BLANK = { text: '', mentions: [], replyTo: '' };

/** What the person has typed into a chat and not sent. @param {import('./store.js').PageState} state @param {string} chatId */
export function draftIn(state, chatId) {
  return state.drafts[`${state.as} ${chatId}`] ?? BLANK;
}

/** Changes the draft of the open person in a chat. @param {string} chatId @param {Partial<import('./store.js').Draft>} patch */
export function changeDraft(chatId, patch) {
  const state = getState();
  const drafts = { ...state.drafts, [`${state.as} ${chatId}`]: { ...draftIn(state, chatId), ...patch } };
  setState({ drafts });
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(drafts));
  } catch {
    // Storage may be full or forbidden; then a draft lasts as long as the page.
  }
}

/** Drafts of before a reload. */
export function restoreDrafts() {
  try {
    setState({ drafts: JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') });
  } catch {
    setState({ drafts: {} });
  }
}

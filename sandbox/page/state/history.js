/**
 * @typedef {import('../../contract.ts').SandboxMessage} Message
 * @typedef {{
 *   messages: Message[],
 *   hasMore: boolean,
 *   isLoading: boolean,
 *   fault: string,
 *   unreadFrom: string,
 * }} History `unreadFrom`: the first message that was unread when the chat was opened; '' for none.
 */

/** @type {History} */
export const EMPTY = { messages: [], hasMore: true, isLoading: false, fault: '', unreadFrom: '' };

/**
 * A message that came by the stream: the newest version of a known one, or one more at the end. A change of a message
 * that lies before what is loaded changes nothing.
 *
 * @param {History} history
 * @param {Message} message
 * @returns {History}
 */
export function withMessage(history, message) {
  const index = history.messages.findLastIndex((known) => known.messageId === message.messageId);
  if (index < 0) {
    if (message.version > 1) return history;
    return { ...history, messages: [...history.messages, message] };
  }
  if (history.messages[index].version >= message.version) return history;
  return { ...history, messages: history.messages.with(index, message) };
}

/**
 * The last page, read again after the line was lost. Where it does not reach back to what is known, it takes its place;
 * what came by the stream while it was under way stays behind it.
 *
 * @param {History} history
 * @param {import('../../contract.ts').SandboxPageOfMessages} page
 * @returns {History}
 */
export function withLastPage(history, page) {
  const known = history.messages;
  const read = new Set(page.messages.map((message) => message.messageId));
  const first = known.findIndex((message) => read.has(message.messageId));
  const last = known.findLastIndex((message) => read.has(message.messageId));
  const isGap = first < 0 && page.hasMore;
  const before = first < 0 ? [] : known.slice(0, first);
  const after = isGap ? [] : known.slice(last + 1);
  const versions = new Map(known.map((message) => [message.messageId, message]));
  const newest = page.messages.map((message) => {
    const other = versions.get(message.messageId);
    return other !== undefined && other.version > message.version ? other : message;
  });
  const hasMore = first < 0 ? page.hasMore : history.hasMore;
  return { ...history, messages: [...before, ...newest, ...after], hasMore, isLoading: false, fault: '' };
}

/**
 * A page of older messages before what is known.
 *
 * @param {History} history
 * @param {import('../../contract.ts').SandboxPageOfMessages} page
 * @returns {History}
 */
export function withOlderPage(history, page) {
  const known = new Set(history.messages.map((message) => message.messageId));
  const older = page.messages.filter((message) => !known.has(message.messageId));
  const messages = [...older, ...history.messages];
  return { ...history, messages, hasMore: page.hasMore, isLoading: false, fault: '' };
}

/**
 * The first of the last `unread` messages that count as such, or '' when they are not all loaded.
 *
 * @param {Message[]} messages
 * @param {{ unread: number, me: string }} of
 */
export function firstUnread(messages, { unread, me }) {
  if (unread === 0) return '';
  const counted = messages.filter(
    (message) => message.from !== me && message.from !== '' && !message.recalled,
  );
  return counted.at(-unread)?.messageId ?? '';
}

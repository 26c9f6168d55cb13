/**
 * @typedef {import('../state/history.js').Message} Message
 * @typedef {{
 *   key: string,
 *   message?: Message,
 *   sending?: import('../state/sending.js').Sending,
 *   at: number,
 *   timeAbove: boolean,
 *   unreadAbove: boolean,
 *   isFirstOfGroup: boolean,
 * }} MessageRow
 */

const PAUSE_MS = 5 * 60 * 1000;

/**
 * The rows of a chat: its messages and what is on its way, with what stands between them.
 *
 * @param {Message[]} messages
 * @param {import('../state/sending.js').Sending[]} sendings Of this chat.
 * @param {string} unreadFrom
 * @returns {MessageRow[]}
 */
export function rowsOf(messages, sendings, unreadFrom) {
  let before = /** @type {{at: number, from: string} | undefined} */ (undefined);
  const rows = messages.map((message) => {
    const row = rowOf({ key: message.messageId, at: message.at, message }, before);
    before = { at: message.at, from: isBare(message) ? '' : message.from };
    return { ...row, unreadAbove: message.messageId === unreadFrom };
  });
  const own = sendings.map((sending) => rowOf({ key: sending.id, at: sending.at, sending }, undefined));
  return [...rows, ...own];
}

function rowOf(
  /** @type {{key: string, at: number, message?: Message, sending?: any}} */ of,
  /** @type {{at: number, from: string} | undefined} */ before,
) {
  // A clock that was set back is a pause too.
  const isPause = before === undefined || of.at - before.at > PAUSE_MS || of.at < before.at;
  const timeAbove = of.message !== undefined && isPause;
  const isFirstOfGroup = isPause || before?.from !== of.message?.from;
  return { ...of, timeAbove, unreadAbove: false, isFirstOfGroup };
}

/** Shown as a line in the middle, without a sender. @param {Message} message */
export function isBare(message) {
  return message.recalled || message.body.type === 'system';
}

const HEIGHTS = { system: 40, file: 92, image: 220, card: 300, post: 120 };
const LINE = 22;
const LETTERS = 24;

/** About how high a row is before it was drawn, in px. @param {MessageRow} row */
export function estimatedHeight({ message, timeAbove }) {
  const { body } = message ?? {};
  const bare =
    body === undefined || body.type === 'text'
      ? 52 + LINE * Math.ceil((body?.text.length ?? 1) / LETTERS)
      : HEIGHTS[body.type];
  return bare + (timeAbove ? 36 : 0);
}

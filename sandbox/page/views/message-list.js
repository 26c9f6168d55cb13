import { useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { historyOf, loadOlder, refreshChat } from '../state/chats.js';
import { getState, useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';
import { MessageRow } from './message-row.js';
import { estimatedHeight, rowsOf } from './message-rows.js';
import { useWindow } from './use-window.js';

/** Height of what stands above the first row, in px. */
const HEAD = 48;
const MARKED_MS = 1600;

/** The messages of a chat, older ones loaded as one scrolls up to them. */
export function MessageList({ chat }) {
  const { chatId } = chat;
  const history = useStore((state) => historyOf(state, chatId));
  const sendings = useStore((state) => state.sendings);
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const [marked, setMarked] = useState('');
  const rows = useMemo(
    () =>
      rowsOf(
        history.messages,
        sendings.filter((each) => each.chatId === chatId),
        history.unreadFrom,
      ),
    [history.messages, history.unreadFrom, sendings],
  );
  const wasAtEnd = useRef(true);
  const onMove = useCallback(() => {
    if (wasAtEnd.current !== list.isAtEnd) redraw(0);
    wasAtEnd.current = list.isAtEnd;
  }, []);
  const { list, scroller, box, start, end, before, after } = useWindow({
    rows,
    estimate: estimatedHeight,
    head: HEAD,
    onNearTop: () => void loadOlder(chatId),
    onMove,
  });
  const own = rows.filter((row) => row.sending).length;
  // What I send myself is seen, wherever I was.
  useLayoutEffect(() => (own > 0 ? list.toEnd() : undefined), [own]);
  const goTo = useCallback(async (/** @type {string} */ messageId) => {
    if (!(await isLoaded(chatId, messageId))) return;
    list.toRow(messageId);
    setMarked(messageId);
    setTimeout(() => setMarked(''), MARKED_MS);
  }, []);
  return html`<div class="messages-box">
    <div class="messages" ref=${scroller} onScroll=${() => list.onScroll()} tabindex="0" role="log" aria-label="消息">
      <div class="messages-head" style=${{ height: `${HEAD}px` }}><${ListTop} chatId=${chatId} history=${history} /></div>
      <div style=${{ height: `${before}px` }}></div>
      <div ref=${box}>
        ${rows.slice(start, end).map((row) => html`<${MessageRow} key=${row.key} row=${row} chat=${chat} isMarked=${marked === row.key} goTo=${goTo} />`)}
      </div>
      <div style=${{ height: `${after}px` }}></div>
    </div>
    <${Pills} list=${list} rows=${rows} isAnswered=${own > 0} unreadFrom=${history.unreadFrom} goTo=${goTo} />
  </div>`;
}

/** Loads what is older until a message is there; false when it is nowhere. */
async function isLoaded(/** @type {string} */ chatId, /** @type {string} */ messageId) {
  for (;;) {
    const { messages, hasMore, fault } = historyOf(getState(), chatId);
    if (messages.some((message) => message.messageId === messageId)) return true;
    if (!hasMore || fault !== '') return false;
    await loadOlder(chatId);
  }
}

function ListTop({ chatId, history }) {
  if (history.fault !== '') {
    const again = () => (history.messages.length > 0 ? loadOlder(chatId) : refreshChat(chatId));
    return html`<span>${history.fault} <button type="button" class="link-button" onClick=${again}>重试</button></span>`;
  }
  if (history.isLoading) return html`<span>正在加载…</span>`;
  if (history.hasMore) return null;
  return html`<span>${history.messages.length > 0 ? '没有更早的消息了' : '还没有消息，打个招呼吧'}</span>`;
}

/** Ways to what is new: above what is seen, or below it. */
function Pills({ list, rows, isAnswered, unreadFrom, goTo }) {
  const [seen, setSeen] = useState('');
  // Who answers has read what he answers.
  useLayoutEffect(() => (isAnswered ? setSeen(unreadFrom) : undefined), [isAnswered]);
  const last = rows.at(-1)?.key ?? '';
  const seenLast = useRef(last);
  if (list.isAtEnd) seenLast.current = last;
  const isUnreadAbove = unreadFrom !== '' && seen !== unreadFrom && list.isAbove(unreadFrom);
  const news = rows.length - 1 - rows.findLastIndex((row) => row.key === seenLast.current);
  const toUnread = () => {
    setSeen(unreadFrom);
    void goTo(unreadFrom);
  };
  return html`
    ${isUnreadAbove && html`<button type="button" class="pill pill-top" onClick=${toUnread}><${Icon} name="up" size=${14} />从未读处看起</button>`}
    ${
      !list.isAtEnd &&
      html`<button type="button" class="pill pill-bottom" aria-label="回到最新消息" onClick=${() => list.toEnd()}>
        <${Icon} name="down" size=${16} />${news > 0 ? `${news} 条新消息` : ''}
      </button>`
    }
  `;
}

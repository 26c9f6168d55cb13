import { html } from '../html.js';
import { leaveChat, openedChat } from '../state/chats.js';
import { togglePanel } from '../state/panel.js';
import { useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';

/** The open chat: its head, its messages, the box to write in. */
export function ChatView() {
  const chat = useStore(openedChat);
  const as = useStore((state) => state.as);
  if (chat === undefined)
    return html`<section class="chat chat-none"><p class="empty">选一个会话开始</p></section>`;
  return html`<section class="chat" aria-label=${chat.name}>
    <${ChatHead} chat=${chat} />
    <${MessageList} key=${`${as} ${chat.chatId}`} chat=${chat} />
    <${Composer} key=${`composer ${as} ${chat.chatId}`} chat=${chat} />
  </section>`;
}

function ChatHead({ chat }) {
  const unread = useStore((state) =>
    (state.world?.chats ?? []).reduce(
      (sum, each) => sum + (each.chatId === chat.chatId ? 0 : each.unread),
      0,
    ),
  );
  return html`<header class="chat-head">
    <button type="button" class="chat-back" aria-label="返回会话列表" onClick=${leaveChat}>
      <${Icon} name="back" size=${22} />${unread > 0 && html`<b>${unread > 99 ? '99+' : unread}</b>`}
    </button>
    <div class="chat-title">
      <h1>${chat.name}</h1>
      ${chat.type === 'p2p' ? html`<i class="bot-tag">机器人</i>` : html`<span class="chat-count">${chat.members.length}</span>`}
    </div>
    <button type="button" class="icon-button" aria-label="时光机" onClick=${() => togglePanel('time')}><${Icon} name="clock" /></button>
    <button type="button" class="icon-button" aria-label="平台" onClick=${() => togglePanel('platform')}><${Icon} name="pulse" /></button>
    <button type="button" class="icon-button" aria-label="会话信息" onClick=${() => togglePanel('chat')}><${Icon} name="more" /></button>
  </header>`;
}

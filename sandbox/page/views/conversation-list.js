import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { openChat } from '../state/chats.js';
import { draftIn } from '../state/drafts.js';
import { togglePanel } from '../state/panel.js';
import { nameOf, personOf, sandboxNow, useStore } from '../state/store.js';
import { listTime, shortInstant } from '../time.js';
import { Avatar, ChatAvatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';

/** My chats, the latest first. */
export function ConversationList() {
  const world = useStore((state) => state.world);
  const [search, setSearch] = useState('');
  if (world === null) return null;
  const chats = world.chats.filter((chat) => chat.name.includes(search.trim()));
  return html`<section class="conversations" aria-label="会话列表">
    <${ListHead} me=${world.me} />
    <label class="search">
      <${Icon} name="search" size=${16} />
      <input type="search" placeholder="搜索会话" aria-label="搜索会话" value=${search}
        onInput=${(/** @type {any} */ event) => setSearch(event.target.value)} />
    </label>
    <div class="conversation-rows" role="list">
      ${chats.map((chat) => html`<${ConversationRow} key=${chat.chatId} chat=${chat} botOpenId=${world.botOpenId} />`)}
      ${chats.length === 0 && html`<p class="empty">${search === '' ? '还没有会话' : '没有找到会话'}</p>`}
    </div>
  </section>`;
}

function ListHead({ me }) {
  return html`<header class="list-head">
    <button type="button" class="list-me" aria-label="我是谁" onClick=${() => togglePanel('people')}>
      <${Avatar} openId=${me.openId} size=${36} />
      <span class="list-me-words">
        <b>${me.name}</b>
        <small>${me.role}</small>
      </span>
      <${Icon} name="down" size=${16} />
    </button>
    <${ClockChip} />
  </header>`;
}

/** The sandbox's time; it leads to the time machine. */
function ClockChip() {
  useStore((state) => state.minute);
  useStore((state) => state.clockAhead);
  return html`<button type="button" class="clock-chip" aria-label="沙盒时间" onClick=${() => togglePanel('time')}>
    <${Icon} name="clock" size=${14} /><span>${shortInstant(sandboxNow())}</span>
  </button>`;
}

function ConversationRow({ chat, botOpenId }) {
  useStore((state) => state.minute);
  const isOpen = useStore((state) => state.chatId === chat.chatId);
  const draft = useStore((state) => draftIn(state, chat.chatId).text.trim());
  // What comes into the chat that is open is seen as it comes.
  const unread = isOpen ? 0 : chat.unread;
  return html`<button type="button" role="listitem" class=${isOpen ? 'conversation conversation-open' : 'conversation'}
    data-chat=${chat.chatId} onClick=${() => openChat(chat.chatId)}>
    <span class="conversation-face">
      <${ChatAvatar} chat=${chat} botOpenId=${botOpenId} size=${44} />
      ${unread > 0 && html`<b class="badge" aria-label=${`${unread} 条未读`}>${unread > 99 ? '99+' : unread}</b>`}
    </span>
    <span class="conversation-words">
      <span class="conversation-top">
        <span class="conversation-name">${chat.name}</span>
        ${chat.type === 'p2p' && html`<i class="bot-tag">机器人</i>`}
        <time>${chat.last ? listTime(chat.last.at, sandboxNow()) : ''}</time>
      </span>
      <span class="conversation-last">
        ${draft !== '' && !isOpen ? html`<em>[草稿]</em> ${draft}` : lastLine(chat)}
      </span>
    </span>
  </button>`;
}

function lastLine(/** @type {import('../../contract.ts').SandboxChat} */ { type, last }) {
  if (last === undefined) return '还没有消息';
  const isFromSomebody = type === 'group' && last.from !== '' && personOf(last.from) !== undefined;
  return isFromSomebody ? `${nameOf(last.from)}：${last.preview}` : last.preview;
}

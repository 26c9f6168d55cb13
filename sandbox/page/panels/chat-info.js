import { html } from '../html.js';
import { openedChat, setBotIn } from '../state/chats.js';
import { personOf, useStore } from '../state/store.js';
import { Avatar, ChatAvatar } from '../ui/avatar.js';

/** Who is in the open chat; whether the bot is. */
export function ChatInfo() {
  const chat = useStore(openedChat);
  const botOpenId = useStore((state) => state.world?.botOpenId ?? '');
  if (chat === undefined) return html`<p class="empty">没有打开的会话</p>`;
  const isBotIn = chat.members.includes(botOpenId);
  return html`
    <div class="chat-card">
      <${ChatAvatar} chat=${chat} botOpenId=${botOpenId} size=${56} />
      <b>${chat.name}</b>
      <small>${chat.type === 'group' ? `群聊 · ${chat.members.length} 人` : '与机器人的单聊'}</small>
      <code>${chat.chatId}</code>
    </div>
    ${
      chat.type === 'group' &&
      html`<label class="switch-row">
        <span><b>机器人在群里</b><small>关掉即移出群，再打开即邀请入群</small></span>
        <input type="checkbox" class="switch" checked=${isBotIn} onChange=${() => setBotIn(chat.chatId, !isBotIn)} />
      </label>`
    }
    <h3 class="panel-title">成员</h3>
    ${chat.members.map((openId) => html`<${Member} key=${openId} openId=${openId} />`)}
  `;
}

function Member({ openId }) {
  const person = personOf(openId);
  return html`<div class="person-row">
    <${Avatar} openId=${openId} size=${36} />
    <span class="person-words"><b>${person?.name ?? openId}</b><small>${person?.role ?? ''}</small></span>
  </div>`;
}

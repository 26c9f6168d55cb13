import { html } from '../html.js';
import { useStore } from '../state/store.js';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { Toasts } from '../ui/toasts.js';
import { ChatView } from './chat-view.js';
import { ConnectionBar } from './connection-bar.js';
import { ConversationList } from './conversation-list.js';
import { Picture } from './picture.js';
import { Rail } from './rail.js';
import { SidePanel } from './side-panel.js';

/** The whole page: rail, list of chats, chat, panel; on a phone one of them at a time. */
export function AppView() {
  const isReady = useStore((state) => state.world !== null);
  const fault = useStore((state) => state.fault);
  const isInChat = useStore((state) => state.chatId !== '');
  if (!isReady) {
    return html`<div class="boot" role="status">${fault === '' ? '正在打开沙盒…' : `${fault}，正在重试…`}</div>`;
  }
  return html`<div class=${`app ${isInChat ? 'app-in-chat' : 'app-in-list'}`}>
    <${ConnectionBar} />
    <div class="columns-of-app">
      <${Rail} />
      <${ErrorBoundary} what="会话列表"><${ConversationList} /><//>
      <${ErrorBoundary} what="会话"><${ChatView} /><//>
      <${ErrorBoundary} what="面板"><${SidePanel} /><//>
    </div>
    <${Picture} />
    <${Toasts} />
  </div>`;
}

import { html } from '../html.js';
import { togglePanel } from '../state/panel.js';
import { useStore } from '../state/store.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';

const PLACES = [
  { panel: '', icon: 'chat', label: '消息' },
  { panel: 'time', icon: 'clock', label: '时光机' },
  { panel: 'platform', icon: 'pulse', label: '平台' },
  { panel: 'people', icon: 'people', label: '换人' },
];

/** The way to the panels: a column at the left, on a phone a row below. */
export function Rail() {
  const as = useStore((state) => state.as);
  const panel = useStore((state) => state.panel);
  const unread = useStore(unreadElsewhere);
  return html`<nav class="rail" aria-label="导航">
    <button type="button" class="rail-me" aria-label="我是谁" onClick=${() => togglePanel('people')}>
      <${Avatar} openId=${as} size=${36} />
    </button>
    ${PLACES.map((place) => html`<${RailButton} ...${place} isOn=${panel === place.panel} unread=${place.panel === '' ? unread : 0} />`)}
  </nav>`;
}

function RailButton({ panel, icon, label, isOn, unread }) {
  return html`<button type="button" class=${isOn ? 'rail-button rail-on' : 'rail-button'} aria-pressed=${isOn}
    onClick=${() => togglePanel(panel)}>
    <${Icon} name=${icon} size=${22} />
    <span>${label}</span>
    ${unread > 0 && html`<b class="badge">${unread > 99 ? '99+' : unread}</b>`}
  </button>`;
}

/** Unread messages outside of the open chat, in which they are seen as they come. */
function unreadElsewhere(/** @type {import('../state/store.js').PageState} */ { world, chatId }) {
  return (world?.chats ?? []).reduce((sum, chat) => sum + (chat.chatId === chatId ? 0 : chat.unread), 0);
}

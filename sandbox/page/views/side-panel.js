import { html } from '../html.js';
import { ChatInfo } from '../panels/chat-info.js';
import { PersonSwitcher } from '../panels/person-switcher.js';
import { PlatformPanel } from '../panels/platform-panel.js';
import { TimeMachine } from '../panels/time-machine.js';
import { closePanel } from '../state/panel.js';
import { useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';

const PANELS = {
  people: { title: '我是谁', Panel: PersonSwitcher },
  time: { title: '时光机', Panel: TimeMachine },
  platform: { title: '平台', Panel: PlatformPanel },
  chat: { title: '会话信息', Panel: ChatInfo },
};

/** The open panel: beside the chat, on a phone a sheet over it. */
export function SidePanel() {
  const name = useStore((state) => state.panel);
  if (name === '') return null;
  const { title, Panel } = PANELS[name];
  return html`<div class="panel-back" onClick=${closePanel}></div>
    <aside class=${`side-panel side-panel-${name}`} aria-label=${title}>
      <header class="side-head">
        <h2>${title}</h2>
        <button type="button" class="icon-button" aria-label="关闭面板" onClick=${closePanel}><${Icon} name="close" /></button>
      </header>
      <div class="side-body"><${Panel} /></div>
    </aside>`;
}

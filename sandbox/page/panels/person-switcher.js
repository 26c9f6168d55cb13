import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { closePanel } from '../state/panel.js';
import { become } from '../state/session.js';
import { useStore } from '../state/store.js';
import { orToast } from '../state/toasts.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';

/** Whom the page is used as. */
export function PersonSwitcher() {
  const people = useStore((state) => state.world?.people ?? []);
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const found = people.filter(({ isBot, name, role }) => !isBot && `${name} ${role}`.includes(wanted));
  const featured = found.filter((person) => person.featured);
  const others = found.filter((person) => !person.featured);
  return html`
    <p class="panel-note">换一个人，看看同一件事在他那里是什么样子。人物均为虚构演示。</p>
    <label class="search">
      <${Icon} name="search" size=${16} />
      <input type="search" placeholder="姓名或身份" aria-label="搜索人物" value=${search}
        onInput=${(/** @type {any} */ event) => setSearch(event.target.value)} />
    </label>
    ${featured.map((person) => html`<${PersonRow} key=${person.openId} person=${person} />`)}
    ${others.length > 0 && html`<h3 class="panel-title">其他人</h3>`}
    ${others.map((person) => html`<${PersonRow} key=${person.openId} person=${person} />`)}
    ${found.length === 0 && html`<p class="empty">没有找到</p>`}
  `;
}

function PersonRow({ person }) {
  const isMe = useStore((state) => state.as === person.openId);
  const choose = async () => {
    closePanel();
    if (!isMe) await orToast(() => become(person.openId));
  };
  return html`<button type="button" class="person-row" aria-pressed=${isMe} data-person=${person.openId} onClick=${choose}>
    <${Avatar} openId=${person.openId} size=${40} />
    <span class="person-words"><b>${person.name}</b><small>${person.role}</small></span>
    ${isMe && html`<${Icon} name="check" color="var(--blue)" title="现在" />`}
  </button>`;
}

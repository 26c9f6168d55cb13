import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';
import { CallRow, hasFailed } from './call-row.js';
import { FaultSwitches } from './fault-switches.js';

const PAGE = 100;
const TABS = [
  ['', '全部'],
  ['call', '调用'],
  ['push', '推送'],
  ['callback', '点击'],
  ['failed', '出错'],
  ['faults', '故障开关'],
];

/** What went between the bot and the platform, and what can be made to go wrong. */
export function PlatformPanel() {
  const [tab, setTab] = useState('');
  const on = useStore((state) => state.world?.faults.length ?? 0);
  return html`
    <div class="tabs" role="tablist">
      ${TABS.map(
        ([
          key,
          label,
        ]) => html`<button key=${key} type="button" role="tab" aria-selected=${tab === key} class="tab" onClick=${() => setTab(key)}>
          ${label}${key === 'faults' && on > 0 && html`<b class="badge">${on}</b>`}
        </button>`,
      )}
    </div>
    ${tab === 'faults' ? html`<${FaultSwitches} />` : html`<${Calls} key=${tab} tab=${tab} />`}
  `;
}

function Calls({ tab }) {
  const calls = useStore((state) => state.calls);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(PAGE);
  const wanted = search.trim().toLowerCase();
  const found = calls
    .filter((call) => isOf(call, tab) && (wanted === '' || wordsOf(call).includes(wanted)))
    .reverse();
  return html`
    <label class="search">
      <${Icon} name="search" size=${16} />
      <input type="search" placeholder="筛选：接口、事件或内容" aria-label="筛选调用" value=${search}
        onInput=${(/** @type {any} */ event) => setSearch(event.target.value)} />
    </label>
    <p class="panel-note">${found.length} 条，最新的在上；密钥和令牌已遮盖</p>
    ${found.slice(0, most).map((call) => html`<${CallRow} key=${call.id} call=${call} />`)}
    ${found.length > most && html`<button type="button" class="plain-button wide" onClick=${() => setMost(most + PAGE)}>更早的</button>`}
    ${found.length === 0 && html`<p class="empty">还没有记录</p>`}
  `;
}

function isOf(/** @type {import('../../contract.ts').SandboxCall} */ call, /** @type {string} */ tab) {
  if (tab === '') return true;
  return tab === 'failed' ? hasFailed(call) : call.direction === tab;
}

function wordsOf(/** @type {import('../../contract.ts').SandboxCall} */ call) {
  return `${call.what} ${JSON.stringify([call.request, call.answer])}`.toLowerCase();
}

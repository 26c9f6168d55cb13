import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { toast } from '../state/toasts.js';
import { secondsOf } from '../time.js';

const DIRECTIONS = { call: '调用', push: '推送', callback: '点击' };
const OK = 200;
const REFUSED = 400;

/** Whether the platform or the bot refused. @param {import('../../contract.ts').SandboxCall} call */
export function hasFailed({ status, code }) {
  return status < OK || status >= REFUSED || (code !== undefined && code !== 0);
}

/** One exchange; a press shows what was asked and answered. @param {{call: import('../../contract.ts').SandboxCall}} of */
export function CallRow({ call }) {
  const [isOpen, setOpen] = useState(false);
  const failed = hasFailed(call);
  return html`<div class="call">
    <button type="button" class="call-head" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
      <i class=${`call-kind call-${call.direction}`}>${DIRECTIONS[call.direction]}</i>
      <span class="call-what">${call.what}</span>
      <span class=${failed ? 'call-status call-failed' : 'call-status'}>${call.code ? call.code : call.status || '无回音'}</span>
      <small>${secondsOf(call.at)} · ${call.ms} ms</small>
    </button>
    ${isOpen && html`<${Exchange} title="请求" value=${call.request} /><${Exchange} title="答复" value=${call.answer} />`}
  </div>`;
}

function Exchange({ title, value }) {
  const text = JSON.stringify(unfolded(value), null, 2) ?? '';
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast('success', '已复制'),
      () => toast('warning', '浏览器不让复制'),
    );
  return html`<div class="exchange">
    <div><b>${title}</b><button type="button" class="link-button" onClick=${copy}>复制</button></div>
    <pre>${text}</pre>
  </div>`;
}

/** JSON that stands in a text, as the platform nests it, is shown as what it is. @param {unknown} value @returns {unknown} */
function unfolded(value) {
  if (typeof value === 'string' && /^[{[]/.test(value)) {
    try {
      return unfolded(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(unfolded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unfolded(part)]));
}

import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { retryNow } from '../state/session.js';
import { useStore } from '../state/store.js';

const SECOND_MS = 1000;

/** Says that the line to the sandbox is lost, until it is there again. */
export function ConnectionBar() {
  const line = useStore((state) => state.line);
  const retryAt = useStore((state) => state.retryAt);
  const [, tick] = useState(0);
  useEffect(() => {
    if (line !== 'lost') return undefined;
    const timer = setInterval(() => tick((n) => n + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, [line]);
  if (line !== 'lost') return null;
  const seconds = Math.ceil((retryAt - Date.now()) / SECOND_MS);
  return html`<div class="connection-bar" role="alert">
    <span>连接已断开，${seconds > 0 ? `${seconds} 秒后重连` : '正在重连…'}。已输入的内容不会丢失。</span>
    <button type="button" class="link-button" onClick=${retryNow}>立即重连</button>
  </div>`;
}

import { useState } from 'preact/hooks';
import { html } from './html.js';

/** `confirm` of a component: asks before its action runs. Gives how to ask, and the dialog to draw. */
export function useConfirm(confirm) {
  const [pending, setPending] = useState(null);
  const ask = (action) => (confirm ? setPending(() => action) : action());
  const close = () => setPending(null);
  const dialog =
    pending &&
    html`<div class="dialog-back" onClick=${(event) => event.stopPropagation()}>
      <div class="dialog" role="dialog" aria-modal="true">
        <div class="dialog-title">${confirm.title?.content}</div>
        <div class="dialog-text">${confirm.text?.content}</div>
        <div class="dialog-row">
          <button type="button" class="btn btn-default" onClick=${close}>取消</button>
          <button type="button" class="btn btn-primary" onClick=${() => {
            close();
            pending();
          }}>确定</button>
        </div>
      </div>
    </div>`;
  return { ask, dialog };
}
